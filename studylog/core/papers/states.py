"""How a paper stands on a day: coming, late, presented as planned or by another, without slides, never."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

from studylog.core.i18n import Message, say
from studylog.core.model import Paper

PaperState = Literal[
    "next",
    "late",
    "slides-missing",
    "planned",
    "presented",
    "presented-by-another",
    "never-happened",
    "listed",
]
"""`listed` is a paper that nobody planned or presented: it only stands in the list, or in a note about it."""

GIVEN_UP_AFTER = timedelta(days=14)
"""A paper that was not presented so long after its day is not late any more: it never happened."""

WORDS: Mapping[PaperState, Message] = {
    "next": say("Next"),
    "late": say("Late"),
    "slides-missing": say("Slides missing"),
    "planned": say("Planned"),
    "presented": say("Presented"),
    "presented-by-another": say("Presented by another"),
    "never-happened": say("Never happened"),
    "listed": say("Only listed"),
}
"""The states in the order of the board, and what each is called: what somebody has to do comes first."""


def next_day(papers: Iterable[Paper], today: date) -> date | None:
    """The day of the papers that are next: the first from today on for which one is planned."""
    return min((day for paper in papers if (day := _waits_for(paper)) and day >= today), default=None)


def state_of(paper: Paper, today: date, next_planned: date | None) -> PaperState:
    """How a paper stands on a day, by the day of those that are next."""
    if paper.presented:
        if paper.slides_missing:
            return "slides-missing"
        return "presented-by-another" if paper.by_another else "presented"
    if paper.planned is None:
        return "listed"
    day = paper.planned.date
    if day is None or day >= today:
        return "next" if day is not None and day == next_planned else "planned"
    return "late" if today - day <= GIVEN_UP_AFTER else "never-happened"


def days_late(paper: Paper, today: date) -> int | None:
    """By how many days a paper was presented after its day, or waits by now; less than 0 is before it."""
    planned = paper.planned.date if paper.planned else None
    days = [one.date for one in paper.presented if one.date]
    if planned is None or (paper.presented and not days):
        return None
    if days:
        return (min(days) - planned).days
    return (today - planned).days if today > planned else None


def _waits_for(paper: Paper) -> date | None:
    return paper.planned.date if paper.planned and not paper.presented else None
