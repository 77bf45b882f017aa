"""What stands before a line: the discs and numbers of lists, toggles, check boxes."""

import re
from collections.abc import Iterable
from typing import Literal

from studylog.core.printed.content import Content
from studylog.core.printed.lines import Line
from studylog.core.printed.model import Box, Glyph
from studylog.core.printed.styles import Span
from studylog.core.values import dataclass, replace

Kind = Literal["", "bullet", "number", "toggle", "open", "done"]

_NUMBER = re.compile(r"(?P<number>[0-9]{1,4}|[a-z]{1,4})\.(?: |$)")
# How far left of a line its mark ends, and how far the text of an item is from its list's edge.
_NEAREST, _FARTHEST = 2.0, 30.0
_INDENT = (20.0, 40.0)
_EXACT = 0.5
_BLUE = 150
# A disc grows with the letters of a font, and is the larger when it is a ring.
_DISC, _ROUND_DISC, _CORNERS = 8.0, 10.0, 5
_TEXT_SIZE = 16.0
_TALLEST = 24.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a line, and the number it counts with."""

    kind: Kind = ""
    number: str = ""


NO_MARK = Mark()


def mark_of(line: Line | Glyph, content: Content) -> Mark:
    """The drawn mark of a line, or before its first glyph; it grows with the size of the text."""
    unit = max(1.0, line.size / _TEXT_SIZE)
    middle = line.baseline - line.size * 0.35
    for box in content.boxes_between(middle - _TALLEST * unit, middle + 2):
        if box.bottom >= middle - 2 and _NEAREST <= line.left - box.right <= _FARTHEST * unit:
            kind = _kind(box, unit)
            if kind:
                return Mark(kind)
    return NO_MARK


def _kind(box: Box, unit: float) -> Kind:
    """What a shape before a line means, by its size, its corners and its colour."""
    if max(box.width, box.height) / max(min(box.width, box.height), 0.1) > 1.5:
        return ""
    width = box.width / unit
    if 3 <= width <= (_ROUND_DISC if box.points > _CORNERS else _DISC):
        return "bullet"
    if 8 < width <= 13 and box.points <= _CORNERS:
        return "toggle"
    if 12 <= width <= 20:
        red, _, blue, _ = box.colour
        return "done" if blue > _BLUE > red else "open"
    return ""


def numbered(line: Line, starts: Iterable[float]) -> tuple[Line, str] | None:
    """A line without the number of a list before it, and that number.

    A list sets its numbers apart: they begin where no text does, and the text after them has its own column.
    """
    first = line.spans[0]
    found = _NUMBER.match(first.text)
    if not found or line.second is None or any(abs(line.left - start) < _EXACT for start in starts):
        return None
    unit = max(1.0, line.size / _TEXT_SIZE)
    if not any(_INDENT[0] <= line.second - start <= _INDENT[1] * unit for start in starts):
        return None
    rest = Span(first.text[found.end() :], first.style)
    head, *tail = [span for span in (rest, *line.spans[1:]) if span.text.strip()]
    spans = (replace(head, text=head.text.lstrip()), *tail)
    return replace(line, left=line.second, spans=spans), found["number"]
