"""The list of all weeks with meetings."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from studylog.core.dates.weeks import Week, week_of, weeks_of
from studylog.core.digest.pagenames import week_name, weeks_name
from studylog.core.digest.paging import Way
from studylog.core.digest.questions.counts import StateCount, state_counts, together
from studylog.core.digest.site import Site
from studylog.core.i18n import Message
from studylog.core.library import States
from studylog.core.values import dataclass

_FEW = 60


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A week on the list of weeks: how many meetings it had, and how what was asked in it stands now.

    `counted` is whether it is one of the study, not of its year.
    """

    name: Message
    counted: bool
    page: str
    year: int
    first: date
    last: date
    meetings: int
    questions: int
    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class WeeksPage:
    """The weeks with meetings, newest first: all, the newest with the ways to all, or those of a `year`."""

    year: int | None
    weeks: tuple[WeekLine, ...]
    total: int
    years: tuple[Way, ...]


def all_weeks(site: Site) -> tuple[Week, ...]:
    """The weeks with meetings, newest first."""
    return weeks_of((day for day, _ in site.library.meetings.days()), site.settings.start)


def years_of_weeks(weeks: Sequence[Week]) -> dict[int, tuple[Week, ...]]:
    """The years that have pages of their own, newest first; none where all weeks stand on one page."""
    if len(weeks) <= _FEW:
        return {}
    years = groupby(weeks, key=lambda week: week.of_year)
    return {year: tuple(group) for year, group in years}


def weeks_page(site: Site) -> WeeksPage:
    """The list of all weeks; of many, the newest, and the way to every year."""
    weeks = all_weeks(site)
    years = years_of_weeks(weeks)
    ways = (Way(str(year), weeks_name(year), len(group)) for year, group in years.items())
    return WeeksPage(None, _lines(site, weeks[:_FEW]), len(weeks), tuple(ways))


def year_page(site: Site, year: int, weeks: Sequence[Week]) -> WeeksPage:
    """The weeks of a year."""
    return WeeksPage(year, _lines(site, weeks), len(weeks), ())


def _lines(site: Site, weeks: Sequence[Week]) -> tuple[WeekLine, ...]:
    if not weeks:
        return ()
    met: dict[Week, int] = {}
    for day, count in site.library.meetings.days():
        if not weeks[-1].first <= day <= weeks[0].last:
            continue
        week = week_of(day, site.settings.start)
        met[week] = met.get(week, 0) + count
    asked = asked_by_week(site, weeks[-1].first, weeks[0].last)
    return tuple(_line(week, met.get(week, 0), asked.get(week, {})) for week in weeks)


def _line(week: Week, meetings: int, states: States) -> WeekLine:
    asked = sum(states.values())
    page = week_name(week.key)
    return WeekLine(
        name=week.bare,
        counted=week.year is None,
        page=page,
        year=week.of_year,
        first=week.first,
        last=week.last,
        meetings=meetings,
        questions=asked,
        states=state_counts(states),
    )


def asked_by_week(site: Site, first: date, last: date) -> dict[Week, States]:
    """How the questions stand now that were asked in each week."""
    asked: dict[Week, list[States]] = {}
    for day, state, count in site.library.questions.asked_by_day(first, last):
        asked.setdefault(week_of(day, site.settings.start), []).append({state: count})
    return {week: together(states) for week, states in asked.items()}
