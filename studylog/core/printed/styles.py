"""How text is set: the styles of fonts, of strokes under and through it, and of links."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from studylog.core.printed.breaks import are_apart
from studylog.core.printed.content import Content
from studylog.core.printed.islands import MATH_FONT
from studylog.core.printed.model import Box, Glyph, Link, rows
from studylog.core.values import dataclass

CODE_FONT = re.compile(r"(?i)mono|courier|menlo|consol")
_BOLD_FONT = re.compile(r"(?i)bold|black|heavy")
_ITALIC_FONT = re.compile(r"(?i)italic|oblique")
_HANGUL = re.compile("[가-힣]")
_HEADING = 18.5
# Hangul among code has 11; where a note is small, addresses in cards have 12.
_CODE_SIZE = 11.6


@dataclass(frozen=True, slots=True)
class Style:
    """How a span is set, the address it leads to, and the picture that it is if no characters are enough."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    math: bool = False
    url: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one style."""

    text: str
    style: Style = Style()


@dataclass(frozen=True, slots=True)
class Fonts:
    """What the fonts of a document tell of its text."""

    names: tuple[str, ...]
    bold: frozenset[int]

    def is_code(self, glyph: Glyph, below: float = 0.0) -> bool:
        """Whether a glyph is set as code; fonts for code have no Hangul, which is then only smaller.

        On the ground of a block it need only be `below` a size.
        """
        name = self.names[glyph.font]
        small = glyph.size < max(_CODE_SIZE, below)
        return bool(CODE_FONT.search(name)) or ((not name or "CJK" in name) and small)

    def has_code(self, glyph: Glyph) -> bool:
        """Whether the font of a glyph is one for code, in whatever size."""
        return bool(CODE_FONT.search(self.names[glyph.font]))

    def style(self, glyph: Glyph, links: Sequence[Link], strokes: Sequence[Box]) -> Style:
        """The style of a glyph; code has only its font."""
        name = self.names[glyph.font]
        url = next((link.url for link in links if _within(glyph, link, strokes)), "")
        if MATH_FONT in name:
            return Style(math=True, url=url, picture=glyph.picture)
        code = self.is_code(glyph)
        return Style(
            bold=not code and glyph.font in self.bold,
            italic=not code and (glyph.slanted or bool(_ITALIC_FONT.search(name))),
            code=code,
            struck=any(_strikes(box, glyph) for box in strokes),
            url=url,
        )


def fonts_of(contents: Sequence[Content], names: tuple[str, ...]) -> Fonts:
    """The bold fonts by their names; those without one by their use in headings and beside bold ones."""
    headings: set[int] = set()
    body: list[Sequence[Glyph]] = []
    for row in (row for content in contents for row in rows(content.glyphs)):
        if row[0].size >= _HEADING:
            headings |= {glyph.font for glyph in row if not glyph.text.isspace()}
        else:
            body.append(row)
    counts = [Counter(glyph.font for glyph in row if not glyph.text.isspace()) for row in body]
    # One font for all weights would make everything bold.
    total = sum(counts, Counter())
    most = sum(count for font, count in total.items() if not names[font]) / 20
    bold = {number for number, name in enumerate(names) if _BOLD_FONT.search(name)}
    bold |= {font for font in headings if not names[font] and total[font] <= most}
    plain = {font for count in counts if not bold & count.keys() for font in count}
    open_ones = {font for font in total if not names[font] and font not in plain | bold}
    return Fonts(names, frozenset(bold | (open_ones - _within_plain(body, open_ones, bold))))


def _within_plain(
    body: Iterable[Sequence[Glyph]], open_ones: Container[int], bold: Container[int]
) -> set[int]:
    """The fonts that are seen more often in plain words than in bold ones: few words change within."""
    seen: Counter[int] = Counter()
    for one, other in (pair for row in body for pair in pairwise(row)):
        if _HANGUL.match(one.text) and _HANGUL.match(other.text) and not are_apart(one, other):
            for font, beside in ((one.font, other.font), (other.font, one.font)):
                if font in open_ones and beside not in open_ones:
                    seen[font] += -1 if beside in bold else 1
    return {font for font, votes in seen.items() if votes > 0}


def _within(glyph: Glyph, link: Link, strokes: Sequence[Box]) -> bool:
    """Whether a glyph belongs to a link.

    The place of a link over several lines holds also what stands before it in the first: where links are
    underlined, the stroke decides.
    """
    if not link.left - 1 <= (glyph.left + glyph.right) / 2 <= link.right + 1:
        return False
    under = [box for box in strokes if _underlines(box, glyph) and link.left - 2 <= box.left <= link.right]
    return not under or any(_is_along(box, glyph) for box in under)


def _is_along(box: Box, glyph: Glyph) -> bool:
    """Whether most of a glyph stands along a stroke: in `v,` the comma begins before the letter ends."""
    return box.left <= (glyph.left + glyph.right) / 2 <= box.right


def _underlines(box: Box, glyph: Glyph) -> bool:
    return -1 <= box.top - glyph.baseline <= glyph.size * 0.4


def _strikes(box: Box, glyph: Glyph) -> bool:
    """A stroke through the middle of letters; below the baseline it only underlines."""
    height = glyph.baseline - (box.top + box.bottom) / 2
    return _is_along(box, glyph) and 0.15 < height / glyph.size < 0.5
