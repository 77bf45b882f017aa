"""Who speaks in a note: whose words a line says, or whose name stands over what follows."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import speaker
from studylog.core.text import without_emoji

# A name with its words begins near the beginning of a line; more of it need not be looked at.
_NEAR = 80
# `서우 : 불참` is said of somebody who was not there, and `@서우` has something to do.
_AWAY = late(r"\s*(?:불참|결석|못\s?(?:옴|와|오)|휴가|병가|absent|away|not here)", re.IGNORECASE)


def speakers_in(blocks: Sequence[Block], roster: Roster, title_line: int | None) -> tuple[str, ...]:
    """The names of those who say something in a note, each once, in reading order."""
    return tuple(dict.fromkeys(_names(blocks, roster, title_line)))


def _names(blocks: Sequence[Block], roster: Roster, title_line: int | None) -> Iterator[str]:
    for block in blocks:
        if block.kind not in ("text", "heading") or block.line == title_line or block.task:
            continue
        name = _over(blocks, block, roster)
        if name:
            yield name
        for line in block.text.split("\n"):
            said = speaker(line[:_NEAR], roster)
            if said and said.rest.strip() and not _AWAY.match(said.rest):
                yield said.name


def _over(blocks: Sequence[Block], block: Block, roster: Roster) -> str | None:
    """Whose name a block is, with something under it that they say."""
    text = without_emoji(block.text).strip(" :：*")
    person = roster.resolve(text).person if block.links == () and len(text) <= _NEAR else None
    if person is None or block is blocks[-1]:
        return None
    return person.name if _is_theirs(block, blocks[block.index + 1], roster) else None


def _is_theirs(name: Block, following: Block, roster: Roster) -> bool:
    """Whether what follows a name stands under it, and is not one more name."""
    if name.kind == "heading":
        return following.kind != "heading" or following.level > name.level
    if name.item or name.depth:
        return following.depth > name.depth
    return following.kind != "heading" and roster.resolve(following.text[:_NEAR]).person is None
