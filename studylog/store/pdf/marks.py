"""Shapes and links of a page of a PDF, in points from its lower left corner."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

_MOST_LINKS = 10_000
_LONGEST_ADDRESS = 8_192


def box(item: Any) -> Iterator[tuple[Any, ...]]:
    """A filled path as its bounds, its colour and the number of its points; an outline alone is none."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    values = [ctypes.c_uint() for _ in range(4)]
    colour_of = pdfium.FPDFPageObj_GetFillColor if fill.value else pdfium.FPDFPageObj_GetStrokeColor
    colour_of(item, *values)
    colour = [value.value for value in values]
    if colour[3] and min(colour[:3]) < 255:
        yield (*item.get_bounds(), colour, max(0, pdfium.FPDFPath_CountSegments(item)))


def links(document: Any, page: Any, text: Any) -> Iterator[tuple[Any, ...]]:
    """The links that a page carries as annotations, with their addresses."""
    position, link, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        address = _address(document, link)
        if address and pdfium.FPDFLink_GetAnnotRect(link, area):
            yield area.left, area.bottom, area.right, area.top, address


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace")
