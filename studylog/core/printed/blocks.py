"""Lines as blocks: headings, paragraphs, items of lists, code, and what else stands between them."""

from collections.abc import Iterator, Sequence
from typing import Literal

from studylog.core.printed.joins import joined_spans, over_page
from studylog.core.printed.lines import Line
from studylog.core.printed.marks import NO_MARK, Mark
from studylog.core.printed.styles import Span
from studylog.core.printed.tables import Table, with_rest
from studylog.core.values import dataclass, replace

Kind = Literal["title", "heading", "text", "code", "picture", "formula", "table", "quote", "rule"]

# The sizes of headings from print: a title has 40 pixels, then come 30, 24 and 20.
_SIZES: tuple[tuple[Kind, int, float], ...] = (
    ("title", 0, 36.0),
    ("heading", 1, 27.0),
    ("heading", 2, 22.0),
    ("heading", 3, 18.5),
)
_TEXT: tuple[Kind, int, float] = ("text", 0, 0.0)
# Lines of one paragraph are one and a half of their size apart, those of a heading less.
_APART = 1.5
_TEXT_SIZE = 16.0
_SLACK = 3.0
_SAME_COLUMN = 6.0
_HANGING = 26.0


@dataclass(frozen=True, slots=True)
class Block:
    """A block at its place.

    `column` is where its text begins, `right` where its lines had to end, `mark` what stands before it, `cut`
    whether the end of a page cuts its frame. A quote has parts; a picture and a formula have their file, a
    formula its characters.
    """

    kind: Kind
    page: int
    top: float
    column: float
    right: float
    lines: tuple[Line, ...] = ()
    level: int = 0
    mark: Mark = NO_MARK
    table: Table | None = None
    file: str = ""
    text: str = ""
    parts: tuple["Block", ...] = ()
    cut: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The text of all lines in spans."""
        return joined_spans(self.lines, self.right)


def kind_of(size: float, quoted: bool) -> tuple[Kind, int]:
    """What text of a size is, and its level; a quote is set larger than text."""
    kind, level, _ = _TEXT if quoted else next((row for row in _SIZES if size >= row[2]), _TEXT)
    return kind, level


def text_block(line: Line, mark: Mark, right: float, quoted: bool) -> Block:
    """A line as the beginning of a block."""
    kind, level = kind_of(line.size, quoted)
    return Block(kind, line.page, line.baseline - line.size, line.left, right, (line,), level, mark)


def joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of all pages with what was parted by line and page ends put together again."""
    found: list[Block] = []
    for block in blocks:
        whole = _with_rest(found[-1], block) if found else None
        if whole:
            found.pop()
            block = whole
        elif found and _goes_on(found[-1], block):
            last = found.pop()
            lines, parts = (*last.lines, *block.lines), (*last.parts, *block.parts)
            block = replace(last, lines=lines, parts=parts, cut=block.cut)
        found.append(block)
    return tuple(replace(block, parts=joined(block.parts)) if block.parts else block for block in found)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that are read together, the edge at which they had to end, and the block that they are of."""

    lines: tuple[Line, ...]
    right: float
    block: Block


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Every passage of the blocks, of their cells and of their parts."""
    for block in blocks:
        yield Passage(block.lines, block.right, block)
        for row in block.table.rows if block.table else ():
            for cell in row:
                yield Passage(cell.lines, cell.right, block)
        yield from passages(block.parts)


def _with_rest(last: Block, block: Block) -> Block | None:
    """A table with the rest of it at the top of the next page, whose columns are as wide."""
    if last.table is None or block.table is None or block.page != last.page + 1:
        return None
    one, other = last.table.edges, block.table.edges
    alike = len(one) == len(other) and all(abs(a - b) < _SLACK for a, b in zip(one, other, strict=True))
    return replace(last, page=block.page, table=with_rest(last.table, block.table)) if alike else None


def _goes_on(last: Block, block: Block) -> bool:
    # The text of a toggle, and of a task, goes on under its mark.
    hangs = _HANGING if last.mark.kind in ("toggle", "open", "done") else 0.0
    aside = block.column - last.column
    if (last.kind, last.level) != (block.kind, block.level):
        return False
    if not -hangs - _SAME_COLUMN < aside < _SAME_COLUMN:
        return False
    if last.kind in ("quote", "code"):
        return last.cut
    if not last.lines or not block.lines or block.mark.kind:
        return False
    before, line = last.lines[-1], block.lines[0]
    if before.page < line.page:
        return last.kind == "text" and over_page(before, line, last.right)
    if last.kind == "title" and abs(before.size - line.size) > 1:
        return False
    # A line may be full of code, which is smaller than the text that it stands in.
    size = max(before.size, line.size, _TEXT_SIZE)
    return 0 < line.baseline - before.baseline <= _APART * size + _SLACK
