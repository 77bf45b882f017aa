"""Notes by path, page and name, and the list of those that are no meetings."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.library import Card, NoteEntry, Stretch
from studylog.core.listed import ListedNote, Summary
from studylog.core.packing import unpacked
from studylog.store.index.columns import cell, column, number_of, text_of
from studylog.store.index.reading.cards import CARD, ENTRY, NEWEST, ORDER, card_of, days_of, first_of
from studylog.store.index.reading.decoded import Decoded

if TYPE_CHECKING:
    from studylog.core.body.whole import Body

_CARDS, _BODIES = 2_048, 32

_BY_PATH = f"SELECT {CARD} FROM note WHERE path = ? ORDER BY {ORDER} LIMIT 1"
_BY_NAME = f"""SELECT {CARD} FROM name JOIN note ON note.id = name.note
    WHERE name.key = ? ORDER BY {ORDER} LIMIT 1"""
_BY_PAGE = f"SELECT {ENTRY} FROM note WHERE page = ?"
_BODY = "SELECT text.body FROM note JOIN text ON text.note = note.id WHERE note.page = ?"
# Links mean a path, wikilinks a name; of several notes with a name the first in order is meant. The cross
# join keeps SQLite from beginning with all wikilinks of the notebook.
_LINKING = f"""note.path <> (SELECT path FROM note WHERE id = ?1) AND note.id IN (
    SELECT note FROM refers WHERE kind = 'link' AND target = (SELECT path FROM note WHERE id = ?1)
    UNION SELECT refers.note FROM name AS mine
    CROSS JOIN refers ON refers.kind = 'wikilink' AND refers.target = mine.key
    WHERE mine.note = ?1 AND ?1 = (SELECT note.id FROM name JOIN note ON note.id = name.note
        WHERE name.key = mine.key ORDER BY {ORDER} LIMIT 1))"""
_FILED = f"""SELECT {ENTRY} FROM note WHERE kind = 'page' AND filed = ?
    ORDER BY title COLLATE NOCASE, path, file LIMIT ? OFFSET ?"""
_MONTHS = "SELECT substr(day, 1, 7) AS month, count(*) FROM note GROUP BY month ORDER BY month"
_LISTED = """SELECT id, path, day, title, type, nullif(course, ''), asked, papers, summary FROM note
    WHERE {which} ORDER BY day, path, file"""


class IndexNotes:
    """The notes of an index."""

    def __init__(self, db: Connection, decoded: Decoded) -> None:
        self._db, self._decoded = db, decoded
        self._by_path = lru_cache(_CARDS)(self._card)
        self._by_name = lru_cache(_CARDS)(self._named)
        self._days = cache(self._read_days)
        self._bodies = lru_cache(_BODIES)(self._body)

    def card(self, path: str) -> Card | None:
        """The note of a path, of several the first in order."""
        return self._by_path(path)

    def days(self) -> Mapping[str, str | None]:
        """The day of each note by its path, of several the first in order."""
        return self._days()

    def named(self, key: str) -> Card | None:
        """The note that wikilinks mean by a folded name."""
        return self._by_name(key)

    def one(self, page: str) -> NoteEntry | None:
        """The note that is shown on a page."""
        row = self._db.execute(_BY_PAGE, (page,)).fetchone()
        return self._decoded.note(*row) if row else None

    def body(self, page: str) -> "Body | None":
        """The text of the note that is shown on a page."""
        return self._bodies(page)

    def linking_to(self, page: str, most: int) -> tuple[Card, ...]:
        """The other notes that link to the note of a page: of many, the newest; in order."""
        statement = f"SELECT {CARD} FROM note WHERE {_LINKING} ORDER BY {NEWEST} LIMIT ?2"
        rows = self._db.execute(statement, (self._decoded.number(page), most)).fetchall()
        return tuple(card_of(row) for row in reversed(rows))

    def count_linking_to(self, page: str) -> int:
        """How many other notes link to the note of a page."""
        statement = f"SELECT count(*) FROM note WHERE {_LINKING}"
        return number_of(self._db, statement, self._decoded.number(page))

    def letters(self) -> tuple[tuple[str, int], ...]:
        """The letters that notes are filed under, and how many under each."""
        statement = "SELECT filed, count(*) FROM note WHERE kind = 'page' GROUP BY filed"
        return tuple(self._db.execute(statement))

    def filed(self, letter: str, start: int, most: int) -> tuple[NoteEntry, ...]:
        """The notes that are filed under a letter, by title."""
        return tuple(self._decoded.note(*row) for row in self._db.execute(_FILED, (letter, most, start)))

    def pages(self) -> Iterator[str]:
        """The pages of all notes, in order."""
        return iter(column(self._db, f"SELECT page FROM note ORDER BY kind, {ORDER}"))

    def months(self) -> tuple[Stretch, ...]:
        """The months of the days of notes of every kind, in order; notes without a day come first."""
        return tuple(Stretch(first_of(month), notes) for month, notes in self._db.execute(_MONTHS))

    def listed(self, first: date | None) -> tuple[tuple[ListedNote, Summary], ...]:
        """The notes of a month as lists have them, in order of their days; for None those without a day."""
        which, days = ("day >= ? AND day < ?", days_of(first, 7)) if first else ("day IS NULL", ())
        rows = self._db.execute(_LISTED.format(which=which), days).fetchall()
        return tuple((ListedNote(*line), unpacked(Summary, summary)) for *line, summary in rows)

    def _card(self, path: str) -> Card | None:
        row = self._db.execute(_BY_PATH, (path,)).fetchone()
        return card_of(row) if row else None

    def _read_days(self) -> dict[str, str | None]:
        return dict(self._db.execute(f"SELECT path, day FROM note ORDER BY {NEWEST}").fetchall())

    def _named(self, key: str) -> Card | None:
        row = self._db.execute(_BY_NAME, (key,)).fetchone()
        return card_of(row) if row else None

    def _body(self, page: str) -> "Body | None":
        # Late, because what makes bodies is slow to import.
        from studylog.core.body.whole import Body

        text = cell(self._db, _BODY, page)
        return unpacked(Body, text_of(text)) if text else None
