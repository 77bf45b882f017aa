"""The pages of slides as small pictures and as text, made in a child process."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2

from studylog.core.decks import MOST_DRAWN, MOST_SHEETS
from studylog.store.pdf.pagetext import page_text

# How large a page of slides is shown in a row of others, on screens with two dots a pixel.
_EDGE = 400
_QUALITY, _METHOD = 72, 4


def drawn_pages(file: Path, folder: Path) -> dict[str, object]:
    """The pages of a PDF: their texts, and the sizes of their pictures, which lie in the folder by number."""
    document = pypdfium2.PdfDocument(file)
    pages = len(document)
    texts: list[str] = []
    sizes: list[tuple[int, int]] = []
    for number in range(min(pages, MOST_SHEETS)):
        text, size = "", (0, 0)
        # A damaged page is shown as none; the others are read on.
        with suppress(pypdfium2.PdfiumError, ValueError, RuntimeError):
            page = document[number]
            text = page_text(page)
            if number < MOST_DRAWN:
                size = _drawn(page, folder / f"{number + 1}.webp")
            page.close()
        texts.append(text)
        sizes.append(size)
    return {"pages": pages, "texts": texts, "sizes": sizes}


def _drawn(page: Any, target: Path) -> tuple[int, int]:
    """Draws a page; the width and height of its picture in pixels."""
    longest = max(page.get_size())
    if not longest > 0:
        return 0, 0
    picture = page.render(scale=_EDGE / longest).to_pil().convert("RGB")
    content = BytesIO()
    picture.save(content, "WEBP", quality=_QUALITY, method=_METHOD)
    target.write_bytes(content.getvalue())
    return picture.width, picture.height
