"""Text as the terms that it is found by, with their places.

- The words of a run of Hangul with and without their endings, and its pairs of syllables, marked by `.`.
- A Latin word whole (`batchnorm2d`), in parts (`batch`, `norm`), joined with its neighbour (`batchfirst` of
  `batch_first`); a number, alone and with what it counts (`7강`); signs: emoji, arrows, operators.
- The initials of up to four syllables, from the beginning of each run of Hangul, marked by `!`.
- Over a blank: the pair of the syllables beside it, two Latin words as one, and the initials of a shorter run
  with those of the next ones, marked by `?`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from studylog.core.search.terms.chunks import (
    ACROSS,
    CHUNK,
    LONGEST_INITIALS,
    LONGEST_WORD,
    PAIR,
    PIECE,
    Chunk,
    Placed,
    read_chunk,
    terms_of,
    tokens,
)
from studylog.core.search.terms.letters import plain, plain_places
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term, and where it stands in its text."""

    text: str
    start: int
    end: int


def terms(text: str) -> tuple[Term, ...]:
    """The terms of a text in composed form, with their places in it."""
    starts, ends = plain_places(text)
    return tuple(Term(term, starts[start], ends[end - 1]) for term, start, end in placed_terms(plain(text)))


def counts(text: str) -> Counter[str]:
    """How often each term comes in a text in composed form: `terms` without places, and quicker."""
    if not text:
        return Counter()
    read = list(map(read_chunk, CHUNK.findall(plain(text))))
    counted = Counter(chain.from_iterable([chunk.terms for chunk in read]))
    counted.update([term for term, _ in _across(read)])
    return counted


def over_blank(chunk: Chunk, following: Chunk) -> str:
    """The term that two chunks make: the pair of their syllables, or two Latin words as one; else empty."""
    if chunk.last and following.first:
        return PAIR + chunk.last + following.first
    if chunk.closing and following.opening:
        return (chunk.closing + following.opening)[:LONGEST_WORD]
    return ""


def placed_terms(plain_text: str) -> Iterator[Placed]:
    """The terms of a plain text, with their places in it."""
    chunks = list(CHUNK.finditer(plain_text))
    for chunk in chunks:
        for term, start, end in terms_of(chunk[0], tokens(chunk[0])):
            yield term, chunk.start() + start, chunk.start() + end
    read = [read_chunk(chunk[0]) for chunk in chunks]
    for term, index in _across(read):
        back, other, forth = _reached(read, index, term)
        if not back:
            back, forth = len(PIECE.findall(chunks[index][0])[-1]), len(PIECE.findall(chunks[other][0])[0])
        yield term, chunks[index].end() - back, chunks[other].start() + forth


def _across(read: Sequence[Chunk]) -> list[tuple[str, int]]:
    """The terms that reach over blanks, each with the chunk that it begins in."""
    over: list[tuple[str, int]] = []
    for index, (chunk, following) in enumerate(pairwise(read)):
        if chunk.last:
            if following.first:
                over.append((PAIR + chunk.last + following.first, index))
                if chunk.open and following.lead:
                    over.append((_initials(read, index), index))
        elif chunk.closing and following.opening:
            over.append((over_blank(chunk, following), index))
    return over


def _initials(read: Sequence[Chunk], index: int) -> str:
    """The initials from the last run of a chunk on, with those of the next ones."""
    begun = ACROSS + read[index].open
    for chunk in read[index + 1 : index + LONGEST_INITIALS]:
        begun += chunk.lead
        if not chunk.through:
            break
    return begun[: len(ACROSS) + LONGEST_INITIALS]


def _reached(read: Sequence[Chunk], index: int, term: str) -> tuple[int, int, int]:
    """The letters of a term in its first chunk, its last chunk, and the letters there; 0 for Latin words."""
    if not term.startswith(ACROSS):
        letters = 1 if term.startswith(PAIR) else 0
        return letters, index + 1, letters
    back = forth = len(read[index].open)
    left, last = len(term) - len(ACROSS) - back, index
    while left:
        last += 1
        forth = min(left, len(read[last].lead))
        left -= forth
    return back, last, forth
