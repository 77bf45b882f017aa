"""Shapes and links of a page of a PDF, in points from its lower left corner.

Here the second of four edges is the lower one; what stands in pixels later counts from above.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from studylog.core.printed.model import Box, Link

_MOST_LINKS = 10_000
_LONGEST_ADDRESS = 8_192


def box(item: Any) -> Iterator[Box]:
    """A drawn path as its bounds, its colour and the number of its points; white ones are not seen."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour_of = pdfium.FPDFPageObj_GetFillColor if fill.value else pdfium.FPDFPageObj_GetStrokeColor
    colour_of(item, red, green, blue, alpha)
    colour = red.value, green.value, blue.value, alpha.value
    if colour[3] and min(colour[:3]) < 255:
        left, bottom, right, top = item.get_bounds()
        yield Box(left, bottom, right, top, colour, max(0, pdfium.FPDFPath_CountSegments(item)))


def links(document: Any, page: Any) -> Iterator[Link]:
    """The links that a page carries as annotations, with their addresses."""
    position, link, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        address = _address(document, link)
        if address and pdfium.FPDFLink_GetAnnotRect(link, area):
            yield Link(area.left, area.bottom, area.right, area.top, address)


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace")
