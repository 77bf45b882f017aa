"""Blocks of code: every blank and every empty line counts, and long lines were cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from studylog.core.printed.breaks import clings
from studylog.core.printed.lines import Line
from studylog.core.printed.model import Glyph, rows
from studylog.core.printed.styles import Span, Style

# All glyphs of a font for code are as wide.
_WIDTH = 0.6
_NO_ROOM = 120.0
_MOST_BLANKS = 200
_MOST_EMPTY = 50


def code_lines(page: int, glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines of a block of code, each with the blanks within it."""
    for row in rows(glyphs):
        ink = [glyph for glyph in row if not glyph.text.isspace()]
        if ink:
            end = max(glyph.right for glyph in ink)
            blank = any(glyph.text.isspace() and glyph.left > end - 1 for glyph in row)
            size = min(glyph.size for glyph in ink)
            spans = (Span(_written(ink, size), Style(code=True)),)
            unit = next((one.right for one, other in pairwise(ink) if other.left - one.right > size / 3), end)
            yield Line(
                page,
                ink[0].left,
                end,
                row[0].baseline,
                size,
                spans,
                blank,
                unit - ink[0].left,
                glyphs=tuple(ink),
            )


def _written(ink: Sequence[Glyph], size: float) -> str:
    written, end = "", ink[0].left
    for glyph in ink:
        written += " " * _blanks(glyph.left - end, size) + glyph.text
        end = max(end, glyph.right)
    return written


def _blanks(distance: float, size: float) -> int:
    return min(max(0, round(distance / (size * _WIDTH))), _MOST_BLANKS)


def code_text(lines: Sequence[Line], left: float, right: float, marked: bool) -> str:
    """Code as it was written: lines indented by their place, empty ones between, long ones whole again.

    `left` and `right` are the edges of its ground; `marked` when a blank stands at the end of each line that
    somebody ended, as in older prints.
    """
    edge = min(line.left for line in lines)
    step = min((down for down in map(_down, lines, lines[1:]) if down > 0), default=0.0)
    end = right - (edge - left)
    written = ""
    for last, line in zip((None, *lines), lines, strict=False):
        indent = _blanks(line.left - edge, line.size)
        if last is not None:
            empty = min(max(0, round(_down(last, line) / step) - 1), _MOST_EMPTY) if step else 0
            cut = None if empty else _cut(last, line, end, marked, indent)
            written += "\n" * (1 + empty) if cut is None else cut
        written += " " * indent + line.text
    return written


def are_marked(blocks: Iterable[tuple[Sequence[Line], float]]) -> bool:
    """Whether lines that somebody ended have blanks at their ends, by the lines that are clearly short."""
    short = [
        line.blank_end for lines, right in blocks for line in lines[:-1] if line.right < right - _NO_ROOM
    ]
    return sum(short) * 2 > len(short)


def _cut(last: Line, line: Line, end: float, marked: bool, indent: int) -> str | None:
    """What was lost where a long line was cut: nothing, or a blank; None for a line that somebody ended.

    Browsers cut at the last place in the line, or before the last word that has no room in it.
    """
    if marked:
        return "" if not last.blank_end and last.right > end - _NO_ROOM else None
    if last.right > end + 1:
        return None
    full = last.right + last.size * _WIDTH > end
    if not last.blank_end and (full or (not indent and last.right + _clinging(line) > end)):
        return ""
    fits = last.right + last.size * _WIDTH + line.unit <= end
    return " " if last.blank_end and not fits and not indent else None


def _clinging(line: Line) -> float:
    """How wide the start of a line is that is never parted, where browsers part code between letters."""
    pairs = takewhile(lambda pair: clings(pair[0].text[-1], pair[1].text[0]), pairwise(line.glyphs))
    return max((other.right for _, other in pairs), default=line.glyphs[0].right) - line.left


def _down(one: Line, other: Line) -> float:
    return other.baseline - one.baseline if one.page == other.page else 0.0
