"""The blocks of a page: its tables, code, pictures and formulas, and the lines that are left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from studylog.core.printed.blocks import Block, text_block
from studylog.core.printed.content import Content
from studylog.core.printed.lines import code_lines, lines_of
from studylog.core.printed.marks import mark_of, numbered
from studylog.core.printed.model import Box, Glyph
from studylog.core.printed.styles import Fonts
from studylog.core.printed.tables import Grid, Table, grids, table_of

_SMALLEST_GROUND = (60.0, 24.0)
_MOSTLY = 0.9
_WIDE_RULE = 0.5


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """A page's tables, and all of its blocks from top to bottom."""

    tables: tuple[Table, ...]
    blocks: tuple[Block, ...]


def page_blocks(content: Content, fonts: Fonts, starts: set[float]) -> PageBlocks:
    """The blocks of one page; `starts` are the columns in which text began so far, and learns new ones."""
    frames = grids(content.page.boxes)
    found = [table_of(grid, content, fonts) for grid in frames]
    tables = tuple(table for table, _ in found)
    held = {glyph for _, glyphs in found for glyph in glyphs}
    free = [glyph for glyph in content.glyphs if glyph not in held]
    codes = list(_codes(content, fonts, free))
    held = {glyph for _, glyphs in codes for glyph in glyphs}
    free = [glyph for glyph in free if glyph not in held]
    blocks = [
        *(block for block, _ in codes),
        *(Block("table", content.number, one.top, one.left, one.right, table=one) for one in tables),
        *_texts(content, fonts, free, starts),
        *_pictures(content, tables),
        *_rules(content, frames, free),
    ]
    return PageBlocks(tables, tuple(sorted(blocks, key=lambda block: (block.top, block.column))))


def _codes(content: Content, fonts: Fonts, glyphs: Sequence[Glyph]) -> Iterator[tuple[Block, list[Glyph]]]:
    """Code stands on a ground of its own, in a font of its own."""
    for box in content.page.boxes:
        if box.width < _SMALLEST_GROUND[0] or box.height < _SMALLEST_GROUND[1]:
            continue
        inside = [glyph for glyph in glyphs if _on(glyph, box)]
        ink = [glyph for glyph in inside if not glyph.text.isspace()]
        if ink and sum(map(fonts.is_code, ink)) > _MOSTLY * len(ink):
            lines = tuple(code_lines(content, inside))
            yield Block("code", content.number, box.top, box.left, box.right, lines), inside


def _on(glyph: Glyph, box: Box) -> bool:
    middle = glyph.baseline - glyph.size * 0.3
    return box.left <= glyph.left <= box.right and box.top <= middle <= box.bottom


def _texts(content: Content, fonts: Fonts, glyphs: Iterable[Glyph], starts: set[float]) -> Iterator[Block]:
    starts.add(content.left)
    for line in lines_of(content, fonts, glyphs):
        mark = mark_of(line, content.page.boxes)
        counted = None if mark.kind else numbered(line, starts)
        if counted:
            line, mark = counted[0], replace(mark, kind="number", number=counted[1])
        if mark.kind:
            starts.add(line.left)
        yield text_block(line, mark, content.right)


def _pictures(content: Content, tables: Sequence[Table]) -> Iterator[Block]:
    """Pictures and formulas; centred ones belong to the column that is as far from both edges."""
    for picture in content.page.pictures:
        inside = any(one.top <= picture.top and picture.bottom <= one.bottom for one in tables)
        if picture.file and not inside:
            column = picture.left + picture.right - content.right
            yield Block("picture", content.number, picture.top, column, content.right, picture=picture)
    for picture, text in content.formulas:
        column = picture.left + picture.right - content.right
        yield Block("formula", content.number, picture.top, column, content.right, picture=picture, text=text)


def _rules(content: Content, frames: Sequence[Grid], glyphs: Sequence[Glyph]) -> Iterator[Block]:
    """A thin line across the page that marks no text."""
    for box in content.page.boxes:
        if box.height > 2 or box.width < _WIDE_RULE * (content.right - content.left):
            continue
        framed = any(grid.holds(box.left + 1, box.top) for grid in frames)
        if not framed and not any(_marks(box, glyph) for glyph in glyphs):
            yield Block("rule", content.number, box.top, box.left, box.right)


def _marks(box: Box, glyph: Glyph) -> bool:
    """Whether a line runs through or under a glyph."""
    near = -glyph.size < box.top - glyph.baseline < glyph.size / 2
    return near and box.left - 1 <= glyph.left <= box.right and not glyph.text.isspace()
