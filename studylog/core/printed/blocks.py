"""Lines as blocks: headings, paragraphs, items of lists, code, tables, pictures, formulas and rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from studylog.core.printed.joins import between, over_page
from studylog.core.printed.lines import CODE_WIDTH, Line
from studylog.core.printed.marks import NO_MARK, Mark
from studylog.core.printed.model import Picture
from studylog.core.printed.styles import Span, Style
from studylog.core.printed.tables import Table

Kind = Literal["title", "heading", "text", "code", "picture", "formula", "table", "rule"]

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
_SLACK = 3.0
_SAME_COLUMN = 4.0
# Code breaks at its right edge, or before the last word.
_NO_ROOM = 120.0


@dataclass(frozen=True, slots=True)
class Block:
    """A block at its place: `column` is where its text begins, `mark` what stands before that."""

    kind: Kind
    page: int
    top: float
    column: float
    right: float
    lines: tuple[Line, ...] = ()
    level: int = 0
    mark: Mark = NO_MARK
    table: Table | None = None
    picture: Picture | None = None
    text: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The text of all lines in spans, with a space, nothing or a line break where lines met."""
        spans: list[Span] = []
        for number, line in enumerate(self.lines):
            if number:
                joint = between(self.lines[number - 1], line, self.right)
                spans.append(Span(joint, _shared(spans[-1], line)))
            spans.extend(line.spans)
        return tuple(span for span in spans if span.text)


def _shared(before: Span, line: Line) -> Style:
    """What stands between two lines belongs to a link, or to bold text, that goes on in the second."""
    return before.style if before.style == line.spans[0].style else Style()


def text_block(line: Line, mark: Mark, right: float) -> Block:
    """A line as the beginning of a block."""
    heading = next((row for row in _SIZES if line.size >= row[2]), _TEXT)
    # A quote is set larger than text.
    kind, level, _ = _TEXT if mark.quoted else heading
    return Block(kind, line.page, line.baseline - line.size, line.left, right, (line,), level, mark)


def joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of all pages with what was parted by line and page ends put together again."""
    last: Block | None = None
    for block in blocks:
        if last is not None and _goes_on(last, block):
            last = replace(last, lines=(*last.lines, *block.lines))
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _goes_on(last: Block, block: Block) -> bool:
    if (last.kind, last.level) != (block.kind, block.level) or not last.lines or not block.lines:
        return False
    if block.mark.kind or last.mark.quoted != block.mark.quoted:
        return False
    if abs(last.column - block.column) > _SAME_COLUMN:
        return False
    before, line = last.lines[-1], block.lines[0]
    if last.kind == "code":
        return before.page < line.page
    if before.page < line.page:
        return last.kind == "text" and over_page(before, line, last.right)
    return 0 < line.baseline - before.baseline <= _APART * line.size + _SLACK


def code_text(block: Block) -> str:
    """Code as it was written: lines indented by their place, empty ones between, long ones whole again.

    A line that somebody ended has a blank at its end; one without only found no more room.
    """
    edge = min(line.left for line in block.lines)
    ends = any(line.blank_end for line in block.lines)
    step = min((down for down in map(_down, block.lines, block.lines[1:]) if down > 0), default=0.0)
    written = ""
    for last, line in zip((None, *block.lines), block.lines, strict=False):
        if last is not None:
            cut = ends and not last.blank_end and last.right > block.right - _NO_ROOM
            empty = max(0, round(_down(last, line) / step) - 1) if step else 0
            written += "" if cut else "\n" * (1 + empty)
        written += " " * round((line.left - edge) / (line.size * CODE_WIDTH)) + line.text
    return written


def _down(one: Line, other: Line) -> float:
    return other.baseline - one.baseline if one.page == other.page else 0.0
