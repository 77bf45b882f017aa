"""How large a picture is, told by its first bytes, so that a page keeps its place while it loads."""

from io import BytesIO
from typing import NamedTuple

_LARGEST = 1 << 16


class Size(NamedTuple):
    """Width and height in pixels, as the picture is shown."""

    width: int
    height: int


def size_of(content: bytes) -> Size | None:
    """The size of a PNG, JPEG, GIF, WebP or SVG; None for what is none, or lies about it."""
    # Imported here because only `build` looks at pictures.
    import imagesize

    width, height = imagesize.get(BytesIO(content))
    inside = 0 < width <= _LARGEST and 0 < height <= _LARGEST
    return Size(int(width), int(height)) if inside else None
