"""Formulas in print: glyphs set by KaTeX, and what stands between them, are islands in the text.

They are found by where they stand, because browsers draw them after all other text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from studylog.core.printed.clusters import clusters
from studylog.core.printed.grids import grids
from studylog.core.printed.model import Area, Box, Formula, Glyph, holds_middle, is_placed, rows

MATH_FONT = "KaTeX"
# Everything in a formula has a size of its own: KaTeX enlarges its text, and shrinks it in exponents.
_BODY = (16.0, 20.0, 24.0, 30.0, 40.0)
_NEAR = 0.35
_SPACED = 0.9
_ROWS_APART = 30.0
_LARGEST = 45.0
# What stands higher than any line; an exponent of an exponent does not.
_SMALLER = 0.9
_SHIFTED = 2.0
_STROKE = 2.5
# How far a root begins before what stands under it, and text before a formula in its line.
_ROOT = 20.0
_BESIDE = 40.0
# Formulas of notes are short; a page with more glyphs than this in them would take long to sort out.
_MOST = 1500


def islands(glyphs: Sequence[Glyph], fonts: Sequence[str], boxes: Sequence[Box] = ()) -> list[Formula]:
    """The formulas among the glyphs of a page, from top to bottom."""
    inside = [index for index, glyph in enumerate(glyphs) if _may_be_math(glyph, fonts)]
    if len(inside) > _MOST:
        return []
    # Glyphs that hang together: none is farther from all others than a part of its size.
    found = clusters(
        inside,
        lambda index: (_top(glyphs[index]), _bottom(glyphs[index]) + _LARGEST * _NEAR),
        lambda one, other: _touch(glyphs[one], glyphs[other]),
    )
    groups = [group for group in found if any(_is_math(glyphs[index], fonts) for index in group)]
    members = {index for group in groups for index in group}
    body = Body(glyph for i, glyph in enumerate(glyphs) if i not in members and not glyph.text.isspace())
    tables = [grid.area for grid in grids(boxes)] if groups else []
    formulas = [_in_cell(_formula(glyphs, group, fonts, body, boxes), tables, glyphs) for group in groups]
    alone = _joined([formula for formula in formulas if formula.baseline is None])
    in_text = [formula for formula in formulas if formula.baseline is not None]
    return sorted([*alone, *in_text], key=lambda one: (one.top, one.left))


class Body:
    """The text around formulas, to be found by its height."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._glyphs = sorted(glyphs, key=lambda glyph: glyph.middle)
        self._middles = [glyph.middle for glyph in self._glyphs]
        self._starts = sorted(row[0].left for row in rows(self._glyphs))

    def baseline_beside(self, area: Area) -> float | None:
        """The baseline of the text next to an area, on its left or right."""
        first = bisect_right(self._middles, area.top)
        beside = self._glyphs[first : bisect_left(self._middles, area.bottom)]
        near = [(max(area.left - one.right, one.left - area.right), one.baseline) for one in beside]
        distance, baseline = min(near, default=(_BESIDE, 0.0))
        return baseline if distance < _BESIDE else None

    def begins_at(self, left: float) -> bool:
        """Whether lines of text begin there."""
        place = bisect_left(self._starts, left - 1)
        return place < len(self._starts) and self._starts[place] <= left + 1


def _is_math(glyph: Glyph, fonts: Sequence[str]) -> bool:
    """Whether a glyph is set in a font that only formulas have."""
    return MATH_FONT in fonts[glyph.font]


def _may_be_math(glyph: Glyph, fonts: Sequence[str]) -> bool:
    """Set by KaTeX, or of a size that only its surroundings have: KaTeX has no Hangul of its own."""
    if glyph.text.isspace() or not is_placed(glyph):
        return False
    name = fonts[glyph.font]
    foreign = not name or "CJK" in name
    odd = foreign and min(abs(glyph.size - size) for size in _BODY) > 0.5 and glyph.size < _LARGEST
    return MATH_FONT in name or odd


def _touch(one: Glyph, other: Glyph) -> bool:
    size = max(one.size, other.size)
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(_top(one), _top(other)) - min(_bottom(one), _bottom(other))
    return across < size * _SPACED and down < size * _NEAR


def _top(glyph: Glyph) -> float:
    return glyph.baseline - glyph.size * 0.75


def _bottom(glyph: Glyph) -> float:
    return glyph.baseline + glyph.size * 0.25


def _formula(
    glyphs: Sequence[Glyph], group: Sequence[int], fonts: Sequence[str], body: Body, boxes: Iterable[Box]
) -> Formula:
    font = next(glyphs[index].font for index in group if _is_math(glyphs[index], fonts))
    members = [glyphs[index] for index in group]
    area = Area(
        min(glyph.left for glyph in members),
        min(map(_top, members)),
        max(glyph.right for glyph in members),
        max(map(_bottom, members)),
    )
    linear = _is_linear(members) and not any(_builds(box, area) for box in boxes)
    baseline = body.baseline_beside(area)
    if baseline is None and linear and body.begins_at(area.left):
        baseline = max(members, key=lambda glyph: glyph.size).baseline
    return Formula(tuple(group), *area, font, baseline, linear)


def _in_cell(formula: Formula, tables: Iterable[Area], glyphs: Sequence[Glyph]) -> Formula:
    """A formula that is all of a cell as one in a line: others stand nowhere in tables."""
    if formula.baseline is not None or not any(holds_middle(table, formula) for table in tables):
        return formula
    largest = max((glyphs[index] for index in formula.glyphs), key=lambda glyph: glyph.size)
    return formula._replace(baseline=largest.baseline)


def _builds(box: Box, area: Area) -> bool:
    """Whether a shape is a part of a formula: the bar of a fraction, or a root."""
    if not (area.top - 8 <= box.top and box.bottom <= area.bottom + 8):
        return False
    if box.height <= _STROKE:
        return area.left - 2 <= box.left and box.right <= area.right + 2
    return area.left - _ROOT <= box.left <= area.right and box.right > area.left + 2


def _is_linear(members: Sequence[Glyph]) -> bool:
    """Whether all large glyphs stand on one line; only smaller ones may stand higher or lower."""
    largest = max(glyph.size for glyph in members)
    large = [glyph.baseline for glyph in members if glyph.size > largest * _SMALLER]
    return max(large) - min(large) < _SHIFTED


def _joined(alone: Iterable[Formula]) -> list[Formula]:
    """Rows of one formula, of which each hangs together, as one."""
    joined: list[Formula] = []
    for formula in sorted(alone, key=lambda one: (one.top, one.left)):
        if joined and formula.top - joined[-1].bottom < _ROWS_APART:
            last = joined.pop()
            formula = Formula(
                tuple(sorted((*last.glyphs, *formula.glyphs))),
                min(last.left, formula.left),
                last.top,
                max(last.right, formula.right),
                max(last.bottom, formula.bottom),
                last.font,
                None,
                False,
            )
        joined.append(formula)
    return joined
