"""The glyphs of a page of a PDF, in points from its lower left corner, and the fonts that they are set in."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from studylog.core.printed.model import Colour, Glyph
from studylog.store.pdf.fontnames import FontNames
from studylog.store.pdf.limits import MOST_GLYPHS, TooMuchError

_SURROGATES = range(0xD800, 0xDC00)
# A hyphen at the end of a line is given away as a control character.
_HYPHENS = (2, 0xFFFE)
# How far browsers lean letters that have no italics: a quarter of their height, or a little less.
_SLANT = 0.1


class Fonts:
    """The fonts of a document, numbered as they appear."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[int, int] = {}
        self._characters: defaultdict[int, set[str]] = defaultdict(set)

    def number(self, item: Any) -> int:
        """The number of the font in which a text object is set."""
        font = pdfium.FPDFTextObj_GetFont(item)
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._numbers:
            self._numbers[key] = len(self.names)
            buffer = ctypes.create_string_buffer(256)
            if font:
                pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            self.names.append(buffer.value.decode("utf-8", "replace"))
        return self._numbers[key]

    def use(self, number: int, character: str) -> None:
        """Remembers which characters a font without a name has."""
        if not self.names[number] and not character.isspace():
            self._characters[number].add(character)

    def named(self, names: FontNames) -> tuple[str, ...]:
        """The names of all fonts, those without one called as the file itself calls them."""
        return tuple(name or names.name(self._characters[number]) for number, name in enumerate(self.names))


def glyphs_of(text: Any, items: Iterator[Any], fonts: Fonts) -> list[Glyph]:
    """The glyphs of a page in the order in which they were drawn; `items` are its text objects."""
    found: list[Glyph] = []
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_GLYPHS:
        raise TooMuchError
    x, y, around, high = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), 0
    styles: dict[int, tuple[float, int, Colour, bool]] = {}
    for index in range(count):
        item = pdfium.FPDFText_GetTextObject(text, index)
        code = pdfium.FPDFText_GetUnicode(text, index)
        if not (item and code) or pdfium.FPDFText_IsGenerated(text, index):
            continue
        key = ctypes.addressof(item.contents)
        if key not in styles:
            styles[key] = _style(text, index, item, fonts)
        if code in _SURROGATES:
            high = code
            continue
        character, high = _character(high, code), 0
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, around)
        size, font, colour, slanted = styles[key]
        fonts.use(font, character)
        left = x.value
        found.append(
            Glyph(character, left, max(around.right, left), y.value, size, font, colour, slanted, len(found))
        )
    found.extend(_blanks(items, styles, fonts, len(found)))
    return found


def _character(high: int, code: int) -> str:
    if high and 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
    if code in _HYPHENS:
        return "-"
    return "�" if 0xD800 <= code < 0xE000 else chr(code)


def _style(text: Any, index: int, item: Any, fonts: Fonts) -> tuple[float, int, Colour, bool]:
    """Size in points, font, colour and slant: the same for all glyphs of one text object."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = abs(matrix.a) or abs(matrix.b)
    slanted = not matrix.b and abs(matrix.c) > _SLANT * scale
    return pdfium.FPDFText_GetFontSize(text, index) * scale, fonts.number(item), _colour(item), slanted


def _colour(item: Any) -> Colour:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return red.value, green.value, blue.value, alpha.value


def _blanks(items: Iterator[Any], known: dict[int, Any], fonts: Fonts, index: int) -> Iterator[Glyph]:
    """A text object without a visible glyph is a blank, which the text of a page leaves out."""
    for item in items:
        if ctypes.addressof(item.raw.contents) in known or item.extract().strip():
            continue
        matrix = item.get_matrix()
        size = item.get_font_size() * abs(matrix.a)
        style = size, fonts.number(item), _colour(item), False
        yield Glyph(" ", matrix.e, matrix.e, matrix.f, *style, index)
        index += 1
