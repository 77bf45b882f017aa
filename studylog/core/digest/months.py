"""Months as the pages of a list: the newest of them, the ways to all, and the months beside one."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from studylog.core.dates.labels import MONTHS
from studylog.core.dates.labels import month_name as month_words
from studylog.core.digest.pagenames import month_name
from studylog.core.digest.paging import Pager, Way, YearOfWays, pager, parts_of
from studylog.core.i18n import Message, say
from studylog.core.library import Stretch
from studylog.core.values import dataclass

_NO_DATE = say("Without a date")
"""What stands over things without a date."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A month to go on to: not how much it has, or it would change with every meeting."""

    name: Message
    page: str


@dataclass(frozen=True, slots=True)
class MonthPlace:
    """A month among the others: what it is called, and the months before and after it."""

    name: Message
    previous: Beside | None
    following: Beside | None


def newest(months: Sequence[Stretch], most: int) -> tuple[Stretch, ...]:
    """The newest months that together have at most so many; at least one month."""
    shown: list[Stretch] = []
    for month in months:
        if shown and (month.first is None or month.count > most):
            break
        shown.append(month)
        most -= month.count
    return tuple(shown)


def years(months: Sequence[Stretch], folder: str) -> tuple[YearOfWays, ...]:
    """The ways to all months by year, newest first; what has no date stands under the year 0."""
    groups = groupby(months, key=lambda month: month.first.year if month.first else 0)
    return tuple(
        YearOfWays(year, tuple(_way(month, folder) for month in sorted(group, key=_rank)))
        for year, group in groups
    )


def place_of(
    months: Sequence[Stretch], month: Stretch, folder: str, part: int, size: int
) -> tuple[MonthPlace, Pager]:
    """Where a month stands among all months, and its parts."""
    here = months.index(month)
    after = months[here - 1] if here else None
    before = months[here + 1] if here + 1 < len(months) else None
    place = MonthPlace(words_of(month.first), _beside(before, folder), _beside(after, folder))
    return place, pager(month_name(folder, month.first), part, parts_of(month.count, size))


def _rank(month: Stretch) -> date:
    return month.first or date.max


def _beside(month: Stretch | None, folder: str) -> Beside | None:
    return Beside(words_of(month.first), month_name(folder, month.first)) if month else None


def _way(month: Stretch, folder: str) -> Way:
    name = MONTHS[month.first.month - 1] if month.first else _NO_DATE
    return Way(name, month_name(folder, month.first), month.count)


def words_of(first: date | None) -> Message:
    """What a month is called."""
    return month_words(first) if first else _NO_DATE
