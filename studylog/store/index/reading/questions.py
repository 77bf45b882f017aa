"""Questions by id, note and lecture, and how they stand."""

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from sqlite3 import Connection

from studylog.core.library import CourseStanding, LectureStanding, QuestionEntry, States, Stretch
from studylog.core.model import Question, State
from studylog.core.questions import UNSETTLED
from studylog.store.index.columns import RANK, Row, cell, column, day_of, number_of, quoted
from studylog.store.index.reading.cards import days_of, first_of
from studylog.store.index.reading.decoded import Decoded

# Most questions have neighbours in their lecture, few have parts or duplicates: whoever makes all pages asks
# once for those.
_QUESTIONS, _ORDERS = 512, 16

_COLUMNS = "question.value, question.short, question.heading"
_PLACE = "first_day, first_path, first_line, id"
_ONE = f"SELECT {_COLUMNS} FROM question WHERE id = ?"
_IN_NOTE = f"""SELECT {_COLUMNS} FROM (
        SELECT question, min(seq) AS seq FROM asked WHERE note = ? GROUP BY question) AS here
    JOIN question ON question.id = here.question ORDER BY here.seq"""
_FIRST_IN = "SELECT heading FROM asked WHERE note = ? ORDER BY seq LIMIT 1"
_OF_LECTURE = f"""SELECT {_COLUMNS} FROM question WHERE course = ? AND lecture IS ?
    ORDER BY {_PLACE} LIMIT ? OFFSET ?"""
_IDS_OF = f"SELECT id FROM question WHERE course = ? AND lecture IS ? ORDER BY {_PLACE}"
_UNSETTLED_OF = f"""SELECT {_COLUMNS} FROM question WHERE course = ? AND lecture IS ?
    AND state IN ({quoted(UNSETTLED)}) ORDER BY {_PLACE} LIMIT ?"""
# One sorted stretch for each state, merged as they are read: what is never asked for is never looked at.
_NEWEST = (
    " UNION ALL ".join(
        "SELECT course, lecture, asked_on, course_rank, course_name, lecture_rank FROM question"
        f" WHERE state = '{state}'"
        for state in UNSETTLED
    )
    + " ORDER BY asked_on DESC, course_rank, course_name, lecture_rank"
)
_LAST_ANSWERS = """SELECT answered_on FROM question WHERE answered_on IS NOT NULL
    ORDER BY answered_on DESC LIMIT ?"""
_ANSWERED_SINCE = f"SELECT {_COLUMNS} FROM question WHERE answered_on >= ? ORDER BY answered_on DESC, id"
_ASKED_BETWEEN = f"""SELECT {_COLUMNS} FROM question WHERE asked_on >= ? AND asked_on <= ?
    ORDER BY {RANK} LIMIT ?"""
_LATER = "answered_on >= ?1 AND answered_on <= ?2 AND asked_on < ?1"
_ANSWERED_BETWEEN = f"SELECT {_COLUMNS} FROM question WHERE {_LATER} ORDER BY {RANK} LIMIT ?3"
_ASKED_BY_DAY = """SELECT asked_on, state, count(*) FROM question WHERE asked_on >= ? AND asked_on <= ?
    GROUP BY asked_on, state ORDER BY asked_on"""
_STATES_OF = "SELECT state, count(*) FROM question WHERE course = ? AND lecture = ? GROUP BY state"
_STATES_IN = """SELECT state, count(*) FROM question
    WHERE id IN (SELECT question FROM asked WHERE note = ?) GROUP BY state"""
_LECTURES = """SELECT lecture, state, count(*) FROM question WHERE course = ? GROUP BY lecture, state
    ORDER BY lecture IS NULL, lecture"""
_MONTHS = "SELECT substr(first_day, 1, 7) AS month, count(*) FROM question GROUP BY month ORDER BY month"
_FIRST_ASKED = f"""SELECT {_COLUMNS} FROM question WHERE first_day >= ? AND first_day < ? ORDER BY {RANK}"""


