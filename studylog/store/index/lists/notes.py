"""The list of all notes: those without a day first, then in order of their days."""

import json
from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from studylog.core.listed import ListedNote, Summary
from studylog.core.packing import unpacked
from studylog.store.index.columns import column

_LISTED = """SELECT id, path, day, title, type, nullif(course, ''), asked, papers FROM note
    WHERE {where} ORDER BY day, path, file"""
_SUMMARIES = "SELECT id, summary FROM note WHERE id IN (SELECT value FROM json_each(?))"
_COURSES = "SELECT course FROM note WHERE course <> '' ORDER BY rank_day, path, file"
_TYPES = "SELECT DISTINCT type FROM note WHERE type <> '' ORDER BY type"
_DAYS = "SELECT path, day FROM note ORDER BY rank_day, path, file"


class NoteList:
    """The notes of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def lines(
        self, since: date | None = None, until: date | None = None, type_: str | None = None
    ) -> tuple[ListedNote, ...]:
        """The notes from a day on, to a day, and of a type, as far as these are given."""
        wanted = {
            "day >= ?": since and since.isoformat(),
            "day <= ?": until and until.isoformat(),
            "type = ?": type_,
        }
        told = {rule: value for rule, value in wanted.items() if value is not None}
        statement = _LISTED.format(where=" AND ".join(told) or "1")
        return tuple(map(ListedNote._make, self._db.execute(statement, tuple(told.values()))))

    def summaries(self, lines: Iterable[ListedNote]) -> list[tuple[ListedNote, Summary]]:
        """Lines with what else their notes have."""
        wanted = tuple(lines)
        numbers = json.dumps([line.number for line in wanted])
        found = dict(self._db.execute(_SUMMARIES, (numbers,)).fetchall())
        return [(line, unpacked(Summary, found[line.number])) for line in wanted]

    def courses(self) -> tuple[str, ...]:
        """The courses of notes, as they come up."""
        return tuple(dict.fromkeys(column(self._db, _COURSES)))

    def types(self) -> tuple[str, ...]:
        """The types of notes, by name."""
        return tuple(column(self._db, _TYPES))

    def days(self) -> dict[str, str | None]:
        """The days of notes by path; of several notes with a path, that of the last."""
        return dict(self._db.execute(_DAYS).fetchall())

    def __bool__(self) -> bool:
        return self._db.execute("SELECT 1 FROM note LIMIT 1").fetchone() is not None
