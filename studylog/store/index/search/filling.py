"""All documents at once: their postings gathered piece by piece, and written in the order of their keys."""

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.search.documents.document import Weighed, weigh
from studylog.core.search.index.numbers import numbered, room_for
from studylog.core.search.index.postings import CLASSES, entries
from studylog.core.search.queries.filters import day_number
from studylog.store.index.search.division import divide
from studylog.store.index.search.facts import put_all_facts
from studylog.store.index.search.records import Record, document_of, id_bytes
from studylog.store.index.search.spreading import put_entries
from studylog.store.index.workers import mapped

if TYPE_CHECKING:
    from concurrent.futures import Executor

# How many documents make a piece of work: the terms that they share come back once.
_PIECE = 256

_Numbered = tuple[int, bytes]


class _Lists(dict[str, "array[int]"]):
    """The postings of each term."""

    def __missing__(self, term: str) -> "array[int]":
        self[term] = found = array("I")
        return found


class _Gathered(NamedTuple):
    """What a piece of documents says: number, length and day of each, and the postings of their terms."""

    facts: list[tuple[int, int, int]]
    terms: tuple[str, ...]
    postings: "tuple[array[int], ...]"


def fill(db: Connection, documents: Iterable[Record], executor: "Executor | None" = None) -> None:
    """Replaces everything by these documents; of two with one id the later one is kept.

    They are weighed here, or by the workers of an executor. In a transaction of the caller.
    """
    for table in ("documents", "entries"):
        db.execute(f"DELETE FROM search_{table}")
    ids = set()
    for document in documents:
        ids.add(document.id)
        _put(db, document)
    numbers = numbered(ids)
    _number(db, numbers)
    lists = _Lists()
    gathered = mapped(executor, _gathered, _pieces(db))
    put_all_facts(db, _merged(lists, gathered), _room(numbers))
    put_entries(db, _entries(lists))
    divide(db, len(numbers), room_for(len(numbers)), None)


def _put(db: Connection, document: Record) -> None:
    row = (id_bytes(document.id), document.place, 0, document.size, document.content)
    db.execute("INSERT OR REPLACE INTO search_documents VALUES (?, ?, ?, ?, ?)", row)


def _number(db: Connection, numbers: dict[str, int]) -> None:
    rows = ((number, len(str(number)), id_bytes(id_)) for id_, number in numbers.items())
    db.executemany("UPDATE search_documents SET number = ?, size = size + ? WHERE id = ?", rows)


def _room(numbers: dict[str, int]) -> int:
    return max(numbers.values(), default=-1) + 1


def _pieces(db: Connection) -> Iterator[list[_Numbered]]:
    """All documents by number, piece by piece."""
    last = -1
    asked = "SELECT number, record FROM search_documents WHERE number > ? ORDER BY number LIMIT ?"
    while rows := db.execute(asked, (last, _PIECE)).fetchall():
        yield rows
        last = rows[-1][0]


def _gathered(piece: Sequence[_Numbered]) -> _Gathered:
    """What some documents say: a pure function."""
    lists, facts = _Lists(), []
    for number, content in piece:
        document = document_of(content)
        weighed = weigh(document)
        _gather(lists, number, weighed)
        facts.append((number, weighed.length + 1, day_number(document.day)))
    return _Gathered(facts, tuple(lists), tuple(lists.values()))


def _gather(lists: _Lists, number: int, weighed: Weighed) -> None:
    for class_, terms in enumerate(weighed.terms):
        # Millions of postings: each is appended without a step of Python between.
        deque(map(array.append, map(lists.__getitem__, terms), repeat(number * CLASSES + class_)), 0)


def _merged(lists: _Lists, pieces: Iterable[_Gathered]) -> Iterator[tuple[int, int, int]]:
    """Adds the postings of each piece to those of all, and gives the facts of its documents."""
    for piece in pieces:
        deque(map(array.extend, map(lists.__getitem__, piece.terms), piece.postings), 0)
        yield from piece.facts


def _entries(lists: _Lists) -> Iterator[tuple[str, str]]:
    for term in sorted(lists):
        yield from entries(term, lists.pop(term))
