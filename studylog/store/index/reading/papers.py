"""Papers: planned, presented, and by year."""

from collections.abc import Iterator
from datetime import date
from sqlite3 import Connection

from studylog.core.library import PaperCounts, Stretch
from studylog.core.model import Paper
from studylog.core.packing import unpacked
from studylog.store.index.reading.cards import days_of
from studylog.store.index.reading.decoded import Decoded

_IN_NOTE = """SELECT paper.value FROM paper_note JOIN paper ON paper.id = paper_note.paper
    WHERE paper_note.note = ? ORDER BY paper.rank_day, paper.title"""
_PLANNED = "SELECT value FROM paper WHERE presented = 0 AND day "
# Those of the coming days, those without a day, those whose day has passed.
_COMING = (
    f"{_PLANNED} >= ?1 ORDER BY day, title LIMIT ?2",
    f"{_PLANNED} IS NULL AND ?1 ORDER BY title LIMIT ?2",
    f"{_PLANNED} < ?1 ORDER BY day, title LIMIT ?2",
)
_LATEST_PLANNED = f"{_PLANNED} IS NOT NULL ORDER BY day DESC, title DESC LIMIT ?"
_UNDATED = f"{_PLANNED} IS NULL ORDER BY title LIMIT ?"
_PRESENTED = "SELECT value FROM paper WHERE presented = 1 ORDER BY day DESC, title LIMIT ?"
_MISSING = "SELECT value FROM paper WHERE missing = 1 ORDER BY day DESC, title LIMIT ?"
_YEARS = """SELECT substr(day, 1, 4) AS year, count(*) FROM paper
    GROUP BY year ORDER BY year DESC"""
_OF_YEAR = """SELECT value FROM paper WHERE day >= ? AND day < ?
    ORDER BY day DESC, title LIMIT ? OFFSET ?"""
_OF_NO_YEAR = """SELECT value FROM paper WHERE day IS NULL
    ORDER BY title LIMIT ? OFFSET ?"""


class IndexPapers:
    """The papers of an index."""

    def __init__(self, db: Connection, decoded: Decoded) -> None:
        self._db, self._decoded = db, decoded

    def one(self, id_: str) -> Paper | None:
        """The paper of an id."""
        return next(iter(self._all("SELECT value FROM paper WHERE id = ?", id_)), None)

    def in_note(self, page: str) -> tuple[Paper, ...]:
        """The papers that were presented in the note of a page."""
        return self._all(_IN_NOTE, self._decoded.number(page))

    def counts(self) -> PaperCounts:
        """How many papers there are."""
        counts = [
            self._db.execute(f"SELECT count(*) FROM paper WHERE {which}").fetchone()[0]
            for which in ("presented = 1", "presented = 0", "missing = 1")
        ]
        return PaperCounts(*counts)

    def coming(self, today: date, most: int) -> tuple[Paper, ...]:
        """What is planned: from today on, then without a day, then what its day has passed without."""
        found: list[Paper] = []
        for statement in _COMING:
            found += self._all(statement, today.isoformat(), most - len(found))
        return tuple(found)

    def planned(self, most: int) -> tuple[Paper, ...]:
        """What is planned, in order of days; of many, what is planned for the latest days."""
        return (*reversed(self._all(_LATEST_PLANNED, most)), *self._all(_UNDATED, most))

    def presented(self, most: int) -> tuple[Paper, ...]:
        """What was presented, the newest first."""
        return self._all(_PRESENTED, most)

    def missing(self, most: int) -> tuple[Paper, ...]:
        """What was presented without slides that can be opened, the newest first."""
        return self._all(_MISSING, most)

    def years(self) -> tuple[Stretch, ...]:
        """The years with papers, the newest first; papers without a day come last."""
        return tuple(
            Stretch(date(int(year), 1, 1) if year else None, count)
            for year, count in self._db.execute(_YEARS)
        )

    def of_year(self, first: date | None, start: int, most: int) -> tuple[Paper, ...]:
        """The papers of a year, the newest first; for None those without a day."""
        if first is None:
            return self._all(_OF_NO_YEAR, most, start)
        return self._all(_OF_YEAR, *days_of(first, 4), most, start)

    def ids(self) -> Iterator[str]:
        """The ids of all papers."""
        return (id_ for (id_,) in self._db.execute("SELECT id FROM paper ORDER BY rank_day, title, id"))

    def _all(self, statement: str, *args: object) -> tuple[Paper, ...]:
        return tuple(unpacked(Paper, value) for (value,) in self._db.execute(statement, args))
