"""A few postings put into a list as text, or taken out of it, without reading the others one by one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from studylog.core.search.index.postings import (
    CLASSES,
    END,
    ENDS,
    FIGURES,
    FOLLOW,
    FOLLOWS,
    STEP,
    decode,
    encode,
)

_TOKEN = re.compile(b"[%s]*[%s]" % (re.escape(FOLLOW), re.escape(END)))
_ENDING = re.compile(b"[%s]" % re.escape(END))
_RUN = re.compile(b"[%s]{2,}" % re.escape(FOLLOW))
# How many documents further a letter leads: one that ends a token, and one that others follow.
_ENDS = bytes.maketrans(END + FOLLOW, bytes([*(one // CLASSES + 1 for one in range(ENDS)), *bytes(FOLLOWS)]))
_HIGHS = bytes.maketrans(FOLLOW, bytes(range(1, FOLLOWS + 1)))
# Two letters that others follow, as `_ENDS` has them.
_TWICE = bytes(2)
# More letters are halved; more changes than a few cost less when the list is written anew.
_SHORT, _FEW = 32, 8


def last_number(text: str) -> int:
    """The number of the last document of a list."""
    return _reach(text.encode()) - 1


def spliced(text: str, gone: Iterable[int], come: Iterable[int]) -> str:
    """The list as text without some postings and with others."""
    left, new = set(gone), set(come)
    if len(left) + len(new) > _FEW:
        return encode(sorted(set(decode(text)).difference(left).union(new)))
    classes = {code // CLASSES: -1 for code in left} | {code // CLASSES: code % CLASSES for code in new}
    letters = text.encode()
    for number, class_ in classes.items():
        letters = _changed(letters, number, class_)
    return letters.decode()


def _changed(text: bytes, number: int, class_: int) -> bytes:
    """The list with a document in a class, or without it where that is below 0."""
    at, before = _place(text, number)
    behind, end = before, at
    following = _TOKEN.match(text, at)
    if following and before + _distance(following[0]) == number:
        behind, end = number, following.end()
        following = _TOKEN.match(text, end)
    written = b""
    if class_ >= 0:
        written, before = _token(number - before, class_), number
    if following:
        # The next one is written by how far it is from the one before it.
        written += _token(behind + _distance(following[0]) - before, _class(following[0]))
        end = following.end()
    return text[:at] + written + text[end:]


def _place(text: bytes, number: int) -> tuple[int, int]:
    """Where the first document from a number on is written, and the number of the one before it."""
    start, end, before = 0, len(text), -1
    while end - start > _SHORT:
        ending = _ENDING.search(text, (start + end) // 2)
        assert ending is not None
        reached = before + _reach(text[start : ending.end()])
        if reached < number:
            start, before = ending.end(), reached
        else:
            end = ending.end()
    for token in _TOKEN.finditer(text, start, end):
        reached = before + _distance(token[0])
        if reached >= number:
            return token.start(), before
        before = reached
    return end, before


def _reach(tokens: bytes) -> int:
    """How much further than the document before some tokens the last of them is."""
    ends, highs = tokens.translate(_ENDS), sum(tokens.translate(_HIGHS, END))
    if _TWICE in ends:
        highs += sum(map(_carried, _RUN.findall(tokens)))
    return highs * STEP + sum(ends)


@lru_cache(1 << 12)
def _distance(token: bytes) -> int:
    """How much further than the one before it the document of a single token is."""
    return _reach(token)


@lru_cache(1 << 12)
def _carried(run: bytes) -> int:
    """What letters that follow each other stand for beyond what each does by itself."""
    high = 0
    for figure in run.translate(_HIGHS):
        high = high * FOLLOWS + figure
    return high - sum(run.translate(_HIGHS))


def _class(token: bytes) -> int:
    return FIGURES[token[-1]] % CLASSES


def _token(distance: int, class_: int) -> bytes:
    return encode([(distance - 1) * CLASSES + class_]).encode()
