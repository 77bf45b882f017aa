"""All postings for other numbers, when these are spread over another room."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from sqlite3 import Connection

from studylog.core.search.index.postings import CLASSES, PART, decode, entries
from studylog.core.search.index.shards import record_of, size_of_record
from studylog.store.index.search.facts import put_all_facts
from studylog.store.index.search.records import document_of


def spread_anew(db: Connection, numbers: Mapping[int, int]) -> None:
    """Writes lists, facts and sizes for new numbers, given by the old ones and in the same order."""
    rows = db.execute("SELECT key, text FROM search_entries ORDER BY key").fetchall()
    db.execute("DELETE FROM search_entries")
    put_entries(db, _respread(rows, numbers))
    facts = []
    for part, lengths, days in db.execute("SELECT part, lengths, days FROM search_facts").fetchall():
        days = memoryview(days).cast("I")
        start = part * len(lengths)
        facts += [(numbers[start + at], length, days[at]) for at, length in enumerate(lengths) if length]
    put_all_facts(db, facts, max(numbers.values(), default=-1) + 1)
    sizes = [
        (size_of_record(record_of(number, document_of(content))), id_)
        for id_, number, content in db.execute("SELECT id, number, record FROM search_documents")
    ]
    db.executemany("UPDATE search_documents SET size = ? WHERE id = ?", sizes)


def put_entries(db: Connection, found: Iterable[tuple[str, str]]) -> None:
    """Writes entries of terms, in the order of their keys."""
    db.executemany("INSERT INTO search_entries VALUES (?, ?)", found)


def _respread(rows: Iterable[tuple[str, str]], numbers: Mapping[int, int]) -> Iterator[tuple[str, str]]:
    for term, parts in groupby(rows, key=lambda row: row[0].partition(PART)[0]):
        codes = (code for _, text in parts for code in decode(text))
        yield from entries(
            term, sorted(numbers[code // CLASSES] * CLASSES + code % CLASSES for code in codes)
        )
