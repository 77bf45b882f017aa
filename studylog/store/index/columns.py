"""What the columns of several tables have in common."""

from typing import Any

Row = tuple[Any, ...]
"""A row of a table."""

NO_DAY = "9999-12-31"
"""The day of a note without one, in the order of notes."""


CATALOGUE_NUMBER = -1
"""The number of the list of papers among notes: it is none, but says of papers what notes say."""


def place_of(path: str) -> str:
    """The folder of a note, in which its references begin."""
    return path.rpartition("/")[0]
