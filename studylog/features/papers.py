"""Show the board of papers: what is to come, what happened, what is missing, by the plan and by the notes."""

from collections.abc import Sequence
from datetime import date

from studylog.core.model import Paper
from studylog.core.papers.states import WORDS, PaperState, days_late, next_day, state_of
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """A paper and how it stands on a day; `days_late` is how long after its day it was presented or waits."""

    paper: Paper
    state: PaperState
    days_late: int | None


def board(papers: Sequence[Paper], today: date) -> tuple[PaperStanding, ...]:
    """The papers by state, what somebody has to do first; what was is newest first, what comes in order."""
    day = next_day(papers, today)
    standings = [
        PaperStanding(paper, state_of(paper, today, day), days_late(paper, today)) for paper in papers
    ]
    order = list(WORDS)
    past = ("slides-missing", "presented", "presented-by-another", "never-happened")
    forward = sorted(standings, key=lambda one: (_day(one.paper) or date.max, one.paper.title))
    backward = sorted(standings, key=lambda one: one.paper.title)
    backward.sort(key=lambda one: _day(one.paper) or date.min, reverse=True)
    return tuple(
        one for state in order for one in (backward if state in past else forward) if one.state == state
    )


def without_slides(standings: Sequence[PaperStanding]) -> tuple[PaperStanding, ...]:
    """Those that were presented without slides that can be opened."""
    return tuple(one for one in standings if one.paper.slides_missing)


def planned(standings: Sequence[PaperStanding]) -> tuple[PaperStanding, ...]:
    """Those that were planned, in the order of the plan; what has no day comes last."""
    found = [one for one in standings if one.paper.planned]
    return tuple(sorted(found, key=lambda one: (_planned_day(one.paper) or date.max, one.paper.title)))


def _planned_day(paper: Paper) -> date | None:
    return paper.planned.date if paper.planned else None


def _day(paper: Paper) -> date | None:
    """The day of the last presentation, else that of the plan."""
    return max((one.date for one in paper.presented if one.date), default=_planned_day(paper))
