"""A few postings put into a list as text, or taken out of it, without reading the others one by one."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from studylog.core.search.postings import ALPHABET, CLASSES, ENDS, decode, encode

_END, _FOLLOW = re.escape(ALPHABET[:ENDS]), re.escape(ALPHABET[ENDS:])
_TOKEN = re.compile(f"[{_FOLLOW}]*[{_END}]")


def last_number(text: str) -> int:
    """The number of the last document of a list."""
    return sum(map(_distance, _TOKEN.findall(text))) - 1


def spliced(text: str, gone: Iterable[int], come: Iterable[int]) -> str:
    """The list as text without some postings and with others."""
    tokens = _TOKEN.findall(text)
    numbers = list(accumulate(map(_distance, tokens), initial=-1))
    wanted = {code // CLASSES: -1 for code in gone} | {code // CLASSES: code % CLASSES for code in come}
    # From the end on, so that the places before stay what they are.
    for number in sorted(wanted, reverse=True):
        at = bisect_left(numbers, number)
        there = at < len(numbers) and numbers[at] == number
        end = at + there
        new = [] if wanted[number] < 0 else [number]
        classes = [wanted[number]] if new else []
        # Who comes behind is written as so far from the one before it.
        if end < len(numbers):
            new.append(numbers[end])
            classes.append(_class(tokens[end - 1]))
        before = numbers[at - 1]
        written = []
        for one, class_ in zip(new, classes, strict=True):
            written.append(_token(one - before, class_))
            before = one
        tokens[at - 1 : end] = written
        numbers[at:end] = new[: len(new) - (end < len(numbers))]
    return "".join(tokens)


@lru_cache(1 << 12)
def _distance(token: str) -> int:
    """How much further than the one before it the document of a token is."""
    return next(decode(token)) // CLASSES + 1


@lru_cache(1 << 12)
def _class(token: str) -> int:
    return next(decode(token)) % CLASSES


def _token(distance: int, class_: int) -> str:
    return encode([(distance - 1) * CLASSES + class_])
