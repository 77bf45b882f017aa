"""Glyphs as lines of text: spaced, and in spans of one style and one link."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from studylog.core.printed.breaks import are_apart, unit
from studylog.core.printed.content import Content
from studylog.core.printed.model import Box, Glyph, Link, rows
from studylog.core.printed.styles import Fonts, Span, Style
from studylog.core.values import dataclass

_PARTS_APART = 60.0
_CODES_APART = 0.95
_THIN = 3.0
# How far from a baseline its strokes are: through letters above it, and under them.
_ABOVE, _BELOW = 0.6, 0.45


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    `unit` is the width of what cannot be parted at its start, `second` where its second word begins.
    """

    page: int
    left: float
    right: float
    baseline: float
    size: float
    spans: tuple[Span, ...]
    blank_end: bool
    unit: float = 0.0
    muted: bool = False
    second: float | None = None
    glyphs: tuple[Glyph, ...] = ()

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(span.text for span in self.spans)


def lines_of(content: Content, fonts: Fonts, glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that glyphs of a page make, from top to bottom; far apart, they are two."""
    for row in rows(glyphs):
        for part in parts(row, _PARTS_APART):
            line = _line(content, fonts, part)
            if line:
                yield line


def parts(row: Sequence[Glyph], distance: float) -> Iterator[list[Glyph]]:
    """The parts of a row that stand farther from each other than that."""
    part: list[Glyph] = []
    end = 0.0
    for glyph in row:
        if part and glyph.left - end > distance:
            yield part
            part = []
        end = max(end, glyph.right) if part else glyph.right
        part.append(glyph)
    if part:
        yield part


def _line(content: Content, fonts: Fonts, row: Sequence[Glyph]) -> Line | None:
    ink = [glyph for glyph in row if not glyph.text.isspace()]
    if not ink:
        return None
    first = ink[0]
    # Code is smaller than the line that it stands in.
    sizes = [glyph.size for glyph in ink if not fonts.has_code(glyph)] or [glyph.size for glyph in ink]
    size = Counter(sizes).most_common(1)[0][0]
    links = [link for link in content.links if link.top <= first.middle <= link.bottom]
    near = content.boxes_between(first.baseline - _ABOVE * size, first.baseline + _BELOW * size)
    strokes = [box for box in near if box.height < _THIN < box.width]
    return Line(
        content.number,
        first.left,
        max(glyph.right for glyph in ink),
        first.baseline,
        size,
        tuple(_spans(row, fonts, links, strokes)),
        row[-1].text.isspace(),
        unit(row),
        max(first.colour[:3]) > 80 or first.colour[3] < 200,
        _second(row),
        tuple(ink),
    )


def _spans(
    row: Sequence[Glyph], fonts: Fonts, links: Sequence[Link], strokes: Sequence[Box]
) -> Iterator[Span]:
    text, style, last, spaced = "", Style(), None, False
    for glyph in row:
        if glyph.text.isspace():
            spaced = last is not None
            continue
        now = fonts.style(glyph, links, strokes)
        spaced = spaced or (last is not None and are_apart(last, glyph, style.code != now.code))
        if last is not None and now == style and now.code and _are_two(last, glyph):
            yield from (Span(text, style), Span(" ", Style(url=now.url)))
            text, spaced = "", False
        elif text and now != style:
            yield Span(text, style)
            text, spaced = ("" if not spaced else " "), False
        elif spaced:
            text, spaced = text + " ", False
        text, style, last = text + glyph.text, now, glyph
    if text:
        yield Span(text, style)


def _are_two(last: Glyph, glyph: Glyph) -> bool:
    """Whether code ends and begins between two glyphs: there is room around both, and a blank."""
    return glyph.left - last.right > glyph.size * _CODES_APART


def _second(row: Sequence[Glyph]) -> float | None:
    for last, glyph in pairwise(row):
        if not glyph.text.isspace() and (last.text.isspace() or are_apart(last, glyph)):
            return glyph.left
    return None
