"""What of a printed page belongs to its text, and the parts that a page is read in."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import inf, isfinite, isinf

from studylog.core.printed.breaks import are_apart
from studylog.core.printed.formulas import alone, in_lines, in_words
from studylog.core.printed.furniture import Furniture, furniture_of, in_margin
from studylog.core.printed.icons import with_icons
from studylog.core.printed.model import (
    Area,
    Box,
    Formula,
    Glyph,
    Link,
    Page,
    Picture,
    Printed,
    holds_middle,
    is_placed,
    rows,
)
from studylog.core.values import dataclass, replace

# The number of a list stands left of the column of its text.
_NUMBERED = re.compile(r"(?:[0-9]{1,4}|[a-z]{1,4})\.")
_LIST = 28.8
_HANGING = 2.0
_AT_END = 4.0


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a page, or in a part of one that is read by itself, between its edges.

    `formulas` are those that stand alone, with their characters; boxes are sorted by their upper edges. The
    margins of a page are as wide on all sides.
    `quoted` is the part behind the bar of a quote, where text is larger than elsewhere.
    """

    number: int
    glyphs: tuple[Glyph, ...]
    boxes: tuple[Box, ...]
    pictures: tuple[Picture, ...]
    links: tuple[Link, ...]
    formulas: tuple[tuple[Formula, str], ...]
    left: float
    right: float
    bottom: float
    quoted: bool = False

    def part(
        self, area: Area, right: float | None = None, *, left: float | None = None, quoted: bool = False
    ) -> "Content":
        """What stands in an area, with a right edge of its own if it has one.

        The left edge is that of what stands there, or farther left, unless the area has none itself.
        """
        glyphs = tuple(glyph for glyph in self.glyphs if area.holds(glyph.left, glyph.middle))
        pictures = tuple(picture for picture in self.pictures if holds_middle(area, picture))
        lefts = [left, left_edge(rows(glyphs)), *(picture.left for picture in pictures)]
        known = [self.left] if isinf(area.left) else [one for one in lefts if one is not None]
        return replace(
            self,
            glyphs=glyphs,
            boxes=tuple(box for box in self.boxes if holds_middle(area, box)),
            pictures=pictures,
            formulas=tuple(pair for pair in self.formulas if holds_middle(area, pair[0])),
            left=min(known, default=self.left),
            right=self.right if right is None else right,
            quoted=self.quoted or quoted,
        )

    def is_cut(self, area: Area) -> bool:
        """Whether something goes on over the end of the page: it reaches down to the margin."""
        return area.bottom > self.bottom - _AT_END

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be read in it."""
        ink = any(not glyph.text.isspace() for glyph in self.glyphs)
        return not (ink or self.pictures or self.formulas)

    def boxes_between(self, top: float, bottom: float) -> Sequence[Box]:
        """The boxes whose upper edges lie there."""
        first = bisect_left(self.boxes, top, key=lambda box: box.top)
        return self.boxes[first : bisect_left(self.boxes, bottom, key=lambda box: box.top)]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of a whole page, and what a person reads in it, glyph by glyph."""

    content: Content
    shown: tuple[Glyph, ...]


def sheets(document: Printed) -> tuple[Sheet, ...]:
    """The pages without what is printed on all of them, without icons, and without what was cut off."""
    furniture = furniture_of(document.pages)
    kept = [tuple(_kept(page, number, furniture)) for number, page in enumerate(document.pages)]
    pairs = list(zip(document.pages, kept, strict=True))
    left = left_edge(
        row for page, glyphs in pairs for row in rows(glyph for glyph in glyphs if not in_margin(glyph, page))
    )
    return tuple(
        _sheet(page, number, glyphs, furniture, left or 0.0) for number, (page, glyphs) in enumerate(pairs)
    )


def left_edge(lines: Iterable[Sequence[Glyph]]) -> float | None:
    """Where the column of text begins; the numbers of lists hang out of theirs."""
    lefts: list[float] = []
    numbers: list[tuple[float, float]] = []
    for line in lines:
        ink = [glyph for glyph in line if not glyph.text.isspace()]
        found = _NUMBERED.match("".join(glyph.text for glyph in ink[:6]))
        end = found.end() if found else 0
        if 0 < end < len(ink) and are_apart(ink[end - 1], ink[end]):
            numbers.append((ink[0].left, ink[end].left - _LIST))
        else:
            lefts.extend(glyph.left for glyph in ink[:1])
    left = min(lefts, default=inf)
    edge = min([left, *(column for number, column in numbers if number < left - _HANGING)])
    return None if isinf(edge) else edge


def _kept(page: Page, number: int, furniture: Furniture) -> Iterator[Glyph]:
    if not (page.width > 0 and page.height > 0):
        return
    dropped = furniture.dropped(page, number)
    for glyph in page.glyphs:
        if glyph.number not in dropped and _is_shown(glyph, page):
            yield glyph


def _is_shown(glyph: Glyph, page: Page) -> bool:
    return is_placed(glyph) and 0 <= glyph.left <= page.width and 0 <= glyph.baseline <= page.height


def _sheet(page: Page, number: int, kept: Sequence[Glyph], furniture: Furniture, left: float) -> Sheet:
    members = {page.glyphs[index].number for formula in page.formulas for index in formula.glyphs}
    text = [glyph for glyph in kept if glyph.number not in members]
    boxes = (box for box in page.boxes if all(map(isfinite, box[:4])))
    content = Content(
        number,
        (*with_icons(text), *in_lines(page)),
        tuple(sorted(boxes, key=lambda box: (box.top, box.left))),
        tuple(picture for picture in page.pictures if not furniture.is_cover(picture, number)),
        page.links,
        tuple(alone(page)),
        left,
        page.width - left,
        page.height - left,
    )
    return Sheet(content, (*text, *in_words(page)))
