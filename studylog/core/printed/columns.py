"""Columns side by side: each is read to its end before the next.

What parts columns is an empty strip of a page that goes down beside several things.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from math import inf

from studylog.core.printed.model import Area
from studylog.core.values import dataclass

# Columns of Notion are 32 apart; words never are, even where code has room around it.
_GUTTER = 28.0
_BETWEEN = 32.0
# A gap that is wider parts what stands on its sides even in a single line.
_WIDE = 60.0
_OVERLAP = 4.0
_MOST = 1500
# How far apart the lines of a paragraph, paragraphs, and the items of a list are; below columns is more room.
_LINE, _PARAGRAPH, _ITEM = 1.6, 2.1, 2.6
# How far a list is set in for each level, and how exactly.
_STEP, _EXACT = 28.8, 1.5
# How much room may be left at the end of a full line: one more syllable did not fit.
_FULL = 1.5
_MOSTLY = 0.6
# How close captions stand under the middle of their picture.
_CENTRED, _CAPTION = 3.0, 24.0
# Behind so wide a gap columns have ended; others may begin below.
_EMPTY, _PAUSE = 36.0, 48.0


@dataclass(frozen=True, slots=True)
class Element:
    """A line of text from the edge of its column on, or something else with its place.

    `size` is that of text, `listed` tells whether it is marked as an item.
    """

    area: Area
    size: float = 0.0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A part of a page that is read by itself, and the edges of its lines, where it has its own.

    `strip` is the empty one beside it; what stands above and below columns has none.
    """

    area: Area
    left: float | None = None
    right: float | None = None
    strip: Area | None = None


def columns(elements: Iterable[Element], strip: Area | None = None) -> list[Column]:
    """The parts of a page in the order in which they are read; empty where all is one column.

    Beside a `strip` columns reached the end of the page before: where they go on, they come first.
    """
    order = sorted(elements, key=lambda one: one.area.top)
    if len(order) > _MOST:
        return []
    band = _continued(order, strip) if strip else None
    found = [*_sides(band, order)] if band else []
    top = band.bottom if band else -inf
    while True:
        band = next(_bands(order, top), None)
        if band is None:
            break
        found.append(Column(Area(-inf, top, inf, band.top)))
        found.extend(_sides(band, order))
        top = band.bottom
    if found:
        found.append(Column(Area(-inf, top, inf, inf)))
    return found


def _sides(band: Area, order: Sequence[Element]) -> Iterator[Column]:
    """The column on the left of a strip, and the one on its right."""
    inside = [one.area for one in order if _is_in(band, one)]
    ends = max((area.right for area in inside if area.right <= band.left), default=0)
    begins = min((area.left for area in inside if area.left >= band.right), default=None)
    # Blanks hang over the ends of lines.
    middle = (band.left + band.right) / 2
    left = Area(-inf, band.top, middle, band.bottom)
    yield Column(left, right=max(ends, band.right - _BETWEEN), strip=band)
    yield Column(Area(middle, band.top, inf, band.bottom), left=begins, strip=band)


def _is_in(band: Area, element: Element) -> bool:
    return band.top <= element.area.top and element.area.bottom <= band.bottom


def _bands(order: Sequence[Element], top: float) -> Iterator[Area]:
    """The empty strips between columns, from top to bottom."""
    below = [one for one in order if one.area.top >= top]
    for index, one in enumerate(below):
        for other in below[index + 1 :]:
            if other.area.top > one.area.bottom - _OVERLAP:
                break
            left, right = sorted((one.area, other.area), key=lambda area: area.left)
            if right.left - left.right >= _GUTTER:
                strip, lefts, rights = _cleared(
                    below, Area(left.right, min(left.top, right.top), right.left, 0.0)
                )
                band = _band(strip, lefts, rights)
                if band:
                    yield band


def _continued(order: Sequence[Element], strip: Area) -> Area | None:
    """The strip of the page before, where columns go on beside it from the top of this page.

    What stands on its right can be nothing else; on its left alone, only what is as narrow as the column.
    """
    strip, lefts, rights = _cleared(order, strip._replace(top=-inf))
    if not rights:
        narrow = _ended(lefts, -inf, strip)
        return strip._replace(bottom=narrow[-1].area.bottom) if narrow else None
    if not lefts:
        return strip._replace(bottom=rights[-1].area.bottom)
    # Words that stand above both are no part of either.
    above = rights[0].area.top - lefts[0].area.top > _EMPTY
    return None if above else _band(strip, lefts, rights)