class IndexQuestions:
    """The questions of an index."""

    def __init__(self, db: Connection, decoded: Decoded) -> None:
        self._db, self._decoded = db, decoded
        self._by_id = lru_cache(_QUESTIONS)(self._read)
        self._order = lru_cache(_ORDERS)(self._read_order)
        self._pointed_at = cache(self._read_pointed_at)

    def one(self, id_: str) -> QuestionEntry | None:
        """The question of an id."""
        return self._by_id(id_)

    def in_note(self, page: str) -> tuple[QuestionEntry, ...]:
        """The questions of the note of a page, each once, in reading order."""
        return self._all(_IN_NOTE, self._decoded.number(page))

    def of_lecture(
        self, course: str | None, number: int | None, start: int, most: int
    ) -> tuple[QuestionEntry, ...]:
        """The questions of a lecture in their order; of a course without a lecture for None."""
        return self._all(_OF_LECTURE, course or "", number, most, start)

    def ids_of(self, course: str | None, number: int | None) -> tuple[str, ...]:
        """The ids of all these questions, in the same order."""
        return tuple(column(self._db, _IDS_OF, course or "", number))

    def unsettled_of(self, course: str | None, number: int | None, most: int) -> tuple[QuestionEntry, ...]:
        """The questions of a lecture that somebody still has to settle."""
        return self._all(_UNSETTLED_OF, course or "", number, most)

    def unsettled_lectures(self) -> Iterator[tuple[str | None, int | None]]:
        """The lectures with something to settle, those first about which it was asked last."""
        seen: set[tuple[str, int | None]] = set()
        for course, lecture, *_ in self._db.execute(_NEWEST):
            if (course, lecture) not in seen:
                seen.add((course, lecture))
                yield course or None, lecture

    def unsettled_since(self) -> date | None:
        """The day of the oldest question that somebody still has to settle."""
        statement = "SELECT min(asked_on) FROM question WHERE state = ?"
        days = (cell(self._db, statement, state) for state in UNSETTLED)
        return day_of(min(filter(None, days), default=None))

    def answered_last(self, least: int) -> tuple[QuestionEntry, ...]:
        """The questions answered on the latest days, which together have at least so many."""
        days = self._db.execute(_LAST_ANSWERS, (least,)).fetchall()
        return self._all(_ANSWERED_SINCE, days[-1][0]) if days else ()

    def asked_between(self, first: date, last: date, most: int) -> tuple[QuestionEntry, ...]:
        """The questions that were first asked from one day to another, in the order of all questions."""
        return self._all(_ASKED_BETWEEN, first.isoformat(), last.isoformat(), most)

    def answered_between(self, first: date, last: date, most: int) -> tuple[QuestionEntry, ...]:
        """The questions asked before a day whose last answer came from that day to another."""
        return self._all(_ANSWERED_BETWEEN, first.isoformat(), last.isoformat(), most)

    def count_answered_between(self, first: date, last: date) -> int:
        """How many questions asked before a day had their last answer from that day to another."""
        statement = f"SELECT count(*) FROM question WHERE {_LATER}"
        return number_of(self._db, statement, first.isoformat(), last.isoformat())

    def asked_by_day(self, first: date, last: date) -> tuple[tuple[date, State, int], ...]:
        """How many of the questions first asked on each day from one to another are in each state."""
        rows = self._db.execute(_ASKED_BY_DAY, (first.isoformat(), last.isoformat()))
        return tuple((date.fromisoformat(day), state, count) for day, state, count in rows)

    def parts(self, id_: str) -> tuple[QuestionEntry, ...]:
        """The questions that belong under one."""
        return self._pointing("parent", id_)

    def duplicates(self, id_: str) -> tuple[QuestionEntry, ...]:
        """The questions that are said to be the same as one."""
        return self._pointing("duplicate_of", id_)

    def beside(self, id_: str) -> tuple[QuestionEntry | None, QuestionEntry | None]:
        """The questions before and after one in its lecture."""
        entry = self.one(id_)
        if entry is None or entry.question.lecture is None:
            return None, None
        ids, places = self._order(entry.question.course, entry.question.lecture)
        here = places[id_]
        before, after = ids[here - 1] if here else None, ids[here + 1] if here + 1 < len(ids) else None
        return self.one(before) if before else None, self.one(after) if after else None

    def states(self) -> States:
        """How all questions stand."""
        return dict(self._db.execute("SELECT state, count(*) FROM question GROUP BY state").fetchall())

    def states_in(self, page: str) -> States:
        """How the questions of the note of a page stand."""
        return dict(self._db.execute(_STATES_IN, (self._decoded.number(page),)).fetchall())

    def first_in(self, page: str) -> str | None:
        """The first question of the note of a page as HTML, where it can stand on one line."""
        return cell(self._db, _FIRST_IN, self._decoded.number(page))

    def states_of(self, course: str | None, number: int) -> States:
        """How the questions of a lecture stand."""
        return dict(self._db.execute(_STATES_OF, (course or "", number)).fetchall())

    def months(self) -> tuple[Stretch, ...]:
        """The months in which questions were first asked, in order; those without a day come last."""
        return tuple(Stretch(first_of(month), count) for month, count in self._db.execute(_MONTHS))

    def first_asked(self, first: date | None) -> Iterator[Question]:
        """The questions that were first asked in a month, in their order; for None those without a day."""
        return (entry.question for entry in self._all(_FIRST_ASKED, *days_of(first, 7)))

    def courses(self) -> tuple[CourseStanding, ...]:
        """The courses with questions, in their order."""
        states: dict[str, dict[State, int]] = {}
        statement = "SELECT course, state, sum(n) FROM (SELECT course, lecture, state, count(*) AS n"
        statement += " FROM question GROUP BY course, lecture, state) GROUP BY course, state"
        for course, state, count in self._db.execute(statement):
            states.setdefault(course, {})[state] = count
        return tuple(
            CourseStanding(course or None, states[course]) for course in sorted(states, key=self._rank)
        )

    def lectures(self, course: str | None) -> tuple[LectureStanding, ...]:
        """The lectures of a course with questions, in their order; questions without one come last."""
        states: dict[int | None, dict[State, int]] = {}
        for lecture, state, count in self._db.execute(_LECTURES, (course or "",)):
            states.setdefault(lecture, {})[state] = count
        return tuple(LectureStanding(number, counts) for number, counts in states.items())

    def ids(self) -> Iterator[str]:
        """The ids of all questions."""
        return iter(column(self._db, f"SELECT id FROM question ORDER BY {RANK}"))

    def _rank(self, course: str) -> Row:
        statement = "SELECT course_rank, course_name FROM question WHERE course = ? LIMIT 1"
        row: Row = self._db.execute(statement, (course,)).fetchone()
        return row

    def _all(self, statement: str, *args: object) -> tuple[QuestionEntry, ...]:
        return tuple(self._decoded.question(*row) for row in self._db.execute(statement, args))

    def _pointing(self, name: str, id_: str) -> tuple[QuestionEntry, ...]:
        """The questions that name one in a column."""
        if id_ not in self._pointed_at(name):
            return ()
        return self._all(f"SELECT {_COLUMNS} FROM question WHERE {name} = ? ORDER BY {RANK}", id_)

    def _read_pointed_at(self, name: str) -> frozenset[str]:
        statement = f"SELECT DISTINCT {name} FROM question WHERE {name} IS NOT NULL"
        return frozenset(column(self._db, statement))

    def _read_order(self, course: str | None, number: int) -> tuple[tuple[str, ...], dict[str, int]]:
        """The ids of the questions of a lecture in their order, and the place of each."""
        ids = self.ids_of(course, number)
        return ids, {id_: place for place, id_ in enumerate(ids)}

    def _read(self, id_: str) -> QuestionEntry | None:
        return next(iter(self._all(_ONE, id_)), None)
