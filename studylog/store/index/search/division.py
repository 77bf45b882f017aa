"""Which files of a site the tables make, kept with the generation in which each changed last."""

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Any, NamedTuple

from studylog.core.search.index import shards
from studylog.core.search.index.shards import FACTS, LARGEST, LARGEST_OF_DOCUMENTS, Manifest
from studylog.core.search.index.shelving import Block, by_key, by_number
from studylog.core.values import dataclass
from studylog.store.index.columns import column, number_of

_SIZE = "length(CAST(key AS BLOB)) + length(text) + 2"


@dataclass(frozen=True, slots=True)
class Touched:
    """What an update has changed: keys of entries, numbers of documents, and numbers with other facts."""

    keys: set[str]
    documents: set[int]
    facts: set[int]


class _File(NamedTuple):
    """A file as the table has it: where it begins, what is first and last in it, how large its text is."""

    name: str
    kind: str
    low: Any
    first: Any
    last: Any
    size: int


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the entries of a kind of files lie, and how they are divided among these."""

    kind: str
    name: Callable[[Any], str]
    table: str
    key: str
    size: str
    divided: Callable[..., Iterator[tuple[Any, Sequence[Block]]]]
    largest: int

    def all(self, db: Connection) -> list[Block]:
        """All entries."""
        asked = f"SELECT {self.key}, {self.size} FROM {self.table} ORDER BY {self.key}"
        return [Block(key, key, size) for key, size in db.execute(asked)]

    def opened(self, db: Connection, block: Block) -> list[Block]:
        """The entries of a block."""
        asked = (
            f"SELECT {self.key}, {self.size} FROM {self.table} WHERE {self.key} BETWEEN ? AND ? ORDER BY 1"
        )
        return [Block(key, key, size) for key, size in db.execute(asked, (block.first, block.last))]

    def measured(self, db: Connection, low: Any, high: Any) -> Iterator[Block]:
        """All entries from one key up to but without another as one block, if there are any."""
        found = f"min({self.key}), max({self.key}), sum({self.size})"
        asked = f"SELECT {found} FROM {self.table} WHERE {self.key} >= ?"
        bounds = (low,) if high is None else (low, high)
        behind = "" if high is None else f" AND {self.key} < ?"
        first, last, size = db.execute(asked + behind, bounds).fetchone()
        if first is not None:
            yield Block(first, last, size)

    def files(self, db: Connection, blocks: Sequence[Block]) -> Iterator[_File]:
        """The files among which blocks are divided; those that a boundary falls into are opened."""
        for low, some in self.divided(blocks, self.largest, lambda block: self.opened(db, block)):
            first, last = (some[0].first, some[-1].last) if some else (None, None)
            yield _File(self.name(low), self.kind, low, first, last, sum(block.size for block in some))


_TERMS = _Table("t", shards.terms_name, "search_entries", "key", _SIZE, by_key, LARGEST)
_DOCUMENTS = _Table(
    "d", shards.documents_name, "search_documents", "number", "size", by_number, LARGEST_OF_DOCUMENTS
)


def divide(db: Connection, count: int, room: int, touched: Touched | None) -> None:
    """Writes down which files there are now, and which changed; without `touched`, all may have."""
    before = _files(db)
    keys, numbers, news = (touched.keys, touched.documents, touched.facts) if touched else (None, None, None)
    terms = list(_division(db, _TERMS, before, keys))
    documents = list(_division(db, _DOCUMENTS, before, numbers))
    highest = number_of(db, "SELECT coalesce(max(number), -1) FROM search_documents")
    newest = _newest(db)
    lows = (tuple(one.low for one, _ in some) for some in (documents, terms))
    manifest = Manifest(count, newest, highest + 1, *lows)
    facts = _facts(before, highest + 1, news)
    found = [*terms, *documents, *facts, _manifest(before, manifest)]
    db.execute(
        "UPDATE search_state SET count = ?, room = ?, newest = ?, generation = generation + 1",
        (count, room, newest),
    )
    _write(db, before, found)


def _files(db: Connection) -> dict[str, _File]:
    rows = db.execute("SELECT name, kind, low, first, last, size FROM search_files WHERE NOT gone")
    return {row[0]: _File._make(row) for row in rows}


def _division(
    db: Connection, table: _Table, before: dict[str, _File], touched: Iterable[Any] | None
) -> Iterator[tuple[_File, bool]]:
    """The files of a kind, each with whether it may be another one than before."""
    old = sorted((one for one in before.values() if one.kind == table.kind), key=lambda one: one.low)
    if touched is None or not old:
        return ((file, True) for file in table.files(db, table.all(db)))
    return _divided_again(db, table, old, touched)


def _divided_again(
    db: Connection, table: _Table, old: Sequence[_File], touched: Iterable[Any]
) -> Iterator[tuple[_File, bool]]:
    """The files after a change: a file in which nothing was touched is a block, and is not measured again."""
    lows = [one.low for one in old]
    changed = {lows[bisect_right(lows, key) - 1] for key in touched}
    blocks: list[Block] = []
    for one, high in zip(old, [*lows[1:], None], strict=True):
        if one.low in changed:
            blocks += table.measured(db, one.low, high)
        elif one.first is not None:
            blocks.append(Block(one.first, one.last, one.size))
    before = dict(zip(lows, old, strict=True))
    for file in table.files(db, blocks):
        yield file, file.low in changed or file != before.get(file.low)


def _facts(before: dict[str, _File], room: int, touched: set[int] | None) -> Iterator[tuple[_File, bool]]:
    parts = None if touched is None else {number // FACTS for number in touched}
    for part in range(-(-room // FACTS)):
        size = min(FACTS, room - part * FACTS)
        file = _File(shards.facts_name(part), "f", part, None, None, size)
        yield file, parts is None or part in parts or before.get(file.name) != file


def _manifest(before: dict[str, _File], manifest: Manifest) -> tuple[_File, bool]:
    script = shards.manifest_shard(manifest).script
    file = _File("index", "index", None, hashlib.sha256(script.encode()).hexdigest(), None, len(script))
    return file, before.get(file.name) != file


def _newest(db: Connection) -> int:
    parts = column(db, "SELECT days FROM search_facts")
    return max((max(memoryview(days).cast("I")) for days in parts), default=0)


def _write(db: Connection, before: dict[str, _File], found: Sequence[tuple[_File, bool]]) -> None:
    generation = number_of(db, "SELECT generation FROM search_state")
    rows = [
        (one.name, one.kind, one.low, one.first, one.last, one.size, generation)
        for one, differs in found
        if differs
    ]
    db.executemany("INSERT OR REPLACE INTO search_files VALUES (?, ?, ?, ?, ?, ?, ?, 0)", rows)
    lost = before.keys() - {one.name for one, _ in found}
    db.executemany(
        "UPDATE search_files SET gone = 1, generation = ? WHERE name = ?",
        [(generation, name) for name in lost],
    )
