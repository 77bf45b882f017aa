"""Stretches of a text that stay at home: between `::: private` and `:::`, and comments.

Lines stay where they are, so that a place in what is left is a place in the note.
"""

import re

from studylog.core.markdown.privacy import CLOSING, OPENING
from studylog.core.textlines import lines_of

# In front of the marks of quotes and lists, a line may open or close a stretch as well.
_BEFORE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t>]*")
_OTHER = re.compile(r":{3,}[ \t]*\w")
# The comments around what was carried over say how to read it.
_COMMENT = re.compile(r"<!--(?!\s*/?studylog:carry\s*-->).*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*(?P<fence>`{3,}|~{3,})")


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
    spans = _fenced(body)
    return _COMMENT.sub(lambda found: found[0] if _inside(found.start(), spans) else _blank(found[0]), body)


def _fenced(body: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position, opened, fence = 0, 0, ""
    for line in lines_of(body):
        found = _FENCE.match(line)
        if found and not fence:
            opened, fence = position, found["fence"]
        elif found and found["fence"].startswith(fence) and not line[found.end() :].strip():
            spans.append((opened, position))
            fence = ""
        position += len(line)
    return spans


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _blank(text: str) -> str:
    return "".join(map(_break, lines_of(text)))


def _break(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
