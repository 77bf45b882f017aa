"""Which pages and lists show a question, a lecture or a paper, as the index has them at the moment."""

from collections.abc import Callable, Iterable, Iterator
from sqlite3 import Connection
from typing import Any

from studylog.store.index.columns import NO_DAY, column
from studylog.store.index.lectures import Key, lectures_in
from studylog.store.index.people import OF_LECTURE, OF_PAPER, OF_QUESTION, PROMISED
from studylog.store.index.touched import Kind, Thing, lecture_key, month_of, year_of

_BESIDE = """SELECT other.id FROM question one JOIN question other
    ON other.course = one.course AND other.lecture = one.lecture
    AND (other.first_day, other.first_path, other.first_line, other.id)
    {sign} (one.first_day, one.first_path, one.first_line, one.id)
    WHERE one.id = ?
    ORDER BY other.first_day {way}, other.first_path {way}, other.first_line {way}, other.id {way} LIMIT 1"""
_BEFORE, _AFTER = _BESIDE.format(sign="<", way="DESC"), _BESIDE.format(sign=">", way="ASC")
_OWN = """SELECT first_day, asked_on, answered_on, course, lecture, parent, duplicate_of
    FROM question WHERE id = ?"""
_NOTES = """SELECT DISTINCT note.id, note.page, note.kind, note.day
    FROM {said} JOIN note ON note.id = {said}.note"""
_ASKED_IN, _MENTIONED_IN = _NOTES.format(said="asked"), _NOTES.format(said="mention")
_NEXT_LECTURES = """SELECT course, number FROM lecture WHERE course = ?1 AND number IN (
    (SELECT max(number) FROM lecture WHERE course = ?1 AND number < ?2),
    (SELECT min(number) FROM lecture WHERE course = ?1 AND number > ?2))"""

_PAPERS_ASKED_ABOUT = """SELECT DISTINCT paper_key.paper FROM about
    JOIN paper_key ON paper_key.key = about.paper WHERE about.question = ?"""
_UNDER = "SELECT id FROM question WHERE parent = ?1 UNION SELECT id FROM question WHERE duplicate_of = ?1"
# The week of a duplicate names its original.
_DUPLICATES_ASKED = """SELECT DISTINCT asked_on FROM question
    WHERE duplicate_of = ? AND asked_on IS NOT NULL"""
_CARRIED_INTO = """SELECT DISTINCT note.page FROM carried JOIN note ON note.id = carried.note
    WHERE carried.question = ?"""
# What was promised of a question may stand in another note.
_PROMISED_IN = """SELECT DISTINCT note.page FROM promise JOIN note ON note.id = promise.note
    WHERE promise.question = ?"""
_LINKED_ON = """SELECT DISTINCT note.day FROM weblink JOIN note ON note.id = weblink.note
    JOIN mention ON mention.note = note.id WHERE mention.course = ? AND mention.number = ?"""
_SLIDES_OF = "SELECT DISTINCT sha256 FROM paper_slides WHERE paper = ? AND sha256 IS NOT NULL"
_DAY_OF_PAPER = "SELECT day FROM paper WHERE id = ?"
_PRESENTED_IN = """SELECT note.page, note.day FROM paper_note JOIN note ON note.id = paper_note.note
    WHERE paper_note.paper = ?"""
_ASKED_ABOUT = """SELECT DISTINCT about.question FROM paper_key JOIN about ON about.paper = paper_key.key
    WHERE paper_key.paper = ?"""


def question_listed(db: Connection, id_: str) -> Iterator[Thing]:
    """Where it is shown at which place a question stands: its page, those beside it, lists in their order."""
    yield Thing("question", id_)
    own = db.execute(_OWN, (id_,)).fetchone()
    if own:
        first_day, asked_on, answered_on, course, lecture, *others = own
        yield Thing("asked", month_of(first_day if first_day != NO_DAY else None))
        yield from (Thing("days", day) for day in (asked_on, answered_on) if day)
        yield Thing("questions", course)
        yield from (Thing("question", other) for other in others if other)
        if lecture is not None:
            yield Thing("lecture", lecture_key(course, lecture))
    yield from _found(db, "person", OF_QUESTION, id_)
    yield from _found(db, "question", _BEFORE, id_)
    yield from _found(db, "question", _AFTER, id_)
    yield from _found(db, "paper", _PAPERS_ASKED_ABOUT, id_)


