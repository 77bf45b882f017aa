"""The files of a site's search from the tables: all of them, or those that changed since a generation.

A generation counts the changes of one database, and means nothing to another: what remembers it belongs into
the same database.
"""

from collections.abc import Callable, Iterator
from sqlite3 import Connection
from typing import Any

from studylog.core.search.index import shards
from studylog.core.search.index.shards import Manifest, Shard
from studylog.store.index.columns import column, number_of
from studylog.store.index.search.facts import part_of
from studylog.store.index.search.records import document_of


def generation(db: Connection) -> int:
    """How often what can be found has changed."""
    return number_of(db, "SELECT generation FROM search_state")


def changed_files(db: Connection, since: int = 0) -> Iterator[Shard]:
    """The files that changed after a generation, as they are now; all there are since 0."""
    asked = "SELECT kind, low, first, last, size FROM search_files WHERE NOT gone AND generation > ?"
    for kind, *place in db.execute(f"{asked} ORDER BY name", (since,)).fetchall():
        yield _MADE[kind](db, *place)


def removed_files(db: Connection, since: int) -> tuple[str, ...]:
    """The names of the files that went after a generation and are not there now."""
    asked = "SELECT name FROM search_files WHERE gone AND generation > ? ORDER BY name"
    return tuple(column(db, asked, since))


def _terms(db: Connection, low: str, first: str, last: str, size: int) -> Shard:
    asked = "SELECT key, text FROM search_entries WHERE key BETWEEN ? AND ? ORDER BY key"
    return shards.terms_shard(low, db.execute(asked, (first, last)))


def _documents(db: Connection, low: int, first: int, last: int, size: int) -> Shard:
    asked = "SELECT number, record FROM search_documents WHERE number BETWEEN ? AND ? ORDER BY number"
    rows = db.execute(asked, (first, last))
    return shards.documents_shard(low, (shards.record_of(n, document_of(content)) for n, content in rows))


def _facts(db: Connection, part: int, first: None, last: None, size: int) -> Shard:
    lengths, days = part_of(db, part)
    return shards.facts_shard(part, lengths[:size], days[:size])


def _manifest(db: Connection, low: None, first: str, last: None, size: int) -> Shard:
    count, newest = db.execute("SELECT count, newest FROM search_state").fetchone()
    asked = "SELECT low FROM search_files WHERE kind = ? AND NOT gone ORDER BY low"
    terms, documents = (tuple(column(db, asked, kind)) for kind in ("t", "d"))
    room = number_of(db, "SELECT coalesce(sum(size), 0) FROM search_files WHERE kind = 'f' AND NOT gone")
    return shards.manifest_shard(Manifest(count, newest, room, documents, terms))


# By the kind of a file, from where it begins, what is first and last in it, and how large it is.
_MADE: dict[str, Callable[[Connection, Any, Any, Any, int], Shard]] = {
    "t": _terms,
    "d": _documents,
    "f": _facts,
    "index": _manifest,
}
