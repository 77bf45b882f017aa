"""The blocks of a page: its tables, code, pictures, formulas and quotes, and the lines that are left."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from studylog.core.printed.blocks import Block, kind_of, text_block
from studylog.core.printed.codes import code_lines
from studylog.core.printed.content import Content
from studylog.core.printed.flows import flows
from studylog.core.printed.frames import inside
from studylog.core.printed.lines import lines_of
from studylog.core.printed.marks import mark_of, numbered
from studylog.core.printed.model import Box, Formula, Glyph, Picture, holds_middle
from studylog.core.printed.scenes import Scene
from studylog.core.printed.styles import Fonts
from studylog.core.printed.tables import table_of
from studylog.core.values import replace

_WIDE_RULE = 0.5
_ICON = 28.0
_CAPTION = 28.0
_CENTRED = 3.0
_REACH = 60.0
_DEEPEST = 8


def page_blocks(pages: Sequence[Content], fonts: Fonts, starts: set[float], depth: int = 0) -> list[Block]:
    """The blocks of pages, or of parts of them, in the order in which they are read.

    `starts` are the columns in which text began so far, seen from the left edge; it learns new ones.
    """
    found: list[Block] = []
    for flow in flows(pages, fonts, deeper=depth < _DEEPEST):
        if flow.scene:
            found.extend(_blocks(flow.parts[0], flow.scene, fonts, starts, depth))
        else:
            found.extend(_moved(flow.parts, pages[0].left, fonts, starts, depth))
    return found


def _moved(
    parts: Sequence[Content], edge: float, fonts: Fonts, starts: set[float], depth: int
) -> Iterator[Block]:
    """The blocks of a column as if it stood at the left edge of its page."""
    left = min(part.left for part in parts)
    aligned = [replace(part, left=left) for part in parts]
    for block in page_blocks(aligned, fonts, starts, depth + 1):
        yield replace(block, column=block.column - left + edge)


def _blocks(content: Content, scene: Scene, fonts: Fonts, starts: set[float], depth: int) -> list[Block]:
    blocks = [
        *_codes(content, scene),
        *_tables(content, scene, fonts),
        *_quotes(content, scene, fonts, depth),
        *_texts(content, fonts, scene.free, starts),
        *_pictures(content, scene),
        *_rules(content, scene),
    ]
    return sorted(blocks, key=lambda block: (block.top, block.column))


def _codes(content: Content, scene: Scene) -> Iterator[Block]:
    for code in scene.codes:
        lines = tuple(code_lines(content.number, code.glyphs))
        area, cut = code.area, content.is_cut(code.area)
        yield Block("code", content.number, area.top, area.left, area.right, lines, cut=cut)


def _tables(content: Content, scene: Scene, fonts: Fonts) -> Iterator[Block]:
    for grid, glyphs in scene.tables:
        table = table_of(grid, content, fonts, glyphs)
        area = table.area
        yield Block("table", content.number, area.top, area.left, area.right, table=table)


def _quotes(content: Content, scene: Scene, fonts: Fonts, depth: int) -> Iterator[Block]:
    for frame in scene.frames:
        part = inside(frame, content)
        own = page_blocks([part], fonts, {0.0}, depth + 1)
        area = frame.area
        cut = content.is_cut(area)
        yield Block("quote", content.number, area.top, area.left, area.right, parts=tuple(own), cut=cut)


def _texts(content: Content, fonts: Fonts, glyphs: Iterable[Glyph], starts: set[float]) -> Iterator[Block]:
    starts.add(0.0)
    for line in lines_of(content, fonts, glyphs):
        mark = mark_of(line, content)
        heading = kind_of(line.size, content.quoted)[1] > 0
        counted = None if mark.kind or heading else numbered(line, [content.left + one for one in starts])
        if counted:
            line, mark = counted[0], replace(mark, kind="number", number=counted[1])
        if mark.kind:
            starts.add(round(line.left - content.left, 1))
        block = text_block(line, mark, content.right, content.quoted)
        yield replace(block, column=_column_of_caption(block, content))


def _column_of_caption(block: Block, content: Content) -> float:
    """The column of a line; one that is centred under a picture belongs where that does."""
    line = block.lines[0]
    if block.kind == "text" and line.muted:
        for picture in content.pictures:
            centred = abs(picture.left + picture.right - line.left - line.right) < 2 * _CENTRED
            if centred and 0 < line.baseline - picture.bottom < _CAPTION:
                return _column(picture, content)
    return block.column


def _column(placed: Picture | Formula, content: Content) -> float:
    """The column of something that is centred: it is as far from the left edge as from the right."""
    return placed.left + placed.right - content.right


def _pictures(content: Content, scene: Scene) -> Iterator[Block]:
    """Pictures but no icons, and formulas between lines."""
    for picture in content.pictures:
        icon = max(picture.right - picture.left, picture.bottom - picture.top) <= _ICON
        if not icon and not any(holds_middle(area, picture) for area in scene.areas):
            column = _column(picture, content)
            yield Block("picture", content.number, picture.top, column, content.right, file=picture.file)
    for formula, text in content.formulas:
        if not any(holds_middle(area, formula) for area in scene.areas):
            column, right = _column(formula, content), content.right
            yield Block("formula", content.number, formula.top, column, right, file=formula.file, text=text)


def _rules(content: Content, scene: Scene) -> Iterator[Block]:
    """A thin line across the page that marks no text."""
    middles = sorted((glyph.baseline, glyph) for glyph in scene.free if not glyph.text.isspace())
    for box in content.boxes:
        if box.height > 2 or box.width < _WIDE_RULE * (content.right - content.left):
            continue
        near = middles[bisect_left(middles, (box.top - _REACH,)) : bisect_left(middles, (box.top + _REACH,))]
        framed = any(area.holds(box.left + 1, box.top + up) for area in scene.areas for up in (-1, 1))
        if not framed and not any(_marks(box, glyph) for _, glyph in near):
            yield Block("rule", content.number, box.top, box.left, box.right)


def _marks(box: Box, glyph: Glyph) -> bool:
    """Whether a line runs through or under a glyph."""
    near = -glyph.size < box.top - glyph.baseline < glyph.size / 2
    return near and box.left - 1 <= glyph.left <= box.right
