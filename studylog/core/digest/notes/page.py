"""The page of one note: its text in reading order, each question as a card, and what belongs beside it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from studylog.core.dates.labels import week_name
from studylog.core.dates.weeks import week_of
from studylog.core.digest.leading import place
from studylog.core.digest.meetings.attendance import Attendee, attendees
from studylog.core.digest.meetings.lines import meeting_type
from studylog.core.digest.notes.askers import without_asker
from studylog.core.digest.pagenames import week_name as week_page_name
from studylog.core.digest.papers.lines import PaperLine, paper_line
from studylog.core.digest.questions.counts import StateCount, state_counts
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.questions.replies import Reply, replies
from studylog.core.digest.site import Site
from studylog.core.digest.source import source
from studylog.core.digest.targets import Target, card_target, note_target
from studylog.core.i18n import Message
from studylog.core.library import NoteEntry, QuestionEntry
from studylog.core.model import Note, Part, Promise, Section
from studylog.core.values import dataclass, replace
from studylog.core.words import lecture_name

_BACKLINKS = 40


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A question where it stands in its note; `anchor` is None where the note has it for a second time.

    `written` is its line in the file, `source` where that can be read; `elsewhere` counts its answers
    in other notes; `turns` is whether it is about another lecture than the one before it.
    """

    anchor: str | None
    line: QuestionLine
    html: str
    context: str
    replies: tuple[Reply, ...]
    promise: Promise | None
    parent: Target | None
    written: int
    source: str | None
    elsewhere: int
    turns: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page: prose, or a card."""

    html: str
    card: QuestionCard | None


@dataclass(frozen=True, slots=True)
class LectureTouched:
    """A lecture of a note, and how the questions about it stand here."""

    name: Message
    page: str | None
    questions: int


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """A question of a note that later notes go on with, and the last of these."""

    line: QuestionLine
    last: Target


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note with everything that stands around it; of many notes that link to it, the newest.

    Where its `people` are stated nowhere, those who are `seen` in it are told. There is no `author` beside
    people of whom one is told to have written it.
    """

    title: str
    meeting: bool
    type: str
    day: date | None
    week: Message | None
    course: str | None
    author: str | None
    people: tuple[Attendee, ...]
    seen: tuple[Attendee, ...]
    blocks: tuple[Block, ...]
    sketch: bool
    questions: tuple[QuestionLine, ...]
    states: tuple[StateCount, ...]
    lectures: tuple[LectureTouched, ...]
    papers: tuple[PaperLine, ...]
    promises: tuple[Promise, ...]
    carried_in: tuple[QuestionLine, ...]
    carried_on: tuple[CarriedOn, ...]
    contents: tuple[Section, ...]
    backlinks: tuple[Target, ...]
    backlinks_total: int
    previous: Target | None
    following: Target | None
    created: datetime | None
    updated: datetime | None
    tags: tuple[str, ...]
    path: str
    source: str | None
    week_page: str | None


def note_page(site: Site, entry: NoteEntry) -> NotePage:
    """The page of a note, with its text in order."""
    note, library = entry.note, site.library
    people = attendees(site, note)
    seen = tuple(one for one in people if one.presence == "seen")
    told = not seen and any(one.scribe for one in people)
    questions = library.questions.in_note(entry.page)
    previous, following = library.meetings.beside(entry.page)
    linking = library.notes.linking_to(entry.page, _BACKLINKS)
    return NotePage(
        title=note.title,
        meeting=note.kind == "meeting",
        type=meeting_type(site, note),
        day=note.date,
        week=_called(site, note),
        course=note.course,
        author=None if told else note.header.author,
        people=people,
        seen=seen,
        blocks=_blocks(site, entry, questions),
        sketch=all(section.empty for section in note.sections),
        questions=tuple(question_line(site, question) for question in questions),
        states=state_counts(Counter(one.question.state for one in questions)),
        lectures=_lectures(site, note),
        papers=tuple(paper_line(site, paper) for paper in library.papers.in_note(entry.page)),
        promises=library.promises.in_note(entry.page),
        carried_in=_carried_in(site, note),
        carried_on=tuple(_carried_on(site, note, questions)),
        contents=tuple(section for section in note.sections if not section.empty and section.anchor),
        backlinks=tuple(card_target(card) for card in linking),
        backlinks_total=(
            len(linking) if len(linking) < _BACKLINKS else library.notes.count_linking_to(entry.page)
        ),
        previous=card_target(previous) if previous else None,
        following=card_target(following) if following else None,
        created=note.header.created,
        updated=note.header.updated,
        tags=note.header.tags,
        path=note.path,
        source=source(site, note.path),
        week_page=_week(site, note),
    )


