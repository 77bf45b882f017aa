"""The division of an index into files: halved at round boundaries until each part is small enough.

Whether a stretch is halved, and where, depends on nothing but its own first and last key and its size. So
what did not change need not be looked into: the stretches of an earlier division come as blocks, and only
those that a boundary falls into are opened.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

_Node = TypeVar("_Node")


class Block(NamedTuple):
    """A stretch of what is divided: its first and last key, and its size; one entry where they are one."""

    first: Any
    last: Any
    size: int


Open = Callable[[Block], Sequence[Block]]
"""Gives the entries of a block, each as a block."""


def by_key(blocks: Sequence[Block], largest: int, opened: Open) -> Iterator[tuple[str, Sequence[Block]]]:
    """Entries by keys of text, divided; each part with the key from which on it holds all."""
    return _divided(blocks, "", _at_round_key, largest, opened)


def by_number(blocks: Sequence[Block], largest: int, opened: Open) -> Iterator[tuple[int, Sequence[Block]]]:
    """Entries by numbers, divided at round ones; each part with the number from which on it holds all."""
    room = 1 << (blocks[-1].last if blocks else 0).bit_length()
    for (low, _), some in _divided(blocks, (0, room), _in_the_middle, largest, opened):
        yield low, some


def _divided(
    blocks: Sequence[Block],
    whole: _Node,
    halved: Callable[[_Node, Any, Any], tuple[Any, _Node, _Node]],
    largest: int,
    opened: Open,
) -> Iterator[tuple[_Node, Sequence[Block]]]:
    firsts = [block.first for block in blocks]
    sizes = list(accumulate((block.size for block in blocks), initial=0))
    waiting = [(whole, 0, len(blocks))]
    while waiting:
        node, start, end = waiting.pop()
        some = blocks[start:end]
        if sizes[end] - sizes[start] <= largest or not some or some[0].first == some[-1].last:
            yield node, some
            continue
        boundary, left, right = halved(node, some[0].first, some[-1].last)
        cut = bisect_left(firsts, boundary, start, end)
        if cut > start and blocks[cut - 1].last >= boundary:
            entries = (*blocks[start : cut - 1], *opened(blocks[cut - 1]), *blocks[cut:end])
            yield from _divided(entries, node, halved, largest, opened)
        else:
            waiting += [(right, cut, end), (left, start, cut)]


def _at_round_key(low: str, first: str, last: str) -> tuple[str, str, str]:
    """The roundest key between two, of which it may be the last."""
    at = 0
    while first[at : at + 1] == last[at]:
        at += 1
    below, above = ord(first[at]) if len(first) > at else 0, ord(last[at])
    step = 1 << (below ^ above).bit_length() - 1
    boundary = last[:at] + chr(above // step * step)
    return boundary, low, boundary


def _in_the_middle(
    node: tuple[int, int], first: int, last: int
) -> tuple[int, tuple[int, int], tuple[int, int]]:
    low, room = node
    middle = low + room // 2
    return middle, (low, room // 2), (middle, room // 2)
