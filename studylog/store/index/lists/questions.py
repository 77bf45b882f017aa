"""The list of all questions, in order of course, lecture and place."""

import json
import os
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from sqlite3 import Connection
from typing import TYPE_CHECKING, Literal

from studylog.core.listed import ListedQuestion
from studylog.core.packing import unpacked
from studylog.store.index.columns import RANK, names_of, unpacked_all

if TYPE_CHECKING:
    from studylog.core.model import Question, State

_COLUMNS = """id, short, state, confidence, nullif(course, ''), lecture, text, first_path, first_line,
    addressee, asked_on, people"""
_LISTED = f"""SELECT {_COLUMNS} FROM question INDEXED BY question_rank WHERE {{where}}
    ORDER BY {RANK}"""
_BEGINNING = f"SELECT {_COLUMNS} FROM question WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
# One pass over the texts of all questions, without making a value of those that have too little in common.
_SHARING = """SELECT id, text FROM question INDEXED BY question_text
    WHERE ({some}) AND {shared} >= {least}"""
_STANDING = """SELECT note.path, note.file FROM asked JOIN note ON note.id = asked.note
    WHERE asked.question = ? ORDER BY note.rank_day, note.path, note.file, asked.seq"""
_ONE = "SELECT value FROM question WHERE id = ?"
_IN_LINE = "SELECT max(line) FROM in_line WHERE text = ?"
_SOME = "SELECT id, value FROM question WHERE id IN (SELECT value FROM json_each(?))"
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
        return self._lines(
            _LISTED.format(where=" AND ".join(wanted) or "1"),
            [value for some in wanted.values() for value in some],
        )

    def voiced(self, person: str, part: Literal["asked", "answered"]) -> tuple[ListedQuestion, ...]:
        """The questions that somebody asked or answered."""
        where = "id IN (SELECT question FROM voice WHERE person = ? AND part = ?)"
        return self._lines(_LISTED.format(where=where), [person, part])

    def beginning(self, start: str, limit: int = 20) -> tuple[ListedQuestion, ...]:
        """The questions whose ids begin so, in order of their ids."""
        return self._lines(_BEGINNING, (start, start + "~", limit))

    def sharing(self, words: Sequence[str], least: int) -> tuple[tuple[str, str], ...]:
        """The questions, as ids and texts, that have at least so many of some stretches of letters."""
        if not 0 < least <= len(words):
            return ()
        found = [f"(instr(text, ?{number}) > 0)" for number in range(1, len(words) + 1)]
        # Who has so many has one of any that are more than the rest: most texts have none, and are done with.
        some, shared = " OR ".join(found[: len(found) - least + 1]), " + ".join(found)
        return tuple(self._db.execute(_SHARING.format(some=some, shared=shared, least=least), words))

    def standing(self, id_: str) -> tuple[tuple[str, str], ...]:
        """The notes in which a question stands, the first one first: paths, and files from the notebook."""
        rows = self._db.execute(_STANDING, (id_,))
        return tuple(dict.fromkeys((path, os.fsdecode(file)) for path, file in rows))

    def _lines(self, statement: str, values: Sequence[object]) -> tuple[ListedQuestion, ...]:
        # Days and people are few, and their lines many.
        day_of, people_of = cache(date.fromisoformat), cache(names_of)
        return tuple(
            ListedQuestion._make((*rest, day_of(day) if day else None, people_of(people)))
            for *rest, day, people in self._db.execute(statement, values)
        )

    def whole(self, ids: Iterable[str]) -> "list[Question]":
        """The whole questions of ids that are in the list, in their order."""
        from studylog.core.model import Question

        wanted = list(ids)
        found = dict(self._db.execute(_SOME, (json.dumps(wanted),)).fetchall())
        return [unpacked(Question, found[id_]) for id_ in wanted]

    def one(self, id_: str) -> "Question":
        """The whole question of an id that is in the list."""
        from studylog.core.model import Question

        (question,) = unpacked_all(self._db, Question, _ONE, id_)
        return question

    def in_line(self, text: str) -> str:
        """The text of a question as people read it, with its formulas in a line."""
        (line,) = self._db.execute(_IN_LINE, (text,)).fetchone()
        return text if line is None else str(line)

    def courses(self) -> tuple[str, ...]:
        """The courses with questions, in their order."""
        return tuple(course for course, *_ in self._db.execute(_COURSES) if course)

    def __bool__(self) -> bool:
        return self._db.execute("SELECT 1 FROM question LIMIT 1").fetchone() is not None