def _carried_in(site: Site, note: Note) -> tuple[QuestionLine, ...]:
    found = (site.library.questions.one(id_) for id_ in dict.fromkeys(one.id for one in note.carried))
    return tuple(question_line(site, entry) for entry in found if entry)


def _carried_on(site: Site, note: Note, questions: Sequence[QuestionEntry]) -> Iterator[CarriedOn]:
    for entry in questions:
        paths = [place.path for place in entry.question.places if place.carried and place.path != note.path]
        last = note_target(site, paths[-1]) if paths else None
        if last:
            yield CarriedOn(question_line(site, entry), last)


def _called(site: Site, note: Note) -> Message | None:
    """What the week of a note is called: with the day of the study in it, or as the calendar counts."""
    in_study = week_name(note.date, site.settings.start)
    return in_study or (week_of(note.date, site.settings.start).name if note.date else None)


def _week(site: Site, note: Note) -> str | None:
    """The page of the week of a meeting."""
    if note.kind != "meeting" or note.date is None:
        return None
    return week_page_name(week_of(note.date, site.settings.start).key)


def _blocks(site: Site, entry: NoteEntry, questions: Sequence[QuestionEntry]) -> tuple[Block, ...]:
    """The text in stretches, with its links in their places."""
    note, body = entry.note, site.library.notes.body(entry.page)
    known = {one.question.id: one for one in questions}
    put = partial(place, site, note.path, entry.page, body)
    seen: set[str] = set()
    lecture: Message | None = None
    blocks = []
    for part in body.parts if body else ():
        card = _card(site, note, _placed(part, put), known, seen) if part.question is not None else None
        if card:
            card, lecture = replace(card, turns=card.line.lecture != lecture), card.line.lecture
        blocks.append(Block("" if card else put(part.html), card))
    return tuple(blocks)


def _placed(part: Part, put: Callable[[str], str]) -> Part:
    answers = tuple(put(answer) for answer in part.answers)
    return replace(part, html=put(part.html), context=put(part.context), answers=answers)


def _card(
    site: Site, note: Note, part: Part, known: Mapping[str, QuestionEntry], seen: set[str]
) -> QuestionCard | None:
    written = note.questions[part.question or 0]
    question = known.get(written.id)
    if question is None:
        return None
    anchor = None if written.id in seen else written.id
    seen.add(written.id)
    parent = note.questions[written.parent] if written.parent is not None else None
    told = written.asked_by is not None and written.asked_by == question.question.asked_by
    return QuestionCard(
        anchor=anchor,
        line=question_line(site, question),
        html=part.html,
        context=without_asker(part.context) if told else part.context,
        replies=replies(site, written.answers, part.answers),
        promise=written.promise,
        parent=Target(parent.number or parent.id, parent.id) if parent else None,
        written=written.place.line,
        source=source(site, note.path, written.place.line),
        elsewhere=sum(answer.place.path != note.path for answer in question.question.answers),
        turns=True,
    )


def _lectures(site: Site, note: Note) -> tuple[LectureTouched, ...]:
    keys = [(lecture.course or note.course, lecture.number) for lecture in note.lectures]
    asked = [(question.course, question.lecture) for question in note.questions if question.lecture]
    touched = []
    for course, number in dict.fromkeys([*keys, *asked]):
        name = lecture_name(course, number)
        if name is not None and number is not None:
            page = site.library.lectures.page(course, number)
            touched.append(LectureTouched(name, page, asked.count((course, number))))
    return tuple(touched)
