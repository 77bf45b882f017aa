"""What notes say towards what is gathered: where that is the same, nothing is gathered anew."""

from collections.abc import Iterable
from sqlite3 import Connection

from studylog.store.index.columns import Row
from studylog.store.index.lectures import Key

# All that a paper is made of: what a note has of it, in which place among all notes, and what is asked there.
_PAPERS = """SELECT shown_key.key, note.rank_day, note.path, note.file, note.day, shown.seq, shown.value
    FROM shown_key JOIN shown USING (note, seq) LEFT JOIN note ON note.id = shown_key.note
    WHERE shown_key.note = ?1
    UNION ALL SELECT about.paper, note.rank_day, note.path, note.file, note.day, about.seq, about.question
    FROM about JOIN note ON note.id = about.note WHERE note.id = ?1"""
# And a lecture, besides its questions.
_LECTURES = """SELECT mention.course, mention.number, note.rank_day, note.path, note.file, mention.seq,
    mention.line, mention.title FROM mention JOIN note ON note.id = mention.note WHERE note.id = ?"""


class Said:
    """What some notes say of papers and lectures now; afterwards, of which they say something else."""

    def __init__(self, db: Connection, notes: Iterable[int]) -> None:
        self._db, self._notes = db, tuple(notes)
        self._papers, self._lectures = self._said(_PAPERS), self._said(_LECTURES)

    def papers(self) -> set[str]:
        """The keys of papers of which the notes say something else now."""
        return {key for key, *_ in self._papers ^ self._said(_PAPERS)}

    def lectures(self) -> set[Key]:
        """The lectures of which the notes say something else now."""
        return {(course, number) for course, number, *_ in self._lectures ^ self._said(_LECTURES)}

    def _said(self, statement: str) -> set[Row]:
        return {row for note in self._notes for row in self._db.execute(statement, (note,))}
