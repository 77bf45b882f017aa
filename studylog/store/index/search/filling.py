"""All documents at once: gathered in memory, and written in the order of their keys."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator

from studylog.core.search.documents import Document, Weighed
from studylog.core.search.filters import day_number
from studylog.core.search.numbers import numbered, place_of, room_for
from studylog.core.search.postings import CLASSES, entries
from studylog.core.search.shards import record_of, size_of_record
from studylog.store.index.search.division import divide
from studylog.store.index.search.facts import put_all_facts
from studylog.store.index.search.records import id_bytes, record
from studylog.store.index.search.spreading import put_entries

_Lists = dict[str, "array[int]"]


def fill(connection: sqlite3.Connection, weighed: Iterable[tuple[Document, Weighed]]) -> None:
    """Replaces everything by these documents; of two with one id the later one is kept.

    Weighing them, `core/search/documents.weigh`, is left to the caller, who may have workers for it. In a
    transaction of the caller.
    """
    connection.execute("DELETE FROM search_documents")
    connection.execute("DELETE FROM search_entries")
    lists: _Lists = {}
    arrivals: dict[str, int] = {}
    lengths, days = bytearray(), array("I")
    for arrival, (document, one) in enumerate(weighed):
        arrivals[document.id] = arrival
        lengths.append(one.length + 1)
        days.append(day_number(document.day))
        _gather(lists, arrival, one)
        _put(connection, document)
    numbers = numbered(arrivals)
    by_arrival = [-1] * len(lengths)
    for id_, arrival in arrivals.items():
        by_arrival[arrival] = numbers[id_]
    _number(connection, numbers)
    put_entries(connection, _entries(lists, by_arrival))
    room = max(numbers.values(), default=-1) + 1
    facts = zip(by_arrival, lengths, days, strict=True)
    put_all_facts(connection, (fact for fact in facts if fact[0] >= 0), room)
    divide(connection, len(numbers), room_for(len(numbers)), None)


def _gather(lists: _Lists, arrival: int, weighed: Weighed) -> None:
    for class_, terms in enumerate(weighed.terms):
        code = arrival * CLASSES + class_
        for term in terms:
            found = lists.get(term)
            if found is None:
                lists[term] = array("I", (code,))
            else:
                found.append(code)


def _put(connection: sqlite3.Connection, document: Document) -> None:
    # The size of everything but the number, which is not known yet.
    size = size_of_record(record_of(0, document)) - 1
    row = (id_bytes(document.id), place_of(document.id), 0, size, record(document))
    connection.execute("INSERT OR REPLACE INTO search_documents VALUES (?, ?, ?, ?, ?)", row)


def _number(connection: sqlite3.Connection, numbers: dict[str, int]) -> None:
    rows = ((number, len(str(number)), id_bytes(id_)) for id_, number in numbers.items())
    connection.executemany("UPDATE search_documents SET number = ?, size = size + ? WHERE id = ?", rows)


def _entries(lists: _Lists, by_arrival: list[int]) -> Iterator[tuple[str, str]]:
    for term in sorted(lists):
        codes = (by_arrival[code // CLASSES] * CLASSES + code % CLASSES for code in lists.pop(term))
        found = sorted(code for code in codes if code >= 0)
        if found:
            yield from entries(term, found)
