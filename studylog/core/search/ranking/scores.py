"""The best of many documents: alike ones are scored once, and one by one only those that can be the best.

What a document scores depends on the class of its length and on the classes of the words in it, a few hundred
patterns whatever the number of documents; and on its day, which raises it by NEWER at most.
"""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from itertools import compress

from studylog.core.search.ranking.lookup import Asked, Word
from studylog.core.search.ranking.rank import NEIGHBOURS, NEWER, PARTLY, freshness, saturation
from studylog.core.values import dataclass

_Pattern = tuple[int, ...]
# What the newest documents score out of 1, and a hair for rounding.
_MOST = (1.0 + NEWER) * (1.0 + 1e-9)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found; `complete` when it has every word that was asked for."""

    number: int
    score: float
    complete: bool


def best_hits(asked: Asked, among: bytes, limit: int, *, complete: bool) -> list[Hit]:
    """The best of the documents in a mask; of equals the newer first, then the one of lower number."""
    numbers = list(compress(range(len(among)), among))
    patterns = _patterns(asked, numbers, among)
    counted = Counter(patterns)
    scores = {pattern: _score(asked, pattern) for pattern in counted}
    least = _least(scores, counted, limit)
    good = {one: (score, share) for one, (score, share) in scores.items() if score * share * _MOST >= least}
    days, newest = asked.source.days(), asked.source.newest
    hits = []
    for number, pattern in zip(numbers, patterns, strict=True):
        if pattern in good:
            score, share = good[pattern]
            day = days[number]
            hits.append((-(score * freshness(day, newest) * share), -day, number))
    best = nsmallest(limit, hits)
    return [Hit(number, -score, complete) for score, _, number in best]


def _patterns(asked: Asked, numbers: Sequence[int], among: bytes) -> list[_Pattern]:
    """For each document what its score depends on, in the order in which `_score` takes it up."""
    vectors = [asked.lengths]
    for word in asked.words:
        vectors += [*(way for _, way in word.ways), word.some]
    vectors += [neighbour for _, neighbour in asked.neighbours]
    # To pick a few is quicker one by one.
    if 16 * len(numbers) < len(among):
        return list(zip(*([one[number] for number in numbers] for one in vectors), strict=True))
    return list(zip(*(compress(one, among) for one in vectors), strict=True))


def _score(asked: Asked, pattern: _Pattern) -> tuple[float, float]:
    """What documents of a pattern score, whatever their day, and the square of their share of the words."""
    values = iter(pattern)
    length = next(values) - 1
    score = had = 0.0
    for word in asked.words:
        worth = _worth(word, [next(values) for _ in word.ways], length)
        pairs = next(values)
        if worth:
            score += word.rarity * worth
            had += 1.0
        elif pairs:
            score += word.rarity * (PARTLY * (pairs / word.pairs) * saturation(0, length))
            had += 0.5
    for rare, _ in asked.neighbours:
        class_ = next(values)
        if class_:
            score += rare * (NEIGHBOURS * saturation(class_ - 1, length))
    share = had / len(asked.words) if asked.words else 1.0
    return score, share * share


def _worth(word: Word, classes: Sequence[int], length: int) -> float:
    """How well a document has a word: by its best way; 0 where it has it in none."""
    return max(
        (
            weight * saturation(class_ - 1, length)
            for (weight, _), class_ in zip(word.ways, classes, strict=True)
            if class_
        ),
        default=0.0,
    )


def _least(scores: dict[_Pattern, tuple[float, float]], counted: Counter[_Pattern], limit: int) -> float:
    """The score that surely so many documents reach, even if they were old."""
    reached = 0
    for score, share, pattern in sorted(((*scores[one], one) for one in scores), key=_by_worth, reverse=True):
        reached += counted[pattern]
        if reached >= limit:
            return score * share
    return 0.0


def _by_worth(one: tuple[float, float, _Pattern]) -> float:
    return one[0] * one[1]
