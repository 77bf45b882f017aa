"""The search of the index kept up to date: made when somebody first searches, then changed with the notes."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from sqlite3 import Connection

from studylog.core.people.roster import Roster
from studylog.store.index.database import SEARCHED, searched_generation
from studylog.store.index.search.documents import documents_of
from studylog.store.index.search.filling import fill
from studylog.store.index.search.records import Record, recorded
from studylog.store.index.search.schema import SCHEMA
from studylog.store.index.search.sources import Source, Sources, all_things, count_of_things
from studylog.store.index.search.updating import update
from studylog.store.index.touched import Thing, touched_since
from studylog.store.index.workers import Workers, mapped

# How many things make a piece of work: enough to outweigh the way to a worker and back.
_PIECE = 64
# Which documents tell of a thing.
_DOCUMENTED = """CREATE TABLE documented (
    kind TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, key, id)) WITHOUT ROWID"""
_PUT = "INSERT OR IGNORE INTO documented VALUES (?, ?, ?)"

_Piece = list[tuple[Thing, Source]]
_Recorded = list[tuple[Thing, Record]]


def refresh_search(db: Connection, roster: Roster, generation: int, workers: Workers) -> None:
    """Brings the search up to the generation of the index, in a transaction of the caller."""
    searched = searched_generation(db)
    if searched == generation:
        return
    if searched is None:
        _make(db, roster, workers)
    else:
        _follow(db, roster, touched_since(db, searched))
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (SEARCHED, generation))


def _make(db: Connection, roster: Roster, workers: Workers) -> None:
    for statement in (*SCHEMA, _DOCUMENTED):
        db.execute(statement)
    executor = workers(count_of_things(db))
    pieces = mapped(executor, partial(_recorded, roster), _pieces(db, all_things(db)))
    fill(db, _documented(db, pieces), executor)


def _follow(db: Connection, roster: Roster, things: tuple[Thing, ...]) -> None:
    before: set[str] = set()
    for thing in things:
        rows = db.execute("SELECT id FROM documented WHERE kind = ? AND key = ?", thing)
        before.update(id_ for (id_,) in rows)
        db.execute("DELETE FROM documented WHERE kind = ? AND key = ?", thing)
    found = []
    for piece in _pieces(db, things):
        for thing, source in piece:
            for document in documents_of(source, roster):
                db.execute(_PUT, (*thing, document.id))
                found.append(document)
    update(db, found, before - {document.id for document in found})


def _pieces(db: Connection, things: Iterable[Thing]) -> Iterator[_Piece]:
    """What the documents of things are made from, some things at a time."""
    sources = Sources(db)
    left = ((thing, source) for thing in things if (source := sources.of(thing)))
    while piece := list(islice(left, _PIECE)):
        yield piece


def _recorded(roster: Roster, piece: _Piece) -> _Recorded:
    """The documents of some things: a pure function."""
    return [(thing, recorded(one)) for thing, source in piece for one in documents_of(source, roster)]


def _documented(db: Connection, pieces: Iterable[_Recorded]) -> Iterator[Record]:
    """The documents of things; which belong to which is noted down on the way."""
    for piece in pieces:
        db.executemany(_PUT, [(*thing, one.id) for thing, one in piece])
        yield from (one for _, one in piece)
