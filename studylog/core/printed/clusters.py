"""Things on a page that hang together, one touching the next."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def clusters(
    things: Sequence[T], span: Callable[[T], tuple[float, float]], touch: Callable[[T, T], bool]
) -> list[list[T]]:
    """The groups of what hangs together, each in the given order.

    `span` is how far up and down a thing reaches; only things whose spans meet are asked whether they touch.
    """
    spans = [span(thing) for thing in things]
    order = sorted(range(len(things)), key=lambda index: spans[index])
    roots = list(range(len(things)))
    for place, index in enumerate(order):
        for other in order[place + 1 :]:
            if spans[other][0] > spans[index][1]:
                break
            if touch(things[index], things[other]):
                roots[_root(roots, index)] = _root(roots, other)
    groups: dict[int, list[T]] = {}
    for index, thing in enumerate(things):
        groups.setdefault(_root(roots, index), []).append(thing)
    return list(groups.values())


def _root(roots: list[int], index: int) -> int:
    while roots[index] != index:
        roots[index] = roots[roots[index]]
        index = roots[index]
    return index
