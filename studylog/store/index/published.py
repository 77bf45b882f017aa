"""What publishing asks the index: who is named anywhere, and what notes refer to."""

from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple

from studylog.core.model import NoteQuestion, Paper
from studylog.core.packing import unpacked
from studylog.store.index.columns import column, names_of, unpacked_all
from studylog.store.notebook import CATALOGUE

_REFERS = f"""SELECT coalesce(note.path, '{CATALOGUE}'), refers.written, refers.kind,
        attached.path, attached.file,
        CASE WHEN refers.kind = 'wikilink' THEN
            (SELECT other.path FROM name JOIN note other ON other.id = name.note
                WHERE name.key = refers.target ORDER BY other.rank_day, other.path, other.file LIMIT 1)
        ELSE (SELECT other.path FROM note other WHERE other.path = refers.target LIMIT 1) END
    FROM refers LEFT JOIN note ON note.id = refers.note
    LEFT JOIN attached ON attached.place = refers.place AND attached.written = refers.written
    ORDER BY 1, note.file, refers.seq"""
_WEB = """SELECT DISTINCT note.path, weblink.url FROM weblink JOIN note ON note.id = weblink.note
    ORDER BY note.path, weblink.url"""
_SLIDES = "SELECT note.path, slides_link.written FROM slides_link JOIN note ON note.id = slides_link.note"
_ASKED = "SELECT asked.question, note.path, asked.value FROM asked JOIN note ON note.id = asked.note"
_PROMISED = "SELECT promise.id, note.path, promise.line FROM promise JOIN note ON note.id = promise.note"


class Reference(NamedTuple):
    """What a note or the list of papers refers to inside the notebook: a note, or a file; `written` there."""

    note: str
    written: str
    kind: str
    path: str | None
    file: bytes | None
    other: str | None


def references(db: Connection) -> Iterator[Reference]:
    """All references to the notebook itself."""
    return (Reference(*row) for row in db.execute(_REFERS))


def web_references(db: Connection) -> Iterator[tuple[str, str]]:
    """The notes and their addresses of the web."""
    return iter(db.execute(_WEB))


def slides_linked(db: Connection) -> frozenset[tuple[str, str]]:
    """The notes and the slides that they link to."""
    return frozenset(db.execute(_SLIDES))


def said_at(db: Connection) -> Iterator[tuple[str, str, int]]:
    """The ids of questions and promises, with the notes and the lines in which they stand."""
    for id_, path, value in db.execute(_ASKED):
        yield id_, path, unpacked(NoteQuestion, value).place.line
    yield from db.execute(_PROMISED)


def people_named(db: Connection) -> Iterator[str]:
    """All who asked, answered, presented or shall present something; some more than once."""
    for packed in column(db, "SELECT DISTINCT people FROM question"):
        yield from names_of(packed)
    for paper in unpacked_all(db, Paper, "SELECT value FROM paper"):
        yield from (paper.presenter,) if paper.presenter else ()
        yield from paper.planned.presenters if paper.planned else ()
