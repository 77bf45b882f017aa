"""The tables of the search as what a search looks things up in."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from sqlite3 import Connection

from studylog.core.search.documents.document import Document
from studylog.store.index.columns import column
from studylog.store.index.search.records import document_of


class StoredSource:
    """The index of a database, which is a `Source`; it sees what the transaction of its connection sees."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    @property
    def count(self) -> int:
        """How many documents there are."""
        return int(self._state[0])

    @property
    def newest(self) -> int:
        """The number of the last of their days; 0 where none has a day."""
        return int(self._state[1])

    def lengths(self) -> bytes:
        """By number the class of a document's length plus 1; 0 where there is no document."""
        return self._facts[0]

    def days(self) -> Sequence[int]:
        """By number the number of a document's day; 0 for none."""
        return self._facts[1]

    def entries(self, low: str, high: str) -> Iterable[tuple[str, str]]:
        """The entries from one key up to but without another, in order."""
        return self._db.execute(
            "SELECT key, text FROM search_entries WHERE key >= ? AND key < ? ORDER BY key", (low, high)
        )

    def document(self, number: int) -> Document:
        """The document of a number."""
        (content,) = column(self._db, "SELECT record FROM search_documents WHERE number = ?", number)
        return document_of(content)

    @cached_property
    def _state(self) -> tuple[int, int]:
        count, newest = self._db.execute("SELECT count, newest FROM search_state").fetchone()
        return count, newest

    @cached_property
    def _facts(self) -> tuple[bytes, "array[int]"]:
        lengths, days = bytearray(), array("I")
        for part, some, others in self._db.execute(
            "SELECT part, lengths, days FROM search_facts ORDER BY part"
        ):
            missing = part * len(some) - len(lengths)
            lengths += bytes(missing) + some
            days.frombytes(bytes(missing * days.itemsize) + others)
        room = len(lengths.rstrip(b"\0"))
        return bytes(lengths[:room]), days[:room]
