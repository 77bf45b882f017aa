"""The digest of a week, made to be printed and mailed."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from studylog.core.dates.weeks import Week
from studylog.core.digest.meetings.lines import MeetingLine, meeting_line
from studylog.core.digest.months import Beside
from studylog.core.digest.pagenames import week_name
from studylog.core.digest.papers.lines import PaperLine, paper_line
from studylog.core.digest.questions.answers import AnswerLine, telling_answer
from studylog.core.digest.questions.counts import StateCount, state_counts, together
from studylog.core.digest.questions.groups import heading
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target
from studylog.core.i18n import Message
from studylog.core.library import NoteEntry, QuestionEntry
from studylog.core.people.attendance import Presence
from studylog.core.text import brief
from studylog.core.values import dataclass
from studylog.core.words import PRESENCES

_MEETINGS, _ASKED, _ANSWERED, _PROMISES = 60, 150, 60, 60


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A question of a week, its most telling answer, the one it is a duplicate of, and why it was closed."""

    line: QuestionLine
    answer: AnswerLine | None
    original: QuestionLine | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """What was asked about a lecture in a week."""

    name: Message | None
    title: str | None
    page: str | None
    lines: tuple[AskedLine, ...]


@dataclass(frozen=True, slots=True)
class WeekPromise:
    """Something that was promised in a week."""

    text: str
    who: str | None
    due: date | None
    done: bool
    note: Target


@dataclass(frozen=True, slots=True)
class WeekOfPerson:
    """A person, and how they were at each meeting of a week; None where its note does not say."""

    name: str
    there: tuple[tuple[Presence, Message] | None, ...]


@dataclass(frozen=True, slots=True)
class WeekPage:
    """One week; where it had more than a page holds, `…_total` counts all."""

    name: Message
    first: date
    last: date
    meetings: tuple[MeetingLine, ...]
    meetings_total: int
    people: tuple[WeekOfPerson, ...]
    asked: tuple[AskedGroup, ...]
    asked_here: int
    asked_total: int
    states: tuple[StateCount, ...]
    answered: tuple[AnswerLine, ...]
    answered_total: int
    papers: tuple[PaperLine, ...]
    promises: tuple[WeekPromise, ...]
    previous: Beside | None
    following: Beside | None


def week_page(site: Site, weeks: Sequence[Week], week: Week) -> WeekPage:
    """The digest of one of several weeks, the same on whatever day it is made."""
    library, span = site.library, (week.first, week.last)
    entries = library.meetings.between(*span, _MEETINGS)
    lines = tuple(meeting_line(site, entry) for entry in entries)
    asked = library.questions.asked_between(*span, _ASKED)
    states = together({state: count} for _, state, count in library.questions.asked_by_day(*span))
    here = weeks.index(week)
    return WeekPage(
        name=week.name,
        first=week.first,
        last=week.last,
        meetings=lines,
        meetings_total=sum(n for day, n in library.meetings.days() if week.first <= day <= week.last),
        people=_people(lines),
        asked=tuple(_asked(site, asked)),
        asked_here=len(asked),
        asked_total=sum(states.values()),
        states=state_counts(states),
        answered=tuple(
            one
            for entry in library.questions.answered_between(*span, _ANSWERED)
            if (one := telling_answer(site, entry))
        ),
        answered_total=library.questions.count_answered_between(*span),
        papers=_papers(site, entries),
        promises=tuple(_promises(entries))[:_PROMISES],
        previous=_beside(weeks[here + 1]) if here + 1 < len(weeks) else None,
        following=_beside(weeks[here - 1]) if here else None,
    )


def _beside(week: Week) -> Beside:
    return Beside(week.name, week_name(week.key))


def _people(meetings: Sequence[MeetingLine]) -> tuple[WeekOfPerson, ...]:
    names = dict.fromkeys(person.name for line in meetings for person in line.people)
    there = [
        {person.name: (person.presence, PRESENCES[person.presence]) for person in line.people}
        for line in meetings
    ]
    return tuple(WeekOfPerson(name, tuple(one.get(name) for one in there)) for name in names)


def _asked(site: Site, entries: Sequence[QuestionEntry]) -> Iterable[AskedGroup]:
    by_lecture = groupby(entries, key=lambda one: (one.question.course, one.question.lecture))
    for (course, number), group in by_lecture:
        lines = tuple(_asked_line(site, one) for one in group)
        yield AskedGroup(*heading(site, course, number), lines)


def _asked_line(site: Site, entry: QuestionEntry) -> AskedLine:
    question = entry.question
    original = site.library.questions.one(question.duplicate_of) if question.duplicate_of else None
    return AskedLine(
        line=question_line(site, entry),
        answer=telling_answer(site, entry),
        original=question_line(site, original) if original else None,
        reason=question.reason or None,
    )


def _papers(site: Site, entries: Iterable[NoteEntry]) -> tuple[PaperLine, ...]:
    papers = {paper.id: paper for entry in entries for paper in site.library.papers.in_note(entry.page)}
    return tuple(paper_line(site, paper) for paper in papers.values())


def _promises(entries: Iterable[NoteEntry]) -> Iterable[WeekPromise]:
    for entry in entries:
        target = Target(entry.note.title, entry.page)
        for one in entry.note.promises:
            yield WeekPromise(brief(one.text), ", ".join(one.people) or None, one.due, one.done, target)
