"""A query looked up in an index: which documents have its words, in which ways, how often."""

from collections.abc import Iterable, Iterator
from functools import reduce

from studylog.core.search.index.postings import BEHIND_PARTS, PART
from studylog.core.search.index.source import Source
from studylog.core.search.index.vectors import least, mask, members, most, total, vector, without
from studylog.core.search.queries.filters import FACET, Filter, meets
from studylog.core.search.queries.query import Query
from studylog.core.search.queries.units import Span, Unit, Way
from studylog.core.search.ranking.rank import rarity
from studylog.core.search.terms.letters import shifted
from studylog.core.search.terms.sounds import alike
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A unit looked up, as vectors: the ways that find anything, the mask of the documents that have it.

    `some` is by number how many of its `pairs` a document has that has half of them or more, else 0.
    """

    unit: Unit
    rarity: float
    ways: tuple[tuple[float, bytes], ...]
    has: bytes
    pairs: int
    some: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """A query looked up; `allowed` is the mask of the documents that its filters leave."""

    source: Source
    lengths: bytes
    words: tuple[Word, ...]
    neighbours: tuple[tuple[float, bytes], ...]
    allowed: bytes


def look_up(source: Source, query: Query) -> Asked:
    """Everything that has to be known of the documents to rank them."""
    lengths = source.lengths()
    room = len(lengths)
    words = tuple(_word(source, unit, room) for unit in query.units)
    found = [_span(source, span, room) for span in query.neighbours]
    neighbours = tuple((rarity(source.count, members(one)), one) for one in found)
    return Asked(source, lengths, words, neighbours, _allowed(source, query, lengths))


def _word(source: Source, unit: Unit, room: int) -> Word:
    looked_up = [(way, _way(source, way, room)) for way in unit.ways]
    found = [(way, one) for way, one in looked_up if members(one)]
    ways = tuple((way.weight, one) for way, one in found)
    has = mask(reduce(most, (way for _, way in ways), bytes(room)))
    pairs = tuple(dict.fromkeys(unit.pairs))
    # Half of a word will do only where it is found nowhere.
    lost = all(way.spans[0].like for way, _ in found)
    some = _some(source, pairs, room) if pairs and lost else bytes(room)
    return Word(unit, rarity(source.count, members(has)), ways, has, len(pairs), some)


def _way(source: Source, way: Way, room: int) -> bytes:
    """The documents that have all spans of a way, each with its rarest class."""
    return reduce(least, (_span(source, span, room) for span in way.spans))


def _span(source: Source, span: Span, room: int) -> bytes:
    """The documents that have a term of a span, each with its most frequent class."""
    if span.high:
        found = source.entries(span.low, span.high)
        return vector((text for key, text in found if not span.like or alike(_term(key), span.like)), room)
    return vector(_texts(source, span.low), room)


def _texts(source: Source, term: str) -> Iterator[str]:
    """The postings of one term: one entry, or its parts."""
    for key, text in source.entries(term, term + BEHIND_PARTS):
        if key == term or key.startswith(term + PART):
            yield text


def _some(source: Source, pairs: Iterable[str], room: int) -> bytes:
    masks = [mask(_span(source, Span(pair), room)) for pair in pairs]
    enough = bytes(often if 2 * often >= len(masks) else 0 for often in range(256))
    return total(masks, room).translate(enough)


def _allowed(source: Source, query: Query, lengths: bytes) -> bytes:
    room = len(lengths)
    left = mask(lengths)
    for wanted in query.filters:
        found = vector(_facets(source, wanted), room)
        left = without(left, found) if wanted.unwanted else least(left, found)
    for term in query.tied:
        left = least(left, _span(source, Span(term), room))
    for unit in query.unwanted:
        for way in unit.ways:
            left = without(left, _way(source, way, room))
    if query.since is not None or query.until is not None:
        since, until = query.since or 1, query.until or max(source.days(), default=0)
        left = least(left, bytes(since <= day <= until for day in source.days()))
    return left


def _facets(source: Source, wanted: Filter) -> Iterator[str]:
    marked = f"{FACET}{wanted.key}{FACET}"
    for key, text in source.entries(marked, shifted(marked)):
        if meets(wanted, _term(key)):
            yield text


def _term(key: str) -> str:
    """The term of an entry, which may be one of several."""
    return key.partition(PART)[0]
