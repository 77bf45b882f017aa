"""What a note says under one of its headings, for another page: its prose, without the questions."""

from collections.abc import Iterable

from studylog.core.digest.html import TAG, Outline, dressed, elsewhere
from studylog.core.model import Part

_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}


def section_of(parts: Iterable[Part], anchor: str, page: str) -> str:
    """The prose between a heading and the next one of its rank, for a page under a heading of level 2.

    Headings inside lists and quotes neither begin nor end a section; `page` is where the note is shown.
    """
    prose = "".join(part.html for part in parts if part.question is None)
    depth, level, begin = 0, 0, -1
    for match in TAG.finditer(prose):
        name, closing = match["name"], bool(match["closing"])
        rank = _LEVELS.get(name, 0)
        if rank and depth == 0 and not closing:
            if begin >= 0 and rank <= level:
                return _shown(prose[begin : match.start()], page)
            if f' id="{anchor}"' in match["rest"]:
                level, begin = rank, match.start()
        if name not in _VOID:
            depth += -1 if closing else 1
    return _shown(prose[begin:], page) if begin >= 0 else ""


def _shown(section: str, page: str) -> str:
    """The section without its own heading, which the page has already."""
    text = section.partition(">")[2].partition("</h")[2].partition(">")[2]
    return dressed(elsewhere(text, page), Outline(2)).strip()
