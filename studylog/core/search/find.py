"""The search itself: which documents have what is asked for, best first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from studylog.core.search.chunks import LONGEST_INITIALS
from studylog.core.search.documents import texts_of
from studylog.core.search.filters import FACET, Filter, meets
from studylog.core.search.index import Source
from studylog.core.search.letters import shifted
from studylog.core.search.matching import has_initials, has_phrase, normal
from studylog.core.search.query import Query
from studylog.core.search.rank import NEIGHBOURS, PARTLY, freshness, rarity, saturation
from studylog.core.search.units import Span, Unit, Way

ENOUGH = 10
"""With fewer documents than these that have all words, those that have only some are shown behind them."""

_Classes = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found; `complete` when it has every word that was asked for."""

    number: int
    score: float
    complete: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The best documents for a query, and how many have all its words, before phrases are looked up."""

    hits: tuple[Hit, ...]
    complete: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A unit looked up: the documents that have it in each of its ways, and `some` that have part of it."""

    unit: Unit
    ways: tuple[tuple[float, _Classes], ...]
    documents: AbstractSet[int]
    some: Mapping[int, float]
    rarity: float


@dataclass(frozen=True, slots=True)
class _Question:
    """A query looked up."""

    source: Source
    words: tuple[_Word, ...]
    neighbours: tuple[tuple[float, _Classes], ...]


def search(source: Source, query: Query, limit: int = 20) -> Found:
    """The documents that answer a query, best first; for the same documents always the same."""
    if query.empty:
        return Found((), 0)
    asked = _Question(
        source,
        tuple(_word(source, unit) for unit in query.units),
        tuple((rarity(source.count, len(found)), found) for found in _spans(source, query.neighbours)),
    )
    allowed = _allowed(source, query)
    complete = allowed.intersection(*(word.documents for word in asked.words))
    hits = _hits(asked, complete, complete=True)
    if len(complete) < ENOUGH and asked.words:
        hits += _hits(asked, _incomplete(asked, allowed) - complete, complete=False)
    confirmed = (hit for hit in hits if _confirmed(source, query, hit.number))
    return Found(tuple(islice(confirmed, limit)), len(complete))


def _word(source: Source, unit: Unit) -> _Word:
    ways = tuple((way.weight, found) for way in unit.ways if (found := _way(source, way)))
    documents = set().union(*(found for _, found in ways))
    return _Word(unit, ways, documents, _some(source, unit), rarity(source.count, len(documents)))


def _way(source: Source, way: Way) -> _Classes:
    """The documents that have all spans of a way, each with its rarest class."""
    first, *others = sorted(_spans(source, way.spans), key=len)
    found = first
    for other in others:
        found = {number: min(class_, other[number]) for number, class_ in found.items() if number in other}
    return found


def _spans(source: Source, spans: Iterable[Span]) -> Iterator[_Classes]:
    """The documents that have a term of a span, each with its most frequent class."""
    for span in spans:
        if not span.high:
            yield source.postings(span.low)
            continue
        found: dict[int, int] = {}
        for term in source.between(span.low, span.high):
            for number, class_ in source.postings(term).items():
                if class_ >= found.get(number, 0):
                    found[number] = class_
        yield found


def _some(source: Source, unit: Unit) -> Mapping[int, float]:
    """The documents that have half of a word's pairs or more, with their share."""
    pairs = set(unit.pairs)
    found = Counter(number for pair in pairs for number in source.postings(pair))
    return {number: often / len(pairs) for number, often in found.items() if 2 * often >= len(pairs)}


def _hits(asked: _Question, numbers: Iterable[int], *, complete: bool) -> list[Hit]:
    """The documents with their scores in order; of equals the newer first, then the one of lower number."""
    hits = [Hit(number, _score(asked, number), complete) for number in numbers]
    return sorted(hits, key=lambda hit: (-hit.score, -asked.source.day(hit.number), hit.number))


def _score(asked: _Question, number: int) -> float:
    length = asked.source.length(number)
    score = had = 0.0
    for word in asked.words:
        if number in word.documents:
            score += word.rarity * _worth(word, number, length)
            had += 1.0
        elif number in word.some:
            score += word.rarity * (PARTLY * word.some[number] * saturation(0, length))
            had += 0.5
    for rare, found in asked.neighbours:
        if number in found:
            score += rare * (NEIGHBOURS * saturation(found[number], length))
    share = had / len(asked.words) if asked.words else 1.0
    return score * freshness(asked.source.day(number), asked.source.newest) * (share * share)


def _worth(word: _Word, number: int, length: int) -> float:
    """How well a document has a word: by its best way."""
    return max(weight * saturation(found[number], length) for weight, found in word.ways if number in found)


def _incomplete(asked: _Question, allowed: AbstractSet[int]) -> AbstractSet[int]:
    """The documents that have any of the words, or part of one, and all that they must have."""
    found = set().union(*(word.documents | word.some.keys() for word in asked.words))
    return found.intersection(allowed, *(word.documents for word in asked.words if word.unit.must))


def _allowed(source: Source, query: Query) -> set[int]:
    """The documents that the filters leave."""
    left = set(source.numbers())
    for wanted in query.filters:
        found = {number for term in _facets(source, wanted) for number in source.postings(term)}
        left = left - found if wanted.unwanted else left & found
    for term in query.tied:
        left &= source.postings(term).keys()
    for unit in query.unwanted:
        for way in unit.ways:
            left -= _way(source, way).keys()
    if query.since is not None or query.until is not None:
        left = {number for number in left if _within(source.day(number), query)}
    return left


def _within(day: int, query: Query) -> bool:
    """Whether a document has a day, and one that is wanted."""
    return (
        day > 0
        and (query.since is None or query.since <= day)
        and (query.until is None or day <= query.until)
    )


def _facets(source: Source, wanted: Filter) -> Sequence[str]:
    marked = f"{FACET}{wanted.key}{FACET}"
    return [term for term in source.between(marked, shifted(marked)) if meets(wanted, term)]


def _confirmed(source: Source, query: Query, number: int) -> bool:
    """Whether the text itself has what terms cannot tell."""
    runs = [unit.initials for unit in query.units if len(unit.initials) > LONGEST_INITIALS]
    if not (query.phrases or query.unwanted_phrases or runs):
        return True
    texts = [normal(text) for text in texts_of(source.document(number))]
    return (
        all(has_phrase(texts, phrase) for phrase in query.phrases)
        and not any(has_phrase(texts, phrase) for phrase in query.unwanted_phrases)
        and all(has_initials(texts, consonants) for consonants in runs)
    )
