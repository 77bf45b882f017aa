"""The list of all papers, by the day they were planned for or presented."""

from datetime import date
from functools import cache
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.listed import ListedPaper
from studylog.store.index.columns import Row, day_of, names_of, unpacked_all

if TYPE_CHECKING:
    from studylog.core.model import Paper, SlidesStatus

_ORDER = "ORDER BY rank_day, title, id"
_LISTED = f"""SELECT id, title, year, presenter, evidence, planned_by, planned_at,
    planned, presented, missing, another, planned_on, presented_on, slides, guesses FROM paper {_ORDER}"""
_WHOLE = f"SELECT value FROM paper {_ORDER}"


class PaperList:
    """The papers of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def lines(self) -> tuple[ListedPaper, ...]:
        """All papers, as lists show them."""
        # Days, states and guesses are few, and their lines many.
        day, days, states, names = cache(day_of), cache(_days), cache(_states), cache(names_of)
        return tuple(
            ListedPaper._make(
                (*words, *map(bool, flags), day(on), days(shown), states(slides), names(guesses))
            )
            for words, flags, (on, shown, slides, guesses) in map(_split, self._db.execute(_LISTED))
        )

    def whole(self) -> "tuple[Paper, ...]":
        """All papers, with all that is known of them."""
        from studylog.core.model import Paper

        return unpacked_all(self._db, Paper, _WHOLE)


def _split(row: Row) -> tuple[Row, Row, Row]:
    """What is taken as it is, what is true or false, and the rest."""
    return row[:7], row[7:11], row[11:]


def _days(written: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in written.split())


def _states(written: str) -> "tuple[SlidesStatus, ...]":
    return tuple(written.split())  # type: ignore[arg-type]
