"""How large a picture is, told by its first bytes, so that a page keeps its place while it loads."""

from io import BytesIO
from typing import NamedTuple

_LARGEST = 1 << 16

WIDEST = 1600
"""In pixels, twice the width of the column of a note."""
MOST_PIXELS, MOST_PIXELS_OF_JPEG = 40_000_000, 200_000_000
"""A picture with more would take a browser its memory; a JPEG can be drawn smaller from the start."""


class Size(NamedTuple):
    """Width and height in pixels, as the picture is shown."""

    width: int
    height: int


def size_of(content: bytes) -> Size | None:
    """The size of a PNG, JPEG, GIF, WebP, AVIF or SVG; None for what is none, or lies about it."""
    # Imported here because only `build` looks at pictures.
    import imagesize

    width, height = imagesize.get(BytesIO(content))
    inside = 0 < width <= _LARGEST and 0 < height <= _LARGEST
    return Size(int(width), int(height)) if inside else None
