"""`==words==` as Obsidian marks them: a `mark` around whatever stands between the signs.

A comparison is none: `a==b, c==d`, `x ==y==z`.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from studylog.core.late import late

_MARKED = late(r"==(?![=\s])(?P<words>(?:[^=\n]|=(?!=)){1,400})(?<!\s)==(?![=0-9A-Za-z])")
_BESIDE = re.compile(r"[=0-9A-Za-z]")
# Code and formulas come first: what begins within the signs has to end there.
_PAIRED = ("`", "$")


def highlights(md: MarkdownIt) -> None:
    """Teach the engine marked words."""
    md.inline.ruler.before("emphasis", "mark", _mark)


def _mark(state: StateInline, silent: bool) -> bool:
    start, end = state.pos, state.posMax
    if not state.src.startswith("==", start) or (start and _BESIDE.match(state.src, start - 1)):
        return False
    match = _MARKED.match(state.src, start, end)
    if match is None or any(match["words"].count(sign) % 2 for sign in _PAIRED):
        return False
    if not silent:
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = match.span("words")
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
    state.pos, state.posMax = match.end(), end
    return True
