"""Notes as rows: the columns that name one, and the values they stand for."""

from datetime import date
from sqlite3 import Connection

from studylog.core.library import Card, NoteEntry
from studylog.core.model import Note
from studylog.core.packing import unpacked
from studylog.store.index.columns import NO_DAY, Row

CARD = "note.path, note.page, note.title, note.kind, note.day, note.questions"
"""The columns of `card_of`."""

ENTRY = "note.page, note.value"
"""The columns of `entry_of`."""

ORDER = "note.rank_day, note.path, note.file"
"""The order of notes."""

NEWEST = "note.rank_day DESC, note.path DESC, note.file DESC"
"""The order of notes from its end."""


def card_of(row: Row) -> Card:
    """A note as other pages name it."""
    path, page, title, kind, day, questions = row
    return Card(path, page, title, kind, date_of(day), questions)


def entry_of(row: Row) -> NoteEntry:
    """A note with its page."""
    page, value = row
    return NoteEntry(page, unpacked(Note, value))


def date_of(day: str | None) -> date | None:
    """A day, as the index writes it."""
    return date.fromisoformat(day) if day else None


def days_of(first: date | None, length: int) -> tuple[str, str]:
    """The first day of a month (7 letters of it) or a year (4), and what no day of it reaches."""
    if first is None:
        return NO_DAY, NO_DAY + "~"
    prefix = first.isoformat()[:length]
    return prefix, prefix + "~"


def note_number(db: Connection, page: str) -> int | None:
    """The number of the note that is shown on a page."""
    row = db.execute("SELECT id FROM note WHERE page = ?", (page,)).fetchone()
    return row[0] if row else None
