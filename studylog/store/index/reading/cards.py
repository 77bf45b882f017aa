"""Notes as rows: the columns that name one, and the values they stand for."""

from datetime import date

from studylog.core.library import Card
from studylog.store.index.columns import NO_DAY, Row, day_of

CARD = "note.path, note.page, note.title, note.kind, note.day, note.questions"
"""The columns of `card_of`."""

ENTRY = "note.page, note.value"
"""The columns of `Decoded.note`."""

ORDER = "note.rank_day, note.path, note.file"
"""The order of notes."""

NEWEST = "note.rank_day DESC, note.path DESC, note.file DESC"
"""The order of notes from its end."""

DATED_FIRST = f"month = '{NO_DAY[:7]}'"
"""The order of months in which what has no day comes last, also where the newest comes first."""


def card_of(row: Row) -> Card:
    """A note as other pages name it."""
    path, page, title, kind, day, questions = row
    return Card(path, page, title, kind, day_of(day), questions)


def first_of(month: str | None) -> date | None:
    """The first day of a month, as its seven letters; None for that of what has no day."""
    return date.fromisoformat(f"{month}-01") if month and not NO_DAY.startswith(month) else None


def days_of(first: date | None, length: int) -> tuple[str, str]:
    """The first day of a month (7 letters of it) or a year (4), and what no day of it reaches."""
    if first is None:
        return NO_DAY, NO_DAY + "~"
    prefix = first.isoformat()[:length]
    return prefix, prefix + "~"
