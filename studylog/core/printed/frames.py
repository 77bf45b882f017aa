"""What is set apart from the text around it: quotes behind a bar, callouts on a ground, cards in a frame."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studylog.core.printed.content import Content
from studylog.core.printed.model import Area, Box, Glyph
from studylog.core.values import replace

_BAR = (2.5, 5.5)
_FROM_BAR = 80.0
_SMALLEST = (60.0, 24.0)
_FRAMED = 30.0
_MOST = 120
# The room around the text of a callout, which is larger on the left when a picture stands there.
_ROOM = 8.0
_CALLOUT = 16.0
_MOST_ROOM = 30.0
_SAME = 6.0
_AMPLE = 2.0


class Frame(NamedTuple):
    """An area whose content is quoted; `right` is where its lines end, `bar` whether a bar is all it has."""

    area: Area
    right: float
    bar: bool


def grounds(content: Content) -> list[Box]:
    """The boxes that are large enough for text to stand on, the smallest first."""
    large = (box for box in content.boxes if box.width >= _SMALLEST[0] and box.height >= _SMALLEST[1])
    return sorted(large, key=lambda box: box.width * box.height)[-_MOST:]


def frames(content: Content, ink: Sequence[Glyph]) -> Iterator[Frame]:
    """All frames around glyphs, also those that stand in others."""
    bars = (box for box in content.boxes if _BAR[0] <= box.width <= _BAR[1] and box.height > _ROOM)
    for bar, _ in zip(bars, range(_MOST), strict=False):
        yield from _behind(bar, content, ink)
    for ground in grounds(content):
        if ground.height >= _FRAMED:
            yield from _upon(ground, content, ink)


def outermost(areas: Iterable[Area]) -> list[Area]:
    """The areas that lie in none of the others, nor across one; the first of two that are the same."""
    found: list[Area] = []
    for area in sorted(areas, key=lambda one: (one.left - one.right) * (one.bottom - one.top)):
        if not any(_meet(area, other) for other in found):
            found.append(area)
    return found


def inside(frame: Frame, content: Content) -> Content:
    """What a frame holds, without the frame itself."""
    part = content.part(frame.area, frame.right, quoted=frame.bar)
    own = tuple(box for box in part.boxes if not _is_same(box, frame.area))
    return replace(part, boxes=own)


def is_ample(area: Area, held: Sequence[Glyph]) -> bool:
    """Whether there is room above and below what stands on a ground; within a line there is none."""
    return area.bottom - area.top >= _AMPLE * max(glyph.size for glyph in held)


def _behind(bar: Box, content: Content, ink: Sequence[Glyph]) -> Iterator[Frame]:
    area = Area(bar.right, bar.top - 2, max(content.right, bar.right + 1) + _MOST_ROOM, bar.bottom + 2)
    lefts = [glyph.left for glyph in ink if area.holds(glyph.left, glyph.middle)]
    if lefts and min(lefts) - bar.right <= _FROM_BAR:
        yield Frame(area, content.right, True)


def _upon(ground: Box, content: Content, ink: Sequence[Glyph]) -> Iterator[Frame]:
    area = Area(*ground[:4])
    held = [glyph for glyph in ink if area.holds(glyph.left, glyph.middle)]
    if not held or not is_ample(area, held):
        return
    pictures = (picture.left for picture in content.pictures if area.holds(picture.left, picture.top))
    room = min((*(glyph.left for glyph in held), *pictures)) - ground.left
    if min(room, ground.right - max(glyph.right for glyph in held)) >= _ROOM:
        yield Frame(area, ground.right - (room if room <= _MOST_ROOM else _CALLOUT), False)


def _meet(one: Area, other: Area) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > _SAME and min(one.bottom, other.bottom) - max(one.top, other.top) > _SAME


def _is_same(box: Box, area: Area) -> bool:
    return max(abs(one - other) for one, other in zip(box[:4], area, strict=True)) < _SAME
