"""Dates in notes: every way in which teams write them, and what only looks like one."""

import json
import re
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.dates.forms import _BEFORE, FORMS, Form, compiled
from studylog.core.dates.reading import (
    DateParts,
    find_date,
    on_year,
    parse_date,
    parse_moment,
    weekday_matches,
    weekday_number,
)
from tests.realdata import REAL, needs

THURSDAY = 3

WITHOUT_YEAR = """
8/12
8월 12일
8월12일
８월 １２일
August 12
Aug. 12
12 August
12th of August
"""

WITH_WEEKDAY = """
8/12(목)
8/12 (목)
8/12 목
8/12 목요일
8/12(Thu)
8/12 [목]
８／１２（목）
8월 12일(목)
8월 12일 (목요일)
8월 12일 목요일
8.12(목)
8. 12.(목)
Thu 8/12
Thurs. 8/12
(목) 8/12
목요일 8/12
Thursday, August 12
"""

WITH_YEAR = """
2021-08-12
2021-8-12
2021/8/12
2021.8.12.
2021. 8. 12.
2021.08.12
20210812
2021년 8월 12일
2021년 8/12
@2021년 8월 12일
21년 8월 12일
'21년 8월 12일
August 12, 2021
Aug 12, 2021
Aug 12 (Thu), 2021
21/08/12
21.08.12
21-08-12
210812
@Aug 12, 2021
12 August 2021
12-Aug-2021
"""

MOMENTS = {
    "2021-08-12T18:05": (18, 5, 0),
    "2021-08-12 18:05": (18, 5, 0),
    "2021-08-12T18:05:09+09:00": (18, 5, 9),
    "2021-08-12 18:05:09 +0900": (18, 5, 9),
    "2021-08-12T18:05:09.123Z": (18, 5, 9),
    "2021년 8월 12일 오후 6:00": (18, 0, 0),
    "@2021년 8월 12일 오후 6:00": (18, 0, 0),
    "2021년 8월 12일 오전 12:52": (0, 52, 0),
    "2021년 8월 12일 오후 12:05": (12, 5, 0),
    "2021년 8월 12일 오후 6시 30분": (18, 30, 0),
    "2021년 8월 12일 오후 6시 반": (18, 30, 0),
    "2021년 8월 12일(목) 오전 9시": (9, 0, 0),
    "2021년 8월 12일 오후 6:00 → 오후 8:00": (18, 0, 0),
    "2021. 8. 12. 18:00": (18, 0, 0),
    "August 12, 2021 6:00 PM": (18, 0, 0),
    "August 12, 2021 12:30 AM": (0, 30, 0),
    "August 12, 2021 6 p.m.": (18, 0, 0),
    "August 12, 2021 6:00 PM (GMT+9)": (18, 0, 0),
    "August 12, 2021 6:00 PM → August 13, 2021 1:00 AM": (18, 0, 0),
    "2021-08-12": (0, 0, 0),
}

IN_A_TEXT = """
8/12(목) 회의록
📝 8/12(목) 회의록
8/12 목 회의록
Thu 8/12 meeting
춘향님(8/12 목)
8월 12일 목요일까지 읽어 오기
"""

