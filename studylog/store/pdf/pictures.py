"""The pictures in a PDF, and pictures of parts of its pages, as files."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from studylog.core.printed.islands import Island

# An uncompressed picture takes four bytes a pixel, twice for a moment.
MOST_PIXELS = 24_000_000
_SHARP = 3.0
_MARGIN = 4.0
_FAST = 3


def save_picture(item: Any, folder: Path, name: str) -> tuple[str, int] | None:
    """Saves a picture of a page as it is where that is possible; gives the file's name and its pixels.

    A picture that cannot be read, or is too large to be taken apart, is saved as nothing.
    """
    try:
        width, height = item.get_px_size()
        pixels = width * height
        if not 0 < pixels <= MOST_PIXELS:
            return None
        if list(item.get_filters()) == ["DCTDecode"]:
            (folder / f"{name}.jpg").write_bytes(bytes(item.get_data(decode_simple=False)))
            return f"{name}.jpg", pixels
        bitmap = item.get_bitmap(render=bool(pdfium.FPDFPageObj_HasTransparency(item)))
        _save(bitmap.to_pil(), folder / f"{name}.png")
    except (pypdfium2.PdfiumError, ValueError, RuntimeError, MemoryError):
        return None
    return f"{name}.png", pixels


class Crop:
    """Cuts pictures out of one page; `unit` is the points that a pixel of the page has."""

    def __init__(self, page: Any, unit: float, folder: Path, number: int) -> None:
        self._page, self._unit, self._folder, self._number = page, unit, folder, number
        self._count = 0

    def save(self, island: Island) -> list[Any]:
        """The picture of a formula: its room on the page in pixels, the name of its file, its pixels."""
        self._count += 1
        room = [island.left, island.top, island.right, island.bottom]
        name = f"{self._number + 1}-formula-{self._count}.png"
        pixels = (island.right - island.left) * (island.bottom - island.top) * _SHARP**2
        if island.inline or pixels > MOST_PIXELS:
            return [*room, "", 0]
        with suppress(pypdfium2.PdfiumError, ValueError, MemoryError):
            picture = self._page.render(scale=_SHARP / self._unit, crop=self._around(island)).to_pil()
            _save(picture, self._folder / name)
            return [*room, name, picture.width * picture.height]
        return [*room, "", 0]

    def _around(self, island: Island) -> tuple[float, float, float, float]:
        """How much of the page to leave out on each side, in points: left, bottom, right, top."""
        width, height = self._page.get_size()
        sides = (
            (island.left - _MARGIN) * self._unit,
            height - (island.bottom + _MARGIN) * self._unit,
            width - (island.right + _MARGIN) * self._unit,
            (island.top - _MARGIN) * self._unit,
        )
        left, bottom, right, top = (max(0.0, side) for side in sides)
        return left, bottom, right, top


def _save(picture: Any, file: Path) -> None:
    picture.save(file, compress_level=_FAST)
