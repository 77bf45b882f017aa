"""Promises that wait to be kept."""

from datetime import date
from sqlite3 import Connection

from studylog.core.library import Promised
from studylog.core.model import Promise
from studylog.core.packing import unpacked
from studylog.core.values import replace
from studylog.store.index.columns import KEPT, number_of
from studylog.store.index.reading.cards import CARD, card_of

_WAITING = f"""SELECT promise.value, {CARD} FROM promise JOIN note ON note.id = promise.note
    WHERE promise.done = 0 AND NOT {KEPT} AND promise.due """
_PLACE = "note.path, note.file, promise.seq"
_IN_NOTE = f"""SELECT promise.value, promise.done OR {KEPT} FROM note
    JOIN promise ON promise.note = note.id WHERE note.page = ? ORDER BY promise.seq"""
# What is due next, what is late, what has no day.
_URGENT = (
    f"{_WAITING} >= ?1 ORDER BY promise.due, {_PLACE} LIMIT ?2",
    f"{_WAITING} < ?1 ORDER BY promise.due DESC, {_PLACE} LIMIT ?2",
    f"{_WAITING} IS NULL AND ?1 ORDER BY {_PLACE} LIMIT ?2",
)


class IndexPromises:
    """The promises of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def waiting(self, today: date, most: int) -> tuple[Promised, ...]:
        """What is due next, then what is late, then what has no day."""
        found: list[Promised] = []
        for statement in _URGENT:
            if len(found) < most:
                rows = self._db.execute(statement, (today.isoformat(), most - len(found)))
                found += (Promised(unpacked(Promise, value), card_of(tuple(card))) for value, *card in rows)
        return tuple(found)

    def count(self) -> int:
        """How many promises wait."""
        return number_of(self._db, f"SELECT count(*) FROM promise WHERE done = 0 AND NOT {KEPT}")

    def in_note(self, page: str) -> tuple[Promise, ...]:
        """The promises of the note of a page, those done that are kept wherever it may be."""
        rows = self._db.execute(_IN_NOTE, (page,)).fetchall()
        return tuple(replace(unpacked(Promise, value), done=bool(done)) for value, done in rows)
