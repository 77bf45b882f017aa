"""Documents as rows, and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from studylog.core.search.documents.document import Document
from studylog.core.search.index.numbers import place_of
from studylog.core.search.index.shards import record_of, size_of_record

_MANY = 500
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class Record(NamedTuple):
    """A document on its way into the tables: `size` is that of everything but its number."""

    id: str
    place: int
    size: int
    content: bytes


def id_bytes(id_: str) -> bytes:
    """An id as the tables have it."""
    return id_.encode("utf-8", "surrogatepass")


def record(document: Document) -> bytes:
    """All that a document says, as bytes: equal for equal documents."""
    day = document.day.isoformat() if document.day else None
    fields = (
        *(document.id, document.kind, document.url, document.title, document.heading),
        *(document.text, document.about, day, document.facets, document.path, document.line),
    )
    return _ENCODER.encode(fields).encode("utf-8", "surrogatepass")


def recorded(document: Document) -> Record:
    """A document as it comes into the tables, before it has a number: a pure function."""
    size = size_of_record(record_of(0, document)) - 1
    return Record(document.id, place_of(document.id), size, record(document))


def document_of(content: bytes) -> Document:
    """The document of a record."""
    fields = json.loads(content.decode("utf-8", "surrogatepass"))
    id_, kind, url, title, heading, text, about, written, facets, path, line = fields
    day = date.fromisoformat(written) if written else None
    pairs = tuple((key, value) for key, value in facets)
    return Document(id_, kind, url, title, heading, text, about, day, pairs, path, line)


def stored(db: Connection, ids: Iterable[str]) -> Mapping[str, tuple[int, bytes]]:
    """The numbers and records of the documents that there are, by their ids."""
    asked = list(ids)
    found = {}
    for start in range(0, len(asked), _MANY):
        some = {id_bytes(id_): id_ for id_ in asked[start : start + _MANY]}
        marks = ",".join("?" * len(some))
        rows = db.execute(
            f"SELECT id, number, record FROM search_documents WHERE id IN ({marks})", tuple(some)
        )
        found.update({some[id_]: (number, content) for id_, number, content in rows})
    return found
