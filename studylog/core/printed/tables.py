"""Tables on a page: grids, and the lines in their cells."""

from collections.abc import Iterable, Sequence
from math import inf

from studylog.core.printed.content import Content
from studylog.core.printed.grids import Grid
from studylog.core.printed.lines import Line, lines_of
from studylog.core.printed.model import Area, Glyph
from studylog.core.printed.styles import Fonts
from studylog.core.values import dataclass

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
