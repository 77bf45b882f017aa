"""Questions by week: columns that stand within the chart, and the same in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.digest.heat import heat
from studylog.core.digest.overtime import OverTime, over_time
from studylog.core.settings import Settings
from tests.core.digest_cases import SETTINGS, made

MONDAY = date(2021, 8, 2)


def note(day: date, open_: int, answered: int) -> str:
    asked = "".join(f"Q. {day} 질문 {n}은 무엇인가요?\n\n" for n in range(open_))
    told = "".join(f"Q. {day} 물음 {n}은 무엇인가요?\nA. 답입니다.\n\n" for n in range(answered))
    return f"---\ndate: {day}\ntype: daily\n---\n## 8강\n\n{asked}{told}"


def chart(weeks: Sequence[tuple[int, int]], settings: Settings = SETTINGS) -> OverTime | None:
    """The chart of weeks with so many questions that are open and answered."""
    days = (MONDAY + timedelta(weeks=n) for n in range(len(weeks)))
    notes = {f"notes/{day}.md": note(day, *counts) for day, counts in zip(days, weeks, strict=True)}
    return over_time(made(notes, settings))


@pytest.mark.parametrize("weeks", [(), ((2, 3),), ((0, 0), (0, 0))])
def test_one_week_or_no_question_is_no_chart(weeks: tuple[tuple[int, int], ...]) -> None:
    assert chart(weeks) is None


def test_what_is_left_is_told_week_by_week() -> None:
    over = chart([(n, 2) for n in range(4)])
    assert over
    assert [2, 3, 4, 5] == [column.total for column in over.columns]
    assert (14, 6) == (over.total, over.left)
    assert over.worst
    assert "weeks/w4.html" == over.worst.page
    assert ["answered", "open"] == [one.state for one in over.worst.stretches]


def test_the_chart_and_the_calendar_count_the_same_questions() -> None:
    """Each once, when it was asked, though it came up again or is the same as another."""
    notes = {f"notes/{MONDAY}.md": note(MONDAY, 2, 1), "notes/b.md": note(MONDAY + timedelta(weeks=1), 1, 1)}
    for day in notes:
        notes[day] += "Q. 왜 그런가요? ^q-k3f9a2bc\n\nQ. 왜 다시 그런가요? ^q-k3f9a2bd 중복: q-k3f9a2bc\n"
    site = made(notes)
    over, strip = over_time(site), heat(site)
    assert over
    assert strip
    assert (7, 7) == (over.total, strip.questions)


def test_each_week_has_its_name_where_there_is_room() -> None:
    over = chart([(1, 1)] * 4)
    assert over
    assert over.spread
    assert all(column.named and column.label == column.middle for column in over.columns)


def test_weeks_with_long_names_say_where_the_chart_begins_and_ends() -> None:
    """Those of the calendar have a year in their names, which would run into each other."""
    over = chart([(1, 1)] * 5, replace(SETTINGS, start=None))
    assert over
    assert not over.spread
    assert [True, False, False, False, True] == [column.named for column in over.columns]
    first, last = over.columns[0], over.columns[-1]
    assert (first.x, last.x + over.bar) == pytest.approx((first.label, last.label), abs=0.02)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=30))
def test_columns_stand_within_the_chart_and_pile_up_without_a_gap(
    weeks: list[tuple[int, int]],
) -> None:
    over = chart(weeks)
    shown = weeks[-26:]
    if not any(sum(counts) for counts in shown):
        assert over is None
        return
    assert over
    assert [sum(counts) for counts in shown] == [column.total for column in over.columns]
    assert [left for left, _ in shown] == [column.left for column in over.columns]
    for column in over.columns:
        assert 0 <= column.x
        assert column.x + over.bar <= over.width
        top = min((one.y for one in column.stretches), default=over.ground)
        assert top >= 0
        assert over.ground - top == pytest.approx(sum(one.height for one in column.stretches), abs=0.1)
