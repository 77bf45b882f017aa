"""What was carried into a note from notes that are not public: its lines quote them, so they stay at home."""

import re
from collections.abc import Container

from studylog.core.grammar.references import BEGIN, END, WRITTEN_REFERENCE

_ITEM = re.compile(r"(?P<before>[ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]")
_HEADING = re.compile(r"[ \t>]*(?:#|\*\*)")
_QUOTED = "> \t"
_BEGIN_LINE = "<!-- studylog:carry -->"


def without_references(body: str, public: Container[str]) -> str:
    """The body of a note without references to what is not public, and what stands under them.

    In the block of what was carried over, a list has only references: what bears no public id goes.
    """
    lines, inside, items = body.split("\n"), False, _Items(public)
    for number, line in enumerate(lines):
        bare = line.strip().lstrip(_QUOTED)
        if BEGIN.match(bare):
            # Whatever else the comment says is for the team.
            inside, items, lines[number] = True, _Items(public), line.replace(bare, _BEGIN_LINE)
        elif inside and END.match(bare):
            inside = False
        elif inside and items.stay(line):
            lines[number] = ""
    return "\n".join(lines)


class _Items:
    """The items of the lists of a block, line by line: how deep the outermost is, and one that is gone."""

    def __init__(self, public: Container[str]) -> None:
        self._public = public
        self._outermost: int | None = None
        self._gone: int | None = None

    def stay(self, line: str) -> bool:
        """Whether a line stays at home."""
        if item := _ITEM.match(line):
            self._begin(len(item["before"]), WRITTEN_REFERENCE.search(line))
        elif _HEADING.match(line):
            # Whatever else is no item belongs to the one before it.
            self._outermost = self._gone = None
        return self._gone is not None

    def _begin(self, depth: int, reference: re.Match[str] | None) -> None:
        known = reference is not None and reference["id"] in self._public
        if self._outermost is None or depth <= self._outermost:
            self._outermost, self._gone = depth, None if known else depth
        elif self._gone is None or depth <= self._gone:
            self._gone = depth if reference and not known else None
