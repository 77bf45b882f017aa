"""Glyphs as lines of text: spaced, and in spans of one style and one link."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studylog.core.printed.content import Content
from studylog.core.printed.model import Box, Glyph, Link, rows
from studylog.core.printed.styles import Fonts, Span, Style

# A space is a quarter of the size or more; letters are never that far apart.
_SPACE = 0.13
# Code within a line has room around it, which is no space.
_ROOM_OF_CODE = 0.45
_NEVER_FIRST = frozenset(".,!?:;)]}'\"’”…、。」』%~")
_NEVER_LAST = frozenset("([{‘“「『$")
_COLUMNS_APART = 60.0
# All glyphs of a font for code are as wide.
CODE_WIDTH = 0.6
_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `unit` is the width of what cannot be parted at its start, `second` where its second
    word begins."""

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

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(span.text for span in self.spans)


def code_lines(content: Content, glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines of a block of code, each with the spaces within it."""
    for row in rows(glyphs):
        ink = [glyph for glyph in row if not glyph.text.isspace()]
        if ink:
            ends = max(glyph.right for glyph in ink)
            blank = any(glyph.text.isspace() and glyph.left > ends - 1 for glyph in row)
            spans = (Span(_code(sorted(ink, key=lambda one: one.left)), Style(code=True)),)
            size = min(glyph.size for glyph in ink)
            left = min(glyph.left for glyph in ink)
            yield Line(content.number, left, ends, row[0].baseline, size, spans, blank)


def _code(ink: Sequence[Glyph]) -> str:
    written, end = "", ink[0].left
    for glyph in ink:
        written += " " * round((glyph.left - end) / (glyph.size * CODE_WIDTH)) + glyph.text
        end = glyph.right
    return written


def lines_of(content: Content, fonts: Fonts, glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that glyphs of a page make, from top to bottom; far apart, they are two."""
    strikes = [box for box in content.page.boxes if box.height < 3 and box.width > 3]
    for row in rows(glyphs):
        for part in _parts(row):
            line = _line(content, fonts, part, strikes)
            if line:
                yield line


def _parts(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    for glyph in sorted(row, key=lambda one: (one.left, not one.text.isspace())):
        if part and glyph.left - part[-1].right > _COLUMNS_APART:
            yield part
            part = []
        part.append(glyph)
    yield part


def _line(content: Content, fonts: Fonts, row: Sequence[Glyph], strikes: Sequence[Box]) -> Line | None:
    ink = [glyph for glyph in row if not glyph.text.isspace()]
    if not ink:
        return None
    links = [link for link in content.page.links if _crosses(link, ink[0])]
    struck = [box for box in strikes if abs(box.top - ink[0].baseline) < ink[0].size]
    return Line(
        content.number,
        ink[0].left,
        max(glyph.right for glyph in ink),
        ink[0].baseline,
        Counter(glyph.size for glyph in ink).most_common(1)[0][0],
        tuple(_spans(row, fonts, links, struck)),
        row[-1].text.isspace(),
        _unit(row),
        max(ink[0].colour[:3]) > 80 or ink[0].colour[3] < 200,
        _second(row),
    )


def _spans(
    row: Sequence[Glyph], fonts: Fonts, links: Sequence[Link], strikes: Sequence[Box]
) -> Iterator[Span]:
    text, style, last, spaced = "", Style(), None, False
    for glyph in row:
        if glyph.text.isspace():
            spaced = last is not None
            continue
        now = fonts.style(glyph, links, strikes)
        spaced = spaced or (last is not None and _apart(last, glyph, style.code != now.code))
        if text and now != style:
            yield Span(text, style)
            text, spaced = ("" if not spaced else " "), False
        elif spaced:
            text, spaced = text + " ", False
        text, style, last = text + glyph.text, now, glyph
    if text:
        yield Span(text, style)


def _apart(one: Glyph, other: Glyph, room: bool) -> bool:
    return other.left - one.right > other.size * (_SPACE + (_ROOM_OF_CODE if room else 0))


def _second(row: Sequence[Glyph]) -> float | None:
    for last, glyph in pairwise(row):
        if not glyph.text.isspace() and (last.text.isspace() or _apart(last, glyph, False)):
            return glyph.left
    return None


def _unit(row: Sequence[Glyph]) -> float:
    """How wide the start of a line is up to the first place where it could have been parted."""
    ink = [glyph for glyph in row if not glyph.text.isspace()]
    end = ink[0]
    start = row.index(end)
    for last, glyph in pairwise(row[start:]):
        if _may_part(last, glyph):
            break
        end = glyph
    return end.right - ink[0].left


def _may_part(last: Glyph, glyph: Glyph) -> bool:
    """Whether a line may end between two glyphs: at a blank, after a hyphen, on both sides of a syllable.

    What ends a sentence, or closes brackets, never begins a line.
    """
    if glyph.text.isspace() or _apart(last, glyph, False):
        return True
    if glyph.text in _NEVER_FIRST or last.text in _NEVER_LAST:
        return False
    wide = _WIDE.match(last.text) or _WIDE.match(glyph.text)
    return bool(wide) or last.text == "-" or (last.text == "," and glyph.text == "(")


def _crosses(link: Link, glyph: Glyph) -> bool:
    return link.top <= glyph.baseline - glyph.size * 0.3 <= link.bottom
