"""What the columns of several tables have in common."""

from collections.abc import Iterable
from typing import Any

Row = tuple[Any, ...]
"""A row of a table."""

NO_DAY = "9999-12-31"
"""The day of a note without one, in the order of notes."""


def place_of(path: str) -> str:
    """The folder of a note, in which its references begin."""
    return path.rpartition("/")[0]


def quoted(words: Iterable[str]) -> str:
    """Plain words of our own as a list in SQL."""
    return ", ".join(f"'{word}'" for word in sorted(words))
