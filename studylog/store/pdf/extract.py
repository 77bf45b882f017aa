"""A PDF as plain lists: glyphs, shapes, pictures and links of every page, in CSS pixels.

It runs in a child process, on files that nobody vouches for: every count is limited.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from studylog.core.printed.islands import MATH_FONT, islands
from studylog.core.printed.model import Glyph
from studylog.store.pdf.marks import box, links
from studylog.store.pdf.pictures import Crop, save_picture

MOST_PAGES = 500
MOST_GLYPHS = 1_000_000
MOST_OBJECTS = 200_000
_BODY = 16.0
_DEPTH = 15
_SURROGATES = range(0xD800, 0xDC00)
# A hyphen at the end of a line is given away as a control character.
_HYPHENS = (2, 0xFFFE)
_CODE_FONTS = ("Mono", "Courier", "Menlo", "Consol")


class TooMuchError(Exception):
    """The document is larger than any notes are."""


def extract(file: Path, folder: Path) -> dict[str, Any]:
    """A document in the shape that `core.printed.model.printed` reads; its pictures lie in the folder."""
    document = pypdfium2.PdfDocument(file)
    if len(document) > MOST_PAGES:
        raise TooMuchError
    fonts = Fonts()
    pages = [_page(document, number, folder, fonts) for number in range(len(document))]
    unit = _unit(pages, fonts)
    return {"pages": [_scaled(page, unit, fonts, folder) for page in pages], "fonts": fonts.names}


class Fonts:
    """The fonts of a document, numbered as they appear."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[int, int] = {}

    def number(self, item: Any) -> int:
        """The number of the font in which a text object is set."""
        font = pdfium.FPDFTextObj_GetFont(item)
        key = ctypes.addressof(font.contents)
        if key not in self._numbers:
            self._numbers[key] = len(self.names)
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            self.names.append(buffer.value.decode("utf-8", "replace"))
        return self._numbers[key]


def _page(document: Any, number: int, folder: Path, fonts: Fonts) -> dict[str, Any]:
    page = document[number]
    text = page.get_textpage()
    glyphs = list(_glyphs(text, fonts))
    boxes: list[Any] = []
    pictures: list[Any] = []
    for count, item in enumerate(page.get_objects(max_depth=_DEPTH, textpage=text)):
        if count > MOST_OBJECTS:
            raise TooMuchError
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            boxes.extend(box(item))
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            saved = save_picture(item, folder, f"{number + 1}-{len(pictures) + 1}")
            pictures.extend([(*item.get_bounds(), *saved)] if saved else [])
        elif item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            glyphs.extend(_blank(item, text, fonts))
    return {
        "page": page,
        "size": page.get_size(),
        "number": number,
        "glyphs": glyphs,
        "boxes": boxes,
        "pictures": pictures,
        "links": list(links(document, page, text)),
    }


def _glyphs(text: Any, fonts: Fonts) -> Iterator[list[Any]]:
    """The glyphs of a page, in points from its lower left corner; two halves of one character are one."""
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_GLYPHS:
        raise TooMuchError
    x, y, around, high = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), 0
    styles: dict[int, list[Any]] = {}
    for index in range(count):
        item = pdfium.FPDFText_GetTextObject(text, index)
        code = pdfium.FPDFText_GetUnicode(text, index)
        if not (item and code) or pdfium.FPDFText_IsGenerated(text, index):
            continue
        if code in _SURROGATES:
            high = code
            continue
        character = _character(high, code)
        high = 0
        key = ctypes.addressof(item.contents)
        style = styles.get(key) or styles.setdefault(key, _style(text, index, item, fonts))
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, around)
        yield [character, x.value, max(around.right, x.value), y.value, *style]


def _character(high: int, code: int) -> str:
    if high and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
    if code in _HYPHENS:
        return "-"
    return "�" if 0xD800 <= code < 0xE000 else chr(code)


def _style(text: Any, index: int, item: Any, fonts: Fonts) -> list[Any]:
    """Size in points, font and colour: the same for all glyphs of one text object."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * (abs(matrix.a) or abs(matrix.b))
    return [size, fonts.number(item), _colour(item)]


def _colour(item: Any) -> list[int]:
    values = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item, *values)
    return [value.value for value in values]


def _blank(item: Any, text: Any, fonts: Fonts) -> Iterator[list[Any]]:
    """A text object without a visible glyph is a space, which the text of a page leaves out."""
    if item.extract().strip():
        return
    matrix = item.get_matrix()
    size = item.get_font_size() if hasattr(item, "get_font_size") else _BODY
    yield [" ", matrix.e, matrix.e, matrix.f, size * abs(matrix.a), fonts.number(item), _colour(item)]


def _unit(pages: list[dict[str, Any]], fonts: Fonts) -> float:
    """The points of one pixel: most text of notes has the size of body text, 16 pixels."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for glyph in page["glyphs"]:
            name = fonts.names[glyph[5]]
            if not glyph[0].isspace() and MATH_FONT not in name and not any(f in name for f in _CODE_FONTS):
                sizes[round(glyph[4], 2)] += 1
    return (sizes.most_common(1)[0][0] / _BODY if sizes else 0.0) or 0.75


def _scaled(page: dict[str, Any], unit: float, fonts: Fonts, folder: Path) -> dict[str, Any]:
    """A page in pixels from its upper left corner, with the pictures of its formulas."""
    width, height = page["size"]

    def area(left: float, bottom: float, right: float, top: float, *rest: Any) -> list[Any]:
        values = (left / unit, (height - top) / unit, right / unit, (height - bottom) / unit)
        return [*(round(value, 2) for value in values), *rest]

    glyphs = [
        Glyph(
            text,
            round(left / unit, 2),
            round(right / unit, 2),
            round((height - baseline) / unit, 2),
            round(size / unit, 2),
            font,
            tuple(colour),
        )
        for text, left, right, baseline, size, font, colour in page["glyphs"]
    ]
    crop = Crop(page["page"], unit, folder, page["number"])
    return {
        "width": width / unit,
        "height": height / unit,
        "glyphs": glyphs,
        "boxes": [area(*row) for row in page["boxes"]],
        "pictures": [area(*row) for row in page["pictures"]],
        "links": [area(*row) for row in page["links"]],
        "formulas": [crop.save(island) for island in islands(glyphs, fonts.names)],
    }
