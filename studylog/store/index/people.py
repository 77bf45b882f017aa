"""What a note says of people as rows of the index, and the pages of people that show something of a note."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from studylog.core.model import Note, Paper
from studylog.core.people.attendance import attendance
from studylog.core.people.roster import Roster
from studylog.store.index.columns import Row

# All that pages of people show of a note, person by person: a row that is another one changes such a page.
_IN_NOTE = """SELECT attendance.person, 'there', presence, evidence || moderator, title, page, attendance.day
    FROM attendance JOIN note ON note.id = attendance.note WHERE attendance.note = ?1
    UNION ALL SELECT person, part, question, '', '', '', '' FROM voice WHERE note = ?1
    UNION ALL SELECT promiser.person, 'promised', promise.value, '', title, page, note.rank_day FROM promiser
        JOIN promise ON promise.note = promiser.note AND promise.seq = promiser.seq
        JOIN note ON note.id = promiser.note WHERE promiser.note = ?1
    UNION ALL SELECT presenter.person, 'presented', presenter.paper, '', title, page, note.day FROM paper_note
        JOIN presenter USING (paper) JOIN note ON note.id = paper_note.note WHERE paper_note.note = ?1"""
OF_QUESTION = "SELECT DISTINCT person FROM voice WHERE question = ?"
"""Those who asked a question or answered it, by its id."""
PROMISED = """SELECT DISTINCT promiser.person FROM promise JOIN promiser
    ON promiser.note = promise.note AND promiser.seq = promise.seq WHERE promise.question = ?"""
"""Those who promised something of a question, by its id."""
OF_LECTURE = """SELECT DISTINCT voice.person FROM question JOIN voice ON voice.question = question.id
    WHERE question.course = ? AND question.lecture = ?"""
"""Those who asked or answered questions about a lecture, by its course and number."""
OF_PAPER = "SELECT person FROM presenter WHERE paper = ?"
"""Those who presented a paper, or shall, by its id."""


def people_rows(note: Note, roster: Roster) -> dict[str, tuple[Row, ...]]:
    """The rows of a note that tell of people, by table."""
    return {
        "attendance": tuple(_attendance(note, roster)),
        "voice": tuple(dict.fromkeys(_voices(note, roster))),
        "promiser": tuple(
            (seq, name)
            for seq, one in enumerate(note.promises)
            for name in dict.fromkeys(map(roster.canonical, one.people))
        ),
    }


def presenter_rows(paper: Paper) -> Iterator[Row]:
    """The rows of those who presented a paper, or shall."""
    shown = bool(paper.presented)
    for name in dict.fromkeys((paper.presenter or "").split(", ")):
        if name:
            yield paper.id, name, paper.presenter_evidence, shown


class WatchedPeople:
    """What pages of people show of some notes before a change; afterwards, whose pages may differ."""

    def __init__(self, db: Connection, notes: Iterable[int]) -> None:
        self._db = db
        self._before = {note: self._rows(note) for note in notes}

    def changed(self, renamed: Iterable[int]) -> Iterator[str]:
        """The people of whom some note says something else; everybody of notes whose pages were renamed."""
        for note in {*self._before, *renamed}:
            yield from (person for person, *_ in self._before.get(note, set()) ^ self._rows(note))

    def _rows(self, note: int) -> set[Row]:
        return set(self._db.execute(_IN_NOTE, (note,)))


def _attendance(note: Note, roster: Roster) -> Iterator[Row]:
    if note.kind != "meeting" or note.date is None:
        return
    day = note.date.isoformat()
    for one in attendance(note, roster):
        yield day, one.name, one.presence, " ".join(one.evidence), one.moderator


def _voices(note: Note, roster: Roster) -> Iterator[Row]:
    for question in note.questions:
        if question.asked_by:
            yield roster.canonical(question.asked_by), "asked", question.id
        for answer in question.answers:
            if answer.by:
                yield roster.canonical(answer.by), "answered", question.id
