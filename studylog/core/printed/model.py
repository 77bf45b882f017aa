"""A printed page: what stands where. Lengths are CSS pixels from the upper left corner.

The pixel is the one of a browser: body text has 16 of them, also where the print was shrunk to fit the paper.
"""

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import NamedTuple

from studylog.core.values import dataclass

_SAME_ROW = 3.0
_SIZES = (1.5, 1000.0)

Colour = tuple[int, int, int, int]


class Glyph(NamedTuple):
    """A character from `left` to `right` on a baseline; a blank may have no width.

    `number` is its place in the order of drawing. What was put together of several has one below zero, and
    may have a picture instead of its characters.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: int
    colour: Colour
    slanted: bool = False
    number: int = -1
    picture: str = ""

    @property
    def middle(self) -> float:
        """The height at which a person sees it."""
        return self.baseline - self.size * 0.3


def is_placed(glyph: Glyph) -> bool:
    """Whether a glyph has a place and a size that can be seen."""
    return _SIZES[0] <= glyph.size <= _SIZES[1] and all(map(isfinite, glyph[1:5]))


class Box(NamedTuple):
    """A drawn shape: the mark of a list, the frame of a table, the ground under code."""

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
    """A picture: where it stands, and the file that holds it ("" when it could not be saved)."""

    left: float
    top: float
    right: float
    bottom: float
    file: str


class Link(NamedTuple):
    """The place of a link, and its address."""

    left: float
    top: float
    right: float
    bottom: float
    url: str


class Formula(NamedTuple):
    """A formula: its glyphs by index, its room, and a font that only formulas have.

    `baseline` is that of the text that it stands in, if it does; `linear` tells whether it is a line itself,
    without fractions and roots; `file` holds its picture, where it takes one.
    """

    glyphs: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    font: int
    baseline: float | None
    linear: bool
    file: str = ""


class Area(NamedTuple):
    """A part of a page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


Placed = Box | Picture | Link | Formula | Area


def holds_middle(area: Area, placed: Placed) -> bool:
    """Whether the middle of something lies in an area."""
    return area.holds((placed.left + placed.right) / 2, (placed.top + placed.bottom) / 2)


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page; glyphs in the order in which they were drawn."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    boxes: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    formulas: tuple[Formula, ...] = ()


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
