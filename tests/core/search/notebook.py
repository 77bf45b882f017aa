"""The notebook of this repository as documents, and what people look for in it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from studylog.core.search.documents.document import Document
from studylog.store.index.search.documents import documents_of
from studylog.store.index.search.sources import Sources, all_things
from studylog.store.notebook import find
from tests.core.search.memory import Index, index_of
from tests.indexes import fresh

ROOT = Path(__file__).parents[3]
# With so many results on the screen, one more is as good as none.
SEEN = 5


@dataclass(frozen=True, slots=True)
class Looking:
    """A query, and the ids of the documents that it should find."""

    query: str
    finds: tuple[str, ...]


def documents(root: Path = ROOT) -> tuple[Document, ...]:
    """All that can be found in a notebook."""
    notebook = find(root)
    with fresh(notebook) as db:
        found = filter(None, map(Sources(db).of, all_things(db)))
        return tuple(one for source in found for one in documents_of(source, notebook.settings.roster))


@cache
def demo() -> Index:
    """The index of the notebook of this repository."""
    return index_of(documents())


@cache
def lookings() -> tuple[Looking, ...]:
    """The rows of `relevance.yaml`."""
    rows = yaml.safe_load(Path(__file__).with_name("relevance.yaml").read_text("utf-8"))
    return tuple(Looking(row["query"], tuple(map(_id_of, row["finds"]))) for row in rows)


def recall(looking: Looking, found: list[str]) -> float:
    """How much of what should be found is among the first results."""
    return sum(id_ in found[:SEEN] for id_ in looking.finds) / len(looking.finds)


def reciprocal_rank(looking: Looking, found: list[str]) -> float:
    """1 where the first result is one that should be found, 1/2 for the second and so on."""
    return next((1 / rank for rank, id_ in enumerate(found, 1) if id_ in looking.finds), 0.0)


def _id_of(named: str) -> str:
    """The id of the document that is named by its id, or by how its question begins."""
    ids = [
        one.id
        for one in demo().documents.values()
        if one.id == named or (one.kind == "question" and one.heading.startswith(named))
    ]
    assert len(ids) == 1, f"{named!r} names {ids}"
    return ids[0]
