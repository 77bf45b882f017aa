"""Long lists in parts: numbered, so that each part stays what it is while the list grows at its end.

A list that begins with the newest grows at its beginning: its parts are numbered from the oldest on.
"""

from collections.abc import Sequence
from typing import TypeVar

from studylog.core.digest.pagenames import part_name
from studylog.core.i18n import Message
from studylog.core.values import dataclass

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Pager:
    """The parts of a list by their pages, and which of them this is; a list in one part has no pages."""

    pages: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Way:
    """A way to another part of a list: what stands there, and how much of it."""

    name: str | Message
    page: str
    count: int


@dataclass(frozen=True, slots=True)
class YearOfWays:
    """The ways to the months of a year."""

    year: int
    months: tuple[Way, ...]


def parts_of(total: int, size: int) -> int:
    """In how many parts a list is shown: at least one."""
    return max(1, -(-total // size))


def pager(page: str, number: int, parts: int) -> Pager:
    """The pager of a part."""
    if parts == 1:
        return Pager((), 1)
    return Pager(tuple(part_name(page, one) for one in range(1, parts + 1)), number)


def newest_first(entries: Sequence[_Entry], size: int) -> list[Sequence[_Entry]]:
    """The parts of what is in order of time, by number: the first has the newest, the second the oldest.

    Whatever comes next belongs to the first one, which has up to twice as much as the others: these stay.
    """
    behind = max(0, len(entries) // size - 1) * size
    return [entries[behind:], *(entries[start : start + size] for start in range(0, behind, size))]


def pager_back(page: str, number: int, parts: int) -> Pager:
    """The pager of a part of such a list, whose oldest part comes last."""
    whole = pager(page, number, parts)
    if not whole.pages:
        return whole
    first, *older = whole.pages
    return Pager((first, *reversed(older)), 1 if number == 1 else parts - number + 2)
