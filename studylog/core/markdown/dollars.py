"""Formulas between dollars: `$x$`, `$$x$$` in a line, and `$$` blocks; money stays money.

Tokens: `math_inline`, `math_inline_double` and `math_block`, with the source as `content`. The plugin for
this misses a formula that begins a text ending in a digit, and cannot let a block follow a paragraph.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from studylog.core.late import late

# One dollar: no space inside its ends, no digit outside of them ("$5 and $6").
_INLINE = late(
    r"\$\$(?P<double>(?:[^$\\]|\\.|\$(?!\$))+)\$\$"
    r"|(?<!\d)\$(?![\s$])(?P<single>(?:[^$\\]|\\.)+)(?<!\s)\$(?!\d)",
    re.DOTALL,
)


def dollars(md: MarkdownIt) -> None:
    """Teach the engine formulas."""
    md.inline.ruler.before("escape", "math_inline", _inline)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "math_block", _block, {"alt": interrupts})


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    source = match[match.lastgroup or 0] if match else ""
    if match is None or not source.strip():
        return False
    if not silent:
        double = match["double"] is not None
        token = state.push("math_inline_double" if double else "math_inline", "math", 0)
        token.content = source
        token.markup = "$$" if double else "$"
    state.pos = match.end()
    return True


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or not _line(state, start).startswith("$$"):
        return False
    last = _last_line(state, start, end)
    if last is None:
        return False
    if silent:
        return True
    source = state.getLines(start, last + 1, state.sCount[start], False).strip()
    token = state.push("math_block", "math", 0)
    token.block = True
    token.content = source.removeprefix("$$").removesuffix("$$").strip("\n")
    token.markup = "$$"
    token.map = [start, last + 1]
    state.line = last + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _last_line(state: StateBlock, start: int, end: int) -> int | None:
    """The line that closes the block; a blank line may stand in it only between two bare `$$`."""
    first = _line(state, start)
    if "$$" in first[2:]:
        return start if first.endswith("$$") and first.count("$$") == 2 and first[2:-2].strip() else None
    blanks = False
    for number in range(start + 1, end):
        line = _line(state, number)
        if line and state.sCount[number] < state.blkIndent:
            return None
        if line == "$$" and first == "$$":
            return number
        if "$$" in line:
            return number if line.endswith("$$") and line.count("$$") == 1 and not blanks else None
        blanks = blanks or not line
        if blanks and first != "$$":
            return None
    return None
