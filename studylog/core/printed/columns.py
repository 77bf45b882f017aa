"""Columns side by side: each is read to its end before the next.

What parts columns is an empty strip of a page that goes down beside several things.
"""

from collections.abc import Iterable, Iterator, Sequence

from studylog.core.printed.model import Area
from studylog.core.values import dataclass

# Columns of Notion are 32 apart; words never are, even where code has room around it.
_GUTTER = 28.0
_BETWEEN = 32.0
# A gap that is wider parts what stands on its sides even in a single line.
_WIDE = 60.0
_OVERLAP = 4.0
_MOST = 1500
# How far apart are the lines of a paragraph, and the items of a list; a step of a list is as wide as this.
_LINE, _ITEM = 1.6, 2.6
_STEP, _EXACT = 28.8, 1.5
_MOSTLY = 0.6
# Captions stand so close under the middle of their picture.
_CENTRED, _CAPTION = 3.0, 24.0
# Where nothing stands for so long, columns ended; others may begin below.
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
    """A part of a page that is read by itself, and the right edge of its lines, where it has its own."""

    area: Area
    right: float | None = None


def columns(elements: Iterable[Element]) -> list[Column]:
    """The parts of a page in the order in which they are read; empty where all is one column."""
    order = sorted(elements, key=lambda one: one.area.top)
    if len(order) > _MOST:
        return []
    found: list[Column] = []
    top = float("-inf")
    while True:
        band = next(_bands(order, top), None)
        if band is None:
            break
        found.append(Column(Area(float("-inf"), top, float("inf"), band.top)))
        found.extend(_sides(band, order))
        top = band.bottom
    if found:
        found.append(Column(Area(float("-inf"), top, float("inf"), float("inf"))))
    return found


def _sides(band: Area, order: Sequence[Element]) -> Iterator[Column]:
    """The column on the left of a strip, and the one on its right."""
    ends = max(
        (one.area.right for one in order if _is_in(band, one) and one.area.right <= band.left), default=0
    )
    # Blanks hang over the ends of lines.
    middle = (band.left + band.right) / 2
    yield Column(Area(float("-inf"), band.top, middle, band.bottom), max(ends, band.right - _BETWEEN))
    yield Column(Area(middle, band.top, float("inf"), band.bottom))


def _is_in(band: Area, element: Element) -> bool:
    return band.top <= element.area.top and element.area.bottom <= band.bottom


def _bands(order: Sequence[Element], top: float) -> Iterator[Area]:
    """The empty strips between columns, from top to bottom."""
    below = [one for one in order if one.area.top >= top]
    for index, one in enumerate(below):
        for other in below[index + 1 :]:
            if other.area.top > one.area.bottom - _OVERLAP:
                break
            left, right = sorted((one, other), key=lambda element: element.area.left)
            if right.area.left - left.area.right >= _GUTTER:
                band = _band(below, left, right)
                if band:
                    yield band


def _band(below: Sequence[Element], left: Element, right: Element) -> Area | None:
    """The strip between two elements, as far down as nothing stands in it."""
    strip = Area(left.area.right, min(left.area.top, right.area.top), right.area.left, 0.0)
    sides: tuple[list[Element], list[Element]] = [], []
    for element in below:
        if element.area.bottom <= strip.top:
            continue
        narrower = _narrowed(strip, element)
        on_right = narrower is not None and element.area.left >= narrower.right
        if narrower is None or _is_far(element, *sides) or (on_right and _pauses(element, *sides)):
            break
        sides[on_right].append(element)
        strip = narrower
    lefts, rights = sides
    lefts = _ended(lefts, max(one.area.bottom for one in rights)) if rights else []
    if not lefts or not _are_columns(strip, lefts, rights):
        return None
    return strip._replace(bottom=max(one.area.bottom for one in (*lefts, *rights)))


def _pauses(element: Element, lefts: Sequence[Element], rights: Sequence[Element]) -> bool:
    """Whether the right column ended, something stands below on the left, and another column begins."""
    end = max((one.area.bottom for one in rights), default=element.area.top)
    return element.area.top > end + _PAUSE and any(end < one.area.top < element.area.top for one in lefts)


def _is_far(element: Element, lefts: Sequence[Element], rights: Sequence[Element]) -> bool:
    """Whether nothing at all stands above an element for a while."""
    end = max((one.area.bottom for one in (*lefts, *rights)), default=element.area.top)
    return element.area.top > end + _EMPTY


def _narrowed(strip: Area, element: Element) -> Area | None:
    """The strip beside one more element; none where that leaves too little of it."""
    area = element.area
    if area.left >= strip.left + _GUTTER:
        return strip._replace(right=min(strip.right, area.left))
    if area.right <= strip.right - _GUTTER:
        return strip._replace(left=max(strip.left, area.right))
    return None


def _ended(lefts: Sequence[Element], bottom: float) -> list[Element]:
    """The left column: below the end of the right one, only what plainly goes on belongs to it."""
    kept: list[Element] = []
    for element in lefts:
        if kept and element.area.top >= bottom and not _goes_on(kept[-1], element):
            break
        kept.append(element)
    return kept


def _goes_on(last: Element, element: Element) -> bool:
    down = element.area.top - last.area.top
    if not last.size:
        return _is_caption(element.area, last.area)
    return down < element.size * (_ITEM if element.listed else _LINE)


def _is_caption(words: Area, picture: Area) -> bool:
    """Whether words stand right under a picture, in its middle."""
    aside = abs(words.left + words.right - picture.left - picture.right) / 2
    return aside < _CENTRED and 0 < words.top - picture.bottom < _CAPTION


def _are_columns(strip: Area, lefts: Sequence[Element], rights: Sequence[Element]) -> bool:
    """Whether what stands on both sides are columns, and no words with many blanks between them."""
    if strip.right - strip.left < _WIDE and len(lefts) + len(rights) < 3:
        return False
    offsets = [one.area.left - strip.right for one in rights if one.size]
    aligned = [abs(offset - _STEP * round(offset / _STEP)) <= _EXACT for offset in offsets]
    return sum(aligned) >= _MOSTLY * len(aligned)
