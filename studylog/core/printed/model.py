"""A printed page: what stands where. Lengths are CSS pixels from the upper left corner.

The pixel is the one of a browser: body text has 16 of them, also where the print was shrunk to fit the paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_SAME_ROW = 3.0

Colour = tuple[int, int, int, int]


class Glyph(NamedTuple):
    """A character from `left` to `right` on a baseline; a blank may have no width."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: int
    colour: Colour


class Box(NamedTuple):
    """A filled shape: the mark of a list, the frame of a table, the ground under code."""

    left: float
    top: float
    right: float
    bottom: float
    colour: Colour
    points: int

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Picture(NamedTuple):
    """A picture: where it stands, the file that holds it, and the number of its pixels."""

    left: float
    top: float
    right: float
    bottom: float
    file: str
    pixels: int


class Link(NamedTuple):
    """The place of a link, and its address."""

    left: float
    top: float
    right: float
    bottom: float
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page; glyphs in the order in which they were drawn."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    boxes: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    formulas: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document: its pages, and the name of each font ("" for one without)."""

    pages: tuple[Page, ...]
    fonts: tuple[str, ...] = ()


def rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that stand on one baseline, from top to bottom and from left to right."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: one.baseline):
        if row and glyph.baseline - row[0].baseline > _SAME_ROW:
            yield _sorted(row)
            row = []
        row.append(glyph)
    if row:
        yield _sorted(row)


def _sorted(row: Iterable[Glyph]) -> list[Glyph]:
    """From left to right; a blank that takes no room stands before what begins at its place."""
    return sorted(row, key=lambda one: (one.left, not one.text.isspace()))


def printed(data: Any) -> Printed:
    """A document from plain lists, as another process hands them over; ValueError for any other shape."""
    try:
        return Printed(tuple(map(_page, data["pages"])), tuple(str(name) for name in data["fonts"]))
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("no printed document") from error


def _page(data: Any) -> Page:
    return Page(
        float(data["width"]),
        float(data["height"]),
        tuple(Glyph._make((*row[:6], _colour(row[6]))) for row in data["glyphs"]),
        tuple(Box._make((*row[:4], _colour(row[4]), int(row[5]))) for row in data["boxes"]),
        tuple(Picture(*row) for row in data["pictures"]),
        tuple(Link(*row) for row in data["links"]),
        tuple(Picture(*row) for row in data["formulas"]),
    )


def _colour(values: Sequence[int]) -> Colour:
    red, green, blue, alpha = values
    return red, green, blue, alpha
