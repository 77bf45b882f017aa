"""Which notes are meant: by day, type, people, lecture, paper and words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from studylog.core.model import Collection, Note
from studylog.core.people import Roster
from studylog.core.text import fold, nfc


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the notes shall have; None asks for nothing. Person and course are named as the team does."""

    since: date | None = None
    until: date | None = None
    type: str | None = None
    person: str | None = None
    course: str | None = None
    lecture: int | None = None
    paper: str | None = None
    match: str | None = None


def wanted_notes(
    collection: Collection, wanted: Wanted, roster: Roster, text_of: Callable[[str], str]
) -> tuple[Note, ...]:
    """The notes that have all that is wanted, pages first, then meetings in order of their days.

    `text_of` gives the text of the note with a path; it is asked only for notes that have all the rest.
    """
    rules: tuple[Callable[[Note], bool], ...] = (
        lambda note: wanted.since is None or (note.date is not None and note.date >= wanted.since),
        lambda note: wanted.until is None or (note.date is not None and note.date <= wanted.until),
        lambda note: wanted.type is None or note.type == wanted.type,
        lambda note: wanted.course is None or wanted.course in _courses(note),
        lambda note: wanted.lecture is None or wanted.lecture in _lectures(note, wanted.course),
        lambda note: wanted.person is None or wanted.person in _people(note, roster),
        lambda note: wanted.paper is None or _has_paper(note, wanted.paper),
        lambda note: wanted.match is None or _plain(wanted.match) in _plain(text_of(note.path)),
    )
    found = (note for note in collection.notes if all(rule(note) for rule in rules))
    return tuple(sorted(found, key=lambda note: (note.date or date.min, note.path)))


def _courses(note: Note) -> set[str | None]:
    mentioned = {mention.course for mention in note.lectures}
    return {note.course, *mentioned, *(question.course for question in note.questions)}


def _lectures(note: Note, course: str | None) -> set[int | None]:
    """The lectures that a note speaks of; of one course where one is wanted."""
    spoken_of = {(mention.course, mention.number) for mention in note.lectures}
    asked_about = {(question.course, question.lecture) for question in note.questions}
    return {number for of, number in spoken_of | asked_about if course is None or of == course}


def _people(note: Note, roster: Roster) -> set[str]:
    """Who was there, wrote, led or presented."""
    header = note.header
    names = {*header.attendees, header.author, header.moderator}
    names |= {presenter for paper in note.papers if not paper.planned for presenter in paper.presenters}
    return {roster.canonical(name) for name in names if name}


def _has_paper(note: Note, words: str) -> bool:
    titles = (title for paper in note.papers for title in (*paper.titles, *paper.aliases))
    return any(fold(words) in fold(title) for title in titles)


def _plain(text: str) -> str:
    return nfc(text).casefold()
