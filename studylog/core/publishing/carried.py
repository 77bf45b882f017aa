"""What was carried into a note from notes that are not public: its lines quote them, so they stay at home."""

import re
from collections.abc import Container

from studylog.core.carry.marks import BEGIN, END, WRITTEN_REFERENCE

_ITEM = re.compile(r"^(?P<indent>[ \t]*)[-*+][ \t]")
_BEGIN_LINE = "<!-- studylog:carry -->"


def without_references(body: str, public: Container[str]) -> str:
    """The body of a note without references to what is not public, and what stands under them.

    In the block of what was carried over, a list has only references: what bears no public id goes.
    """
    lines, inside, gone = body.split("\n"), False, False
    for number, line in enumerate(lines):
        if BEGIN.match(line.strip()):
            # Whatever else the comment says is for the team.
            inside, gone, lines[number] = True, False, _BEGIN_LINE
        elif inside and END.match(line.strip()):
            inside = gone = False
        elif inside:
            gone = _stays_at_home(line, gone, public)
            lines[number] = "" if gone else line
    return "\n".join(lines)


def _stays_at_home(line: str, gone: bool, public: Container[str]) -> bool:
    item = _ITEM.match(line)
    if item and not item["indent"]:
        reference = WRITTEN_REFERENCE.search(line)
        return reference is None or reference["id"] not in public
    # What is indented, or follows without a blank line, belongs to the item before it.
    return gone and not line.startswith(("#", "**"))
