"""The lectures of the index, gathered from the headings of notes and from the questions."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from studylog.core.digest.pagenames import lecture_pages
from studylog.core.findings import Place
from studylog.core.lectures import Asked, Mention, lecture_of, rank
from studylog.core.model import Question
from studylog.core.packing import packed, picked
from studylog.core.settings import Settings
from studylog.store.index.columns import Row

Key = tuple[str, int]
"""A course, empty for none, and a number."""

_MENTIONS = """SELECT note.path, mention.line, mention.title FROM mention JOIN note ON note.id = mention.note
    WHERE mention.course = ? AND mention.number = ?
    ORDER BY note.rank_day, note.path, note.file, mention.seq"""
_QUESTIONS = """SELECT value FROM question WHERE course = ? AND lecture = ?
    ORDER BY first_day, first_path, first_line"""
_KEYS = """SELECT course, number FROM mention
    UNION SELECT course, lecture FROM question WHERE lecture IS NOT NULL"""
_IN_NOTE = """SELECT course, number FROM mention WHERE note = ?1
    UNION SELECT question.course, question.lecture FROM asked JOIN question ON question.id = asked.question
    WHERE asked.note = ?1 AND question.lecture IS NOT NULL"""


def gather_lectures(db: Connection, keys: Iterable[Key] | None, settings: Settings) -> None:
    """Gathers lectures anew, all or some, and gives all of them their pages."""
    wanted = sorted(db.execute(_KEYS).fetchall() if keys is None else set(keys))
    db.executemany("DELETE FROM lecture WHERE course = ? AND number = ?", wanted)
    db.executemany(
        """INSERT INTO lecture (course, number, course_rank, course_name, title, value)
        VALUES (?, ?, ?, ?, ?, ?)""",
        list(_rows(db, wanted, settings)),
    )
    _give_pages(db)


def _rows(db: Connection, keys: Iterable[Key], settings: Settings) -> Iterator[Row]:
    for course, number in keys:
        found = db.execute(_MENTIONS, (course, number))
        mentions = [Mention(Place(path, line), title) for path, line, title in found]
        values = db.execute(_QUESTIONS, (course, number))
        questions = [Asked(*picked(Question, value, *Asked._fields)) for (value,) in values]
        if mentions or questions:
            lecture = lecture_of((course or None, number), mentions, questions, settings)
            known, name, _ = rank((course or None, number), settings)
            yield course, number, known, name, lecture.title, packed(lecture)


def _give_pages(db: Connection) -> None:
    rows = db.execute("SELECT course, number, page FROM lecture ORDER BY course_rank, course_name, number")
    had = {(course, number): page for course, number, page in rows}
    pages = lecture_pages(tuple(had))
    changed = [(page, *key) for key, page in pages.items() if had[key] != page]
    db.executemany("UPDATE lecture SET page = ? WHERE course = ? AND number = ?", changed)


def lectures_in(db: Connection, note: int) -> list[Key]:
    """The lectures that a note speaks of, by headings or by questions."""
    return db.execute(_IN_NOTE, (note,)).fetchall()
