"""The table under the title of a page of Notion: what its properties are called, and their values."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from studylog.core.printed.blocks import Block
from studylog.core.printed.breaks import spaced
from studylog.core.printed.content import Content
from studylog.core.printed.model import Area, Glyph, holds_middle
from studylog.core.printed.tables import Cell

Property = tuple[str, str]

# The ground of a chosen value, and the picture of a person, keep several of them apart.
_PILL = (12.0, 40.0)
_PICTURE = 40.0


def properties_of(blocks: Sequence[Block], content: Content) -> tuple[Block | None, tuple[Property, ...]]:
    """The first table of a page if it is one of properties, whose names have a paler colour than text."""
    first = next((block for block in blocks if block.kind in ("table", "heading")), None)
    if first is None or first.table is None or len(first.table.rows[0]) != 2:
        return None, ()
    names = [line for row in first.table.rows for line in row[0].lines]
    if not names or not all(line.muted for line in names):
        return None, ()
    signs = _Signs(content, first.table.area)
    rows = first.table.rows
    return first, tuple((_plain(name), signs.value(value)) for name, value in rows)


def _plain(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines)


class _Signs:
    def __init__(self, content: Content, area: Area) -> None:
        self._pills = [
            Area(*box[:4])
            for box in content.boxes
            if _PILL[0] <= box.height <= _PILL[1] and holds_middle(area, box)
        ]
        self._pictures = [
            picture
            for picture in content.pictures
            if holds_middle(area, picture) and picture.right - picture.left <= _PICTURE
        ]

    def value(self, cell: Cell) -> str:
        """The value in a cell, with commas between several chosen ones and between several people."""
        glyphs = (glyph for line in cell.lines for glyph in line.glyphs)
        groups = [list(group) for _, group in groupby(glyphs, key=self._own)]
        named = (one for one, other in zip_longest(groups, groups[1:]) if not _is_initial(one, other or []))
        return ", ".join(text for text in (spaced(group).strip(" ,") for group in named) if text)

    def _own(self, glyph: Glyph) -> tuple[int, int]:
        """The number of the ground under a glyph, and that of the pictures before it."""
        pill = next((n for n, area in enumerate(self._pills) if area.holds(glyph.left, glyph.middle)), -1)
        row = (one for one in self._pictures if one.top <= glyph.middle <= one.bottom)
        above = sum(one.bottom < glyph.middle for one in self._pictures)
        return pill, above + sum(one.right <= glyph.left + 1 for one in row)


def _is_initial(group: Sequence[Glyph], name: Sequence[Glyph]) -> bool:
    """Whether a letter stands for the picture of a person: small, alone, before the name that it begins."""
    if len(group) != 1 or len(name) < 2 or group[0].size >= name[0].size:
        return False
    return group[0].text.casefold() == name[0].text.casefold()
