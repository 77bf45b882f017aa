"""Meetings in order of their days: by month, around a day, beside each other."""

from datetime import date
from functools import cache
from sqlite3 import Connection

from studylog.core.library import Around, Card, NoteEntry, Stretch
from studylog.store.index.columns import NO_DAY, Row, cell, day_of
from studylog.store.index.reading.cards import (
    CARD,
    DATED_FIRST,
    ENTRY,
    NEWEST,
    ORDER,
    card_of,
    days_of,
    first_of,
)
from studylog.store.index.reading.decoded import Decoded

_MONTHS = f"""SELECT substr(rank_day, 1, 7) AS month, count(*) FROM note
    WHERE kind = 'meeting' GROUP BY month ORDER BY {DATED_FIRST}, month DESC"""
_IN_MONTH = f"""SELECT {ENTRY} FROM note WHERE kind = 'meeting' AND rank_day >= ? AND rank_day < ?
    ORDER BY {{order}} LIMIT ? OFFSET ?"""
_MEETING = f"SELECT {ENTRY} FROM note WHERE kind = 'meeting' AND rank_day "
_LAST = f"{_MEETING} < ? ORDER BY {NEWEST} LIMIT 1"
_TODAY = f"{_MEETING} = ? ORDER BY {ORDER} LIMIT 1"
_NEXT = f"{_MEETING} > ? AND rank_day < '{NO_DAY}' ORDER BY {ORDER} LIMIT 1"
_PLACE = "SELECT rank_day, path, file FROM note WHERE page = ? AND kind = 'meeting'"
_BEFORE = f"""SELECT {CARD} FROM note WHERE kind = 'meeting' AND (rank_day, path, file) < (?, ?, ?)
    ORDER BY {NEWEST} LIMIT 1"""
_AFTER = f"""SELECT {CARD} FROM note WHERE kind = 'meeting' AND (rank_day, path, file) > (?, ?, ?)
    ORDER BY {ORDER} LIMIT 1"""
_SINCE = f"""SELECT {CARD} FROM note WHERE kind = 'meeting' AND rank_day >= ? AND rank_day < '{NO_DAY}'
    ORDER BY {ORDER}"""
_DAYS = """SELECT rank_day, count(*) FROM note WHERE kind = 'meeting' AND rank_day < ?
    GROUP BY rank_day ORDER BY rank_day"""
_BETWEEN = f"""SELECT {ENTRY} FROM note WHERE kind = 'meeting' AND rank_day >= ? AND rank_day <= ?
    ORDER BY {ORDER} LIMIT ?"""


class IndexMeetings:
    """The meetings of an index."""

    def __init__(self, db: Connection, decoded: Decoded) -> None:
        self._db, self._decoded = db, decoded
        # Every page of a week asks for them.
        self._days = cache(self._read_days)

    def months(self) -> tuple[Stretch, ...]:
        """The months with meetings, newest first; meetings without a date come last."""
        return tuple(Stretch(first_of(month), meetings) for month, meetings in self._db.execute(_MONTHS))

    def of_month(self, first: date | None, start: int, most: int) -> tuple[NoteEntry, ...]:
        """The meetings of a month, newest first; for None those without a date."""
        statement = _IN_MONTH.format(order=NEWEST if first else ORDER)
        rows = self._db.execute(statement, (*days_of(first, 7), most, start))
        return tuple(self._decoded.note(*row) for row in rows)

    def near(self, day: date) -> Around:
        """The last meeting before a day, that of the day, and the next one."""
        rows = [
            self._db.execute(statement, (day.isoformat(),)).fetchone() for statement in (_LAST, _TODAY, _NEXT)
        ]
        last, today, following = (self._decoded.note(*row) if row else None for row in rows)
        return Around(last, today, following)

    def beside(self, page: str) -> tuple[Card | None, Card | None]:
        """The meetings before and after the one of a page."""
        place: Row | None = self._db.execute(_PLACE, (page,)).fetchone()
        if place is None:
            return None, None
        before, after = (self._db.execute(statement, place).fetchone() for statement in (_BEFORE, _AFTER))
        return card_of(before) if before else None, card_of(after) if after else None

    def span(self) -> tuple[date, date] | None:
        """The days of the first and of the last meeting."""
        statement = "SELECT {end}(rank_day) FROM note WHERE kind = 'meeting' AND rank_day < ?"
        first, last = (day_of(cell(self._db, statement.format(end=end), NO_DAY)) for end in ("min", "max"))
        return (first, last) if first and last else None

    def since(self, day: date) -> tuple[Card, ...]:
        """The meetings from a day on, in order."""
        return tuple(card_of(row) for row in self._db.execute(_SINCE, (day.isoformat(),)))

    def days(self) -> tuple[tuple[date, int], ...]:
        """The days with meetings in order, and how many each has."""
        return self._days()

    def between(self, first: date, last: date, most: int) -> tuple[NoteEntry, ...]:
        """The meetings from one day to another, in order."""
        rows = self._db.execute(_BETWEEN, (first.isoformat(), last.isoformat(), most))
        return tuple(self._decoded.note(*row) for row in rows)

    def _read_days(self) -> tuple[tuple[date, int], ...]:
        rows = self._db.execute(_DAYS, (NO_DAY,))
        return tuple((date.fromisoformat(day), meetings) for day, meetings in rows)
