"""`::: private` … `:::`: a stretch of a note that only the team reads; its two lines are no text."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from studylog.core.late import late

OPENING = late(r":{3,}\s*(?:private|비공개)(?!\w)", re.IGNORECASE)
"""The line that opens a private stretch, from its first colon on."""
CLOSING = late(r":{3,}[ \t]*$")
"""The line that closes one."""

_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


def privacy(md: MarkdownIt) -> None:
    """Teach the engine the two lines around a private stretch."""
    md.block.ruler.before("fence", "privacy", _line, {"alt": _INTERRUPTS})


def _line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    open_ = state.env.get("private", 0)
    if OPENING.match(line):
        change = 1
    elif open_ and CLOSING.match(line):
        change = -1
    else:
        return False
    if not silent:
        state.env["private"] = open_ + change
        state.line = start + 1
    return True
