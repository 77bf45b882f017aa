"""Long lists in parts: numbered, so that each part stays what it is while the list grows at its end."""

from studylog.core.digest.pagenames import part_name
from studylog.core.i18n import Message
from studylog.core.values import dataclass


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
