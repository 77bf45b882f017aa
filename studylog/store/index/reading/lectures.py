"""Lectures by course and number: their meetings, their links, and the lectures beside them."""

from collections.abc import Iterator
from functools import lru_cache
from sqlite3 import Connection

from studylog.core.library import LectureEntry, NoteEntry, WebLink
from studylog.core.model import Lecture, Link
from studylog.core.packing import unpacked
from studylog.store.index.columns import Row, cell, number_of
from studylog.store.index.reading.cards import ENTRY, NEWEST
from studylog.store.index.reading.decoded import Decoded
from studylog.store.index.reading.links import COLUMNS, IS_FIRST, IndexLinks

_LECTURES, _PAGES = 64, 4_096

_COLUMNS = "value, page"
_PAGE = "SELECT page FROM lecture WHERE course = ? AND number = ?"
_ONE = f"SELECT {_COLUMNS} FROM lecture WHERE course = ? AND number = ?"
_KEYS = "SELECT course, number, page FROM lecture ORDER BY course_rank, course_name, number"
_AT = f"SELECT {_COLUMNS} FROM lecture WHERE page = ?"
_COURSES = """SELECT course, count(*) FROM lecture
    GROUP BY course_rank, course_name ORDER BY course_rank, course_name"""
_OF_COURSE = f"SELECT {_COLUMNS} FROM lecture WHERE course = ? ORDER BY number"
_BEFORE = f"SELECT {_COLUMNS} FROM lecture WHERE course = ? AND number < ? ORDER BY number DESC LIMIT 1"
_AFTER = f"SELECT {_COLUMNS} FROM lecture WHERE course = ? AND number > ? ORDER BY number LIMIT 1"
# A meeting dealt with a lecture when it has a heading for it, or a question about it.
_NOTES = """SELECT note FROM mention WHERE course = ?1 AND number = ?2
    UNION SELECT asked.note FROM question JOIN asked ON asked.question = question.id
    WHERE question.course = ?1 AND question.lecture = ?2"""
# The plus keeps SQLite from beginning with all meetings of the notebook.
_MEETINGS = f"+kind = 'meeting' AND id IN ({_NOTES})"
_LINKS = f"""SELECT {COLUMNS} FROM note JOIN weblink ON weblink.note = note.id
    WHERE note.id IN (SELECT note FROM mention WHERE course = ? AND number = ?) AND {IS_FIRST}
    ORDER BY {NEWEST}, weblink.seq DESC"""


class IndexLectures:
    """The lectures of an index."""

    def __init__(self, db: Connection, decoded: Decoded, links: IndexLinks) -> None:
        self._db, self._decoded = db, decoded
        self._links = links
        # Lectures with many questions are slow to unpack, and every part of a page asks for its own.
        self._entry = lru_cache(_LECTURES)(_entry)
        self._by_key = lru_cache(_LECTURES)(self._read)
        self._pages = lru_cache(_PAGES)(self._page)

    def one(self, course: str | None, number: int) -> LectureEntry | None:
        """The lecture of a course and number."""
        return self._by_key(course, number)

    def page(self, course: str | None, number: int) -> str | None:
        """The page of a lecture."""
        return self._pages(course, number)

    def at(self, page: str) -> LectureEntry | None:
        """The lecture that is shown on a page."""
        return self._first(_AT, page)

    def courses(self) -> tuple[tuple[str | None, int], ...]:
        """The courses, and how many lectures each has."""
        return tuple((course or None, lectures) for course, lectures in self._db.execute(_COURSES))

    def of_course(self, course: str | None) -> tuple[LectureEntry, ...]:
        """The lectures of a course."""
        return tuple(self._entry(row) for row in self._db.execute(_OF_COURSE, (course or "",)))

    def beside(self, course: str | None, number: int) -> tuple[LectureEntry | None, LectureEntry | None]:
        """The lectures before and after one in its course."""
        return self._first(_BEFORE, course or "", number), self._first(_AFTER, course or "", number)

    def meetings(self, course: str | None, number: int, most: int) -> tuple[NoteEntry, ...]:
        """The meetings that dealt with a lecture: of many, the newest; in order of their days."""
        statement = f"SELECT {ENTRY} FROM note WHERE {_MEETINGS} ORDER BY {NEWEST} LIMIT ?3"
        rows = self._db.execute(statement, (course or "", number, most)).fetchall()
        return tuple(self._decoded.note(*row) for row in reversed(rows))

    def count_meetings(self, course: str | None, number: int) -> int:
        """How many meetings dealt with a lecture."""
        return number_of(self._db, f"SELECT count(*) FROM note WHERE {_MEETINGS}", course or "", number)

    def links(self, course: str | None, number: int, most: int) -> tuple[WebLink, ...]:
        """The links to the web that notes first have under a lecture: of many, the newest; in order."""
        found = []
        for row in self._db.execute(_LINKS, (course or "", number)).fetchall():
            link = unpacked(Link, row[2])
            if (link.course, link.lecture) == (course, number):
                found.append(self._links.of(row))
            if len(found) == most:
                break
        return tuple(reversed(found))

    def pages(self) -> Iterator[str]:
        """The pages of all lectures."""
        return (page for _, _, page in self.numbered())

    def numbered(self) -> Iterator[tuple[str | None, int, str]]:
        """The courses, numbers and pages of all lectures."""
        return ((course or None, number, page) for course, number, page in self._db.execute(_KEYS))

    def _read(self, course: str | None, number: int) -> LectureEntry | None:
        return self._first(_ONE, course or "", number)

    def _page(self, course: str | None, number: int) -> str | None:
        return cell(self._db, _PAGE, course or "", number)

    def _first(self, statement: str, *args: object) -> LectureEntry | None:
        row = self._db.execute(statement, args).fetchone()
        return self._entry(row) if row else None


def _entry(row: Row) -> LectureEntry:
    value, page = row
    return LectureEntry(unpacked(Lecture, value), page)
