"""Lists of postings as vectors: for each number of a document the class of a term plus 1, or 0 for none.

A vector is a string of bytes, as long as it has to be. What is done to all documents is done by arithmetic
on large integers and by tables, much faster than document by document: two vectors of values below 5 become
one of values below 25, and a table knows what comes of each pair.
"""

import re
from collections.abc import Callable, Iterable
from itertools import product

from studylog.core.search.index.postings import CLASSES, END, ENDS, FIGURES, FOLLOW, FOLLOWS, STEP

_TOKEN = re.compile(b"[%(some)s]*[^%(some)s]" % {b"some": re.escape(FOLLOW)})
_FAR = re.compile(b"[%s]{2}" % re.escape(FOLLOW))
# A list of fewer letters is read posting by posting.
_SHORT = 64
_VALUES = CLASSES + 1


def _runs() -> list[bytes]:
    """For each letter the stretch of a vector that it stands for, when no two that follow come together."""
    runs = [b""] * 256
    for letter in END:
        between, class_ = divmod(FIGURES[letter], CLASSES)
        runs[letter] = bytes(between) + bytes((class_ + 1,))
    for letter in FOLLOW:
        runs[letter] = bytes(STEP * (FIGURES[letter] - ENDS + 1))
    return runs


_RUNS = _runs()


def pairs(text: str) -> Iterable[tuple[int, int]]:
    """The numbers of a list of postings as text, each with its class plus 1."""
    number = -1
    high = 0
    for letter in text.encode():
        figure = FIGURES[letter]
        if figure >= ENDS:
            high = high * FOLLOWS + figure - ENDS + 1
            continue
        number += high * STEP + figure // CLASSES + 1
        high = 0
        yield number, figure % CLASSES + 1


def vector(texts: Iterable[str], room: int) -> bytes:
    """The vector of some lists of postings as text, with the larger value where two have one."""
    found = bytearray(room)
    for text in texts:
        if len(text) < _SHORT:
            for number, class_ in pairs(text):
                if class_ > found[number]:
                    found[number] = class_
        else:
            start, stretch = _stretch(text.encode())
            end = start + len(stretch)
            before = found[start:end]
            found[start:end] = most(before, stretch) if before.strip(b"\0") else stretch
    return bytes(found)


def _stretch(text: bytes) -> tuple[int, bytes]:
    """The number of the first document of a long list, and the vector from there on."""
    first = _TOKEN.match(text)
    assert first is not None
    ((start, class_),) = pairs(first[0].decode())
    rest = text[first.end() :]
    stretches = map(_far, _TOKEN.findall(rest)) if _FAR.search(rest) else map(_RUNS.__getitem__, rest)
    return start, bytes((class_,)) + b"".join(stretches)


def _far(token: bytes) -> bytes:
    ((between, class_),) = pairs(token.decode())
    return bytes(between) + bytes((class_,))


def _table(rule: Callable[[int, int], int]) -> bytes:
    """What comes of two values, by the first plus five times the second."""
    table = bytearray(256)
    for one, other in product(range(_VALUES), repeat=2):
        table[one + _VALUES * other] = rule(one, other)
    return bytes(table)


_MOST, _LEAST = _table(max), _table(min)
_WITHOUT = _table(lambda one, other: 0 if other else one)
_ANY = bytes((0, *(1 for _ in range(255))))


def most(one: bytes | bytearray, other: bytes) -> bytes:
    """By number the larger value."""
    return _both(one, other).translate(_MOST)


def least(one: bytes, other: bytes) -> bytes:
    """By number the smaller value: nothing where either has nothing."""
    return _both(one, other).translate(_LEAST)


def without(one: bytes, other: bytes) -> bytes:
    """The first vector, with nothing where the second has anything."""
    return _both(one, other).translate(_WITHOUT)


def mask(one: bytes) -> bytes:
    """1 wherever a vector has anything."""
    return one.translate(_ANY)


def total(vectors: Iterable[bytes], room: int) -> bytes:
    """By number the sum of some masks, of which there are fewer than 256."""
    return sum(int.from_bytes(one, "little") for one in vectors).to_bytes(room, "little")


def members(one: bytes) -> int:
    """How many documents a vector has."""
    return len(one.translate(None, b"\0"))


def _both(one: bytes | bytearray, other: bytes) -> bytes:
    together = int.from_bytes(one, "little") + _VALUES * int.from_bytes(other, "little")
    return together.to_bytes(max(len(one), len(other)), "little")
