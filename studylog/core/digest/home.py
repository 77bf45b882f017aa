"""The first page: what is today, what is open, what was promised, and what came last."""

from datetime import date, timedelta
from typing import Literal

from studylog.core.dates.labels import dated_label
from studylog.core.digest.heat import Heat, heat
from studylog.core.digest.meetings.agenda import Meeting, PromiseLine, meeting, promise_lines
from studylog.core.digest.overtime import OverTime, over_time
from studylog.core.digest.papers.lines import PaperLine, paper_line
from studylog.core.digest.questions.answers import AnswerLine, latest_answers
from studylog.core.digest.questions.counts import StateCount, state_counts, unsettled
from studylog.core.digest.questions.groups import QuestionGroup, newest_groups
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.library import Around, NoteEntry
from studylog.core.values import dataclass

Lead = Literal["today", "next", "last", "none"]

_OPEN, _PAPERS, _PROMISES, _FOLDED, _ANSWERS = 14, 6, 6, 94, 7
_SOON = timedelta(days=14)
# Beyond that, a day says more than a number of days.
_RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything the first page answers; `more_promises` are folded below the others."""

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
    oldest: Message | None
    coming: tuple[PaperLine, ...]
    coming_total: int
    missing: tuple[PaperLine, ...]
    missing_total: int
    promises: tuple[PromiseLine, ...]
    more_promises: tuple[PromiseLine, ...]
    promises_total: int
    answers: tuple[AnswerLine, ...]
    heat: Heat | None
    over_time: OverTime | None


def home_page(site: Site, today: date) -> HomePage:
    """The first page, seen from a day: ages and what is due depend on it, nothing else does."""
    library = site.library
    near = library.meetings.near(today)
    lead, main = _lead(near, today)
    states, papers = library.questions.states(), library.papers.counts()
    open_total = unsettled(states)
    promises = promise_lines(site, today, _PROMISES + _FOLDED)
    return HomePage(
        today=today,
        lead=lead,
        main=meeting(site, main, today),
        last=meeting(site, near.last if main is not near.last else None, today),
        next=meeting(site, near.next if main is not near.next else None, today),
        carried=_carried(site, near.last),
        promised=sum(not promise.done for promise in near.last.note.promises) if near.last else 0,
        states=state_counts(states),
        total=sum(states.values()),
        open=newest_groups(site, _OPEN, today),
        open_total=open_total,
        oldest=_oldest(site, today),
        coming=tuple(paper_line(site, paper) for paper in library.papers.coming(today, _PAPERS)),
        coming_total=papers.planned,
        missing=tuple(paper_line(site, paper) for paper in library.papers.missing(_PAPERS)),
        missing_total=papers.missing,
        promises=promises[:_PROMISES],
        more_promises=promises[_PROMISES:],
        promises_total=library.promises.count(),
        answers=latest_answers(site, _ANSWERS),
        heat=heat(site),
        over_time=over_time(site),
    )


def _lead(near: Around, today: date) -> tuple[Lead, NoteEntry | None]:
    coming = near.next
    if near.today:
        return "today", near.today
    if coming and coming.note.date and coming.note.date - today <= _SOON:
        return "next", coming
    return ("last", near.last) if near.last else ("next", coming) if coming else ("none", None)


def _oldest(site: Site, today: date) -> Message | None:
    day = site.library.questions.unsettled_since()
    if day is None or day >= today:
        return None
    if today - day <= _RECENT:
        return say("the oldest is {n:day/days} old", n=(today - day).days)
    return say("the oldest is of {day}", day=dated_label(day, site.language))


def _carried(site: Site, last: NoteEntry | None) -> int:
    return unsettled(site.library.questions.states_in(last.page)) if last else 0
