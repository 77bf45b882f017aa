"""The questions of the index, gathered from the notes in which they stand."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, groupby, pairwise
from sqlite3 import Connection

from studylog.core.listed import NAMES
from studylog.core.model import Carried, NoteQuestion, Question
from studylog.core.packing import packed, unpacked
from studylog.core.questions import Seen, SeenCarried, merged, rank, short_id, with_parts
from studylog.core.values import replace
from studylog.store.index.columns import Row, column, day_of
from studylog.store.index.wanted import want

_SEEN = """SELECT asked.question, note.path, note.day, asked.parent, asked.heading, asked.value
    FROM {asked} JOIN note ON note.id = asked.note
    ORDER BY asked.question, note.rank_day, note.path, note.file, asked.seq"""
_CARRIED = """SELECT note.path, note.day, carried.value FROM carried JOIN note ON note.id = carried.note
    WHERE carried.question = ? ORDER BY note.rank_day, note.path, note.file, carried.seq"""
_WANTED = "wanted CROSS JOIN asked ON asked.question = wanted.key"
_COLUMNS = (
    "id, short, state, own, kind, confidence, text, people, course, lecture, asked_by, addressee, parent, "
    "duplicate_of, asked_on, answered_on, course_rank, course_name, lecture_rank, first_day, first_path, "
    "first_line, heading, value"
)
_PUT = f"INSERT OR REPLACE INTO question ({_COLUMNS}) VALUES ({', '.join('?' * 24)})"


def gather_all(db: Connection, courses: Sequence[str]) -> None:
    """Gathers the questions of an index that has none yet."""
    db.executemany(_PUT, _shortened(_rows(db, "asked", courses)))
    settle(db, column(db, "SELECT DISTINCT parent FROM question WHERE parent IS NOT NULL"))


def _shortened(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows in the order of their ids, each with the prefix that tells it from the rows beside it."""
    before: tuple[str, ...] = ()
    for row, following in pairwise(chain(rows, [()])):
        id_, _, *rest = row
        yield id_, short_id(id_, (*before, *following[:1])), *rest
        before = (id_,)


def gather_some(db: Connection, ids: Iterable[str], courses: Sequence[str]) -> None:
    """Gathers questions anew; those that stand nowhere any more are gone."""
    wanted = sorted(ids)
    before = {id_: parent for id_ in wanted for parent in _parents(db, id_)}
    db.executemany("DELETE FROM question WHERE id = ?", ((id_,) for id_ in wanted))
    want(db, wanted)
    db.executemany(_PUT, list(_rows(db, _WANTED, courses)))
    parents = {parent for id_ in wanted for parent in _parents(db, id_)}
    settle(db, {*wanted, *before.values(), *parents})
    for id_ in wanted:
        shorten(db, id_)


def kin(db: Connection, ids: Iterable[str]) -> set[str]:
    """The questions whose state or short id may change with some: those they belong under, and next to."""
    found: set[str] = set()
    for id_ in ids:
        found.update(_parents(db, id_), neighbours(db, id_))
    return found


def lecture_of(db: Connection, id_: str) -> list[tuple[str, int]]:
    """The lecture of a question by course and number, if it has one."""
    statement = "SELECT course, lecture FROM question WHERE id = ? AND lecture IS NOT NULL"
    return db.execute(statement, (id_,)).fetchall()


def settle(db: Connection, ids: Iterable[str]) -> None:
    """Gives questions the state that they have together with their parts."""
    for id_ in ids:
        row = db.execute("SELECT own, value FROM question WHERE id = ?", (id_,)).fetchone()
        if row is None:
            continue
        own, value = row
        parts = column(db, "SELECT own FROM question WHERE parent = ?", id_)
        question = with_parts(replace(unpacked(Question, value), state=own), parts)
        db.execute(
            "UPDATE question SET state = ?, value = ? WHERE id = ?", (question.state, packed(question), id_)
        )


def shorten(db: Connection, id_: str) -> None:
    """Gives an id and its neighbours in order the prefixes that tell them from each other."""
    for one in {id_, *neighbours(db, id_)}:
        short = short_id(one, neighbours(db, one))
        db.execute("UPDATE question SET short = ? WHERE id = ?", (short, one))


def neighbours(db: Connection, id_: str) -> tuple[str, ...]:
    """The ids before and after one in the order of letters."""
    before = column(db, "SELECT id FROM question WHERE id < ? ORDER BY id DESC LIMIT 1", id_)
    return (*before, *column(db, "SELECT id FROM question WHERE id > ? ORDER BY id LIMIT 1", id_))


def without_lines(row: Row) -> Row:
    """A row that begins with a question, without the lines at which notes have it."""
    value, *rest = row
    question = unpacked(Question, value)
    places = (replace(place, line=0) for place in question.places)
    answers = (replace(one, place=replace(one.place, line=0, column=0)) for one in question.answers)
    return replace(question, places=tuple(places), answers=tuple(answers)), *rest


def _parents(db: Connection, id_: str) -> list[str]:
    return column(db, "SELECT parent FROM question WHERE id = ? AND parent IS NOT NULL", id_)


def _rows(db: Connection, asked: str, courses: Sequence[str]) -> Iterator[Row]:
    # Most questions were carried nowhere: these are not even looked for.
    elsewhere = set(column(db, "SELECT DISTINCT question FROM carried"))
    for id_, rows in groupby(db.execute(_SEEN.format(asked=asked)), key=lambda row: row[0]):
        places = list(rows)
        carried = [_seen_carried(row) for row in db.execute(_CARRIED, (id_,))] if id_ in elsewhere else []
        yield _row(merged([_seen(place) for place in places], carried), places[0][4], courses)


def _seen_carried(row: Row) -> SeenCarried:
    path, day, value = row
    return SeenCarried(path, day_of(day), unpacked(Carried, value))


def _seen(row: Row) -> Seen:
    _, path, day, parent, _, value = row
    return Seen(path, day_of(day), unpacked(NoteQuestion, value), parent)


def _row(one: Question, heading: str | None, courses: Sequence[str]) -> Row:
    asked_on = min(one.days_asked, default=None)
    days = {place.path: place.date for place in reversed(one.places)}
    answered_on = max((day for answer in one.answers if (day := days[answer.place.path])), default=None)
    known, course, lecture, day, path, line = rank(one, courses)
    return (
        *(one.id, None, one.state, one.state, one.kind, one.confidence, one.text, _people(one)),
        *(one.course or "", one.lecture, one.asked_by, one.to),
        *(one.parent, one.duplicate_of, _iso(asked_on), _iso(answered_on)),
        *(known, course, lecture, day.isoformat(), path, line, heading, packed(one)),
    )


def _people(one: Question) -> str:
    names = (one.asked_by, *(answer.by for answer in one.answers))
    return packed(tuple(dict.fromkeys(name for name in names if name)), NAMES)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
