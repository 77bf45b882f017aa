"""What a meeting finds before it, out of columns: what is open, what is due, what is presented."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, islice
from sqlite3 import Connection

from studylog.core.carry.outlook import DuePromise, OpenQuestion, Outlook, PaperOfDay
from studylog.core.questions import UNSETTLED
from studylog.store.index.columns import KEPT, Row, day_of, names_of, number_of, quoted
from studylog.store.index.days.formulas import formulas_in

# How much of each a meeting is told at most: it is read at its beginning.
_QUESTIONS, _PROMISES, _MISSING = 8, 6, 4
LATE = timedelta(days=14)
"""What was due for longer is no longer what a meeting begins with."""

_QUESTION = """id, text, state, nullif(course, ''), lecture, asked_on, first_path, short"""
_RANK = "asked_on DESC, course_rank, course_name, lecture_rank, first_path, first_line"
# The latest of each state: what is older is never looked at.
_LATEST = f"""SELECT {_QUESTION}, kind = 'exercise', course_rank, course_name, lecture_rank, first_line
    FROM question WHERE state = ? AND kind = ? AND asked_on < ? ORDER BY {_RANK} LIMIT ?"""
# What is for the one who comes, from another meeting of the day as well.
_FOR = f"""SELECT {_QUESTION} FROM question WHERE state IN ({quoted(UNSETTLED)})
    AND addressee = ? AND (asked_on < ? OR (asked_on = ? AND first_path <> ?)) ORDER BY {_RANK} LIMIT ?"""
_COUNT = "SELECT count(*) FROM question WHERE state = ? AND asked_on < ?"
_PROMISE = """promise.id, promise.text, promise.people, promise.due, note.day, note.path, promise.line"""
# What is due by the day, what is due last before all; then what the last meetings promised without a day.
_DUE = f"""SELECT {_PROMISE} FROM promise JOIN note ON note.id = promise.note
    WHERE promise.done = 0 AND promise.due BETWEEN ?1 AND ?2 AND note.day <= ?3 AND NOT {KEPT}
    ORDER BY promise.due DESC, note.day DESC, note.path, promise.seq LIMIT ?4"""
_UNDATED = f"""SELECT {_PROMISE} FROM note JOIN promise ON promise.note = note.id
    WHERE note.kind = 'meeting' AND note.rank_day BETWEEN ?1 AND min(?2, ?3)
    AND promise.done = 0 AND promise.due IS NULL AND NOT {KEPT}
    ORDER BY note.rank_day DESC, note.path, promise.seq LIMIT ?4"""
_PLANNED = "SELECT title, presenter, day FROM paper WHERE presented = 0 AND day = ? ORDER BY title"
_WITHOUT_SLIDES = """SELECT title, presenter, day FROM paper WHERE missing = 1 AND day >= ? AND day < ?
    ORDER BY day DESC, title LIMIT ?"""


def outlook(db: Connection, day: date, path: str, addressee: str | None = None) -> Outlook:
    """What the meeting of a day finds before it; what is for its `addressee`, a mentor, comes first.

    `path` is that of its note: what it says itself, it does not find.
    """
    today, late = day.isoformat(), (day - LATE).isoformat()
    questions = _for(db, addressee, today, path) if addressee else {}
    questions |= {one[0]: one for one in _latest(db, today) if one[0] not in questions}
    total = sum(number_of(db, _COUNT, state, today) for state in UNSETTLED)
    return Outlook(
        day=day,
        questions=tuple(_question(db, row) for row in islice(questions.values(), _QUESTIONS)),
        questions_total=max(total, min(len(questions), _QUESTIONS)),
        promises=tuple(promises_due(db, day, _PROMISES)),
        papers=tuple(papers_of(db, _PLANNED, today)),
        missing=tuple(papers_of(db, _WITHOUT_SLIDES, late, today, _MISSING)),
    )


def promises_due(db: Connection, day: date, most: int) -> Iterator[DuePromise]:
    """The promises that the meeting of a day has to ask for."""
    return promises_between(db, day - LATE, day, day - timedelta(days=1), most)


def promises_between(
    db: Connection, first: date, last: date, made_by: date, most: int
) -> Iterator[DuePromise]:
    """The promises that are due on some days, and those that the meetings of these days made without one.

    Made they are by a day; the same promise comes once.
    """
    seen: set[str] = set()
    days = (first.isoformat(), last.isoformat(), made_by.isoformat(), most * 2)
    for row in chain(*(db.execute(statement, days).fetchall() for statement in (_DUE, _UNDATED))):
        id_, text, people, due, made_on, path, line = row
        if id_ not in seen and len(seen) < most:
            seen.add(id_)
            formulas = formulas_in(db, text, path)
            yield DuePromise(id_, text, names_of(people), day_of(due), day_of(made_on), path, line, formulas)


def _for(db: Connection, addressee: str, today: str, path: str) -> dict[str, Row]:
    rows = db.execute(_FOR, (addressee, today, today, path, _QUESTIONS))
    return {row[0]: row for row in rows}


def _latest(db: Connection, today: str) -> list[Row]:
    """The latest questions, those that somebody asked before exercises."""
    rows: list[Row] = []
    for kind in ("asked", "exercise"):
        if len(rows) >= _QUESTIONS:
            break
        found = [row for state in UNSETTLED for row in db.execute(_LATEST, (state, kind, today, _QUESTIONS))]
        found.sort(key=lambda row: (*row[9:12], row[6], row[12]))
        found.sort(key=lambda row: row[5], reverse=True)
        rows += found
    return rows


def _question(db: Connection, row: Row) -> OpenQuestion:
    id_, text, state, course, lecture, asked_on, path, short = row[:8]
    formulas = formulas_in(db, text, path)
    return OpenQuestion(id_, text, state, course, lecture, day_of(asked_on), path, short, formulas)


def papers_of(db: Connection, statement: str, *args: object) -> Iterator[PaperOfDay]:
    """The papers of a query for their title, presenter and day."""
    for title, presenter, day in db.execute(statement, args):
        yield PaperOfDay(title, presenter, day_of(day))
