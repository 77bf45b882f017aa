"""Lines as text again: whether a line goes on in the next, and what stood between the two."""

import re
from collections.abc import Sequence

from studylog.core.printed.breaks import may_part
from studylog.core.printed.lines import Line
from studylog.core.printed.styles import Span, Style
from studylog.core.values import replace

_BLANK = 0.28
# Latin letters and numbers never follow Hangul without a space; particles follow them.
_KOREAN_END = re.compile(r"[가-힣][A-Za-z0-9]")
# After these signs stands a blank, though not every font draws it at the end of a line.
_PAUSE = re.compile(r"[,.;?!][가-힣]")
_SENTENCE_END = re.compile(r"[.?!…。:][)\]'\"’”]*$")


def joined_spans(lines: Sequence[Line], right: float, *, bare: bool = False) -> tuple[Span, ...]:
    """The text of all lines in spans, with a space, nothing or a line break where lines met.

    `bare` is for lines after which no blanks are drawn, as in the cells of tables: there only the end of a
    Korean word tells.
    """
    spans: list[Span] = []
    for number, line in enumerate(lines):
        if number:
            joint = between(lines[number - 1], line, right)
            if bare and not joint and _KOREAN_END.match(lines[number - 1].text[-1] + line.text[0]):
                joint = " "
            spans.append(Span(joint, _shared(spans[-1], line, joint)))
        spans.extend(line.spans)
    return tuple(span for span in spans if span.text)


def between(line: Line, following: Line, right: float) -> str:
    """What joins two lines of one paragraph: a space, nothing in the middle of a word, or a line break."""
    if not wrapped(line, following, right) or _two_links(line, following):
        return "\n"
    paused = not line.spans[-1].style.url and _PAUSE.match(line.text[-1] + following.text[0])
    return " " if line.blank_end or paused else ""


def wrapped(line: Line, following: Line, right: float) -> bool:
    """Whether a line ended only because the start of the following one had no room in it.

    Korean lines break between any two syllables; a blank that hangs over the end of a line is still drawn.
    Within a word, a line only ends when it begins with that word.
    """
    if line.blank_end:
        return _BLANK * line.size + following.unit > right - line.right - 1
    parts = may_part(line.text[-1], following.text[0]) or line.unit >= line.right - line.left - 1
    return parts and following.unit > right - line.right - 1


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
    """Two addresses in two lines, and no space between them: none of them is a part of the other."""
    one, other = line.spans[-1].style.url, following.spans[0].style.url
    return bool(one and other) and one != other and not line.blank_end


def _shared(before: Span, line: Line, joint: str) -> Style:
    """What stands between two lines belongs to a link, or to bold text, that goes on in the second."""
    style = before.style
    if style != line.spans[0].style or style.math or (style.code and joint == "\n"):
        return replace(Style(), url=style.url if style.url == line.spans[0].style.url else "")
    return style
