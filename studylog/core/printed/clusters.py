"""Things on a page that hang together, one touching the next."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from studylog.core.unions import Union

T = TypeVar("T")


def clusters(
    things: Sequence[T], span: Callable[[T], tuple[float, float]], touch: Callable[[T, T], bool]
) -> list[list[T]]:
    """The groups of what hangs together, each in the given order.

    `span` is how far up and down a thing reaches; only things whose spans meet are asked whether they touch.
    """
    spans = [span(thing) for thing in things]
    order = sorted(range(len(things)), key=lambda index: spans[index])
    union = Union(range(len(things)))
    for place, index in enumerate(order):
        for other in order[place + 1 :]:
            if spans[other][0] > spans[index][1]:
                break
            if touch(things[index], things[other]):
                union.join(index, other)
    return [[things[index] for index in part] for part in union.parts()]
