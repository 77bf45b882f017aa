"""People: how often they were there and spoke, and what they asked, answered, presented and promised."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from sqlite3 import Connection

from studylog.core.library import Attended, Promised, QuestionEntry, Voice
from studylog.core.model import Paper, Promise
from studylog.core.packing import unpacked
from studylog.core.people.attendance import PersonStanding
from studylog.core.values import replace
from studylog.store.index.columns import KEPT, column, unpacked_all
from studylog.store.index.participation import standings
from studylog.store.index.reading.cards import CARD, card_of
from studylog.store.index.reading.decoded import Decoded

_ORDERS = 8
_MEETINGS = f"""SELECT attendance.presence, attendance.evidence, {CARD}
    FROM attendance JOIN note ON note.id = attendance.note
    WHERE attendance.person = ? AND attendance.day <= ?
    ORDER BY attendance.day DESC, note.path DESC, note.file DESC LIMIT ?"""
_VOICED = """SELECT own.part, question.id
    FROM (SELECT DISTINCT part, question FROM voice WHERE person = ?) AS own
    JOIN question ON question.id = own.question
    ORDER BY question.asked_on, question.first_path, question.first_line DESC, question.id DESC, own.part"""
_QUESTION = "SELECT value, short, heading FROM question WHERE id = ?"
_PAPERS = """SELECT paper.value FROM presenter JOIN paper ON paper.id = presenter.paper
    WHERE presenter.person = ? ORDER BY paper.day IS NOT NULL, paper.day DESC, paper.title LIMIT ?"""
_PROMISES = f"""SELECT promise.value, promise.done OR {KEPT} AS done, {CARD} FROM promiser
    JOIN promise ON promise.note = promiser.note AND promise.seq = promiser.seq
    JOIN note ON note.id = promise.note WHERE promiser.person = ?
    ORDER BY 2, coalesce(promise.due, note.rank_day) DESC, note.path, note.file, promise.seq
    LIMIT ?"""
_BETWEEN = "SELECT DISTINCT person FROM attendance WHERE day > ? AND day <= ? ORDER BY person"


class IndexPeople:
    """The people of an index."""

    def __init__(self, db: Connection, decoded: Decoded) -> None:
        self._db, self._decoded = db, decoded
        # All parts of a page ask for them.
        self._voiced = lru_cache(_ORDERS)(self._read_voiced)
        self._standing = lru_cache(_ORDERS)(self._read_standing)

    def standings(self, today: date) -> tuple[PersonStanding, ...]:
        """Everybody who was somewhere, asked, answered or presented, by name."""
        return tuple(standings(self._db, today).values())

    def standing(self, name: str, today: date) -> PersonStanding:
        """How often one of them did."""
        return self._standing(name, today)

    def meetings(self, name: str, today: date, most: int) -> tuple[Attended, ...]:
        """The meetings at which somebody was or might have been, the newest first."""
        return tuple(
            Attended(card_of(tuple(card)), presence, tuple(evidence.split()))
            for presence, evidence, *card in self._db.execute(_MEETINGS, (name, today.isoformat(), most))
        )

    def voiced(self, name: str) -> tuple[tuple[Voice, str], ...]:
        """The ids of all questions that somebody asked or answered, with which of both, the oldest first."""
        return self._voiced(name)

    def questions(self, ids: Iterable[str]) -> tuple[QuestionEntry, ...]:
        """The questions of some ids, in their order."""
        rows = (self._db.execute(_QUESTION, (id_,)).fetchone() for id_ in ids)
        return tuple(self._decoded.question(*row) for row in rows)

    def papers(self, name: str, most: int) -> tuple[Paper, ...]:
        """The papers that somebody presented or shall present, the newest first."""
        return unpacked_all(self._db, Paper, _PAPERS, name, most)

    def promises(self, name: str, most: int) -> tuple[Promised, ...]:
        """What somebody promised: what waits, then what was kept anywhere; each the newest first."""
        return tuple(
            Promised(replace(unpacked(Promise, value), done=bool(done)), card_of(tuple(card)))
            for value, done, *card in self._db.execute(_PROMISES, (name, most))
        )

    def met_between(self, after: date, until: date) -> tuple[str, ...]:
        """Those who are named for meetings after a day, and up to another."""
        return tuple(column(self._db, _BETWEEN, after.isoformat(), until.isoformat()))

    def _read_voiced(self, name: str) -> tuple[tuple[Voice, str], ...]:
        return tuple(self._db.execute(_VOICED, (name,)))

    def _read_standing(self, name: str, today: date) -> PersonStanding:
        return standings(self._db, today, name).get(name, PersonStanding(name))
