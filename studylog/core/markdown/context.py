"""What a page knows that the text on it does not: where its links lead, and where its pictures lie."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureLink:
    """Where a picture lies, seen from the page, and its size in pixels where that is known."""

    src: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class RenderContext:
    """Where references of a note lead; None for nowhere. Headings of level 1 become `1 + heading_offset`."""

    link: Callable[[str], str | None]
    image: Callable[[str], PictureLink | None]
    wikilink: Callable[[str], str | None]
    heading_offset: int = 1
    table_label: str = ""
