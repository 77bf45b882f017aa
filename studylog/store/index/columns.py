"""What the columns of several tables have in common, and what queries for one column find."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from studylog.core.listed import NAMES
from studylog.core.packing import unpacked

if TYPE_CHECKING:
    from sqlite3 import Connection

Row = tuple[Any, ...]
"""A row of a table."""

_Value = TypeVar("_Value")

NO_DAY = "9999-12-31"
"""The day of a note without one, in the order of notes."""

RANK = "course_rank, course_name, lecture_rank, first_day, first_path, first_line, id"
"""The order of questions: by course, lecture and place."""

KEPT = """(
    EXISTS (SELECT 1 FROM kept WHERE kept.promise = promise.id)
    OR EXISTS (SELECT 1 FROM question JOIN note made ON made.id = promise.note
        WHERE question.id = promise.question AND (question.answered_on > made.day
        OR (promise.deferring AND question.state IN ('answered', 'confirmed', 'closed', 'duplicate')))))"""
"""Whether a promise is kept that is not ticked off: it is elsewhere, or its question is settled."""

TO_MEND = """(finding.code <> 'empty-section'
    OR NOT EXISTS (SELECT 1 FROM note WHERE note.id = finding.note AND note.day >= ?))"""
"""Whether something is doubtful on a day: the sections of a meeting may be empty until it is over."""

CATALOGUE_NUMBER = -1
"""The number of the list of papers among notes: it is no note, but says of papers what notes say."""

PROSE = """SELECT text.prose FROM note JOIN text ON text.note = note.id WHERE note.path = ?
    ORDER BY note.path, note.file LIMIT 1"""
"""A query for the `Prose` of the note of a path, compressed."""


def column(db: "Connection", statement: str, *args: object) -> list[Any]:
    """What a query finds in its one column."""
    return [value for (value,) in db.execute(statement, args)]


def cell(db: "Connection", statement: str, *args: object) -> Any | None:
    """What a query finds in the one column of its first row; None where it finds no row."""
    row: Row | None = db.execute(statement, args).fetchone()
    return row[0] if row else None


def number_of(db: "Connection", statement: str, *args: object) -> int:
    """The number that a query asks for."""
    return int(db.execute(statement, args).fetchone()[0])


def unpacked_all(db: "Connection", kind: type[_Value], statement: str, *args: object) -> tuple[_Value, ...]:
    """The values that are packed in the one column of a query."""
    return tuple(unpacked(kind, value) for (value,) in db.execute(statement, args))


def day_of(written: str | None) -> date | None:
    """A day as columns have it; None where there is none."""
    return date.fromisoformat(written) if written else None


def names_of(packed: str) -> tuple[str, ...]:
    """Names as they are packed in a column."""
    return unpacked(NAMES, packed)


def compressed(text: str) -> bytes:
    """A long text as columns have it."""
    # Late, as below: lists ask for short columns alone.
    import zlib

    # The first level costs a third of the usual one, and gains nearly as much.
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def text_of(column: bytes) -> str:
    """A text as it was before it was compressed."""
    import zlib

    return zlib.decompress(column).decode("utf-8", "surrogatepass")


def place_of(path: str) -> str:
    """The folder of a note, in which its references begin."""
    return path.rpartition("/")[0]


def quoted(words: Iterable[str]) -> str:
    """Plain words of our own as a list in SQL."""
    return ", ".join(f"'{word}'" for word in sorted(words))
