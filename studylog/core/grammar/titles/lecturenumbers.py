"""The lectures that one heading names: `3-4강`, `6강, 7강, 9강`, `Lec 3 & 4`, `Lectures 3, 4 and 6`."""

import re

from studylog.core.late import late

_AND = r"\s?(?P<sign>[~,&·/–-]|와|과|및|,?\s?and)\s?"
_BEFORE = late(
    r"(?<!\d)(?<!week)(?<!week\s)(?<!day)(?<!day\s)(?<!part\s)(?<!unit\s)(?<!module\s)"
    rf"(?P<other>\d{{1,3}})\s?강?{_AND}(?:lec(?:ture)?s?\.?\s?)?$",
    re.IGNORECASE,
)
_BEHIND = late(
    rf"{_AND}(?:lec(?:ture)?s?\.?\s?)?0*(?P<other>\d{{1,3}})(?:\s?강)?(?!\d|[가-힣]|[:.]\d|\s?(?:분|min))",
    re.IGNORECASE,
)
_RANGES = frozenset("~–-")
_MOST_LECTURES = 10


def numbers_in(match: re.Match[str]) -> tuple[tuple[int, ...], str]:
    """The lectures around the number of a heading, and what the heading says behind them.

    They go up, and not far: of `4-2강` only the last is one. A dash or a tilde stands for all between.
    """
    numbers = [int(match["number"] or match["latin"] or match["named"])]
    lead, rest = match["lead"], match["title"]
    while (found := _BEFORE.search(lead)) and 0 < numbers[0] - int(found["other"]) <= _MOST_LECTURES:
        numbers[:0] = _with_between(int(found["other"]), numbers[0], found["sign"])[:-1]
        lead = lead[: found.start()]
    while (found := _BEHIND.match(rest)) and 0 < int(found["other"]) - numbers[-1] <= _MOST_LECTURES:
        numbers += _with_between(numbers[-1], int(found["other"]), found["sign"])[1:]
        rest = rest[found.end() :]
    return tuple(numbers), rest


def without_others(lead: str) -> str:
    """What stands before the number of a lecture, without the other numbers."""
    while found := _BEFORE.search(lead):
        lead = lead[: found.start()]
    return lead


def _with_between(first: int, last: int, sign: str) -> list[int]:
    return list(range(first, last + 1)) if sign in _RANGES else [first, last]
