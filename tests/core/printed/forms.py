"""Forms of Notion's pages that stand in frames, set by the typesetter: tables, quotes, callouts, columns."""

from collections.abc import Callable, Sequence

from studylog.core.printed.model import Box, Colour, Glyph, Picture
from tests.core.printed.typeset import (
    BLACK,
    BOTTOM,
    EMOJI,
    GAP,
    MARGIN,
    PALE,
    STEP,
    TEXT,
    Run,
    Sheet,
    Text,
    Typesetter,
    signs,
    wrapped,
)

FRAME: Colour = (55, 53, 47, 23)
GROUND: Colour = (241, 241, 239, 255)
PILL: Colour = (206, 205, 202, 128)
Draw = Callable[[Typesetter], object]


def table(t: Typesetter, rows: Sequence[Sequence[Text]], widths: Sequence[float]) -> None:
    """A table of text in frames, with blanks hanging over the lines of its cells."""
    for row in rows:
        cells = [wrapped(text, 14.0, width - 16) for text, width in zip(row, widths, strict=True)]
        height = max(map(len, cells)) * 21 + 8.0
        t.need(height)
        x = t.left
        for cell, width in zip(cells, widths, strict=True):
            for number, line in enumerate(cell):
                t._put(t.sheet, line, x + 8, t.y + 4 + number * 21 + 15, BLACK)
            _frame(t.sheet, x, t.y, width, height)
            x += width
        t.y += height
    t.y += 2 * GAP


def _frame(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    for edge in (x, x + width):
        sheet.boxes.append(Box(edge, y, edge + 1, y + height, FRAME, 5))
    for edge in (y, y + height):
        sheet.boxes.append(Box(x, edge, x + width, edge + 1, FRAME, 5))


def properties(
    t: Typesetter, rows: Sequence[tuple[str, str | Sequence[str]]], *, people: str = "", initials: str = ""
) -> None:
    """The table under a title: chosen values stand on grounds of their own, people behind their pictures.

    People without one have their first letter in a ring.
    """
    width = 120.0
    for name, value in rows:
        t._put(t.sheet, list(signs(name, TEXT)), t.left + 8, t.y + 21, PALE)
        x = t.left + width + 8
        for one in [value] if isinstance(value, str) else value:
            if name == people:
                t.sheet.pictures.append(Picture(x, t.y + 3, x + 24, t.y + 27, "avatar.png"))
                x += 32
            if name == initials:
                t.sheet.boxes.append(Box(x, t.y + 5, x + 21, t.y + 26, BLACK, 99))
                t._put(t.sheet, list(signs(one[0], TEXT * 0.8)), x + 5, t.y + 19, BLACK)
                x += 28
            line = list(signs(one, TEXT))
            end = x + sum(sign.width for sign in line)
            if not isinstance(value, str) and name not in (people, initials):
                t.sheet.boxes.append(Box(x - 8, t.y + 3, end + 8, t.y + 27, PILL, 53))
            t._put(t.sheet, line, x, t.y + 21, BLACK)
            x = end + 24
        _frame(t.sheet, t.left, t.y, width, 30)
        _frame(t.sheet, t.left + width, t.y, 400, 30)
        t.y += 30
    t.y += 2 * GAP


def quote(t: Typesetter, draw: Draw) -> None:
    """Something behind a bar."""
    _framed(t, draw, lambda left, top, bottom: Box(left, top, left + 3, bottom, (55, 53, 47, 255), 5), 20)


def callout(t: Typesetter, draw: Draw, sign: str = "") -> None:
    """Something on a ground, perhaps with a sign on its left."""
    right = t.right
    if sign:
        left = t.left + 16
        t.sheet.glyphs.append(Glyph(sign, left, left + 24, t.y + 40, 24.0, EMOJI, BLACK))
    t.right -= 16
    _framed(
        t, draw, lambda left, top, bottom: Box(left, top, right, bottom, GROUND, 53), 50 if sign else 16, 16
    )
    t.right = right


def _framed(
    t: Typesetter, draw: Draw, box: Callable[[float, float, float], Box], indent: float, room: float = 0
) -> None:
    sheet, top, left = t.sheet, t.y, t.left
    t.y, t.left = t.y + room, left + indent
    draw(t)
    end = t.y - GAP + room
    if t.sheet is not sheet:
        sheet.boxes.append(box(left, top, BOTTOM))
        sheet, top = t.sheet, MARGIN
    sheet.boxes.append(box(left, top, end))
    t.y, t.left = end + 2 * GAP, left


def columns(t: Typesetter, *draws: Draw) -> None:
    """Columns side by side, 32 apart, with more room above and below than paragraphs have."""
    top, left, right = t.y + GAP, t.left, t.right
    width = (right - left - 32.0 * (len(draws) - 1)) / len(draws)
    ends = []
    for number, draw in enumerate(draws):
        t.y, t.left = top, left + number * (width + 32)
        t.right = t.left + width
        draw(t)
        ends.append(t.y)
    t.y, t.left, t.right = max(ends) + GAP, left, right


def caption(t: Typesetter, text: str, left: float, width: float) -> None:
    """Small pale text in the middle under a picture."""
    line = list(signs(text, 13.6))
    start = left + (width - sum(sign.width for sign in line)) / 2
    t.y -= 16
    t._put(t.sheet, line, start, t.y + 15, PALE)
    t.y += STEP + GAP


def display(t: Typesetter, *lines: Sequence[tuple[str, float]]) -> None:
    """A formula in the middle of its column, in several rows."""
    t.y += 2 * GAP
    for line in lines:
        width = sum(len(text) for text, _ in line) * 9.0
        t._formula(t.sheet, Run("", formula=tuple(line)), (t.left + t.right - width) / 2, t.y + 18)
        t.y += 28
    t.y += 2 * GAP
