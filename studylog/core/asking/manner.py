"""In which manner an answer is written beside what stands there: as a paragraph, in a quote, as a bullet."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from studylog.core.asking.drafts import Draft
from studylog.core.asking.sheet import Region, Sheet
from studylog.core.grammar.parts.blocks import Block
from studylog.core.late import late

_CONTAINER = late(r"[ \t]*(?:(?:>[ ]?|(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\](?=[ \t]))?|$))[ \t]*)*")
_BULLET = late(r"(?P<before>.*?)(?P<bullet>[-*+]|\d{1,9}[.)])[ \t]+$")
_TASK = late(r"\[[ xX]\][ \t]*")


class Manner(NamedTuple):
    """How the first line of an answer begins, and the others; whether no empty line stands before."""

    first: str
    rest: str
    tight: bool = False


def put(sheet: Sheet, after: int, manner: Manner, lines: Sequence[str]) -> tuple[Sheet, Region]:
    """The sheet with the lines of an answer behind a line, and where they are."""
    first, *rest = lines
    empty = manner.rest.rstrip()
    added = [manner.first + first, *(manner.rest + line if line else empty for line in rest)]
    if not manner.tight:
        if not sheet.is_blank(after):
            added.insert(0, empty)
        follows = sheet.line(after + 1)
        if follows.strip() and not sheet.is_blank(after + 1):
            added.append(empty if empty and follows.startswith(empty) else "")
    return sheet.with_lines(after, added)


def manner_of(draft: Draft, block: Block, *, nested: bool) -> Manner:
    """How an answer begins beside a block: in its quote, below its bullet, or as one more bullet like it."""
    found = _CONTAINER.match(draft.sheet.line(block.line))
    written = _TASK.sub("", found[0]) if found else ""
    if not block.item:
        inside = _beside(written)
        return Manner(inside, inside)
    bullet = _BULLET.match(written)
    if bullet is None:
        return Manner("", "")
    sign = bullet["bullet"] if bullet["bullet"] in "-*+" else "-"
    outer = _beside(written) if nested else _beside(bullet["before"])
    return Manner(f"{outer}{sign} ", f"{outer}  ", tight=True)


def _beside(prefix: str) -> str:
    """What keeps a further line in the same container: quotes stay, bullets become blanks."""
    return re.sub(r"[^>\s]", " ", prefix)
