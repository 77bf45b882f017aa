"""The people of a team: how often they were there and spoke, meeting by meeting."""

from datetime import date
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.packing import unpacked
from studylog.core.people.attendance import Attendance, PersonStanding
from studylog.core.values import replace
from studylog.store.index.columns import KEPT, unpacked_all
from studylog.store.index.participation import standings

if TYPE_CHECKING:
    from studylog.core.model import Paper, Promise

_MEETINGS = """SELECT id, path, day, type, title FROM note INDEXED BY note_list
    WHERE kind = 'meeting' AND day <= ? ORDER BY day DESC, path DESC, file DESC LIMIT ?"""
_THERE = "SELECT person, presence, evidence FROM attendance WHERE note = ? ORDER BY seq"
_OF_ONE = """SELECT note.path, note.day, note.type, note.title, attendance.presence, attendance.evidence
    FROM attendance JOIN note ON note.id = attendance.note
    WHERE attendance.person = ? AND attendance.day <= ?
    ORDER BY attendance.day, note.path, note.file"""
_PAPERS = """SELECT paper.value FROM presenter JOIN paper ON paper.id = presenter.paper
    WHERE presenter.person = ? ORDER BY paper.rank_day, paper.title"""
_PROMISES = f"""SELECT promise.value, note.day, {KEPT} FROM promiser
    JOIN promise ON promise.note = promiser.note AND promise.seq = promiser.seq
    JOIN note ON note.id = promise.note WHERE promiser.person = ?
    ORDER BY note.rank_day, note.path, note.file, promise.seq"""
_ALL = -1


class Met(NamedTuple):
    """A meeting, and who was there as far as its note tells."""

    path: str
    day: date
    type: str | None
    title: str
    people: tuple[Attendance, ...]


class PeopleList:
    """The people of an index; meetings count up to a day."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def standings(self, today: date) -> dict[str, PersonStanding]:
        """The standing of everybody whom notes name, by name."""
        return standings(self._db, today)

    def meetings(self, today: date, most: int = _ALL) -> tuple[Met, ...]:
        """The meetings with everybody, in order of their days; of many, the newest."""
        rows = self._db.execute(_MEETINGS, (today.isoformat(), most)).fetchall()
        return tuple(
            Met(path, date.fromisoformat(day), type_, title, self._there(number))
            for number, path, day, type_, title in reversed(rows)
        )

    def meetings_of(self, name: str, today: date) -> tuple[Met, ...]:
        """The meetings at which somebody was or might have been, with nobody else."""
        return tuple(
            Met(path, date.fromisoformat(day), type_, title, (_attendance(name, presence, evidence),))
            for path, day, type_, title, presence, evidence in self._db.execute(
                _OF_ONE, (name, today.isoformat())
            )
        )

    def papers(self, name: str) -> "tuple[Paper, ...]":
        """The papers that somebody presented or shall present."""
        from studylog.core.model import Paper

        return unpacked_all(self._db, Paper, _PAPERS, name)

    def promises(self, name: str) -> "tuple[tuple[Promise, str | None], ...]":
        """What somebody promised, each with the day of its note; what is kept is done, ticked off or not."""
        from studylog.core.model import Promise

        rows = self._db.execute(_PROMISES, (name,))
        found = ((unpacked(Promise, value), day, kept) for value, day, kept in rows)
        return tuple((replace(one, done=one.done or bool(kept)), day) for one, day, kept in found)

    def _there(self, number: int) -> tuple[Attendance, ...]:
        return tuple(_attendance(*row) for row in self._db.execute(_THERE, (number,)))


def _attendance(name: str, presence: str, evidence: str) -> Attendance:
    return Attendance(name, presence, tuple(evidence.split()))  # type: ignore[arg-type]
