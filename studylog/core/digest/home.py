"""The first page: what is today, what is open, what was promised, and what came last."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from studylog.core.digest.agenda import (
    AnswerLine,
    Meeting,
    PromiseLine,
    around,
    latest_answers,
    meeting,
    promise_lines,
)
from studylog.core.digest.heat import Heat, heat
from studylog.core.digest.lines import StateCount, question_line, questions_in, state_counts
from studylog.core.digest.papers import PaperLine, paper_line
from studylog.core.digest.questions import QuestionGroup, newest_groups
from studylog.core.digest.site import Site
from studylog.core.model import Note
from studylog.core.questions import UNSETTLED

Lead = Literal["today", "next", "last", "none"]

_OPEN, _PAPERS, _PROMISES, _ANSWERS = 20, 6, 6, 7
_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything the first page answers; `more_…` counts what it leaves to other pages."""

    today: date
    lead: Lead
    main: Meeting | None
    last: Meeting | None
    next: Meeting | None
    carried: int
    promised: int
    states: tuple[StateCount, ...]
    total: int
    open: tuple[QuestionGroup, ...]
    open_total: int
    oldest: int | None
    coming: tuple[PaperLine, ...]
    coming_total: int
    missing: tuple[PaperLine, ...]
    missing_total: int
    promises: tuple[PromiseLine, ...]
    promises_total: int
    answers: tuple[AnswerLine, ...]
    heat: Heat | None


def home_page(site: Site, today: date) -> HomePage:
    """The first page, seen from a day: ages and what is due depend on it, nothing else does."""
    near = around(site, today)
    lead, main = _lead(near.today, near.next, near.last, today)
    unsettled = [question for question in site.collection.questions if question.state in UNSETTLED]
    ages = [question_line(site, question, today).age or 0 for question in unsettled]
    papers = [paper_line(site, paper) for paper in site.collection.papers]
    coming = [paper for paper in papers if not paper.presented]
    coming.sort(key=lambda paper: _soonest(paper, today))
    missing = [paper for paper in papers if paper.missing]
    promises = promise_lines(site, today)
    return HomePage(
        today=today,
        lead=lead,
        main=meeting(site, main, today),
        last=meeting(site, near.last if main is not near.last else None, today),
        next=meeting(site, near.next if main is not near.next else None, today),
        carried=_carried(site, near.last),
        promised=sum(not promise.done for promise in near.last.promises) if near.last else 0,
        states=state_counts(site.collection.questions),
        total=len(site.collection.questions),
        open=newest_groups(site, unsettled, today, _OPEN),
        open_total=len(unsettled),
        oldest=max(ages, default=None),
        coming=tuple(coming[:_PAPERS]),
        coming_total=len(coming),
        missing=tuple(missing[:_PAPERS]),
        missing_total=len(missing),
        promises=promises[:_PROMISES],
        promises_total=len(promises),
        answers=tuple(islice(latest_answers(site), _ANSWERS)),
        heat=heat(site),
    )


def _lead(now: Note | None, coming: Note | None, last: Note | None, today: date) -> tuple[Lead, Note | None]:
    if now:
        return "today", now
    if coming and coming.date and coming.date - today <= _SOON:
        return "next", coming
    return ("last", last) if last else ("next", coming) if coming else ("none", None)


def _soonest(paper: PaperLine, today: date) -> tuple[int, date, str]:
    """Papers of the coming days first, then those without a day, then those whose day has passed."""
    if paper.day is None:
        return 1, date.max, paper.title
    return (0 if paper.day >= today else 2), paper.day, paper.title


def _carried(site: Site, last: Note | None) -> int:
    return sum(question.state in UNSETTLED for question in questions_in(site, last)) if last else 0
