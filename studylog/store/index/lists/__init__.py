"""Whole lists out of the index, as commands show them; nothing is unpacked that a line does not need."""

from datetime import date
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.findings import Finding
from studylog.store.index.columns import CATALOGUE_NUMBER, TO_MEND, column, unpacked_all
from studylog.store.index.lists.questions import QuestionList
from studylog.store.notebook import CATALOGUE

if TYPE_CHECKING:
    from studylog.core.model import Lecture
    from studylog.store.index.lists.notes import NoteList
    from studylog.store.index.lists.papers import PaperList
    from studylog.store.index.lists.people import PeopleList
    from studylog.store.index.lists.slides import SlidesList
    from studylog.store.index.lists.turns import TurnList

# The types of what notes say are slow to import: only lists that consist of them do.
_LECTURES = """SELECT value FROM lecture WHERE ?1 IS NULL OR number = ?1
    ORDER BY course_rank, course_name, number"""
_COURSES = "SELECT DISTINCT course FROM lecture WHERE course <> ''"
# Those of the whole come first.
_FINDINGS = f"""SELECT finding.value FROM finding LEFT JOIN note ON note.id = finding.note WHERE {TO_MEND}
    ORDER BY note.id IS NOT NULL, note.rank_day, note.path, note.file, finding.note DESC, finding.seq"""
# That a file cannot be read at all is said of the whole.
_OF_CATALOGUE = """SELECT value FROM finding WHERE code = 'unreadable'
    OR (note = ? AND (severity = 'error' OR code = 'encoding')) ORDER BY seq"""
_UNREADABLE = """SELECT path FROM finding WHERE severity = 'error' AND code = 'unreadable' AND path <> ?
    ORDER BY path"""
# Notes may read the same text differently, whichever came first: what is left as written begins with a
# backslash, and comes before what is read.
_IN_LINE = "SELECT text, max(line) FROM in_line GROUP BY text"


class IndexLists:
    """All that the notes of an index say, list by list; usually one of them is asked for, and imported."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self.questions = QuestionList(db)

    @property
    def notes(self) -> "NoteList":
        """The list of notes."""
        from studylog.store.index.lists.notes import NoteList

        return NoteList(self._db)

    @property
    def papers(self) -> "PaperList":
        """The list of papers."""
        from studylog.store.index.lists.papers import PaperList

        return PaperList(self._db)

    @property
    def people(self) -> "PeopleList":
        """The list of people."""
        from studylog.store.index.lists.people import PeopleList

        return PeopleList(self._db)

    @property
    def turns(self) -> "TurnList":
        """The turns that were taken."""
        from studylog.store.index.lists.turns import TurnList

        return TurnList(self._db)

    @property
    def slides(self) -> "SlidesList":
        """The list of slides."""
        from studylog.store.index.lists.slides import SlidesList

        return SlidesList(self._db)

    def lectures(self, number: int | None = None) -> "tuple[Lecture, ...]":
        """The lectures, or those of a number, courses in the order of the settings."""
        from studylog.core.model import Lecture

        return unpacked_all(self._db, Lecture, _LECTURES, number)

    def lecture_courses(self) -> tuple[str, ...]:
        """The courses that have lectures."""
        return tuple(column(self._db, _COURSES))

    def in_line(self) -> dict[str, str]:
        """The titles, questions and promises that have formulas, as people read them."""
        return dict(self._db.execute(_IN_LINE))

    def findings(self, today: date) -> tuple[Finding, ...]:
        """What is wrong or doubtful on a day: in the whole, then note by note."""
        return unpacked_all(self._db, Finding, _FINDINGS, today.isoformat())

    def unread_notes(self) -> tuple[str, ...]:
        """The notes that cannot be read, by path."""
        return tuple(column(self._db, _UNREADABLE, CATALOGUE))

    def unread_papers(self) -> tuple[Finding, ...]:
        """Why the list of papers, or an entry of it, is not read, or otherwise than it may look."""
        found = unpacked_all(self._db, Finding, _OF_CATALOGUE, CATALOGUE_NUMBER)
        return tuple(one for one in found if one.place.path == CATALOGUE)
