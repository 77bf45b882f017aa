"""What stands before a line: the discs and numbers of lists, toggles, check boxes, the bar of a quote."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from studylog.core.printed.lines import Line
from studylog.core.printed.model import Box
from studylog.core.printed.styles import Span

Kind = Literal["", "bullet", "number", "toggle", "open", "done"]

_NUMBER = re.compile(r"(?P<number>[0-9]{1,4}|[a-z]{1,4})\.(?: |$)")
# How far left of a line its mark ends, and how far the text of an item is from its list's edge.
_NEAREST, _FARTHEST = 2.0, 30.0
_INDENT = (20.0, 40.0)
_EXACT = 0.5
_BLUE = 150
_ROOM = 8.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a line, the number it counts with, and whether the line is quoted."""

    kind: Kind = ""
    number: str = ""
    quoted: bool = False


NO_MARK = Mark()


def mark_of(line: Line, boxes: Iterable[Box]) -> Mark:
    """The drawn mark of a line."""
    middle = line.baseline - line.size * 0.35
    beside = [box for box in boxes if box.top - 2 <= middle <= box.bottom + 2]
    quoted = any(_quotes(box, line) for box in beside)
    for box in beside:
        kind = _kind(box) if _left_of(box, line, _FARTHEST) else ""
        if kind:
            return Mark(kind, quoted=quoted)
    return Mark(quoted=quoted)


def _quotes(box: Box, line: Line) -> bool:
    """A bar on the left of a quote, or the ground of a callout with room on all sides."""
    if 2 <= box.width <= 5:
        return box.height > line.size and _left_of(box, line, 30)
    room = min(line.left - box.left, box.right - line.right)
    return room >= _ROOM and box.height > line.size * 2


def _left_of(box: Box, line: Line, most: float) -> bool:
    return _NEAREST <= line.left - box.right <= most


def _kind(box: Box) -> Kind:
    """What a shape before a line means, by its size, its corners and its colour."""
    if max(box.width, box.height) / max(min(box.width, box.height), 0.1) > 1.5:
        return ""
    if 3 <= box.width <= 8:
        return "bullet"
    if 8 < box.width <= 13 and box.points <= 5:
        return "toggle"
    if 12 <= box.width <= 20:
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
    if not any(_INDENT[0] <= line.second - start <= _INDENT[1] for start in starts):
        return None
    rest = first.text[found.end() :]
    spans = (*((Span(rest, first.style),) if rest else ()), *line.spans[1:])
    return replace(line, left=line.second, spans=spans), found["number"]
