"""The search of the index kept up to date: made when somebody first searches, then changed with the notes."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from sqlite3 import Connection

from studylog.core.people import Roster
from studylog.core.search.documents import Document, Weighed, weigh
from studylog.store.index.database import SEARCHED, searched_generation
from studylog.store.index.documents import Documents, all_things
from studylog.store.index.search import SCHEMA, fill, update
from studylog.store.index.touched import Thing, touched_since
from studylog.store.index.workers import Workers

_BATCH, _CHUNK = 4096, 128
# Which documents tell of a thing.
_DOCUMENTED = """CREATE TABLE documented (
    kind TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, key, id)) WITHOUT ROWID"""


def refresh_search(db: Connection, roster: Roster, generation: int, workers: Workers) -> None:
    """Brings the search up to the generation of the index, in a transaction of the caller."""
    searched = searched_generation(db)
    if searched == generation:
        return
    documents = Documents(db, roster)
    if searched is None:
        for statement in (*SCHEMA, _DOCUMENTED):
            db.execute(statement)
        fill(db, _documented(db, documents, all_things(db)), partial(_weighed, workers))
    else:
        _follow(db, documents, touched_since(db, searched))
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (SEARCHED, generation))


def _follow(db: Connection, documents: Documents, things: tuple[Thing, ...]) -> None:
    before: set[str] = set()
    for thing in things:
        rows = db.execute("SELECT id FROM documented WHERE kind = ? AND key = ?", thing)
        before.update(id_ for (id_,) in rows)
        db.execute("DELETE FROM documented WHERE kind = ? AND key = ?", thing)
    found = list(_documented(db, documents, things))
    update(db, found, before - {document.id for document in found})


def _documented(db: Connection, documents: Documents, things: Iterable[Thing]) -> Iterator[Document]:
    """The documents of things; which belong to which is noted down on the way."""
    for thing in things:
        for document in documents.of(thing):
            db.execute("INSERT OR IGNORE INTO documented VALUES (?, ?, ?)", (*thing, document.id))
            yield document


def _weighed(workers: Workers, documents: Iterable[Document]) -> Iterator[Weighed]:
    left = iter(documents)
    while batch := list(islice(left, _BATCH)):
        executor = workers(len(batch))
        yield from executor.map(weigh, batch, chunksize=_CHUNK) if executor else map(weigh, batch)
