"""Tables before they are drawn: columns, and fields as people and as pipes get them."""

from typing import Literal, NamedTuple

from studylog.core.i18n import Message
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its looks, and whether it takes what width is left, or only pipes get it."""

    title: Message
    style: str = ""
    align: Literal["left", "right"] = "left"
    wide: bool = False
    pipe_only: bool = False


class Cell(NamedTuple):
    """A field: as people read it, its looks, as a pipe gets it where that differs, and a quiet line below.

    `more` stands behind the text for people, who read formulas in a text that is of a note as a whole.
    `link` is the address that a terminal may lead to. `marked` is the text in stretches, each with whether it
    was looked for; so is the `passage` under it.
    """

    text: str
    style: str = ""
    plain: str | None = None
    below: str = ""
    marked: tuple[tuple[str, bool], ...] = ()
    passage: tuple[tuple[str, bool], ...] = ()
    link: str = ""
    more: str = ""

    @property
    def record(self) -> str:
        """The field as a pipe gets it."""
        return self.text if self.plain is None else self.plain


Field = Cell | str
"""A cell; a text alone where everybody gets the same."""


_NONE = Cell("", plain="0")


def counted(number: int) -> Field:
    """A number of things; people see nothing where there is none, and a pipe gets 0."""
    return str(number) if number else _NONE


def cell_of(field: Field) -> Cell:
    """A field as a cell."""
    return Cell(field) if isinstance(field, str) else field


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that belong together, under a title where there is one; a pipe gets the rows alone."""

    rows: tuple[tuple[Field, ...], ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and groups of rows; `header` shows the titles of the columns to people.

    Groups are drawn one by one, or `joined` under one header, where their columns need its titles.
    """

    columns: tuple[Column, ...]
    groups: tuple[Rows, ...]
    header: bool = True
    joined: bool = False
