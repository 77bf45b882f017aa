"""The page of one note: its text in reading order, each question as a card, and what belongs beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from studylog.core.digest.attendance import Attendee, attendees
from studylog.core.digest.lines import (
    QuestionLine,
    StateCount,
    Target,
    question_line,
    questions_in,
    state_counts,
)
from studylog.core.digest.meetings import meeting_type, neighbours
from studylog.core.digest.papers import PaperLine, paper_line
from studylog.core.digest.replies import Reply, replies
from studylog.core.digest.site import Site
from studylog.core.digest.words import lecture_name, week_name
from studylog.core.i18n import Message
from studylog.core.model import Note, Part, Promise, Section


@dataclass(frozen=True, slots=True)
class Card:
    """A question where it stands in its note; `anchor` is None where the note has it for a second time."""

    anchor: str | None
    line: QuestionLine
    html: str
    context: str
    replies: tuple[Reply, ...]
    promise: Promise | None
    parent: Target | None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page: prose, or a card."""

    html: str
    card: Card | None


@dataclass(frozen=True, slots=True)
class LectureTouched:
    """A lecture of a note, and how the questions about it stand here."""

    name: Message
    page: str | None
    questions: int


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note with everything that stands around it."""

    title: str
    meeting: bool
    type: str
    day: date | None
    week: Message | None
    course: str | None
    author: str | None
    people: tuple[Attendee, ...]
    blocks: tuple[Block, ...]
    sketch: bool
    questions: tuple[QuestionLine, ...]
    states: tuple[StateCount, ...]
    lectures: tuple[LectureTouched, ...]
    papers: tuple[PaperLine, ...]
    promises: tuple[Promise, ...]
    contents: tuple[Section, ...]
    backlinks: tuple[Target, ...]
    previous: Target | None
    following: Target | None
    created: datetime | None
    updated: datetime | None
    tags: tuple[str, ...]
    path: str


def note_page(site: Site, note: Note, parts: Sequence[Part], backlinks: Sequence[str] = ()) -> NotePage:
    """The page of a note from the parts of its text; `backlinks` are the paths of notes that link here."""
    questions = questions_in(site, note)
    previous, following = neighbours(site, note)
    return NotePage(
        title=note.title,
        meeting=note.kind == "meeting",
        type=meeting_type(site, note),
        day=note.date,
        week=week_name(note.date, site.settings.start),
        course=note.course,
        author=note.header.author,
        people=attendees(site, note),
        blocks=_blocks(site, note, parts),
        sketch=all(section.empty for section in note.sections),
        questions=tuple(question_line(site, question) for question in questions),
        states=state_counts(questions),
        lectures=_lectures(site, note),
        papers=tuple(paper_line(site, paper) for paper in site.papers_of.get(note.path, ())),
        promises=note.promises,
        contents=tuple(section for section in note.sections if not section.empty and section.anchor),
        backlinks=tuple(Target(site.notes[path].title, site.addresses.notes[path]) for path in backlinks),
        previous=previous,
        following=following,
        created=note.header.created,
        updated=note.header.updated,
        tags=note.header.tags,
        path=note.path,
    )


def _blocks(site: Site, note: Note, parts: Sequence[Part]) -> tuple[Block, ...]:
    seen: set[str] = set()
    blocks = []
    for part in parts:
        card = _card(site, note, part, seen) if part.question is not None else None
        blocks.append(Block("" if card else part.html, card))
    return tuple(blocks)


def _card(site: Site, note: Note, part: Part, seen: set[str]) -> Card | None:
    written = note.questions[part.question or 0]
    question = site.questions.get(written.id)
    if question is None:
        return None
    anchor = None if written.id in seen else written.id
    seen.add(written.id)
    parent = note.questions[written.parent] if written.parent is not None else None
    return Card(
        anchor=anchor,
        line=question_line(site, question),
        html=part.html,
        context=part.context,
        replies=replies(site, written.answers, part.answers),
        promise=written.promise,
        parent=Target(parent.number or parent.id, parent.id) if parent else None,
    )


def _lectures(site: Site, note: Note) -> tuple[LectureTouched, ...]:
    keys = [(lecture.course or note.course, lecture.number) for lecture in note.lectures]
    asked = [(question.course, question.lecture) for question in note.questions if question.lecture]
    touched = []
    for course, number in dict.fromkeys([*keys, *asked]):
        name = lecture_name(course, number)
        if name is not None and number is not None:
            page = site.addresses.lectures.get((course, number))
            touched.append(LectureTouched(name, page, asked.count((course, number))))
    return tuple(touched)
