"""Show the board of papers: what is to come, what happened, what is missing, by the plan and by the notes."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from studylog.core.listed import ListedPaper
from studylog.core.papers.states import WORDS, PaperState, days_late, last_day, next_day, state_of


class PaperStanding(NamedTuple):
    """A paper and how it stands on a day; `days_late` is how long after its day it was presented or waits."""

    paper: ListedPaper
    state: PaperState
    days_late: int | None


_PAST = ("slides-missing", "presented", "presented-by-another", "never-happened")


def board(papers: Sequence[ListedPaper], today: date) -> tuple[PaperStanding, ...]:
    """The papers by state, what somebody has to do first; what was is newest first, what comes in order."""
    day = next_day(papers, today)
    by_state: dict[PaperState, list[PaperStanding]] = {state: [] for state in WORDS}
    for paper in sorted(papers, key=lambda one: one.title):
        one = PaperStanding(paper, state_of(paper, today, day), days_late(paper, today))
        by_state[one.state].append(one)
    for state, found in by_state.items():
        past = state in _PAST
        found.sort(key=lambda one: last_day(one.paper) or (date.min if past else date.max), reverse=past)
    return tuple(one for found in by_state.values() for one in found)


def without_slides(standings: Sequence[PaperStanding]) -> tuple[PaperStanding, ...]:
    """Those that were presented without slides that can be opened."""
    return tuple(one for one in standings if one.paper.slides_missing)


def planned(standings: Sequence[PaperStanding]) -> tuple[PaperStanding, ...]:
    """Those that were planned, in the order of the plan; what has no day comes last."""
    found = [one for one in standings if one.paper.is_planned]
    return tuple(sorted(found, key=lambda one: (one.paper.planned_on or date.max, one.paper.title)))
