"""Values out of the rows of the index: what many pages show is decoded once, as long as it is near."""

from functools import lru_cache
from sqlite3 import Connection

from studylog.core.library import NoteEntry, QuestionEntry
from studylog.core.model import Note, Question
from studylog.core.packing import unpacked
from studylog.store.index.columns import cell

_NOTES, _QUESTIONS, _NUMBERS = 128, 2_048, 256


class Decoded:
    """The notes and questions that were decoded last, by the text that they were decoded from."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self.note = lru_cache(_NOTES)(_note)
        self.question = lru_cache(_QUESTIONS)(_question)
        self.number = lru_cache(_NUMBERS)(self._number)

    def _number(self, page: str) -> int | None:
        """The number of the note that is shown on a page."""
        return cell(self._db, "SELECT id FROM note WHERE page = ?", page)


def _note(page: str, value: str) -> NoteEntry:
    """A note with its page: the columns of `cards.ENTRY`."""
    return NoteEntry(page, unpacked(Note, value))


def _question(value: str, short: str, heading: str | None) -> QuestionEntry:
    return QuestionEntry(unpacked(Question, value), short, heading)
