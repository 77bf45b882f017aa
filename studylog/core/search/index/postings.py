"""Lists of postings as text: short, plain ASCII, and cut where they are long.

A posting becomes the distance from the one before it, times the number of classes, plus its class; and that
number some letters: those of the first kind end it, those of the second say that more follow.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, repeat
from operator import or_, sub

CLASSES = 4
"""A posting is `number × CLASSES + class`: a document that has a term, and how often, as a class."""
ALPHABET = "".join(map(chr, range(ord("#"), ord("~") + 1))).replace("\\", "")
"""Letters that need no escape in a script; a blank is none of them."""
ENDS, FOLLOWS = 60, 30
END, FOLLOW = ALPHABET[:ENDS].encode(), ALPHABET[ENDS : ENDS + FOLLOWS].encode()
"""The letters of the first kind, and of the second, as the bytes of a text."""
FIGURES = {letter: figure for figure, letter in enumerate(ALPHABET.encode())}
"""What each of them counts."""
STEP = ENDS // CLASSES
"""How many documents further one more of a letter that others follow leads."""
LONGEST = 4000
"""How many letters one entry of a term has at most."""
PART = "#"
"""What stands between a term and the first number of one of several entries."""
BEHIND_PARTS = "$"
"""Comes behind the parts of a term, and before any longer term."""

_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
_REMEMBERED = 1 << 15


def entries(term: str, codes: Sequence[int]) -> Iterator[tuple[str, str]]:
    """The entries of a term from its postings in order: one, or several where that would grow too long.

    Long lists are cut at round numbers of documents, so that a change stays in its part.
    """
    # Every posting has a letter at least.
    text = encode(codes) if len(codes) <= LONGEST else ""
    if 0 < len(text) <= LONGEST:
        yield term, text
    elif codes:
        for low, part in halved(codes, 0, 1 << (codes[-1] // CLASSES).bit_length()):
            yield f"{term}{PART}{low:x}", part


def halved(codes: Sequence[int], low: int, room: int) -> Iterator[tuple[int, str]]:
    """The parts of postings whose numbers lie in a stretch, each as text with the number it begins at."""
    pieces = list(map(_LETTERS.__getitem__, _distances(codes)))
    sizes = list(accumulate(map(len, pieces), initial=0))
    waiting = [(low, room, 0, len(codes))]
    while waiting:
        low, room, start, end = waiting.pop()
        if start == end:
            continue
        # The first posting of a part is as far as from the beginning of all.
        first = _letters(codes[start] + 1)
        if len(first) + sizes[end] - sizes[start + 1] <= LONGEST:
            yield low, first + "".join(pieces[start + 1 : end])
            continue
        middle = low + room // 2
        cut = bisect_left(codes, middle * CLASSES, start, end)
        waiting += [(middle, room // 2, cut, end), (low, room // 2, start, cut)]


def encode(codes: Sequence[int]) -> str:
    """Postings in order as text."""
    return "".join(map(_LETTERS.__getitem__, _distances(codes)))


def decode(text: str) -> Iterator[int]:
    """The postings of a text, in order."""
    following = high = 0
    for letter in text:
        value = _VALUES[letter]
        if value >= ENDS:
            high = high * FOLLOWS + value - ENDS + 1
            continue
        code = following + high * ENDS + value
        yield code
        following, high = (code & -CLASSES) + CLASSES, 0


def figures(number: int, width: int) -> str:
    """A number as so many letters, 64 to each place."""
    return "".join(ALPHABET[number >> 6 * place & 63] for place in reversed(range(width)))


def _distances(codes: Sequence[int]) -> Iterator[int]:
    """How far each posting is from the one before it."""
    return map(sub, codes, chain((-1,), map(or_, codes, repeat(CLASSES - 1))))


class _Letters(dict[int, str]):
    """The letters of distances; those of near documents are remembered."""

    def __missing__(self, distance: int) -> str:
        letters = _letters(distance)
        if distance < _REMEMBERED:
            self[distance] = letters
        return letters


_LETTERS = _Letters()


def _letters(distance: int) -> str:
    """The letters of a distance, which is 1 or more."""
    high, last = divmod(distance - 1, ENDS)
    text = ALPHABET[last]
    while high:
        high, value = divmod(high - 1, FOLLOWS)
        text = ALPHABET[ENDS + value] + text
    return text
