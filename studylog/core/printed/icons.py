"""The picture before a callout: a large sign on the left of its first line."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from studylog.core.printed.model import Glyph

_SIGN = re.compile("[\u203c-\u3299\U0001f000-\U0001faff][\ufe0f\u200d]?")
_SIZES = (20.5, 27.0)
_NEAREST, _FARTHEST = 4.0, 24.0
_LOWER = 14.0


def with_icons(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs with the picture of each callout before its first word, in its line and in its size."""
    glyphs = list(glyphs)
    signs = [glyph for glyph in glyphs if _SIZES[0] < glyph.size < _SIZES[1] and _SIGN.fullmatch(glyph.text)]
    if not signs:
        return glyphs
    text = sorted((glyph for glyph in glyphs if not glyph.text.isspace()), key=lambda one: one.baseline)
    baselines = [glyph.baseline for glyph in text]
    moved = {sign: _moved(sign, text, baselines) for sign in signs}
    return [moved.get(glyph, glyph) for glyph in glyphs]


def _moved(sign: Glyph, text: Sequence[Glyph], baselines: Sequence[float]) -> Glyph:
    """The sign before the nearest text on its right; one within a line of its own size stays where it is."""
    first = bisect_left(baselines, sign.baseline - _LOWER)
    near = [one for one in text[first : bisect_left(baselines, sign.baseline + _LOWER)] if one != sign]
    beside = [one for one in near if _NEAREST < one.left - sign.right < _FARTHEST]
    if not beside or any(abs(one.size - sign.size) < 1 for one in near):
        return sign
    word = min(beside, key=lambda one: (one.baseline, one.left))
    return sign._replace(
        text=f"{sign.text} ", left=word.left, right=word.left, baseline=word.baseline, size=word.size
    )
