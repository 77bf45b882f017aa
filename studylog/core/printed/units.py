"""How large a pixel of a browser is in print: pages that are too wide for the paper are shrunk as a whole."""

from collections.abc import Mapping

_BODY = 16.0
# The sizes of text in Notion's pages, in pixels: titles, headings, quotes in quotes, text, tables, captions,
# cards and code.
_SIZES = (40.0, 31.25, 30.0, 25.0, 24.0, 20.0, 16.0, 14.0, 13.6, 12.0, 11.05)
_EXACT = 0.01
# A pixel is three quarters of a point, where nothing was shrunk.
_WHOLE = 0.75
_POSSIBLE = (0.5, 1000.0)
_MOST = 40


def unit_of(sizes: Mapping[float, int]) -> float:
    """The points of a pixel, from how many glyphs there are of each size in points.

    It is the one that makes sizes of Notion's of as many of them as possible. A size that few glyphs have
    tells nearly as much as one of many: headings are few.
    """
    found = {size: count for size, count in sizes.items() if _POSSIBLE[0] < size < _POSSIBLE[1]}
    common = sorted(found, key=lambda size: (-found[size], size))[:_MOST]
    units = (_WHOLE, *(size / _BODY for size in common))
    return max(units, key=lambda unit: sum(found[size] ** 0.5 for size in common if _is_known(size / unit)))


def _is_known(size: float) -> bool:
    return any(abs(size / known - 1) < _EXACT for known in _SIZES)
