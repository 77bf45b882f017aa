"""The lists of meetings by month and week, newest first."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from studylog.core.dates.weeks import week_of
from studylog.core.digest.meetings.lines import MeetingLine, meeting_line
from studylog.core.digest.months import MonthPlace, newest, place_of, years
from studylog.core.digest.pagenames import week_name
from studylog.core.digest.paging import Pager, YearOfWays
from studylog.core.digest.site import Site
from studylog.core.i18n import Message
from studylog.core.library import NoteEntry, Stretch
from studylog.core.values import dataclass

FOLDER = "meetings/months"
"""Where the pages of months lie."""

_FEW, PART = 60, 300


@dataclass(frozen=True, slots=True)
class MeetingWeek:
    """The meetings of one week, on the page of a month only those in it; `page` is that of the week."""

    name: Message
    page: str
    first: date
    last: date
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingMonth:
    """The weeks of one month."""

    first: date
    weeks: tuple[MeetingWeek, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """Meetings by month, and those without a date; `place` is the month where the page is that of one.

    `total` counts all meetings, on the list of all of them; `years` leads to all months, where not all of
    them are shown.
    """

    place: MonthPlace | None
    months: tuple[MeetingMonth, ...]
    undated: tuple[MeetingLine, ...]
    types: tuple[str, ...]
    courses: tuple[str, ...]
    people: tuple[str, ...]
    total: int
    years: tuple[YearOfWays, ...]
    pager: Pager


def month_stretches(site: Site) -> tuple[Stretch, ...]:
    """The months that have pages of their own: none where all meetings stand on one page."""
    months = site.library.meetings.months()
    return months if sum(month.count for month in months) > _FEW else ()


def meetings_page(site: Site) -> MeetingsPage:
    """The list of all meetings; of many, those of the newest months, and the way to all others."""
    months = site.library.meetings.months()
    total = sum(month.count for month in months)
    few = total <= _FEW
    shown = months if few else newest(months, _FEW)
    entries = [
        entry for month in shown for entry in site.library.meetings.of_month(month.first, 0, month.count)
    ]
    return _page(site, entries, None, total, () if few else years(months, FOLDER), Pager((), 1))


def month_page(site: Site, months: Sequence[Stretch], month: Stretch, part: int) -> MeetingsPage:
    """The meetings of one of several months, or of none."""
    place, pager = place_of(months, month, FOLDER, part, PART)
    entries = site.library.meetings.of_month(month.first, (part - 1) * PART, PART)
    return _page(site, entries, place, month.count, (), pager)


def _page(
    site: Site,
    entries: Iterable[NoteEntry],
    place: MonthPlace | None,
    total: int,
    ways: tuple[YearOfWays, ...],
    pager: Pager,
) -> MeetingsPage:
    lines = [meeting_line(site, entry) for entry in entries]
    dated = [(line.day, line) for line in lines if line.day]
    months = groupby(dated, key=lambda pair: pair[0].replace(day=1))
    return MeetingsPage(
        place=place,
        months=tuple(MeetingMonth(first, _weeks(site, list(pairs))) for first, pairs in months),
        undated=tuple(line for line in lines if line.day is None),
        types=tuple(sorted({line.type for line in lines} - {""})),
        courses=tuple(dict.fromkeys(line.course for line in lines if line.course)),
        people=tuple(sorted({one.name for line in lines for one in line.people})),
        total=total,
        years=ways,
        pager=pager,
    )


def _weeks(site: Site, lines: Sequence[tuple[date, MeetingLine]]) -> tuple[MeetingWeek, ...]:
    weeks = groupby(lines, key=lambda pair: week_of(pair[0], site.settings.start))
    return tuple(
        MeetingWeek(week.bare, week_name(week.key), week.first, week.last, tuple(line for _, line in pairs))
        for week, pairs in weeks
    )
