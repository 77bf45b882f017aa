"""Weeks of a study: counted from its first day, else as the calendar counts them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from studylog.core.i18n import Message, say

_LAST = timedelta(days=6)


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


def week_of(day: date, start: date | None) -> Week:
    """The week of a day; before the start of the study, weeks are those of the calendar."""
    if start is not None and day >= start:
        weeks = (day - start).days // 7
        first = start + timedelta(weeks=weeks)
        return Week(weeks + 1, None, first, first + _LAST)
    year, number, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    last = first + _LAST
    if start is not None and last >= start:
        last = start - timedelta(days=1)
    return Week(number, year, first, last)


def weeks_of(days: Iterable[date], start: date | None) -> tuple[Week, ...]:
    """The weeks of some days, each once, newest first."""
    weeks = {week.first: week for week in (week_of(day, start) for day in days)}
    return tuple(weeks[first] for first in sorted(weeks, reverse=True))
