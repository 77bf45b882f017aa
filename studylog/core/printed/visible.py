"""What a person reads in the body of a printed page, so that a loss on the way to Markdown is seen."""

from collections.abc import Iterator, Sequence

from studylog.core.printed.blocks import Block, all_lines
from studylog.core.printed.breaks import spaced
from studylog.core.printed.content import Sheet
from studylog.core.printed.lines import Line
from studylog.core.printed.model import rows

Place = tuple[int, int]


def visible_of(pages: Sequence[Sheet], body: Sequence[Block], apart: Sequence[Block]) -> str:
    """All characters that stand in the pages, in the order in which they are read.

    It holds every glyph, also one that no block of the body has: those come last. Not among them are the
    numbers of lists, which Markdown counts its own way, what is printed on every page, and the blocks that
    stand apart: the title, and the table of properties, which becomes the header in other words.
    """
    left = {(number, glyph.number): glyph for number, page in enumerate(pages) for glyph in page.shown}
    for place in (*_places(apart), *_numbers(body)):
        left.pop(place, None)
    text = ""
    for block, line in all_lines(body):
        own = [left.pop((line.page, glyph.number), None) for glyph in line.glyphs]
        text += spaced([glyph for glyph in own if glyph]) + _end(block, line)
    lost = ("".join(glyph.text for glyph in row) for row in rows(left.values()))
    return "\n".join((text, *lost))


def _end(block: Block, line: Line) -> str:
    """Nothing after a line that is full, without a blank at its end: it may have ended within a word."""
    full = not line.blank_end and line.right > block.right - line.size
    return "" if full and line not in block.lines[-1:] else "\n"


def _places(blocks: Sequence[Block]) -> Iterator[Place]:
    for _, line in all_lines(blocks):
        yield from ((line.page, glyph.number) for glyph in line.glyphs)


def _numbers(blocks: Sequence[Block]) -> Iterator[Place]:
    """The numbers that lists count with: they stand before the text of their line."""
    for block, line in all_lines(blocks):
        if block.mark.kind == "number":
            yield from ((line.page, glyph.number) for glyph in line.glyphs if glyph.left < line.left)
