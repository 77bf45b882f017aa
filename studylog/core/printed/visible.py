"""What a person reads in the body of a printed page, so that a loss on the way to Markdown is seen."""

from collections.abc import Iterator, Sequence

from studylog.core.printed.blocks import Block, passages
from studylog.core.printed.breaks import spaced
from studylog.core.printed.content import Sheet
from studylog.core.printed.joins import between
from studylog.core.printed.model import Glyph, rows

Place = tuple[int, int]


def visible_of(pages: Sequence[Sheet], body: Sequence[Block], apart: Sequence[Block]) -> str:
    """All characters that stand in the pages, in the order in which they are read.

    It holds every glyph, also one that no block of the body has: those come last. Not among them are the
    numbers of lists, which Markdown counts its own way, what is printed on every page, and the blocks that
    stand apart: the title, and the table of properties, which becomes the header in other words.
    """
    left = {(number, glyph.number): glyph for number, page in enumerate(pages) for glyph in page.shown}
    for place in (*_places(apart), *_numbers(body), *_heads(body)):
        left.pop(place, None)
    text = "".join(_read(body, left))
    ink = (glyph for glyph in left.values() if not glyph.text.isspace())
    return text + "".join(f"{spaced(row)}\n" for row in rows(ink))


def _read(body: Sequence[Block], left: dict[Place, Glyph]) -> Iterator[str]:
    """The characters of all passages, with what stood between their lines; takes their glyphs away."""
    for passage in passages(body):
        for number, line in enumerate(passage.lines):
            if number and passage.block.kind != "code":
                yield between(passage.lines[number - 1], line, passage.right)
            elif number:
                yield "\n"
            own = (left.pop((line.page, glyph.number), None) for glyph in line.glyphs)
            yield spaced([glyph for glyph in own if glyph])
        yield "\n"


def _places(blocks: Sequence[Block]) -> Iterator[Place]:
    for passage in passages(blocks):
        for line in passage.lines:
            yield from ((line.page, glyph.number) for glyph in line.glyphs)


def _heads(blocks: Sequence[Block]) -> Iterator[Place]:
    """The heads of tables as they are printed again on further pages."""
    for block in blocks:
        for cell in block.table.again if block.table else ():
            yield from ((line.page, glyph.number) for line in cell.lines for glyph in line.glyphs)
        yield from _heads(block.parts)


def _numbers(blocks: Sequence[Block]) -> Iterator[Place]:
    """The numbers that lists count with: they stand before the text of their line."""
    for passage in passages(blocks):
        if passage.block.mark.kind == "number":
            line = passage.lines[0]
            yield from ((line.page, glyph.number) for glyph in line.glyphs if glyph.left < line.left)
