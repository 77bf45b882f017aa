"""Weeks of a study: counted from its first day, else as the calendar counts them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.values import dataclass

BY_THE_CALENDAR = say("Without `start` in studylog.yaml, weeks are those of the calendar.")
"""Why the second week of a study may not be week 2."""

_LAST = timedelta(days=6)
_WRITTEN = late(
    r"(?:(?P<year>[0-9]{4})(?:-w(?=[0-9])|년 *(?=[0-9]+ *(?:주|번째)))|w|week)?"
    r" *(?P<number>[0-9]{1,3}) *(?:주차?|번째 주)?(?: of (?P<of>[0-9]{4}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Week:
    """A week: `number` counts from the start of the study, or in the ISO `year` where that is told."""

    number: int
    year: int | None
    first: date
    last: date

    @property
    def key(self) -> str:
        """What tells it from all other weeks: `w4`, or `2026-w40`."""
        return f"w{self.number}" if self.year is None else f"{self.year}-w{self.number:02}"

    @property
    def name(self) -> Message:
        """What people call it."""
        if self.year is None:
            return say("Week {n}", n=self.number)
        return say("Week {n} of {year}", n=self.number, year=self.year)

    @property
    def bare(self) -> Message:
        """What it is called where its year is told beside it."""
        return self.name if self.year is None else say("Calendar week {n}", n=self.number)

    @property
    def of_year(self) -> int:
        """The year that it belongs to: the one in its name, else that of its middle."""
        return self.year or (self.first + (self.last - self.first) / 2).year


def week_of(day: date, start: date | None) -> Week:
    """The week of a day; before the start of the study, weeks are those of the calendar."""
    if start is not None and day >= start:
        weeks = (day - start).days // 7
        first = start + timedelta(weeks=weeks)
        return Week(weeks + 1, None, first, _last(first))
    year, number, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    last = _last(first)
    if start is not None and last >= start:
        last = start - timedelta(days=1)
    return Week(number, year, first, last)


def _last(first: date) -> date:
    """The last day of a week; the calendar may end before."""
    return first + min(_LAST, date.max - first)


def named_week(written: str, start: date | None, today: date) -> Week | None:
    """The week that people call 3, W3 or 3주차, or 2026-w48, as the calendar counts; None for other words.

    Without a start, a number is that of the calendar: the last such week that has begun. Raises StudylogError
    for a week that there is not.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        return None
    number, year = int(found["number"]), found["year"] or found["of"]
    if number < 1:
        raise StudylogError(say("Weeks count from 1."), Exit.USAGE)
    if year is not None:
        return _of_calendar((int(year),), number, start, date.max)
    if start is None:
        years = range(today.year + 1, today.year - 7, -1)
        return _of_calendar(years, number, start, today, BY_THE_CALENDAR)
    return _of_study(start, number)


def _of_study(start: date, number: int) -> Week:
    try:
        return week_of(start + timedelta(weeks=number - 1), start)
    except OverflowError:
        raise StudylogError(say("There is no week {n}.", n=number), Exit.USAGE) from None


def _of_calendar(
    years: Iterable[int], number: int, start: date | None, latest: date, hint: Message | None = None
) -> Week:
    for year in years:
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday <= latest:
            return week_of(monday, start)
    raise StudylogError(say("There is no week {n}.", n=number), Exit.USAGE, hint=hint)


def weeks_of(days: Iterable[date], start: date | None) -> tuple[Week, ...]:
    """The weeks of some days, each once, newest first."""
    weeks = {week.first: week for week in (week_of(day, start) for day in days)}
    return tuple(weeks[first] for first in sorted(weeks, reverse=True))
