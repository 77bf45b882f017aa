"""Promises: the day that a sentence of a meeting sets."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.dates.due import _ROWS, Row, due
from studylog.core.dates.forms import compiled
from studylog.core.dates.reading import normal

MEETING = date(2021, 8, 12)  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("내일 같이 얘기해보자", date(2021, 8, 13)),
        ("오늘 나온 부분을 내일 같이 얘기해보자", date(2021, 8, 13)),
        ("오늘까지 올리기", date(2021, 8, 12)),
        ("모레까지 정리", date(2021, 8, 14)),
        ("내일모레 공유", date(2021, 8, 14)),
        ("다음 주까지 읽어 오기", date(2021, 8, 19)),
        ("구현 진행-다음주 결과 공유", date(2021, 8, 19)),
        ("다음 주 화요일까지", date(2021, 8, 17)),
        ("다음 시간에 이어서 논의", date(2021, 8, 13)),
        ("다음 회의까지 확인", date(2021, 8, 13)),
        ("이번 주까지", date(2021, 8, 15)),
        ("이번 주 금요일까지", date(2021, 8, 13)),
        ("금요일까지 제출", date(2021, 8, 13)),
        ("목요일까지 제출", date(2021, 8, 19)),
        ("화욜까지", date(2021, 8, 17)),
        ("표본 올리기 (~화)", date(2021, 8, 17)),
        ("표본 올리기 (이번 주 금)", date(2021, 8, 13)),
        ("다음주 월 저녁 7시 전에 공유", date(2021, 8, 16)),
        ("화까지 제출", date(2021, 8, 17)),
        ("8/12까지", date(2021, 8, 12)),
        ("8월 20일(금)까지 정리", date(2021, 8, 20)),
        ("3일 뒤에 공유", date(2021, 8, 15)),
        ("일주일 안에 조사", date(2021, 8, 19)),
        ("2주 후에 발표", date(2021, 8, 26)),
        ("Share it by Friday", date(2021, 8, 13)),
        ("read by 8/20", date(2021, 8, 20)),
        ("discuss tomorrow", date(2021, 8, 13)),
        ("the day after tomorrow", date(2021, 8, 14)),
        ("Compare next week", date(2021, 8, 19)),
        ("next Tuesday", date(2021, 8, 17)),
        ("share it by next Wed", date(2021, 8, 18)),
        ("ask next time", date(2021, 8, 13)),
        ("within two weeks", date(2021, 8, 26)),
    ],
)
def test_a_day_is_named(sentence: str, day: date) -> None:
    assert due(sentence, MEETING) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "추후 알아올 것",
        "나중에 얘기해보자",
        "다음 주제 정리",
        "월 ~ 금 오전에 모이기",
        "이번 주 일 끝내기",
        "20 일까지 읽은 쪽",
        "지난 금요일에 한 것",
        "매주 금요일 회의",
        "8/5에 나온 질문",
        "안내일지 쓰기",
        "1/2 지점까지 읽기",
        "",
    ],
)
def test_no_day_is_named(sentence: str) -> None:
    assert due(sentence, MEETING) is None


def test_a_deadline_counts_more_than_a_day_that_is_mentioned() -> None:
    assert due("내일 회의에서 다음 주 금요일까지 할 일을 나누기", MEETING) == date(2021, 8, 20)
    assert due("Tomorrow we say who reads it by 8/20", MEETING) == date(2021, 8, 20)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("8/13까지 초안, 8/15까지 완성", date(2021, 8, 15)),
        ("8/13부터 8/15까지 실험", date(2021, 8, 15)),
        ("draft by 8/13, final by 8/20", date(2021, 8, 20)),
        ("이번 주 금요일까지, 늦어도 다음 주 월요일까지", date(2021, 8, 16)),
        # A day within another one is none of its own.
        ("다음 주 금요일까지 정리", date(2021, 8, 20)),
        ("8/15, 8/17 중 발표", date(2021, 8, 15)),
        ("내일까지 초안, 모레 공유", date(2021, 8, 13)),
    ],
)
def test_of_several_deadlines_the_last_one_counts_of_mentions_the_first(sentence: str, day: date) -> None:
    assert day == due(sentence, MEETING)


def test_promises_reach_into_the_next_year() -> None:
    assert due("1/3까지", date(2021, 12, 30)) == date(2022, 1, 3)


def test_after_a_friday_the_next_meeting_is_on_monday() -> None:
    assert due("다음 시간까지", date(2021, 8, 13)) == date(2021, 8, 16)


VOCABULARY = "내일 모레 다음 주 주까지 금요일까지 지난 8/12 99일 뒤 3주 안에 by Friday next week in a 이번"
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=8).map(" ".join)


@given(st.one_of(st.text(), WORDS), st.dates())
def test_a_promise_is_never_due_before_its_meeting(sentence: str, meeting: date) -> None:
    day = due(sentence, meeting)
    assert day is None or day >= meeting


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row.pattern)
def test_whatever_a_row_matches_has_one_of_its_signs(row: Row) -> None:
    @given(st.from_regex(re.compile(row.pattern, re.IGNORECASE)))
    def check(text: str) -> None:
        found = compiled(row.pattern).search(normal(text))
        assert found is None or any(sign in normal(text).casefold() for sign in row.signs)

    check()
