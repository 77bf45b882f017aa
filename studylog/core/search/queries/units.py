"""What a word of a query can be met by: ways, each a set of terms that a document has all of.

The surest way counts most: the word itself, its stem, a longer word that begins so, and last its pairs of
syllables anywhere, which find `셀프어텐션` by `어텐션`, and `셀프 어텐션` by `셀프어텐션`.
"""

import re
from itertools import pairwise

from studylog.core.hangul import BLOCK, INITIAL_CONSONANTS, TAILS, final, is_syllable, with_final
from studylog.core.search.terms.chunks import (
    ACROSS,
    INITIALS,
    LONGEST_INITIALS,
    LONGEST_WORD,
    PAIR,
    PIECE,
    Token,
    number,
    parts,
    word,
)
from studylog.core.search.terms.letters import CLUSTERS, first_with, opened, shifted
from studylog.core.search.terms.stems import counted, latin_stem, levels
from studylog.core.values import dataclass, replace

# What a way is worth, out of 1 for the word itself.
JOINED, STEM, BEGINS, HALF, INSIDE, APART, HALF_INSIDE, STEM_INSIDE = (
    0.9,
    0.75,
    0.6,
    0.5,
    0.45,
    0.4,
    0.35,
    0.25,
)
# The ways of a run of syllables that leave its letters as they are.
_WHOLE = (1.0, BEGINS, INSIDE)
_JAMO = re.compile("[ㄱ-ㅣ]+")
# From which length on a Latin word, and a number, also stands for longer ones.
_LATIN_BEGINS, _NUMBER_BEGINS = 2, 3


@dataclass(frozen=True, slots=True)
class Span:
    """One term, or all terms from `low` up to but without `high`, or those of them that are `like` a word."""

    low: str
    high: str = ""
    like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Terms that a document has all of; what that is worth, out of 1."""

    weight: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a query: the ways to meet it, and its `pairs`, of which half will do where nothing is found.

    `initials` are the consonants that it consists of, if it does. What is a `must` is never left out.
    `word` is what was written, where that is a run of syllables or a simple Latin word.
    """

    ways: tuple[Way, ...]
    pairs: tuple[str, ...] = ()
    initials: str = ""
    must: bool = False
    word: str = ""


def unit_of(token: Token, unit: Token | None = None, *, typing: bool = False) -> Unit:
    """The unit of a token; `unit` is what a number counts, `typing` whether letters may still be missing."""
    if token.kind == "run":
        return replace(_syllables(token.text, typing), word=token.text)
    if token.kind == "word":
        return _latin(token.text)
    if token.kind == "number":
        return _number(number(token.text), unit)
    return Unit((_way(1.0, token.text),))


def unwanted(token: Token, unit: Token | None = None) -> Unit:
    """The unit of a token that shall not be there: no stems, no other words that only begin so."""
    ways = unit_of(token, unit).ways
    return Unit(ways[:1] if token.kind != "run" else tuple(way for way in ways if way.weight in _WHOLE))


def beside(unit: Unit, span: Span) -> Unit:
    """The unit, also met by a term that it makes together with its neighbour."""
    return replace(unit, ways=(*unit.ways, Way(JOINED, (span,))))


def beginning(term: str, typing: bool = False) -> Span:
    """All terms that begin so; while typing, a vowel may still get its final consonant."""
    grows = typing and is_syllable(term[-1]) and not final(term[-1])
    return Span(term, shifted(term, TAILS if grows else 1))


def jamo(run: str) -> str:
    """Letters of Hangul that are no syllables, each by itself; empty where there is anything else."""
    return "".join(CLUSTERS.get(letter, letter) for letter in run) if _JAMO.fullmatch(run) else ""


