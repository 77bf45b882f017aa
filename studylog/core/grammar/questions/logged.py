"""Minutes written while a video runs, each line behind its minute: `07:10 ❓ 왜 셋인가요?`, `09:30 예제`."""

import re

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.late import late
from studylog.core.people.speakers import speaker

# `18:00 ~ 19:30 모임` is a time of the day.
_MINUTE = late(r"[(\[]?(?P<minute>(?:\d{1,2}:)?\d{1,3}:[0-5]\d)[)\]]?(?:\s+[-–—|])?\s+(?=[^\s~–—-])")


def minute_of(line: str) -> re.Match[str] | None:
    """The minute that a line begins with."""
    return _MINUTE.match(line) if ":" in line[:6] else None


def is_logged(line: str, first: str) -> bool:
    """Whether a line begins with its minute, as the first one of its paragraph does."""
    return minute_of(line) is not None and minute_of(first) is not None


def next_minute(memory: Memory, block: Block) -> bool:
    """What stands behind another minute is no answer, unless somebody says it; the line is read on."""
    question = memory.asking
    asked = question.pieces[0].block if question else None
    if question is None or asked is None or asked.depth != block.depth or minute_of(asked.said) is None:
        return False
    if minute_of(block.said) and speaker(block.text, memory.scope.roster) is None:
        question.left = True
    return False
