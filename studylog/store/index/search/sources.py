"""What documents of the search are made from: values as columns have them, which nobody has unpacked yet."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from sqlite3 import Connection
from typing import NamedTuple, TypeAlias

from studylog.core.model import Paper, Presentation, Question, QuestionPlace
from studylog.core.packing import picked
from studylog.store.index.columns import PROSE, cell, column, number_of
from studylog.store.index.touched import Thing

_REMEMBERED = 256
# A note and its questions follow each other: each of them asks for the words of the note.
_ALL = """SELECT 'note', page, rank_day AS day, path FROM note
    UNION ALL SELECT 'question', id, first_day, first_path FROM question
    UNION ALL SELECT 'paper', id, rank_day, NULL FROM paper
    UNION ALL SELECT 'slides', sha256, NULL, NULL FROM deck ORDER BY day, path, 1, 2"""
_NOTE = "SELECT page, note.value, text.prose FROM note JOIN text ON text.note = note.id WHERE note.page = ?"
_TITLE = "SELECT title FROM note WHERE path = ? ORDER BY path, file LIMIT 1"
_LECTURE = "SELECT title FROM lecture WHERE course = ? AND number = ?"
_DECK = """SELECT deck.value, min(meant.path) FROM deck JOIN meant USING (sha256)
    WHERE deck.sha256 = ? AND meant.ending = 'pdf' GROUP BY deck.sha256"""
_SHOWING = """SELECT value FROM paper
    WHERE id IN (SELECT paper FROM paper_slides WHERE sha256 = ?) ORDER BY id"""
_PAPERS = """SELECT DISTINCT paper.title FROM about JOIN paper_key ON paper_key.key = about.paper
    JOIN paper ON paper.id = paper_key.paper WHERE about.question = ? ORDER BY paper.title"""

PackedProse = tuple[str, bytes]
"""The path of a note, and its `Prose`, compressed."""


class NoteSource(NamedTuple):
    """A note: its page, its packed `Note`, its compressed `Prose`."""

    page: str
    value: str
    prose: bytes


class QuestionSource(NamedTuple):
    """A packed `Question`, what its lecture, notes and papers are called, and what its notes say."""

    id: str
    value: str
    lecture: str | None
    titles: tuple[str, ...]
    prose: tuple[PackedProse, ...]


class PaperSource(NamedTuple):
    """A packed `Paper`, and what the notes say in which it was presented."""

    id: str
    value: str
    prose: tuple[PackedProse, ...]


class SlidesSource(NamedTuple):
    """Slides: the hash and the path of their file, their packed `Deck`, and the `Paper`s that they show."""

    sha256: str
    path: str
    value: str
    papers: tuple[str, ...]


Source: TypeAlias = NoteSource | QuestionSource | PaperSource | SlidesSource
"""All that the documents of a thing are made from, besides the roster."""


def all_things(db: Connection) -> Iterator[Thing]:
    """Everything that can be found."""
    return (Thing(kind, key) for kind, key, *_ in db.execute(_ALL))


def count_of_things(db: Connection) -> int:
    """How many things can be found."""
    return number_of(db, f"SELECT count(*) FROM ({_ALL})")


class Sources:
    """What the documents of things are made from, as the index has it now."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._prose_of = lru_cache(_REMEMBERED)(self._prose)
        self._title_of = lru_cache(_REMEMBERED)(self._title)
        self._lecture_of = lru_cache(_REMEMBERED)(self._lecture)

    def of(self, thing: Thing) -> Source | None:
        """The source of a thing; None of one that is no longer there, or is no thing to find."""
        found = {
            "note": self._note,
            "question": self._question,
            "paper": self._paper,
            "slides": self._slides,
        }.get(thing.kind)
        return found(thing.key) if found else None

    def _note(self, page: str) -> NoteSource | None:
        row = self._db.execute(_NOTE, (page,)).fetchone()
        return NoteSource(*row) if row else None

    def _question(self, id_: str) -> QuestionSource | None:
        value = cell(self._db, "SELECT value FROM question WHERE id = ?", id_)
        if value is None:
            return None
        places: tuple[QuestionPlace, ...]
        course, lecture, places = picked(Question, value, "course", "lecture", "places")
        titles = [title for one in places if not one.carried for title in self._title_of(one.path)]
        titles += column(self._db, _PAPERS, id_)
        prose = self._prose_for(place.path for place in places)
        return QuestionSource(id_, value, self._lecture_of(course or "", lecture), tuple(titles), prose)

    def _paper(self, id_: str) -> PaperSource | None:
        value = cell(self._db, "SELECT value FROM paper WHERE id = ?", id_)
        if value is None:
            return None
        presented: tuple[Presentation, ...]
        (presented,) = picked(Paper, value, "presented")
        return PaperSource(id_, value, self._prose_for(one.path for one in presented))

    def _slides(self, sha256: str) -> SlidesSource | None:
        row = self._db.execute(_DECK, (sha256,)).fetchone()
        papers = tuple(column(self._db, _SHOWING, sha256))
        return SlidesSource(sha256, row[1], row[0], papers) if row else None

    def _lecture(self, course: str, number: int | None) -> str | None:
        return cell(self._db, _LECTURE, course, number)

    def _title(self, path: str) -> tuple[str, ...]:
        return tuple(column(self._db, _TITLE, path))

    def _prose_for(self, paths: Iterable[str]) -> tuple[PackedProse, ...]:
        found = ((path, self._prose_of(path)) for path in dict.fromkeys(paths))
        return tuple((path, prose) for path, prose in found if prose is not None)

    def _prose(self, path: str) -> bytes | None:
        return cell(self._db, PROSE, path)
