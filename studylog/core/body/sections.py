"""What a note says under one of its headings, for another page: its prose, without the questions."""

import re
from collections.abc import Iterable, Iterator

from studylog.core.body.html import TAG, Outline, dressed, elsewhere
from studylog.core.model import Part

_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}


def section_of(parts: Iterable[Part], anchor: str, page: str) -> str:
    """The prose between a heading and the next one of its rank, for a page under a heading of level 2.

    Headings inside lists and quotes neither begin nor end a section; `page` is where the note is shown.
    """
    section: list[str] = []
    level = 0
    for prose in (part.html for part in parts if part.question is None):
        begin = 0
        # Each part is closed in itself, so what it stands beside need not be read.
        for match in _headings(prose) if level or f' id="{anchor}"' in prose else ():
            rank = _LEVELS[match["name"]]
            if level and rank <= level:
                return _shown("".join(section) + prose[begin : match.start()], page)
            if not level and f' id="{anchor}"' in match["rest"]:
                level, begin = rank, match.start()
        if level:
            section.append(prose[begin:])
    return _shown("".join(section), page)


def _headings(html: str) -> Iterator[re.Match[str]]:
    """The headings that stand in nothing else."""
    depth = 0
    for match in TAG.finditer(html) if "<h" in html else ():
        closing, name, rest = match.groups()
        if depth == 0 and name in _LEVELS and not closing:
            yield match
        if closing:
            depth -= 1
        elif name not in _VOID and not rest.endswith("/"):
            # In a formula, elements close themselves: <mspace/>.
            depth += 1


def _shown(section: str, page: str) -> str:
    """The section without its own heading, which the page has already."""
    text = section.partition(">")[2].partition("</h")[2].partition(">")[2]
    return dressed(elsewhere(text, page), Outline(2)).strip()
