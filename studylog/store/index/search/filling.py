"""All documents at once: gathered in memory, and written in the order of their keys."""

import sqlite3
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat

from studylog.core.search.documents import Document, Weighed, weigh
from studylog.core.search.filters import day_number
from studylog.core.search.numbers import numbered, place_of, room_for
from studylog.core.search.postings import CLASSES, entries
from studylog.core.search.shards import record_of, size_of_record
from studylog.store.index.search.division import divide
from studylog.store.index.search.facts import put_all_facts
from studylog.store.index.search.records import document_of, id_bytes, record
from studylog.store.index.search.spreading import put_entries

Weigh = Callable[[Iterable[Document]], Iterable[Weighed]]
"""Weighs documents in their order: here, or by the workers of an executor."""

_MANY = 4096


class _Lists(dict[str, "array[int]"]):
    """The postings of each term."""

    def __missing__(self, term: str) -> "array[int]":
        self[term] = found = array("I")
        return found


def fill(
    connection: sqlite3.Connection, documents: Iterable[Document], weighing: Weigh | None = None
) -> None:
    """Replaces everything by these documents; of two with one id the later one is kept.

    Documents are weighed some thousands at a time. In a transaction of the caller.
    """
    for table in ("documents", "entries"):
        connection.execute(f"DELETE FROM search_{table}")
    ids = set()
    for document in documents:
        ids.add(document.id)
        _put(connection, document)
    numbers = numbered(ids)
    _number(connection, numbers)
    lists = _Lists()
    put_all_facts(connection, _gathered(connection, lists, weighing or _here), _room(numbers))
    put_entries(connection, _entries(lists))
    divide(connection, len(numbers), room_for(len(numbers)), None)


def _here(documents: Iterable[Document]) -> Iterable[Weighed]:
    return map(weigh, documents)


def _put(connection: sqlite3.Connection, document: Document) -> None:
    # The size of everything but the number, which is not known yet.
    size = size_of_record(record_of(0, document)) - 1
    row = (id_bytes(document.id), place_of(document.id), 0, size, record(document))
    connection.execute("INSERT OR REPLACE INTO search_documents VALUES (?, ?, ?, ?, ?)", row)


def _number(connection: sqlite3.Connection, numbers: dict[str, int]) -> None:
    rows = ((number, len(str(number)), id_bytes(id_)) for id_, number in numbers.items())
    connection.executemany("UPDATE search_documents SET number = ?, size = size + ? WHERE id = ?", rows)


def _room(numbers: dict[str, int]) -> int:
    return max(numbers.values(), default=-1) + 1


def _gathered(
    connection: sqlite3.Connection, lists: _Lists, weighing: Weigh
) -> Iterator[tuple[int, int, int]]:
    """Gathers the postings of all documents in order of their numbers, and gives the facts of each."""
    last = -1
    asked = "SELECT number, record FROM search_documents WHERE number > ? ORDER BY number LIMIT ?"
    while rows := connection.execute(asked, (last, _MANY)).fetchall():
        documents = [document_of(content) for _, content in rows]
        for (number, _), document, weighed in zip(rows, documents, weighing(documents), strict=True):
            _gather(lists, number, weighed)
            yield number, weighed.length + 1, day_number(document.day)
        last = rows[-1][0]


def _gather(lists: _Lists, number: int, weighed: Weighed) -> None:
    for class_, terms in enumerate(weighed.terms):
        # Millions of postings: each is appended without a step of Python between.
        deque(map(array.append, map(lists.__getitem__, terms), repeat(number * CLASSES + class_)), 0)


def _entries(lists: _Lists) -> Iterator[tuple[str, str]]:
    for term in sorted(lists):
        yield from entries(term, lists.pop(term))
