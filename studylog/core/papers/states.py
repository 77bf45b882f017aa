"""How a paper stands on a day: coming, late, presented as planned or by another, without slides, never."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, Protocol

from studylog.core.i18n import Message, say

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
"""How long a paper can be late: after that, it is taken never to have been presented."""

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


class Scheduled(Protocol):
    """What tells how a paper stands: what was planned for it, and what happened."""

    @property
    def is_planned(self) -> bool:
        """Whether somebody was to present it, or a day was set."""

    @property
    def planned_on(self) -> date | None:
        """The day that it is planned for."""

    @property
    def is_presented(self) -> bool:
        """Whether it was presented."""

    @property
    def presented_on(self) -> tuple[date, ...]:
        """The days on which it was presented, as far as they are known."""

    @property
    def slides_missing(self) -> bool:
        """Whether it was presented, and none of its slides can be opened."""

    @property
    def by_another(self) -> bool:
        """Whether somebody else presented it than was planned."""


def next_day(papers: Iterable[Scheduled], today: date) -> date | None:
    """The day of the papers that are next: the first from today on for which one is planned."""
    waiting = (paper.planned_on for paper in papers if not paper.is_presented)
    return min((day for day in waiting if day and day >= today), default=None)


def state_of(paper: Scheduled, today: date, next_planned: date | None) -> PaperState:
    """How a paper stands on a day, by the day of those that are next."""
    if paper.is_presented:
        if paper.slides_missing:
            return "slides-missing"
        return "presented-by-another" if paper.by_another else "presented"
    if not paper.is_planned:
        return "listed"
    day = paper.planned_on
    if day is None or day >= today:
        return "next" if day is not None and day == next_planned else "planned"
    return "late" if today - day <= GIVEN_UP_AFTER else "never-happened"


def days_late(paper: Scheduled, today: date) -> int | None:
    """By how many days a paper was presented after its day, or has waited so far; before it, less than 0."""
    planned, days = paper.planned_on, paper.presented_on
    if planned is None or (paper.is_presented and not days):
        return None
    if days:
        return (min(days) - planned).days
    return (today - planned).days if today > planned else None


def last_day(paper: Scheduled) -> date | None:
    """The day of the last presentation, else that of the plan."""
    return max(paper.presented_on, default=paper.planned_on)
