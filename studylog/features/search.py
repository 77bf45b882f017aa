"""Searches the notebook: the best documents for a query, with passages that have what was looked for."""

from typing import Literal

from studylog.core.search.index.source import Source
from studylog.core.search.queries.doubts import read_query
from studylog.core.search.queries.filters import Filter
from studylog.core.search.queries.query import Query
from studylog.core.search.ranking.find import search as find
from studylog.core.search.results import Result, result_of
from studylog.core.values import dataclass, replace

Shelf = Literal["notes", "questions", "papers", "slides"]
"""Where to look: in one kind of things alone."""
_KINDS: dict[Shelf, str] = {"notes": "note", "questions": "question", "papers": "paper", "slides": "slides"}


@dataclass(frozen=True, slots=True)
class Found:
    """The best results, whether there are `more` of them, and how many there would be without filters.

    `lost` are words that nothing has as they are written, where none has all words.
    `unfiltered` is looked up only where nothing is found.
    """

    results: tuple[Result, ...]
    more: bool = False
    lost: tuple[str, ...] = ()
    unfiltered: int = 0


def search(source: Source, text: str, shelf: Shelf | None = None, limit: int = 20) -> Found:
    """The best results for what somebody wrote; raises StudylogError where one cannot tell what is meant."""
    query = read_query(text)
    asked = query if shelf is None else _on(shelf, query)
    found = find(source, asked, limit + 1)
    hits = found.hits
    results = (result_of(source.document(hit.number), hit.score, found.query) for hit in hits[:limit])
    unfiltered = 0 if hits else len(find(source, _unfiltered(query), limit).hits)
    return Found(tuple(results), len(hits) > limit, found.lost, unfiltered)


def _on(shelf: Shelf, query: Query) -> Query:
    return replace(query, filters=(*query.filters, Filter("kind", (_KINDS[shelf],))))


def _unfiltered(query: Query) -> Query:
    return replace(query, filters=(), since=None, until=None)
