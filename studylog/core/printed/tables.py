"""Tables on a page: thin boxes are frames, what they enclose are cells."""

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from studylog.core.printed.clusters import clusters
from studylog.core.printed.content import Content
from studylog.core.printed.lines import Line, lines_of
from studylog.core.printed.model import Area, Box, Glyph
from studylog.core.printed.styles import Fonts
from studylog.core.values import dataclass

_THIN = 2.0
_NEAR = 3.0
_MOST_FRAMES = 2000
_ROOM = 8.0
_FILLS = 12.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and the edge at which they had to end."""

    lines: tuple[Line, ...]
    right: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its room, the edges of its columns, its rows of cells.

    `again` is its head as it is printed once more on further pages.
    """

    area: Area
    edges: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    again: tuple[Cell, ...] = ()


def with_rest(table: Table, rest: Table) -> Table:
    """A table with the rows on the next page, where browsers print its head once more."""
    head = rest.rows[0] if _said(table.rows[0]) == _said(rest.rows[0]) else ()
    return Table(
        table.area,
        table.edges,
        (*table.rows, *(rest.rows[1:] if head else rest.rows)),
        (*table.again, *head),
    )


def _said(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(line.text for line in cell.lines) for cell in row)


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of a table's columns and rows."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def area(self) -> Area:
        """All within the outer frame."""
        return Area(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a place within."""
        row = sum(edge <= y for edge in self.rows[1:-1])
        return row, sum(edge <= x for edge in self.columns[1:-1])


def grids(boxes: Iterable[Box]) -> list[Grid]:
    """The grids that frames make: at least one row and two columns."""
    frames = [box for box in boxes if min(box.width, box.height) <= _THIN < max(box.width, box.height)]
    found: list[Grid] = []
    # Frames that touch belong to one table.
    for group in clusters(frames[:_MOST_FRAMES], lambda box: (box.top, box.bottom + _NEAR), _touch):
        down = [box for box in group if box.width <= _THIN]
        across = [box for box in group if box.width > _THIN]
        if down and across:
            found.extend(_grid(down, across))
    return sorted(found, key=lambda grid: grid.rows[0])


def _grid(down: Sequence[Box], across: Sequence[Box]) -> Iterator[Grid]:
    """The grid of lines that touch; a table may have none on its left and right."""
    sides = min(box.left for box in across), max(box.right for box in across) - _THIN / 2
    columns = _edges((*(box.left for box in down), *sides))
    rows = _edges(box.top for box in across)
    if len(columns) > 2 and len(rows) > 1:
        yield Grid(columns, rows)


def table_of(grid: Grid, content: Content, fonts: Fonts, glyphs: Iterable[Glyph]) -> Table:
    """The table in a grid, with the glyphs that it holds.

    A table that leaves room on its right is as wide as its text: no line of it had to end.
    """
    room = _ROOM if grid.columns[-1] > content.right - _FILLS else -inf
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        cells.setdefault(grid.cell(glyph.left, glyph.middle), []).append(glyph)
    rows = tuple(
        tuple(
            Cell(tuple(lines_of(content, fonts, cells.get((row, column), ()))), edge - room)
            for column, edge in enumerate(grid.columns[1:])
        )
        for row in range(len(grid.rows) - 1)
    )
    return Table(grid.area, grid.columns, rows)


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
