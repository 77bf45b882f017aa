"""What can be found of the things of the index, as documents of the search."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection

from studylog.core.decks import Deck
from studylog.core.digest.pagenames import paper_name, question_name
from studylog.core.model import Lecture, Note, Paper, Question
from studylog.core.packing import unpacked
from studylog.core.people import Roster
from studylog.core.search.documents import Document
from studylog.core.search.passages import (
    Around,
    Prose,
    note_documents,
    paper_document,
    presented_prose,
    question_document,
    replies_to,
)
from studylog.core.search.slides import SlidesFile, slides_documents
from studylog.store.attachments import attachment_of
from studylog.store.index.entries import text_of
from studylog.store.index.touched import Thing

_REMEMBERED = 256
_ALL = """SELECT 'note', page FROM (SELECT page FROM note ORDER BY rank_day, path, file)
    UNION ALL SELECT 'question', id FROM (SELECT id FROM question
        ORDER BY course_rank, course_name, lecture_rank, first_day, first_path, first_line)
    UNION ALL SELECT 'paper', id FROM paper
    UNION ALL SELECT 'slides', sha256 FROM deck"""
_TITLE = "SELECT title FROM note WHERE path = ? ORDER BY path, file LIMIT 1"
_PROSE = """SELECT text.prose FROM note JOIN text ON text.note = note.id WHERE note.path = ?
    ORDER BY note.path, note.file LIMIT 1"""
_DECK = """SELECT deck.value, min(meant.path) FROM deck JOIN meant USING (sha256)
    WHERE deck.sha256 = ? AND meant.ending = 'pdf' GROUP BY deck.sha256"""
_SHOWING = """SELECT paper.value FROM paper_slides JOIN paper ON paper.id = paper_slides.paper
    WHERE paper_slides.sha256 = ? ORDER BY paper.id"""
_PAPERS = """SELECT DISTINCT paper.title FROM asked JOIN paper_key ON paper_key.key = asked.paper
    JOIN paper ON paper.id = paper_key.paper WHERE asked.question = ? ORDER BY paper.title"""


def all_things(db: Connection) -> Iterator[Thing]:
    """Everything that can be found."""
    return (Thing(kind, key) for kind, key in db.execute(_ALL))


class Documents:
    """The documents of things, as the index has them now."""

    def __init__(self, db: Connection, roster: Roster) -> None:
        self._db, self._roster = db, roster
        self._prose_of = lru_cache(_REMEMBERED)(self._prose)
        self._title_of = lru_cache(_REMEMBERED)(self._title)
        self._lecture_of = lru_cache(_REMEMBERED)(self._lecture)

    def of(self, thing: Thing) -> Iterator[Document]:
        """The documents of a thing; none of one that is no longer there, or is no thing to find."""
        made = {
            "note": self._note,
            "question": self._question,
            "paper": self._paper,
            "slides": self._slides,
        }.get(thing.kind)
        return made(thing.key) if made else iter(())

    def _note(self, page: str) -> Iterator[Document]:
        row = self._db.execute(
            "SELECT note.value, text.prose FROM note JOIN text ON text.note = note.id WHERE note.page = ?",
            (page,),
        ).fetchone()
        if row:
            note, prose = unpacked(Note, row[0]), unpacked(Prose, text_of(row[1]))
            yield from note_documents(note, prose, page, self._roster)

    def _question(self, id_: str) -> Iterator[Document]:
        row = self._db.execute("SELECT value FROM question WHERE id = ?", (id_,)).fetchone()
        if row:
            question = unpacked(Question, row[0])
            around = Around(
                self._lecture_of(question.course or "", question.lecture),
                tuple(self._titles(question)),
                tuple(replies_to(question, self._prose_for(place.path for place in question.places))),
            )
            yield question_document(question, around, question_name(id_), self._roster)

    def _paper(self, id_: str) -> Iterator[Document]:
        row = self._db.execute("SELECT value FROM paper WHERE id = ?", (id_,)).fetchone()
        if row:
            paper = unpacked(Paper, row[0])
            prose = self._prose_for(one.path for one in paper.presented)
            yield paper_document(paper, presented_prose(paper, prose), paper_name(id_), self._roster)

    def _slides(self, sha256: str) -> Iterator[Document]:
        row = self._db.execute(_DECK, (sha256,)).fetchone()
        if row:
            papers = [unpacked(Paper, value) for (value,) in self._db.execute(_SHOWING, (sha256,))]
            slides = SlidesFile(row[1], sha256, attachment_of(row[1], Path(row[1]), sha256).name)
            yield from slides_documents(slides, unpacked(Deck, row[0]), papers, self._roster)

    def _lecture(self, course: str, number: int | None) -> Lecture | None:
        asked = "SELECT value FROM lecture WHERE course = ? AND number = ?"
        row = self._db.execute(asked, (course, number)).fetchone()
        return unpacked(Lecture, row[0]) if row else None

    def _titles(self, question: Question) -> Iterator[str]:
        """The titles of the notes in which a question stands, and of the papers it is about."""
        for place in question.places:
            if not place.carried:
                yield from self._title_of(place.path)
        yield from (title for (title,) in self._db.execute(_PAPERS, (question.id,)))

    def _title(self, path: str) -> tuple[str, ...]:
        return tuple(title for (title,) in self._db.execute(_TITLE, (path,)))

    def _prose_for(self, paths: Iterable[str]) -> dict[str, Prose]:
        found = ((path, self._prose_of(path)) for path in dict.fromkeys(paths))
        return {path: prose for path, prose in found if prose}

    def _prose(self, path: str) -> Prose | None:
        row = self._db.execute(_PROSE, (path,)).fetchone()
        return unpacked(Prose, text_of(row[0])) if row else None
