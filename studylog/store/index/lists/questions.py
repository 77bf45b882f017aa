"""The list of all questions, in order of course, lecture and place."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from sqlite3 import Connection
from typing import TYPE_CHECKING, Literal

from studylog.core.listed import PEOPLE, ListedQuestion
from studylog.core.packing import unpacked

if TYPE_CHECKING:
    from studylog.core.model import Question, State

_LISTED = """SELECT id, short, state, confidence, nullif(course, ''), lecture, text, first_path, first_line,
    addressee, asked_on, people FROM question INDEXED BY question_rank WHERE {where}
    ORDER BY course_rank, course_name, lecture_rank, first_day, first_path, first_line, id"""
_ONE = "SELECT value FROM question WHERE id = ?"
_COURSES = "SELECT DISTINCT course, course_rank, course_name FROM question ORDER BY course_rank, course_name"


class QuestionList:
    """The questions of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def lines(
        self, states: "Collection[State] | None" = None, course: str | None = None, lecture: int | None = None
    ) -> tuple[ListedQuestion, ...]:
        """The questions in some states, of a course and of a lecture number, as far as these are given."""
        wanted: dict[str, tuple[object, ...]] = {}
        if states is not None:
            wanted[f"state IN ({', '.join('?' * len(states))})"] = tuple(states)
        if course is not None:
            wanted["course = ?"] = (course,)
        if lecture is not None:
            wanted["lecture = ?"] = (lecture,)
        return self._lines(" AND ".join(wanted) or "1", [value for some in wanted.values() for value in some])

    def voiced(self, person: str, part: Literal["asked", "answered"]) -> tuple[ListedQuestion, ...]:
        """The questions that somebody asked or answered."""
        return self._lines("id IN (SELECT question FROM voice WHERE person = ? AND part = ?)", [person, part])

    def _lines(self, where: str, values: Sequence[object]) -> tuple[ListedQuestion, ...]:
        statement = _LISTED.format(where=where)
        # Days and people are few, and their lines many.
        day_of, people_of = cache(date.fromisoformat), cache(_people)
        return tuple(
            ListedQuestion._make((*rest, day_of(day) if day else None, people_of(people)))
            for *rest, day, people in self._db.execute(statement, values)
        )

    def one(self, id_: str) -> "Question":
        """The whole question of an id that is in the list."""
        from studylog.core.model import Question

        return unpacked(Question, self._db.execute(_ONE, (id_,)).fetchone()[0])

    def courses(self) -> tuple[str, ...]:
        """The courses with questions, in their order."""
        return tuple(course for course, *_ in self._db.execute(_COURSES) if course)

    def __bool__(self) -> bool:
        return self._db.execute("SELECT 1 FROM question LIMIT 1").fetchone() is not None


def _people(packed: str) -> tuple[str, ...]:
    return unpacked(PEOPLE, packed)
