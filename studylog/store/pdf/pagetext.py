"""What a page of a PDF says: its characters, or where they are mere drawings, the words in its tags.

It runs in a child process, on files that nobody vouches for: every count is limited.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from studylog.core.text import nfc

_LONGEST = 20_000
_DEEPEST, _MOST = 40, 20_000
_LONGEST_WORD = 16_384
_LONGEST_BEGINNING = 4_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ufffd]+")
_BREAK = re.compile(r"\r\n?|\x0b|\x0c|\u2028|\u2029")
_CLOSING = re.compile(r" +(?=[,.;:!?)\]}%”’])|(?<=[(\[{“‘]) +")
# Elements that begin a line of their own.
_LINES = re.compile(r"P|H[1-6]?|L|LI|LBody|TR|Figure|Caption|Sect|Div|Part|Document|Slide", re.IGNORECASE)


def page_text(page: Any) -> str:
    """The text of a page; of characters and tags, whichever has more letters."""
    said, tagged = _shown(page), _tagged(page)
    return said if _letters(said) >= _letters(tagged) else tagged


def beginning(file: Path) -> dict[str, object]:
    """The title that a PDF tells of itself, and the text of its first page in runs of one size."""
    document = pypdfium2.PdfDocument(file)
    page = document[0].get_textpage()
    runs: list[tuple[str, float]] = []
    for at in range(min(page.count_chars(), _LONGEST_BEGINNING)):
        char = chr(pdfium.FPDFText_GetUnicode(page, at))
        size = round(pdfium.FPDFText_GetFontSize(page, at), 1)
        # Blanks and ends of lines have sizes of their own.
        if runs and (char.isspace() or runs[-1][1] == size):
            runs[-1] = (runs[-1][0] + char, runs[-1][1])
        else:
            runs.append((char, size))
    return {"title": document.get_metadata_value("Title"), "runs": runs}


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _shown(page: Any) -> str:
    text = page.get_textpage()
    return _clean(text.get_text_range(0, min(text.count_chars(), _LONGEST)))


def _clean(text: str) -> str:
    lines = (" ".join(line.split()) for line in _CONTROL.sub("", _BREAK.sub("\n", nfc(text))).split("\n"))
    return "\n".join(line for line in lines if line)[:_LONGEST]


def _tagged(page: Any) -> str:
    """The words that the tags of a page stand for, a line for each paragraph."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ""
    try:
        words: list[str] = []
        left = [_MOST]
        for number in range(min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)
            words += _words(child, 0, left) if child else ()
        return _CLOSING.sub("", _clean(" ".join(words)))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _words(element: Any, depth: int, left: list[int]) -> Iterator[str]:
    """What an element stands for, else what its children do; `left` is how many may still be looked at."""
    left[0] -= 1
    if depth > _DEEPEST or left[0] < 0:
        return
    breaks = _LINES.fullmatch(_string(pdfium.FPDF_StructElement_GetType, element))
    if breaks:
        yield "\n"
    own = _string(pdfium.FPDF_StructElement_GetActualText, element)
    if own:
        yield own
    for number in range(0 if own else min(pdfium.FPDF_StructElement_CountChildren(element), _MOST)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _words(child, depth + 1, left)
    if breaks:
        yield "\n"


def _string(ask: Callable[[Any, Any, int], int], element: Any) -> str:
    length = ask(element, None, 0)
    if not 2 < length <= _LONGEST_WORD:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
