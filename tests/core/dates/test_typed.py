"""Days that people type, and the sentences they get when there is no such day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.dates.labels import dated_label, day_label, days_label, long_day, weekday_name
from studylog.core.dates.reading import find_date
from studylog.core.dates.typed import is_day, when
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import translate

TODAY = date(2021, 8, 11)
START = date(2021, 8, 2)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("오늘", TODAY),
        ("Today", TODAY),
        ("어제", date(2021, 8, 10)),
        ("yesterday", date(2021, 8, 10)),
        ("그제", date(2021, 8, 9)),
        ("내일", date(2021, 8, 12)),
        ("tomorrow", date(2021, 8, 12)),
        ("모레", date(2021, 8, 13)),
        ("2020-02-29", date(2020, 2, 29)),
        ("8/12", date(2021, 8, 12)),
        (" 8월 12일 ", date(2021, 8, 12)),
        ("8/12(목)", date(2021, 8, 12)),
        ("Thu 8/12", date(2021, 8, 12)),
        ("4/3", date(2021, 4, 3)),
        ("W2D4", date(2021, 8, 12)),
        ("w1d1", START),
        ("week 2 day 4", date(2021, 8, 12)),
        ("2주 4일", date(2021, 8, 12)),
        ("2주차 4일차", date(2021, 8, 12)),
    ],
)
def test_a_day_as_typed(typed: str, day: date) -> None:
    assert when(typed, today=TODAY, start=START) == day


def test_a_day_without_year_is_the_nearest_to_today() -> None:
    assert when("1/3", today=date(2021, 12, 30), start=None) == date(2022, 1, 3)


@pytest.mark.parametrize(
    ("typed", "english", "korean"),
    [
        (
            "2021-08-12(금)",
            "2021-08-12 is a Thursday (목), not a Friday (금).",
            "2021-08-12는 금요일이 아니라 목요일입니다.",
        ),
        ("다음에", "“다음에” is not a date.", "읽을 수 없는 날짜입니다: “다음에”"),
        ("2021-02-30", "There is no such day: 2021-02-30.", "달력에 없는 날짜입니다: 2021-02-30"),
        (
            "W2D9",
            "There is no day W2D9: weeks count from 1, days from 1 to 7.",
            "W2D9는 없는 날입니다. 주는 1부터, 날은 1부터 7까지입니다.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_user(typed: str, english: str, korean: str) -> None:
    with pytest.raises(StudylogError) as raised:
        when(typed, today=TODAY, start=START)
    assert (translate(raised.value.message, "en"), translate(raised.value.message, "ko")) == (english, korean)
    assert raised.value.exit_code == Exit.USAGE
    assert raised.value.hint is not None


def test_what_is_meant_as_a_day_may_be_a_wrong_one() -> None:
    assert [is_day(word) for word in ("어제", "W2D9", "2021-02-30", "8/12(금)")] == [True] * 4
    assert [is_day(word) for word in ("회의록", "notes/8-12.md", "-1", "2021")] == [False] * 4


def test_weeks_need_a_start() -> None:
    with pytest.raises(StudylogError, match="does not say when its first week began"):
        when("W2D4", today=TODAY, start=None)


@given(
    st.one_of(st.text(), st.from_regex(r"[0-9]{1,4}[-/.월주w][0-9]{1,3}[일d(]?[금목]?\)?", fullmatch=True)),
    st.dates(),
    st.none() | st.dates(),
)
def test_typing_gives_a_day_or_a_sentence(typed: str, today: date, start: date | None) -> None:
    try:
        when(typed, today=today, start=start)
    except StudylogError as error:
        assert error.exit_code == Exit.USAGE


def test_labels() -> None:
    day = date(2021, 8, 12)
    assert (day_label(day, "ko"), day_label(day, "en")) == ("8/12(목)", "Thu 8/12")
    assert (long_day(day, "ko"), long_day(day, "en")) == ("2021년 8월 12일 목요일", "Thursday 12 August 2021")
    assert (weekday_name(day, "ko"), weekday_name(day, "en")) == ("목", "Thu")
    assert (dated_label(day, "ko"), dated_label(day, "en")) == ("2021.\xa08.\xa012.", "12\xa0Aug\xa02021")


@pytest.mark.parametrize(
    ("first", "last", "korean", "english"),
    [
        ("2021-08-09", "2021-08-15", "2021년 8월 9일(월) – 15일(일)", "Mon 9 – Sun 15 August 2021"),
        (
            "2021-08-30",
            "2021-09-05",
            "2021년 8월 30일(월) – 9월 5일(일)",
            "Mon 30 August – Sun 5 September 2021",
        ),
        (
            "2021-12-27",
            "2022-01-02",
            "2021년 12월 27일(월) – 2022년 1월 2일(일)",
            "Mon 27 December 2021 – Sun 2 January 2022",
        ),
    ],
)
def test_two_days_say_what_they_have_in_common_once(first: str, last: str, korean: str, english: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert (days_label(*days, "ko"), days_label(*days, "en")) == (korean, english)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_studylog_writes_it_reads(day: date) -> None:
    for label in (day_label(day, "ko"), day_label(day, "en"), long_day(day, "ko"), long_day(day, "en")):
        parts = find_date(label)
        assert parts is not None
        assert (parts.month, parts.day, parts.weekday) == (day.month, day.day, day.weekday())