NO_DATES = """
7강
24:37
1:02:10
9강 CNN 6분 쯤
필수 퀴즈 8-4번
13/1
12/32
2/30
8/0
Week2_0812
1/2 지점
1/2로 줄인다
1/2배
확률이 3/4 정도
p=1/2 인 경우
x = 1/2
$1/2$
4/8bit
3/4%
VGG 정리 (1/2)
v1.8/12
v2021.8.12
yt-dlp 2021.8.12.1
192.168.8.12
https://example.org/2019/12/20/Test
www.example.org/8/12
images/8/12.png
2019/12/20/review
8월 12일차
8/12일
2021-02-29
2021-13-01
0000-01-01
152bb52ee2b5820210812
we may 5 times
Sep 2021
3 march steps
Ubuntu 22.04.01 설치
study 08/12/21
study 21/08/12
IP 22.01.02.3
값 210812 개
파라미터 210812개
회의록 210832
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("written", lines(WITHOUT_YEAR))
def test_a_day_without_year(written: str) -> None:
    assert parse_date(written) == find_date(written) == DateParts(None, 8, 12)


@pytest.mark.parametrize("written", lines(WITH_WEEKDAY))
def test_a_day_with_its_weekday(written: str) -> None:
    assert parse_date(written) == find_date(written) == DateParts(None, 8, 12, weekday=THURSDAY)


@pytest.mark.parametrize("written", lines(WITH_YEAR))
def test_a_day_with_year(written: str) -> None:
    assert parse_date(written) == find_date(written) == DateParts(2021, 8, 12)


@pytest.mark.parametrize(("written", "clock"), MOMENTS.items())
def test_a_moment_is_wall_time_as_written(written: str, clock: tuple[int, int, int]) -> None:
    assert parse_moment(written) == datetime(2021, 8, 12, *clock)


@pytest.mark.parametrize("written", ["8/12", "8/12 18:00", "2021-08-12 25:00", "", "어제", "회의 2021-08-12"])
def test_what_names_no_moment(written: str) -> None:
    assert parse_moment(written) is None


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31)),
    st.sampled_from(["", "+09:00", "-03:30", "+00:00"]),
)
def test_a_moment_of_our_own_headers_is_its_wall_time(moment: datetime, offset: str) -> None:
    at = moment.replace(second=0, microsecond=0)
    assert parse_moment(at.isoformat(timespec="minutes") + offset) == at


@pytest.mark.parametrize("text", lines(IN_A_TEXT))
def test_a_date_in_a_title(text: str) -> None:
    assert find_date(text) == DateParts(None, 8, 12, weekday=THURSDAY)
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "name",
    [
        *("2021-08-12-daily", "notes/2021-08-12-daily-2.md", "daily_20210812.md", "2021-08-12.md"),
        *(
            "210812_daily.md",
            "[210812] 회의록",
            "회의록 210812 (목)",
            "21/08/12 (목) 데일리",
            "회의록_21.08.12(목)",
        ),
    ],
)
def test_a_date_in_a_file_name(name: str) -> None:
    parts = find_date(name)
    assert parts is not None
    assert (parts.year, parts.month, parts.day) == (2021, 8, 12)


@pytest.mark.parametrize("text", lines(NO_DATES))
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_date(text) is None


def test_the_first_date_of_a_text_counts() -> None:
    assert find_date("8/12 ~ 8/14, 2021-09-01") == DateParts(None, 8, 12)
    assert find_date("2021년 2월 30일이 아니라 3월 2일") == DateParts(None, 3, 2)


def test_a_lone_syllable_that_begins_a_phrase_is_no_weekday() -> None:
    assert find_date("8/12 일 나누기") == DateParts(None, 8, 12)


def test_the_hour_of_a_meeting_comes_along() -> None:
    assert find_date("8/12(목) 오후 6:30 회의") == DateParts(None, 8, 12, time(18, 30), THURSDAY)


@pytest.mark.parametrize(
    ("month", "day", "near", "expected"),
    [
        (8, 12, date(2021, 8, 6), date(2021, 8, 12)),
        (1, 3, date(2021, 12, 30), date(2022, 1, 3)),
        (12, 30, date(2022, 1, 3), date(2021, 12, 30)),
        (2, 29, date(2021, 3, 1), date(2020, 2, 29)),
        (2, 29, date(2023, 3, 1), date(2024, 2, 29)),
        (2, 29, date(2022, 3, 1), None),
        (1, 1, date(9999, 12, 31), date(9999, 1, 1)),
        (12, 31, date(1, 1, 1), date(1, 12, 31)),
        (8, 12, None, None),
    ],
)
def test_the_year_is_the_nearest_one(month: int, day: int, near: date | None, expected: date | None) -> None:
    assert on_year(DateParts(None, month, day), near) == expected


def test_a_written_year_is_not_doubted() -> None:
    assert on_year(DateParts(2020, 8, 12), date(2021, 8, 12)) == date(2020, 8, 12)
    assert on_year(DateParts(2021, 2, 29), None) is None


def test_the_weekday_is_a_checksum() -> None:
    day = date(2021, 8, 12)
    assert weekday_matches(DateParts(None, 8, 12, weekday=THURSDAY), day)
    assert weekday_matches(DateParts(None, 8, 12), day)
    assert not weekday_matches(DateParts(None, 8, 12, weekday=4), day)


def test_names_of_weekdays() -> None:
    written = ["월", "화요일", "(수)", "THU", "Friday", "sat.", "일요일", "월말", "meeting"]
    assert [weekday_number(name) for name in written] == [0, 1, 2, 3, 4, 5, 6, None, None]


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["{0:%Y-%m-%d}", "{0.year}년 {0.month}월 {0.day}일"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    written = form.format(day)
    assert find_date(f"회의 {written} 기록") == parse_date(written) == DateParts(day.year, day.month, day.day)


ALMOST_DATES = st.text(alphabet="0123489/.-:월화일년시분오후까지 ()@T~AMJugSthu→\n", max_size=40)


@given(st.one_of(st.text(), ALMOST_DATES))
def test_reading_never_raises_and_gives_days_that_exist(text: str) -> None:
    for parts in (find_date(text), parse_date(text)):
        assert parts is None or on_year(parts, date(2000, 1, 1)) is not None
    parse_moment(text)


@needs("hostile/blns.json")
def test_naughty_strings_are_read_without_harm() -> None:
    for text in json.loads((REAL / "hostile/blns.json").read_text("utf-8")):
        find_date(text)
        parse_moment(text)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@given(data=st.data())
def test_a_form_is_never_passed_over_for_want_of_its_signs(form: Form, data: st.DataObject) -> None:
    written = data.draw(st.from_regex(re.compile(form.core, re.IGNORECASE), fullmatch=True))
    assert any(sign in written.casefold() for sign in form.signs)


@given(st.text(alphabet=" \t\n\u3000\xa0", max_size=20))
def test_no_weekday_is_passed_over_where_only_blanks_stand_before_a_date(blanks: str) -> None:
    assert compiled(_BEFORE).search(blanks) is None


@pytest.mark.parametrize("written", ["0001-01-01", "0001-01-01T00:00:00", "0999.12.31", "0021년 8월 2일"])
def test_a_day_that_programs_write_for_none_is_none(written: str) -> None:
    assert (None, None) == (parse_date(written), parse_moment(written))
