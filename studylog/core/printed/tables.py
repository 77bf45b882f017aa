"""Tables on a page: thin boxes are frames, what they enclose are cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from studylog.core.printed.content import Content
from studylog.core.printed.lines import Line, lines_of
from studylog.core.printed.model import Box, Glyph
from studylog.core.printed.styles import Fonts

_THIN = 2.0
_NEAR = 3.0
_MOST_FRAMES = 4000


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its room, and its rows of cells, each with its lines."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of a table's columns and rows."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies within the outer frame."""
        return self.columns[0] <= x <= self.columns[-1] and self.rows[0] <= y <= self.rows[-1]

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a place within."""
        row = sum(edge <= y for edge in self.rows[1:-1])
        return row, sum(edge <= x for edge in self.columns[1:-1])


def grids(boxes: Iterable[Box]) -> list[Grid]:
    """The grids that frames make: at least one row and two columns."""
    frames = [box for box in boxes if min(box.width, box.height) <= _THIN < max(box.width, box.height)]
    found = []
    for group in _groups(frames[:_MOST_FRAMES]):
        columns = _edges(box.left for box in group if box.width <= _THIN)
        rows = _edges(box.top for box in group if box.height <= _THIN)
        if len(columns) > 2 and len(rows) > 1:
            found.append(Grid(columns, rows))
    return sorted(found, key=lambda grid: grid.rows[0])


def table_of(grid: Grid, content: Content, fonts: Fonts) -> tuple[Table, set[Glyph]]:
    """The table in a grid, and the glyphs that it holds."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in content.glyphs:
        middle = glyph.baseline - glyph.size * 0.3
        if grid.holds(glyph.left, middle):
            cells.setdefault(grid.cell(glyph.left, middle), []).append(glyph)
    rows = tuple(
        tuple(
            tuple(lines_of(content, fonts, cells.get((row, column), ())))
            for column in range(len(grid.columns) - 1)
        )
        for row in range(len(grid.rows) - 1)
    )
    held = {glyph for glyphs in cells.values() for glyph in glyphs}
    edges = (grid.columns[0], grid.rows[0], grid.columns[-1], grid.rows[-1])
    return Table(content.number, *edges, rows), held


def _groups(frames: Sequence[Box]) -> Iterator[list[Box]]:
    """Frames that touch belong to one table."""
    left = sorted(frames, key=lambda box: (box.top, box.left))
    while left:
        group = [left.pop(0)]
        for one in group:
            touching = [box for box in left if _touch(one, box)]
            group.extend(touching)
            left = [box for box in left if box not in touching]
        yield group


def _touch(one: Box, other: Box) -> bool:
    return (
        max(one.left, other.left) - min(one.right, other.right) < _NEAR
        and max(one.top, other.top) - min(one.bottom, other.bottom) < _NEAR
    )


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return tuple(edges)
