"""Turns that were taken, and meetings that are to come, as notes have them."""

from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from studylog.core.people.rota import Turn
from studylog.store.index.columns import column

_MODERATED = """SELECT attendance.day, attendance.person FROM attendance
    JOIN note ON note.id = attendance.note
    WHERE attendance.moderator = 1 AND attendance.presence <> 'absent'
    ORDER BY attendance.day, note.path, note.file"""
# A plan is a turn to come, and none when its day has passed; the name of a file is no proof of one.
_PRESENTED = """SELECT DISTINCT paper.day, presenter.person FROM presenter
    JOIN paper ON paper.id = presenter.paper
    WHERE paper.day IS NOT NULL AND presenter.evidence <> 'filename'
    AND (presenter.presented = 1 OR paper.day >= ?) ORDER BY paper.day, paper.title"""
_COMING = """SELECT id, path, day, type FROM note INDEXED BY note_list
    WHERE kind = 'meeting' AND day >= ? ORDER BY day, path, file"""
_ABSENT = "SELECT person FROM attendance WHERE note = ? AND presence = 'absent'"
_LEADING = "SELECT person FROM attendance WHERE note = ? AND moderator = 1 AND presence <> 'absent'"


class Planned(NamedTuple):
    """A meeting to come that has its note already: who will be absent, and who moderates it, if told."""

    path: str
    day: date
    type: str | None
    absent: frozenset[str]
    moderators: tuple[str, ...]


class TurnList:
    """The turns of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def moderated(self) -> tuple[Turn, ...]:
        """Who moderated when, by day, also on days to come."""
        return self._turns(_MODERATED)

    def presented(self, today: date) -> tuple[Turn, ...]:
        """Who presented a paper when, or shall from a day on, by day."""
        return self._turns(_PRESENTED, today.isoformat())

    def coming(self, today: date) -> tuple[Planned, ...]:
        """The meetings from a day on."""
        rows = self._db.execute(_COMING, (today.isoformat(),)).fetchall()
        return tuple(
            Planned(
                path,
                date.fromisoformat(day),
                type_,
                frozenset(self._people(_ABSENT, number)),
                self._people(_LEADING, number),
            )
            for number, path, day, type_ in rows
        )

    def _people(self, statement: str, number: int) -> tuple[str, ...]:
        return tuple(column(self._db, statement, number))

    def _turns(self, statement: str, *args: object) -> tuple[Turn, ...]:
        rows = self._db.execute(statement, args)
        return tuple(Turn(date.fromisoformat(day), person) for day, person in rows)
