"""Lines as text again: whether a line goes on in the next, and what stood between the two."""

import re

from studylog.core.printed.lines import Line

_BLANK = 0.28
_SENTENCE_END = re.compile(r"[.?!…。:][)\]'\"’”]*$")


def wrapped(line: Line, following: Line, right: float) -> bool:
    """Whether a line ended only because the start of the following one had no room in it.

    Korean lines break between any two syllables; a blank that hangs over the end of a line is still drawn.
    """
    blank = _BLANK * line.size if line.blank_end else 0.0
    return blank + following.unit > right - line.right - 1


def between(line: Line, following: Line, right: float) -> str:
    """What joins two lines of one paragraph: a space, nothing in the middle of a word, or a line break."""
    if not wrapped(line, following, right) or _two_links(line, following):
        return "\n"
    return " " if line.blank_end else ""


def over_page(line: Line, following: Line, right: float) -> bool:
    """Whether the first line of a page goes on with the last of the page before.

    Nothing but its width tells. After the end of a sentence a space would hang there, and an address that
    is whole goes on in nothing.
    """
    if not wrapped(line, following, right):
        return False
    ends = bool(_SENTENCE_END.search(line.text)) or bool(line.spans[-1].style.url)
    return line.blank_end or not ends or line.spans[-1].style.url == following.spans[0].style.url != ""


def _two_links(line: Line, following: Line) -> bool:
    """Two addresses in two lines: none of them is a part of the other."""
    one, other = line.spans[-1].style.url, following.spans[0].style.url
    return bool(one and other) and one != other
