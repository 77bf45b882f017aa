"""Grids on a page: thin boxes are frames, what they enclose are the cells of a table."""

from collections.abc import Iterable, Iterator, Sequence

from studylog.core.printed.clusters import clusters
from studylog.core.printed.model import Area, Box
from studylog.core.values import dataclass

_THIN = 2.0
_NEAR = 3.0
_MOST_FRAMES = 2000


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
