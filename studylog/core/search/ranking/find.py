"""The search itself: which documents have what is asked for, best first."""

from collections.abc import Sequence
from functools import reduce
from itertools import compress, islice

from studylog.core.search.documents.document import texts_of
from studylog.core.search.index.source import Source
from studylog.core.search.index.vectors import least, mask, members, most, without
from studylog.core.search.queries.query import Query
from studylog.core.search.ranking.lookup import Asked, look_up
from studylog.core.search.ranking.scores import Hit, best_hits
from studylog.core.search.terms.chunks import LONGEST_INITIALS
from studylog.core.search.terms.matching import has_initials, has_phrase, normal
from studylog.core.values import dataclass, replace

ENOUGH = 10
"""With fewer documents than these that have all words, those that have only some are shown behind them."""

_FURTHER = 4


@dataclass(frozen=True, slots=True)
class Found:
    """The best documents for a query, and how many have all its words, before phrases are looked up.

    `query` is what they were found by: what was asked, or where no document has all of that, in further ways.
    `lost` are the words that then are found nowhere as they were written.
    """

    hits: tuple[Hit, ...]
    complete: int
    query: Query
    lost: tuple[str, ...] = ()


def search(source: Source, query: Query, limit: int = 20) -> Found:
    """The documents that answer a query, best first; for the same documents always the same."""
    if query.empty:
        return Found((), 0, query)
    asked = look_up(source, query)
    complete = _complete(asked)
    if members(complete) or not asked.words:
        return _found(asked, query, complete, limit)
    # Few searches come here, and only these wait for what it takes.
    from studylog.core.search.queries.widening import widened

    nowhere = [not members(word.has) for word in asked.words]
    lost = dict.fromkeys(unit.word for unit in compress(query.units, nowhere) if unit.word)
    wide = widened(query, nowhere)
    if wide != query:
        asked = look_up(source, wide)
        complete = _complete(asked)
    return replace(_found(asked, wide, complete, limit), lost=tuple(lost))


def _complete(asked: Asked) -> bytes:
    """The documents that have all words."""
    return reduce(least, (word.has for word in asked.words), asked.allowed)


def _found(asked: Asked, query: Query, complete: bytes, limit: int) -> Found:
    count = members(complete)
    hits = list(_best(asked, query, complete, limit, complete=True))
    if count < ENOUGH and asked.words:
        hits += _best(asked, query, without(_incomplete(asked), complete), limit, complete=False)
    return Found(tuple(hits[:limit]), count, query)


def _best(asked: Asked, query: Query, among: bytes, limit: int, *, complete: bool) -> Sequence[Hit]:
    """The best documents of a mask whose texts have what is asked for."""
    if not _needs_texts(query):
        return best_hits(asked, among, limit, complete=complete)
    looked_at = limit
    while True:
        # Most of what has all terms of a phrase has the phrase.
        looked_at *= _FURTHER
        hits = best_hits(asked, among, looked_at, complete=complete)
        confirmed = (hit for hit in hits if _confirmed(asked.source, query, hit.number))
        found = tuple(islice(confirmed, limit))
        if len(found) == limit or len(hits) < looked_at:
            return found


def _incomplete(asked: Asked) -> bytes:
    """The documents that have any of the words, or part of one, and all that they must have."""
    found = reduce(most, (mask(most(word.has, mask(word.some))) for word in asked.words))
    return reduce(least, (word.has for word in asked.words if word.unit.must), least(found, asked.allowed))


def _needs_texts(query: Query) -> bool:
    return bool(query.phrases or query.unwanted_phrases or _long_runs(query))


def _long_runs(query: Query) -> list[str]:
    return [unit.initials for unit in query.units if len(unit.initials) > LONGEST_INITIALS]


def _confirmed(source: Source, query: Query, number: int) -> bool:
    """Whether the text itself has what terms cannot tell."""
    texts = [normal(text) for text in texts_of(source.document(number))]
    return (
        all(has_phrase(texts, phrase) for phrase in query.phrases)
        and not any(has_phrase(texts, phrase) for phrase in query.unwanted_phrases)
        and all(has_initials(texts, consonants) for consonants in _long_runs(query))
    )
