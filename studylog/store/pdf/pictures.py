"""The pictures in a PDF, and pictures of parts of its pages, as files."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from studylog.core.printed.model import Formula
from studylog.store.pdf.png import png

# A picture that is taken apart needs up to twelve bytes a pixel for a moment.
MOST_PIXELS = 12_000_000
_MOST_OF_JPEG = 200_000_000
_MOST_BYTES_OF_ONE = 64 << 20
MOST_BYTES = 256 << 20
_SHARP = 3.0
_MARGIN, _MARGIN_IN_TEXT = 4.0, 1.0
_SAMPLE = 32
_BYTES = {pdfium.FPDF_COLORSPACE_DEVICEGRAY: 1, pdfium.FPDF_COLORSPACE_DEVICERGB: 3}
_ERRORS = (pypdfium2.PdfiumError, ValueError, RuntimeError, MemoryError, OSError)


class Pictures:
    """The folder that pictures are saved in; one that is shown twice is saved once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left = MOST_BYTES
        self._saved: dict[bytes, str] = {}

    def save(self, item: Any, name: str) -> str:
        """Saves a picture of a page as it is, where that is possible; gives the name of its file.

        It is empty for a picture that cannot be read, or is too large to be taken apart.
        """
        try:
            width, height = item.get_px_size()
            size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
            if not 0 < width * height <= _MOST_OF_JPEG or not 0 < size <= _MOST_BYTES_OF_ONE:
                return ""
            content = bytes(item.get_data(decode_simple=False))
            sample = _sample(item) if width * height <= MOST_PIXELS else b""
            key = blake2b(content + sample, salt=struct.pack("<QQ", width, height)).digest()
            if key not in self._saved:
                self._saved[key] = self._written(name, *_as_file(item, content, sample, width, height))
            return self._saved[key]
        except _ERRORS:
            return ""

    def write(self, name: str, content: bytes) -> str:
        """Writes a file unless there are too many already; gives its name, or nothing."""
        return self._written(name, content, "") if content else ""

    def _written(self, name: str, content: bytes, ending: str) -> str:
        self._left -= len(content)
        if self._left < 0 or not content:
            return ""
        (self._folder / f"{name}{ending}").write_bytes(content)
        return f"{name}{ending}"


def _as_file(item: Any, content: bytes, sample: bytes, width: int, height: int) -> tuple[bytes, str]:
    """The content of a file, and how its name ends; a small sample tells whether the page shows through."""
    if sample and (_is_turned(item) or min(sample[3::4]) < 255):
        return _as_printed(item, width, height), ".png"
    if list(item.get_filters()) == ["DCTDecode"] and content.startswith(b"\xff\xd8"):
        return content, ".jpg"
    return (_pixels(item, width, height), ".png") if sample else (b"", "")


def _pixels(item: Any, width: int, height: int) -> bytes:
    """A picture without transparency: its pixels as they are in the file, if they are simple."""
    about = item.get_metadata()
    each = _BYTES.get(about.colorspace, 0)
    if each * 8 == about.bits_per_pixel and list(item.get_filters()) == ["FlateDecode"]:
        pixels = memoryview(item.get_data(decode_simple=True)).cast("B")
        if len(pixels) == width * height * each:
            return png(width, height, pixels)
    return _as_png(item.get_bitmap(render=False).to_pil())


def _is_turned(item: Any) -> bool:
    """Whether a picture does not stand upright on its page."""
    matrix = item.get_matrix()
    return bool(matrix.a <= 0 or matrix.d <= 0 or max(abs(matrix.b), abs(matrix.c)) > 0.01 * matrix.a)


def _sample(item: Any) -> bytes:
    """A small version of a picture: blue, green, red and opacity of each of its pixels."""
    with _placed(item, _SAMPLE, _SAMPLE) as bitmap:
        if bitmap.format != pdfium.FPDFBitmap_BGRA:
            return b"\xff" * 4
        return bytes(bitmap.buffer)


def _as_printed(item: Any, width: int, height: int) -> bytes:
    """A picture on white, which the paper is."""
    if _is_turned(item):
        return _on_white(item.get_bitmap(render=True))
    with _placed(item, width, height) as bitmap:
        return _on_white(bitmap)


@contextmanager
def _placed(item: Any, width: int, height: int) -> Iterator[Any]:
    """A picture drawn in as many pixels."""
    matrix = item.get_matrix()
    item.set_matrix(pypdfium2.PdfMatrix(width, 0, 0, height, 0, 0))
    try:
        yield item.get_bitmap(render=True, scale_to_original=False)
    finally:
        item.set_matrix(matrix)


def _on_white(bitmap: Any) -> bytes:
    from PIL import Image

    drawn = bitmap.to_pil().convert("RGBA")
    white = Image.new("RGBA", drawn.size, "white")
    return _as_png(Image.alpha_composite(white, drawn))


def _as_png(picture: Any) -> bytes:
    shown = picture if picture.mode == "L" else picture.convert("RGB")
    return png(shown.width, shown.height, shown.tobytes())


class Crop:
    """Cuts pictures out of one page; `unit` is the points that a pixel of the page has."""

    def __init__(self, page: Any, unit: float, pictures: Pictures) -> None:
        self._page, self._unit, self._pictures = page, unit, pictures

    def saved(self, formula: Formula, name: str) -> Formula:
        """The formula with its picture, where characters in a line are not enough."""
        pixels = (formula.right - formula.left) * (formula.bottom - formula.top) * _SHARP**2
        if (formula.linear and formula.baseline is not None) or not 0 < pixels <= MOST_PIXELS:
            return formula
        try:
            around = self._around(formula)
            picture = self._page.render(scale=_SHARP / self._unit, crop=around).to_pil()
            return formula._replace(file=self._pictures.write(f"{name}.png", _as_png(picture)))
        except _ERRORS:
            return formula

    def _around(self, formula: Formula) -> tuple[float, float, float, float]:
        """How much of the page to leave out on each side, in points: left, bottom, right, top."""
        width, height = self._page.get_size()
        margin = _MARGIN if formula.baseline is None else _MARGIN_IN_TEXT
        sides = (
            (formula.left - margin) * self._unit,
            height - (formula.bottom + margin) * self._unit,
            width - (formula.right + margin) * self._unit,
            (formula.top - margin) * self._unit,
        )
        left, bottom, right, top = (max(0.0, side) for side in sides)
        return left, bottom, right, top
