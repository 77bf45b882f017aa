"""Papers: planned, presented, and by year."""

from collections.abc import Iterator
from datetime import date
from sqlite3 import Connection

from studylog.core.library import PaperCounts, Stretch
from studylog.core.model import Paper
from studylog.core.packing import unpacked
from studylog.core.papers.states import GIVEN_UP_AFTER, PaperState
from studylog.store.index.columns import column, number_of, unpacked_all
from studylog.store.index.reading.cards import days_of
from studylog.store.index.reading.decoded import Decoded

_IN_NOTE = """SELECT paper.value FROM paper_note JOIN paper ON paper.id = paper_note.paper
    WHERE paper_note.note = ? ORDER BY paper.rank_day, paper.title"""
_WAITS = "presented = 0 AND planned = 1 AND missing = 0 AND another = 0"
_DONE = "presented = 1 AND planned IN (0, 1) AND missing"
_NEXT_DAY = f"(SELECT min(day) FROM paper WHERE {_WAITS} AND day >= :today)"
# The states of `core/papers/states` in columns, each with the order of its papers.
_IN_STATE: dict[PaperState, tuple[str, str]] = {
    "next": (f"{_WAITS} AND day = {_NEXT_DAY}", "title"),
    "late": (f"{_WAITS} AND day < :today AND day >= :given_up", "day, title"),
    "slides-missing": ("missing = 1", "day DESC, title"),
    "planned": (f"{_WAITS} AND (day IS NULL OR day > {_NEXT_DAY})", "day IS NULL, day, title"),
    "presented": (f"{_DONE} = 0 AND another = 0", "day DESC, title"),
    "presented-by-another": (f"{_DONE} = 0 AND another = 1", "day DESC, title"),
    "never-happened": (f"{_WAITS} AND day < :given_up", "day DESC, title"),
    "listed": ("presented = 0 AND planned = 0", "title"),
}
_PLANNED = f"SELECT value FROM paper WHERE {_WAITS} AND day "
# Those of the coming days, those without a day, those whose day has passed.
_COMING = (
    f"{_PLANNED} >= :today ORDER BY day, title LIMIT :most",
    f"{_PLANNED} IS NULL ORDER BY title LIMIT :most",
    f"{_PLANNED} < :today AND day >= :given_up ORDER BY day, title LIMIT :most",
)
_MISSING = "SELECT value FROM paper WHERE missing = 1 ORDER BY day DESC, title LIMIT ?"
_YEARS = """SELECT substr(day, 1, 4) AS of_day, count(*) FROM paper
    GROUP BY of_day ORDER BY of_day DESC"""
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
        kinds = ("presented = 1", "presented = 0 AND planned = 1", "missing = 1")
        return PaperCounts(
            *(number_of(self._db, f"SELECT count(*) FROM paper WHERE {which}") for which in kinds)
        )

    def coming(self, today: date, most: int) -> tuple[Paper, ...]:
        """What is planned: from today on, then without a day, then what is late."""
        found: list[Paper] = []
        for statement in _COMING:
            found += self._named(statement, {**_days(today), "most": most - len(found)})
        return tuple(found)

    def states(self, today: date) -> dict[PaperState, int]:
        """How many papers are in each state on a day, in the order of the board."""
        counts = {
            state: self._db.execute(f"SELECT count(*) FROM paper WHERE {which}", _days(today)).fetchone()[0]
            for state, (which, _) in _IN_STATE.items()
        }
        return {state: count for state, count in counts.items() if count}

    def in_state(self, state: PaperState, today: date, most: int) -> tuple[Paper, ...]:
        """The papers in a state on a day: what is to come in order, what was the newest first."""
        which, order = _IN_STATE[state]
        statement = f"SELECT value FROM paper WHERE {which} ORDER BY {order} LIMIT :most"
        return self._named(statement, {**_days(today), "most": most})

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
        return iter(column(self._db, "SELECT id FROM paper ORDER BY rank_day, title, id"))

    def _named(self, statement: str, values: dict[str, object]) -> tuple[Paper, ...]:
        return tuple(unpacked(Paper, value) for (value,) in self._db.execute(statement, values))

    def _all(self, statement: str, *args: object) -> tuple[Paper, ...]:
        return unpacked_all(self._db, Paper, statement, *args)


def _days(today: date) -> dict[str, object]:
    return {"today": today.isoformat(), "given_up": (today - GIVEN_UP_AFTER).isoformat()}
