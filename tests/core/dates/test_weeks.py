"""Weeks: counted from the first day of a study, else as the calendar counts them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.dates.weeks import named_week, week_of, weeks_of
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import translate

MONDAY = date(2021, 8, 2)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "start", "key", "first", "last"),
    [
        (date(2021, 8, 2), MONDAY, "w1", date(2021, 8, 2), date(2021, 8, 8)),
        (date(2021, 8, 12), MONDAY, "w2", date(2021, 8, 9), date(2021, 8, 15)),
        # A study that began on a Wednesday has weeks from Wednesday on.
        (date(2021, 8, 10), date(2021, 8, 4), "w1", date(2021, 8, 4), date(2021, 8, 10)),
        # Before the start, and without one, the calendar counts; its week ends where the first one begins.
        (date(2021, 8, 3), date(2021, 8, 4), "2021-w31", date(2021, 8, 2), date(2021, 8, 3)),
        (date(2021, 8, 12), None, "2021-w32", date(2021, 8, 9), date(2021, 8, 15)),
        # The first days of a year may belong to the last week of the year before.
        (date(2021, 1, 1), None, "2020-w53", date(2020, 12, 28), date(2021, 1, 3)),
    ],
)
def test_a_day_lies_in_a_week(day: date, start: date | None, key: str, first: date, last: date) -> None:
    week = week_of(day, start)
    assert (key, first, last) == (week.key, week.first, week.last)


@pytest.mark.parametrize("start", [None, MONDAY])
def test_a_week_around_new_year_belongs_to_the_year_of_most_of_its_days(start: date | None) -> None:
    """As its name says: the first week of 2025 began in 2024."""
    assert [2025, 2024] == [week_of(day, start).of_year for day in (date(2024, 12, 30), date(2024, 12, 29))]


@given(DAYS, st.none() | DAYS)
def test_the_week_of_a_day_holds_it_and_is_that_of_all_its_days(day: date, start: date | None) -> None:
    week = week_of(day, start)
    assert week.first <= day <= week.last
    span = (week.last - week.first).days
    assert span <= 6
    assert {week} == {week_of(week.first + timedelta(days=n), start) for n in range(span + 1)}


@given(st.lists(DAYS, max_size=30), st.none() | DAYS)
def test_weeks_of_days_stand_once_the_newest_first_and_never_overlap(
    days: list[date], start: date | None
) -> None:
    weeks = weeks_of(days, start)
    assert len({week.key for week in weeks}) == len(weeks)
    assert {week_of(day, start) for day in days} == set(weeks)
    assert all(later.first > earlier.last for later, earlier in pairwise(weeks))
    # They stand under their years, each of which stands once.
    assert all(later.of_year >= earlier.of_year for later, earlier in pairwise(weeks))


@pytest.mark.parametrize(
    ("written", "start", "key"),
    [
        ("3", MONDAY, "w3"),
        ("W3", MONDAY, "w3"),
        ("week 3", MONDAY, "w3"),
        ("3주차", MONDAY, "w3"),
        ("2021-W32", MONDAY, "w2"),
        ("2021-w30", MONDAY, "2021-w30"),
        # Without a start, the calendar counts: the last such week that has begun.
        ("32", None, "2021-w32"),
        ("33주", None, "2020-w33"),
        ("53", None, "2020-w53"),
        ("2021년 40주차", None, "2021-w40"),
        ("Week 40 of 2021", None, "2021-w40"),
        ("2021-08", None, None),
        ("2021-08-12", None, None),
        ("8/12", None, None),
        ("W2D4", MONDAY, None),
    ],
)
def test_a_week_has_a_name(written: str, start: date | None, key: str | None) -> None:
    week = named_week(written, start, date(2021, 8, 15))
    assert key == (week and week.key)


@pytest.mark.parametrize(("written", "start"), [("0", MONDAY), ("54", None), ("2021-w53", None)])
def test_a_week_that_there_is_not_is_refused(written: str, start: date | None) -> None:
    with pytest.raises(StudylogError) as error:
        named_week(written, start, date(2021, 8, 15))
    assert Exit.USAGE == error.value.exit_code


@given(DAYS, st.none() | DAYS)
def test_what_pages_call_a_week_names_it(day: date, start: date | None) -> None:
    week = week_of(day, start)
    for name in (week.key, translate(week.name, "ko"), translate(week.name, "en")):
        assert week == named_week(name, start, day)


@pytest.mark.parametrize("start", [None, date(2021, 8, 2)])
def test_the_last_week_of_all_ends_with_the_calendar(start: date | None) -> None:
    week = week_of(date.max, start)
    assert (True, date.max) == (week.first <= date.max, week.last)