def _syllables(run: str, typing: bool) -> Unit:
    consonants = jamo(run)
    if consonants:
        return _initials(run, consonants)
    if typing and run[-1] in INITIAL_CONSONANTS:
        return Unit((_way(1.0, run), *_half(run[:-1], run[-1])), _pairs(run[:-1]))
    found = levels(run[:LONGEST_WORD])
    whole, stem = found[0], found[-1]
    # Where a particle came off, the word is complete.
    typing = typing and whole == run
    begun = beginning(whole, typing)
    ways = [_way(1.0, whole), *(_way(STEM, level) for level in found[1:]), Way(BEGINS, (begun,))]
    if len(whole) > 1:
        *before, last = _pairs(whole)
        ways.append(Way(INSIDE, (*map(Span, before), beginning(last, typing))))
    if len(stem) > 1 and stem != whole:
        ways.append(_way(STEM_INSIDE, *_pairs(stem)))
    if typing and (consonant := final(whole[-1])):
        kept, moved = CLUSTERS.get(consonant, consonant)[:-1], CLUSTERS.get(consonant, consonant)[-1]
        syllable = with_final(opened(whole[-1]), kept) if kept else opened(whole[-1])
        ways += _half(whole[:-1] + syllable, moved)
    return Unit(tuple(ways), _pairs(stem))


def _half(base: str, consonant: str) -> list[Way]:
    """The ways to a word of which one consonant of the next syllable is typed: 어텐ㅅ, 뱇 for 배치."""
    first = first_with(consonant)
    ways = [Way(HALF, (_block(base + first),))]
    if base:
        ways.append(Way(HALF_INSIDE, (*map(Span, _pairs(base)), _block(PAIR + base[-1] + first))))
    return ways


def _initials(run: str, consonants: str) -> Unit:
    ways = [_way(1.0, run[:LONGEST_WORD])]
    begun, length = consonants[:LONGEST_INITIALS], len(consonants)
    for weight, term in ((1.0, INITIALS + begun), (JOINED, ACROSS + begun)) if length > 1 else ():
        ways.append(Way(weight, (Span(term, shifted(term) if length < LONGEST_INITIALS else ""),)))
    return Unit(tuple(ways), initials=consonants if length > 1 else "")


def _latin(compound: str) -> Unit:
    pieces = PIECE.findall(compound)
    words = [word(piece) for piece in pieces]
    if len(words) == 1:
        ways = [_way(1.0, words[0])]
        if len(words[0]) >= _LATIN_BEGINS:
            ways.append(Way(BEGINS, (beginning(words[0]),)))
        if stem := latin_stem(words[0]):
            ways += _way(STEM, stem), Way(INSIDE, (beginning(stem),))
        if found := parts(pieces[0]):
            ways.append(_way(INSIDE, *(part for part, _, _ in found)))
        return Unit(tuple(ways), word=compound)
    *before, last = (word(one + other) for one, other in pairwise(pieces))
    whole = Way(1.0, (*map(Span, before), Span(last)))
    longer = Way(BEGINS, (*map(Span, before), beginning(last)))
    ending = beginning(words[-1]) if len(words[-1]) >= _LATIN_BEGINS else Span(words[-1])
    return Unit((whole, longer, Way(APART, (*map(Span, words[:-1]), ending))))


def _number(written: str, unit: Token | None) -> Unit:
    if unit is None:
        ways = [_way(1.0, written)]
        if len(written) >= _NUMBER_BEGINS:
            ways.append(Way(BEGINS, (beginning(written),)))
        return Unit(tuple(ways))
    what = counted(unit.text)
    together = written + what
    ways = [
        _way(1.0, together),
        Way(BEGINS, (beginning(together),)),
        Way(APART, (Span(written), beginning(what))),
    ]
    pairs = _pairs(what)
    if pairs:
        # 1종오류 is 1종 오류.
        ways.append(Way(HALF_INSIDE, (Span(written), *map(Span, pairs))))
    return Unit(tuple(ways), pairs)


def _way(weight: float, *terms: str) -> Way:
    return Way(weight, tuple(map(Span, terms)))


def _pairs(run: str) -> tuple[str, ...]:
    return tuple(PAIR + run[at : at + 2] for at in range(len(run) - 1))


def _block(term: str) -> Span:
    """All terms that begin so, whatever the vowel of the last syllable."""
    return Span(term, shifted(term, BLOCK))
