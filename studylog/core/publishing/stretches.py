"""Stretches of a text that stay at home: between `::: private` and `:::`, and comments.

Lines stay where they are, so that a place in what is left is a place in the note.
"""

import re

from studylog.core.markdown.privacy import CLOSING, OPENING
from studylog.core.textlines import lines_of

# In front of the marks of quotes and lists, a line may open or close a stretch as well.
_BEFORE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t>]*")
_OTHER = re.compile(r":{3,}[ \t]*\w")
# What begins first hides what the other would begin: a fence in a comment, a comment in a fence. The comments
# around what was carried over say how to read it.
_BEGINS = re.compile(
    r"(?:\A|(?<=[\r\n]))[ \t>]*(?:[-*+][ \t]+)*(?P<fence>`{3,}|~{3,})[^\r\n]*"
    r"|<!--(?!\s*/?studylog:carry\s*-->).*?(?:-->|\Z)",
    re.DOTALL,
)


def without_private(body: str) -> str:
    """The body of a note without private stretches; one that nothing closes goes on to the end.

    A stretch inside a code block is one as well: what shall not be seen must not hang on a missing fence.
    """
    depth, kept = 0, list[str]()
    for line in lines_of(body):
        bare = _BEFORE.sub("", line, count=1).rstrip()
        was_inside = depth > 0
        if OPENING.match(bare) or (depth and _OTHER.match(bare)):
            depth += 1
        elif depth and CLOSING.match(bare):
            depth -= 1
        kept.append(_break(line) if was_inside or depth else line)
    return without_comments("".join(kept))


def without_comments(body: str) -> str:
    """The body of a note without comments; what stands in code blocks is no comment."""
    kept, position, open_to_the_end = list[str](), 0, set[str]()
    while found := _BEGINS.search(body, position):
        kept.append(body[position : found.start()])
        position = found.end()
        if not (fence := found["fence"]):
            kept.append(_blank(found[0]))
            continue
        # One that nothing closes hides nothing; its like is not looked for again, for there may be thousands.
        closed = None if fence in open_to_the_end else _closing(fence).search(body, position)
        if closed:
            position = closed.end()
        else:
            open_to_the_end.add(fence)
        kept.append(body[found.start() : position])
    return "".join((*kept, body[position:]))


def _closing(fence: str) -> re.Pattern[str]:
    return re.compile(rf"[\r\n][ \t>]*(?:[-*+][ \t]+)*{fence}{fence[0]}*[ \t]*(?=[\r\n]|\Z)")


def _blank(text: str) -> str:
    return "".join(map(_break, lines_of(text)))


def _break(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
