"""Stretches of a text that stay at home: between `::: private` and `:::`, and comments.

Lines stay where they are, so that a place in what is left is a place in the note.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from studylog.core.markdown import parse
from studylog.core.markdown.privacy import CLOSING, OPENING
from studylog.core.textlines import lines_of

# In front of the marks of quotes, lists and footnotes, a line may open or close a stretch as well.
_BEFORE = re.compile(r"(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s|\[\^[^\]\s]{1,64}\]:)*")
_OTHER = re.compile(r":{3,}[ \t]*[^\s:]")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
# A line ends inside of a paragraph.
_ON = r"\r?\n(?![ \t>]*\r?\n)"
# The comments around what was carried over say how to read it. Others are those of HTML; of Obsidian, where
# `90%%`, `%%time` and `x %% 2` are none; and definitions that nothing refers to.
_COMMENT = re.compile(
    r"<!--(?!\s*/?studylog:carry\s*-->)(?s:.*?)(?:-->|\Z)"
    r"|^[ \t>]*+%%(?=\s)(?![^\r\n]*%%)(?:(?s:.*?)%%[ \t\r]*$|[ \t\r]*\n(?s:.*)\Z)"
    r"|(?<![A-Za-z0-9%`])%%(?!%)(?:[^%\r\n]|%(?!%))*%%(?![A-Za-z0-9%`])"
    rf"|(?<![A-Za-z0-9%`])%%\s(?:[^%\r\n]|%(?!%)|{_ON})*\s%%(?![A-Za-z0-9%`])"
    r"|^[ \t>]*+\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*"
    rf"(?:\((?:[^)\r\n]|{_ON})*\)|\"(?:[^\"\r\n]|{_ON})*\"|'(?:[^'\r\n]|{_ON})*')?[^\r\n]*",
    re.MULTILINE | re.IGNORECASE,
)
_COMMENT_END = "-->"
_SIGNS = ("<!--", "%%", "]:")
_SIGN_IN_CODE = re.compile(r"(?<!`)`<!--`(?!`)")
_SEEN = re.compile(r"[^\r\n]+")
# Without what is taken out, the rest may be other blocks: it is looked at again; in the end no code counts.
_LOOKS = 3


class _Span(NamedTuple):
    start: int
    end: int


def without_private(body: str) -> str:
    """The body of a note without private stretches and comments; what nothing closes goes on to the end.

    A stretch inside a code block is one as well: what must not be seen must not depend on a missing fence.
    """
    for look in range(_LOOKS + 1):
        code = _code(body) if look < _LOOKS else []
        left = _without(body, (*_stretches(body), *_comments(body, code)))
        if left == body:
            break
        body = left
    return body


def _without(body: str, spans: Sequence[_Span]) -> str:
    kept, position = list[str](), 0
    for start, end in sorted(spans):
        if end > position:
            kept += body[position:start], _SEEN.sub("", body[max(position, start) : end])
            position = end
    return "".join((*kept, body[position:]))


def _code(body: str) -> list[_Span]:
    """The blocks of code that a fence closes; of others nobody knows where their text was meant to end."""
    if not any(sign in body for sign in _SIGNS) or ("```" not in body and "~~~" not in body):
        return []
    starts = [0, *accumulate(map(len, lines_of(body)))]
    # Below the last line, blank ones tell a block that is closed there from one that the text ends.
    fences = [token for token in parse(f"{body}\n\n") if token.type == "fence"]
    return sorted(
        _Span(starts[token.map[0]], starts[token.map[1]])
        for token in fences
        if token.map and token.content.count("\n") < token.map[1] - token.map[0] - 1
    )


def _around(position: int, code: Sequence[_Span]) -> _Span | None:
    """The block of code in which a position is."""
    index = bisect_right(code, position, key=lambda span: span.start) - 1
    return code[index] if index >= 0 and position < code[index].end else None


def _stretches(body: str) -> Iterator[_Span]:
    """The lines of private stretches, whether marks in code and in comments inside of one count or do not."""
    depth = depth_outside = position = 0
    fence = ""
    for line in lines_of(body):
        bare = _BEFORE.sub("", line, count=1).rstrip()
        was_inside = depth or depth_outside
        depth = _deeper(depth, bare)
        if fence:
            fence = "" if _ends(fence, bare) else fence
        elif depth_outside and (opened := _FENCE.match(bare)):
            fence = opened[1]
        elif depth_outside and bare.rfind("<!--") > bare.rfind(_COMMENT_END):
            fence = _COMMENT_END
        else:
            depth_outside = _deeper(depth_outside, bare)
        end = position + len(line)
        if was_inside or depth or depth_outside:
            yield _Span(position, end)
        position = end


def _ends(fence: str, bare: str) -> bool:
    """Whether a line closes the code or the comment that a fence opened."""
    return fence in bare if fence == _COMMENT_END else bare.startswith(fence) and not bare.strip(fence[0])


def _deeper(depth: int, bare: str) -> int:
    """How deep in private stretches the text is behind a line."""
    if OPENING.match(bare) or (depth and _OTHER.match(bare)):
        return depth + 1
    return depth - 1 if depth and CLOSING.match(bare) else depth


def _is_spoken_of(body: str, position: int) -> bool:
    """Whether a comment does not begin there: its sign stands in code inside a line, alone and surely.

    The signs of Obsidian are operators of languages as well: in any code, they are spoken of.
    """
    if body.startswith("%%", position):
        return body.count("`", body.rfind("\n", 0, position) + 1, position) % 2 == 1
    if not _SIGN_IN_CODE.match(body, position - 1):
        return False
    line, paragraph = body.rfind("\n", 0, position) + 1, body.rfind("\n\n", 0, position) + 1
    # Behind an odd number of ticks, the one before the sign would end a code.
    ticks = (body.count("`", start, position - 1) for start in (line, paragraph))
    return not any(one % 2 for one in ticks) and "\\`" not in body[paragraph:position]


def _comments(body: str, code: Sequence[_Span]) -> Iterator[_Span]:
    """The comments, where they are no code; code that begins inside of one is none."""
    position = 0
    while found := _COMMENT.search(body, position):
        block = _around(found.start(), code)
        if block is not None and block.start >= position:
            position = block.end
        elif _is_spoken_of(body, found.start()):
            position = found.start() + 1
        else:
            yield _Span(*found.span())
            position = found.end()
