"""What a meeting finds before it, out of columns: what is open, what is due, what is presented."""

from collections.abc import Iterator
from datetime import date, timedelta
from sqlite3 import Connection

from studylog.core.carry.outlook import DuePromise, OpenQuestion, Outlook, PaperOfDay
from studylog.core.packing import unpacked
from studylog.store.index.columns import KEPT, Row

# How much of each a meeting is told at most: it is read at its beginning.
_QUESTIONS, _PROMISES, _MISSING = 8, 6, 4
# What was due for longer is no longer what a meeting begins with.
_LATE = timedelta(days=14)

# Questions of the day itself only where they are for this meeting, and come from another one.
_BEFORE = """state IN ('open', 'deferred', 'tentative')
    AND (asked_on < ?1 OR (asked_on = ?1 AND addressee = ?2 AND first_path <> ?3))"""
_OPEN = f"""SELECT id, text, state, nullif(course, ''), lecture, asked_on, first_path FROM question
    WHERE {_BEFORE} ORDER BY addressee IS NOT ?2, kind = 'exercise', asked_on DESC,
    course_rank, course_name, lecture_rank, first_path, first_line LIMIT ?4"""
_OPEN_COUNT = f"SELECT count(*) FROM question WHERE {_BEFORE}"
# What is due by the day, and what the last meetings promised without one.
_DUE = f"""FROM promise JOIN note ON note.id = promise.note
    WHERE promise.done = 0 AND note.day < ?1 AND NOT {KEPT}
    AND (promise.due BETWEEN ?2 AND ?1 OR (promise.due IS NULL AND note.day >= ?2))"""
_PROMISED = f"""SELECT promise.id, promise.text, promise.who, promise.due, note.day, note.path, promise.line
    {_DUE} ORDER BY promise.due IS NULL, promise.due DESC, note.day DESC, note.path, promise.seq LIMIT ?3"""
_PLANNED = "SELECT value FROM paper WHERE presented = 0 AND day = ? ORDER BY title"
_WITHOUT_SLIDES = """SELECT value FROM paper WHERE missing = 1 AND day >= ? AND day < ?
    ORDER BY day DESC, title LIMIT ?"""


def outlook(db: Connection, day: date, path: str, addressee: str | None = None) -> Outlook:
    """What the meeting of a day finds before it; what is for its `addressee`, a mentor, comes first.

    `path` is that of its note: what it says itself, it does not find.
    """
    before = (day.isoformat(), addressee or "", path)
    late = (day - _LATE).isoformat()
    (total,) = db.execute(_OPEN_COUNT, before).fetchone()
    return Outlook(
        day=day,
        questions=tuple(map(_question, db.execute(_OPEN, (*before, _QUESTIONS)))),
        questions_total=total,
        promises=tuple(promises_due(db, day, _PROMISES)),
        papers=tuple(_papers(db, _PLANNED, day.isoformat())),
        missing=tuple(_papers(db, _WITHOUT_SLIDES, late, day.isoformat(), _MISSING)),
    )


def promises_due(db: Connection, day: date, most: int) -> Iterator[DuePromise]:
    """The promises that a day has to ask for: what is due last comes first; the same promise once."""
    seen: set[str] = set()
    rows = db.execute(_PROMISED, (day.isoformat(), (day - _LATE).isoformat(), most * 2))
    for id_, text, who, due, made_on, path, line in rows:
        if id_ not in seen and len(seen) < most:
            seen.add(id_)
            yield DuePromise(id_, text, who, _date(due), _date(made_on), path, line)


def _question(row: Row) -> OpenQuestion:
    id_, text, state, course, lecture, asked_on, path = row
    return OpenQuestion(id_, text, state, course, lecture, _date(asked_on), path)


def _papers(db: Connection, statement: str, *args: object) -> Iterator[PaperOfDay]:
    for (value,) in db.execute(statement, args):
        # Late, because most days have no paper, and the types of what notes say are slow to import.
        from studylog.core.model import Paper

        paper = unpacked(Paper, value)
        told = paper.planned.presenters if paper.planned else ()
        who = (paper.presenter,) if paper.presenter else told
        day = paper.presented[-1].date if paper.presented else paper.planned.date if paper.planned else None
        yield PaperOfDay(paper.title, who, day)


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
