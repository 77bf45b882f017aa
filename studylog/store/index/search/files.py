"""The files of a site's search from the tables: all of them, or those that changed since a generation.

A generation counts the changes of one database, and means nothing to another: what remembers it belongs into
the same database.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from studylog.core.search.index import shards
from studylog.core.search.index.shards import Manifest, Shard
from studylog.store.index.search.facts import part_of
from studylog.store.index.search.records import document_of

_Row = tuple[Any, Any, Any, int]


def generation(connection: sqlite3.Connection) -> int:
    """How often what can be found has changed."""
    return int(connection.execute("SELECT generation FROM search_state").fetchone()[0])


def changed_files(connection: sqlite3.Connection, since: int = 0) -> Iterator[Shard]:
    """The files that changed after a generation, as they are now; all there are since 0."""
    asked = "SELECT kind, low, first, last, size FROM search_files WHERE NOT gone AND generation > ?"
    for kind, *row in connection.execute(f"{asked} ORDER BY name", (since,)).fetchall():
        low, first, last, size = row
        yield _MADE[kind](connection, (low, first, last, size))


def removed_files(connection: sqlite3.Connection, since: int) -> tuple[str, ...]:
    """The names of the files that went after a generation and are not there now."""
    asked = "SELECT name FROM search_files WHERE gone AND generation > ? ORDER BY name"
    return tuple(name for (name,) in connection.execute(asked, (since,)))


def _terms(connection: sqlite3.Connection, row: _Row) -> Shard:
    low, first, last, _ = row
    asked = "SELECT key, text FROM search_entries WHERE key BETWEEN ? AND ? ORDER BY key"
    return shards.terms_shard(low, connection.execute(asked, (first, last)))


def _documents(connection: sqlite3.Connection, row: _Row) -> Shard:
    low, first, last, _ = row
    asked = "SELECT number, record FROM search_documents WHERE number BETWEEN ? AND ? ORDER BY number"
    rows = connection.execute(asked, (first, last))
    return shards.documents_shard(low, (shards.record_of(n, document_of(content)) for n, content in rows))


def _facts(connection: sqlite3.Connection, row: _Row) -> Shard:
    part, _, _, size = row
    lengths, days = part_of(connection, part)
    return shards.facts_shard(part, lengths[:size], days[:size])


def _manifest(connection: sqlite3.Connection, row: _Row) -> Shard:
    count, newest = connection.execute("SELECT count, newest FROM search_state").fetchone()
    asked = "SELECT low FROM search_files WHERE kind = ? AND NOT gone ORDER BY low"
    terms, documents = (tuple(low for (low,) in connection.execute(asked, (kind,))) for kind in ("t", "d"))
    asked = "SELECT coalesce(sum(size), 0) FROM search_files WHERE kind = 'f' AND NOT gone"
    (room,) = connection.execute(asked).fetchone()
    return shards.manifest_shard(Manifest(count, newest, room, documents, terms))


_MADE: dict[str, Callable[[sqlite3.Connection, _Row], Shard]] = {
    "t": _terms,
    "d": _documents,
    "f": _facts,
    "index": _manifest,
}
