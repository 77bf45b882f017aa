"""A meeting on one line, as it stands on every list."""

from collections.abc import Sequence
from datetime import date

from studylog.core.dates.titled import subject
from studylog.core.digest.meetings.attendance import Attendee, attendees
from studylog.core.digest.questions.counts import StateCount, state_counts
from studylog.core.digest.site import Site
from studylog.core.grammar.vocabulary.titlewords import NUMBERING
from studylog.core.header.keys import type_title
from studylog.core.i18n import Message
from studylog.core.library import NoteEntry
from studylog.core.model import Note
from studylog.core.text import BRIEF, brief, without_emoji
from studylog.core.values import dataclass
from studylog.core.words import lecture_name

_SUMMARY = 90


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting on a list: what it dealt with in one line.

    `summary` is the first thing that was asked, else what its sections are about, and `html` the former with
    its formulas and code, where it is short; `course` is that of the note.
    """

    day: date | None
    page: str
    title: str
    type: str
    course: str | None
    summary: str
    html: str | None
    lectures: tuple[Message, ...]
    papers: tuple[str, ...]
    questions: int
    states: tuple[StateCount, ...]
    people: tuple[Attendee, ...]
    present: int


def meeting_line(site: Site, entry: NoteEntry) -> MeetingLine:
    """A meeting on one line."""
    if entry.page not in site.lines:
        site.lines[entry.page] = _line(site, entry)
    line: MeetingLine = site.lines[entry.page]
    return line


def _line(site: Site, entry: NoteEntry) -> MeetingLine:
    note = entry.note
    states = site.library.questions.states_in(entry.page)
    people = attendees(site, note)
    papers = _presented(note)
    return MeetingLine(
        day=note.date,
        page=entry.page,
        title=subject(note.title),
        type=meeting_type(site, note),
        course=note.course,
        summary=_summary(note, papers),
        html=_asked_first(site, entry),
        lectures=_lectures(note),
        papers=papers,
        questions=sum(states.values()),
        states=state_counts(states),
        people=people,
        present=sum(person.presence in ("present", "seen") for person in people),
    )


def meeting_type(site: Site, note: Note) -> str:
    """What people call the type of a meeting; empty where it has none."""
    return type_title(note.type, site.language) if note.type else ""


def _presented(note: Note) -> tuple[str, ...]:
    """The papers of a meeting: all of those that one heading names."""
    presented = (paper for paper in note.papers if paper.role == "presented")
    return tuple(dict.fromkeys(title for paper in presented for title in paper.titles))


def _summary(note: Note, papers: Sequence[str]) -> str:
    asked = next((question.text for question in note.questions), "")
    if asked:
        return brief(asked, _SUMMARY)
    sections = (_named(section.title) for section in note.sections if not section.empty and section.level > 1)
    # The papers stand above it on every list.
    named = (name for name in dict.fromkeys(sections) if name and name not in papers)
    return brief(" · ".join(named), _SUMMARY)


def _named(title: str) -> str:
    """What a section is about: its number and its emoji belong to the note."""
    return NUMBERING.sub("", without_emoji(title)).strip()


def _asked_first(site: Site, entry: NoteEntry) -> str | None:
    questions = entry.note.questions
    short = bool(questions) and len(questions[0].text) <= BRIEF
    return site.library.questions.first_in(entry.page) if short else None


def _lectures(note: Note) -> tuple[Message, ...]:
    """The lectures of a meeting; a course is named with its first one only."""
    keys = dict.fromkeys((lecture.course or note.course, lecture.number) for lecture in note.lectures)
    named: set[str | None] = set()
    names = []
    for course, number in sorted(keys, key=lambda key: (key[0] or "", key[1])):
        names.append(lecture_name(None if course in named else course, number))
        named.add(course)
    return tuple(name for name in names if name)
