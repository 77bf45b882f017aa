"""Formulas in print: glyphs set by KaTeX, and what stands between them, are islands in the text.

They are found by where they stand, because browsers draw them after all other text.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studylog.core.printed.model import Glyph

MATH_FONT = "KaTeX"
# Everything in a formula has a size of its own: KaTeX enlarges its text, and shrinks it in exponents.
_BODY = (16.0, 20.0, 24.0, 30.0, 40.0)
_NEAR = 0.35
_SPACED = 0.9
_ROWS_APART = 30.0
# Formulas of notes are short; more glyphs than this are no formula, and would take long to sort out.
_MOST = 3000


class Island(NamedTuple):
    """One formula: its glyphs by index, as they were drawn, its room, and whether it stands in a line."""

    glyphs: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    inline: bool


def islands(glyphs: Sequence[Glyph], fonts: Sequence[str]) -> list[Island]:
    """The formulas among the glyphs of a page, from top to bottom."""
    inside = [index for index, glyph in enumerate(glyphs) if _may_be_math(glyph, fonts)]
    if len(inside) > _MOST:
        return []
    groups = [group for group in _groups(glyphs, inside) if any(_is_math(glyphs[i], fonts) for i in group)]
    members = {index for group in groups for index in group}
    body = [glyph for i, glyph in enumerate(glyphs) if i not in members and not glyph.text.isspace()]
    found = [_island(glyphs, group, body) for group in groups]
    alone = _joined([island for island in found if not island.inline])
    found = [*alone, *(island for island in found if island.inline)]
    return sorted(found, key=lambda one: (one.top, one.left))


def _is_math(glyph: Glyph, fonts: Sequence[str]) -> bool:
    return MATH_FONT in fonts[glyph.font]


def _may_be_math(glyph: Glyph, fonts: Sequence[str]) -> bool:
    """Set by KaTeX, or of a size that only its surroundings have."""
    odd = not fonts[glyph.font] and min(abs(glyph.size - size) for size in _BODY) > 0.5 and glyph.size < 45
    return (_is_math(glyph, fonts) or odd) and not glyph.text.isspace()


def _groups(glyphs: Sequence[Glyph], inside: Sequence[int]) -> Iterator[list[int]]:
    """Glyphs that hang together: none is farther from all others than a part of its size."""
    left = dict.fromkeys(inside)
    while left:
        group = [next(iter(left))]
        del left[group[0]]
        for index in group:
            near = [other for other in left if _touch(glyphs[index], glyphs[other])]
            group.extend(near)
            for other in near:
                del left[other]
        yield sorted(group)


def _touch(one: Glyph, other: Glyph) -> bool:
    size = max(one.size, other.size)
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(_top(one), _top(other)) - min(_bottom(one), _bottom(other))
    return across < size * _SPACED and down < size * _NEAR


def _top(glyph: Glyph) -> float:
    return glyph.baseline - glyph.size * 0.75


def _bottom(glyph: Glyph) -> float:
    return glyph.baseline + glyph.size * 0.25


def _island(glyphs: Sequence[Glyph], group: Sequence[int], body: Iterable[Glyph]) -> Island:
    members = [glyphs[index] for index in group]
    rows = {glyph.baseline for glyph in members}
    inline = any(abs(row - glyph.baseline) < 2 for glyph in body for row in rows)
    return Island(
        tuple(group),
        min(glyph.left for glyph in members),
        min(_top(glyph) for glyph in members),
        max(glyph.right for glyph in members),
        max(_bottom(glyph) for glyph in members),
        inline,
    )


def _joined(alone: Iterable[Island]) -> list[Island]:
    """Rows of one formula, of which each hangs together, as one."""
    joined: list[Island] = []
    for island in sorted(alone, key=lambda one: (one.top, one.left)):
        if joined and island.top - joined[-1].bottom < _ROWS_APART:
            last = joined.pop()
            island = Island(
                tuple(sorted((*last.glyphs, *island.glyphs))),
                min(last.left, island.left),
                last.top,
                max(last.right, island.right),
                max(last.bottom, island.bottom),
                False,
            )
        joined.append(island)
    return joined