def _cleared(below: Sequence[Element], strip: Area) -> tuple[Area, list[Element], list[Element]]:
    """A strip as far down as nothing stands in it, as wide as it is there, and what stands on its sides."""
    sides: tuple[list[Element], list[Element]] = [], []
    end = inf
    for element in below:
        if element.area.bottom <= strip.top:
            continue
        narrower = _narrowed(strip, element)
        on_right = narrower is not None and element.area.left >= narrower.right
        # Nothing at all stands above it for a while.
        far = element.area.top > end + _EMPTY
        if narrower is None or far or (on_right and _pauses(element, *sides)):
            break
        end = max(end, element.area.bottom) if any(sides) else element.area.bottom
        sides[on_right].append(element)
        strip = narrower
    return strip, *sides


def _band(strip: Area, lefts: Sequence[Element], rights: Sequence[Element]) -> Area | None:
    """The strip down to the end of the columns on its sides, if they are some."""
    lefts = _ended(lefts, max(one.area.bottom for one in rights), strip) if rights else []
    if not lefts or not _are_columns(strip, lefts, rights):
        return None
    return strip._replace(bottom=max(one.area.bottom for one in (*lefts, *rights)))


def _pauses(element: Element, lefts: Sequence[Element], rights: Sequence[Element]) -> bool:
    """Whether the right column ended, something stands below on the left, and another column begins."""
    end = max((one.area.bottom for one in rights), default=element.area.top)
    return element.area.top > end + _PAUSE and any(end < one.area.top < element.area.top for one in lefts)


def _narrowed(strip: Area, element: Element) -> Area | None:
    """The strip beside one more element; none where that leaves too little of it."""
    area = element.area
    if area.left >= strip.left + _GUTTER:
        return strip._replace(right=min(strip.right, area.left))
    if area.right <= strip.right - _GUTTER:
        return strip._replace(left=max(strip.left, area.right))
    return None


def _ended(lefts: Sequence[Element], bottom: float, strip: Area) -> list[Element]:
    """The left column; below the `bottom` of the right one, only what goes on or is narrow belongs to it."""
    kept: list[Element] = []
    for element, following in zip_longest(lefts, lefts[1:]):
        below = element.area.top >= bottom and not _is_narrow(element, following, strip)
        if below and not (kept and _goes_on(kept[-1], element)):
            break
        kept.append(element)
    return kept


def _is_narrow(line: Element, following: Element | None, strip: Area) -> bool:
    """Whether a line ends at the edge of the left column, though its paragraph goes on."""
    if following is None or not line.size or line.area.right < strip.right - _BETWEEN - line.size * _FULL:
        return False
    return following.area.top - line.area.top < line.size * _LINE


def _goes_on(last: Element, element: Element) -> bool:
    down = element.area.top - last.area.top
    if not last.size:
        return _is_caption(element.area, last.area)
    return down < element.size * (_ITEM if element.listed else _PARAGRAPH)


def _is_caption(words: Area, picture: Area) -> bool:
    """Whether words stand right under a picture, in its middle."""
    aside = abs(words.left + words.right - picture.left - picture.right) / 2
    return aside < _CENTRED and 0 < words.top - picture.bottom < _CAPTION


def _are_columns(strip: Area, lefts: Sequence[Element], rights: Sequence[Element]) -> bool:
    """Whether what stands on both sides are columns, and not words with many blanks between them."""
    if strip.right - strip.left < _WIDE and len(lefts) + len(rights) < 3:
        return False
    follows = zip(rights, (strip, *(one.area for one in rights)), strict=False)
    text = [one.area for one, last in follows if one.size and not _is_caption(one.area, last)]
    offsets = [area.left - strip.right for area in text]
    aligned = [abs(offset - _STEP * round(offset / _STEP)) <= _EXACT for offset in offsets]
    return sum(aligned) >= _MOSTLY * len(aligned)