def question_told(db: Connection, id_: str) -> Iterator[Thing]:
    """Where it is shown how a question stands: in all notes that have it, and by the questions under it.

    Of a question that only stands some lines further down in one note, other notes tell nothing else.
    """
    yield from _found(db, "question", _UNDER, id_)
    yield from _found(db, "days", _DUPLICATES_ASKED, id_)
    for note, page, kind, day in db.execute(f"{_ASKED_IN} WHERE asked.question = ?", (id_,)).fetchall():
        yield from _note_shown(page, kind, day)
        if day:
            yield Thing("days", day)
        # Its line among the meetings of a lecture counts its questions.
        yield from (Thing("lecture", lecture_key(*key)) for key in lectures_in(db, note))
    yield from _found(db, "note", _CARRIED_INTO, id_)
    yield from _found(db, "person", PROMISED, id_)
    yield from _found(db, "note", _PROMISED_IN, id_)


def lecture_shown(db: Connection, key: Key) -> Iterator[Thing]:
    """Where it is shown how a lecture stands: on its own page, and on the list of its course."""
    yield Thing("lecture", lecture_key(*key))
    yield Thing("questions", key[0])


def lecture_named(db: Connection, key: Key) -> Iterator[Thing]:
    """Where a lecture is named: on the next ones, with its questions and their days, by notes and links.

    Far more things tell its name than how it stands.
    """
    yield from (Thing("lecture", lecture_key(*other)) for other in db.execute(_NEXT_LECTURES, key))
    yield from _found(db, "person", OF_LECTURE, *key)
    for id_, *days in db.execute(
        "SELECT id, asked_on, answered_on FROM question WHERE course = ? AND lecture = ?", key
    ):
        yield Thing("question", id_)
        yield from (Thing("days", day) for day in days if day)
    asked = f"{_ASKED_IN} JOIN question ON question.id = asked.question"
    for _, page, kind, day in (
        *db.execute(f"{_MENTIONED_IN} WHERE mention.course = ? AND mention.number = ?", key),
        *db.execute(f"{asked} WHERE question.course = ? AND question.lecture = ?", key),
    ):
        yield from _note_shown(page, kind, day)
    yield from (Thing("resources", month_of(day)) for day in column(db, _LINKED_ON, *key))


def paper_shown(db: Connection, id_: str) -> Iterator[Thing]:
    """Where a paper is shown: its page, the board, its slides, and the notes in which it was presented."""
    yield Thing("paper", id_)
    yield from _found(db, "slides", _SLIDES_OF, id_)
    yield from _found(db, "person", OF_PAPER, id_)
    yield from (Thing("papers", year_of(day)) for day in column(db, _DAY_OF_PAPER, id_))
    for page, day in db.execute(_PRESENTED_IN, (id_,)):
        yield Thing("note", page)
        if day:
            yield Thing("days", day)
    yield from _found(db, "question", _ASKED_ABOUT, id_)


def _note_shown(page: str, kind: str, day: str | None) -> Iterator[Thing]:
    yield Thing("note", page)
    if kind == "meeting":
        yield Thing("meetings", month_of(day))


def _found(db: Connection, kind: Kind, statement: str, *args: object) -> Iterator[Thing]:
    """The things of a kind whose keys a query finds."""
    return (Thing(kind, key) for key in column(db, statement, *args))


class Watched:
    """Some things as they are shown before a change; afterwards, what shows those that changed.

    `told` says what of a row is shown.
    """

    def __init__(
        self,
        db: Connection,
        value: str,
        shown: Callable[[Connection, Any], Iterable[Thing]],
        keys: Iterable[Any],
        told: Callable[[Any], Any] = lambda row: row,
    ) -> None:
        self._db, self._value, self._shown, self._told = db, value, shown, told
        self._before = {key: (self._row(key), frozenset(shown(db, key))) for key in keys}

    def changed(self, keys: Iterable[Any]) -> Iterator[tuple[Any, frozenset[Thing]]]:
        """Of those watched and of these, the keys whose value is another now, with all that shows it."""
        for key in {*self._before, *keys}:
            before, shown = self._before.get(key, (None, frozenset()))
            if self._row(key) != before:
                yield key, shown | frozenset(self._shown(self._db, key))

    def _row(self, key: Any) -> Any:
        row = self._db.execute(self._value, key if isinstance(key, tuple) else (key,)).fetchone()
        return self._told(row) if row else None
