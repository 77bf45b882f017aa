"""What of a notebook can be found: its questions with their answers, the prose of its notes, its papers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from studylog.core.model import Collection, Lecture, Note, Paper, Question
from studylog.core.people import Roster
from studylog.core.search.documents import Document
from studylog.core.text import nfc

# A longer note is found in pieces, each from a heading on.
_LONG = 2500


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a note says from a heading, with its address, to the next; before the first, both are empty."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """What a note says outside its questions, and what it says to each of them, as pairs of id and text.

    `links` are the addresses that the note leads to, which nobody reads in its text.
    """

    stretches: tuple[Stretch, ...]
    replies: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()


class Pages(Protocol):
    """Where things are shown; the addresses of a site are such, and so are places in files."""

    @property
    def notes(self) -> Mapping[str, str]:
        """Where notes are shown, by path."""

    @property
    def questions(self) -> Mapping[str, str]:
        """Where questions are shown, by id."""

    @property
    def papers(self) -> Mapping[str, str]:
        """Where papers are shown, by id."""


def documents_of(
    collection: Collection, prose: Mapping[str, Prose], pages: Pages, roster: Roster
) -> Iterator[Document]:
    """All that can be found in a notebook; `prose` is that of each note by its path."""
    notes = {note.path: note for note in reversed(collection.notes)}
    replies: dict[str, list[str]] = {}
    for path, note in notes.items():
        yield from _notes(note, prose[path], pages.notes[path], roster)
        for id_, text in prose[path].replies:
            replies.setdefault(id_, []).append(text)
    lectures = {(lecture.course, lecture.number): lecture for lecture in collection.lectures}
    papers: dict[str, list[str]] = {}
    for paper in collection.papers:
        for id_ in paper.questions:
            papers.setdefault(id_, []).append(paper.title)
    for question in collection.questions:
        lecture = lectures.get((question.course, question.lecture or 0))
        titles = [notes[place.path].title for place in question.places if place.path in notes]
        titles += papers.get(question.id, ())
        yield _question(question, lecture, titles, replies.get(question.id, ()), pages, roster)
    for paper in collection.papers:
        yield _paper(paper, prose, pages, roster)


def _notes(note: Note, prose: Prose, page: str, roster: Roster) -> Iterator[Document]:
    """A note in one piece, or in several when it is long."""
    header = note.header
    people = [name for name in (header.author, header.moderator, *header.attendees) if name]
    lectures = {str(lecture.number) for lecture in note.lectures}
    facets = (
        ("kind", "note"),
        *(("lecture", number) for number in sorted(lectures)),
        *_course(note.course),
        *_people(roster, people),
    )
    extra = [value for _, value in header.extra]
    about = _lines((note.course, header.author, *extra, *prose.links))
    for number, piece in enumerate(_pieces(prose.stretches)):
        anchor = piece[0].anchor if number else ""
        headings = [stretch.heading for stretch in piece]
        yield Document(
            id=f"note:{note.path}" + (f"#{number}" if number else ""),
            kind=note.kind if note.kind == "meeting" else "note",
            url=page + (f"#{anchor}" if anchor else ""),
            title=note.title,
            heading=_lines(headings if number else (*headings, *header.tags)),
            text=_lines(stretch.text for stretch in piece),
            about=note.course or "" if number else about,
            day=note.date,
            facets=facets,
        )


def _pieces(stretches: tuple[Stretch, ...]) -> Iterator[tuple[Stretch, ...]]:
    piece: list[Stretch] = []
    length = 0
    for stretch in stretches:
        if piece and length + len(stretch.text) > _LONG:
            yield tuple(piece)
            piece, length = [], 0
        piece.append(stretch)
        length += len(stretch.text)
    yield tuple(piece)


def _question(
    question: Question,
    lecture: Lecture | None,
    titles: Iterable[str],
    replies: Iterable[str],
    pages: Pages,
    roster: Roster,
) -> Document:
    number = None if question.lecture is None else str(question.lecture)
    people = [name for name in (question.asked_by, *(answer.by for answer in question.answers)) if name]
    place = (question.course, f"{number}강" if number else None, lecture.title if lecture else None)
    return Document(
        id=f"question:{question.id}",
        kind="question",
        url=pages.questions[question.id],
        heading=nfc(question.text),
        text=_lines(replies),
        about=_lines((*place, *people, *titles)),
        day=max((place.date for place in question.places if place.date), default=None),
        facets=(
            *_course(question.course),
            *((("lecture", number),) if number else ()),
            *_people(roster, people),
        ),
    )


def _paper(paper: Paper, prose: Mapping[str, Prose], pages: Pages, roster: Roster) -> Document:
    shown = [
        stretch.text
        for presentation in paper.presented
        if presentation.path in prose
        for stretch in prose[presentation.path].stretches
        if stretch.anchor and stretch.anchor == presentation.anchor
    ]
    planned = paper.planned.date if paper.planned else None
    names = dict.fromkeys((paper.title, *paper.aliases))
    return Document(
        id=f"paper:{paper.id}",
        kind="paper",
        url=pages.papers[paper.id],
        title=" · ".join(names),
        text=_lines(shown),
        about=_lines((str(paper.year or ""), paper.presenter, paper.url)),
        day=max((one.date for one in paper.presented if one.date), default=planned),
        facets=tuple(_people(roster, (paper.presenter,) if paper.presenter else ())),
    )


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(nfc(text) for text in texts if text)


def _course(course: str | None) -> tuple[tuple[str, str], ...]:
    return (("course", course),) if course else ()


def _people(roster: Roster, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Everything that people are called by."""
    for name in dict.fromkeys(names):
        person = roster.resolve(name).person
        for called in (person.name, *person.aliases) if person else (name,):
            yield "person", called
