"""What of pages is read as one: all of a page, or a column of it, also over the ends of pages."""

from collections.abc import Iterator, Sequence

from studylog.core.printed.columns import Element, columns
from studylog.core.printed.content import Content, left_edge
from studylog.core.printed.lines import parts
from studylog.core.printed.marks import mark_of
from studylog.core.printed.model import Area, Formula, Glyph, Picture, rows
from studylog.core.printed.scenes import Scene, scene_of
from studylog.core.printed.styles import Fonts
from studylog.core.values import dataclass

_GUTTER = 28.0
_STEP = 28.8


@dataclass(frozen=True, slots=True)
class Flow:
    """What is read before anything else: parts of one or more pages, which may have columns themselves.

    A page without columns has a `scene` instead: it can be read as it is.
    """

    parts: tuple[Content, ...]
    scene: Scene | None = None


def flows(pages: Sequence[Content], fonts: Fonts, *, deeper: bool) -> Iterator[Flow]:
    """The flows of pages that follow each other; `deeper` tells whether to look for columns in them.

    Columns with nothing below them may go on at the top of the next page.
    """
    held: list[Flow] = []
    strip: Area | None = None
    for page in pages:
        scene = scene_of(page, fonts, framed=deeper)
        found = columns(_elements(page, scene), strip) if deeper else []
        own = [Flow((page.part(one.area, one.right, left=one.left),)) for one in found]
        if found and found[0].strip:
            pairs = zip(held[:2], own[:2], strict=True)
            own[:2] = [Flow((*before.parts, *flow.parts)) for before, flow in pairs]
        else:
            yield from held
        ends = bool(own) and own[-1].parts[0].is_empty
        held, strip = (own[-3:], found[-2].strip) if ends else ([], None)
        yield from own[: len(own) - len(held)] if own else [Flow((page,), scene)]
    yield from held


def _elements(content: Content, scene: Scene) -> Iterator[Element]:
    """What keeps columns apart, or parts them."""
    for area in scene.areas:
        yield Element(area)
    placed: list[Picture | Formula] = [*content.pictures, *(formula for formula, _ in content.formulas)]
    for one in placed:
        if not any(area.holds(one.left + 1, one.top + 1) for area in scene.areas):
            yield Element(Area(one.left, one.top, one.right, one.bottom))
    for row in rows(glyph for glyph in scene.free if not glyph.text.isspace()):
        for part in parts(row, _GUTTER):
            yield _element(part, content)


def _element(part: Sequence[Glyph], content: Content) -> Element:
    first = part[0]
    edge = left_edge([part])
    listed = bool(mark_of(first, content).kind)
    left = first.left - _STEP if listed else edge if edge is not None else first.left
    top, bottom = first.baseline - first.size * 0.8, first.baseline + first.size * 0.25
    area = Area(left, top, max(glyph.right for glyph in part), bottom)
    return Element(area, first.size, listed or left != first.left)
