"""Lines that begin with a word for what they are, and no sign: `질문 왜 자르나요`, `답 길어서요`."""

import re
from collections.abc import Sequence

from studylog.core.grammar.answers.marks import guesses
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.people.persons import who_asks
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark
from studylog.core.grammar.vocabulary.sentences import ends_asking, only_states
from studylog.core.grammar.vocabulary.words import ASKS_IN_ENGLISH, ASKS_INDIRECTLY
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import speaker, unsigned
from studylog.core.sought import sought

# `Still unclear: …`, `[open] …`, `Open: …`
_UNCLEAR = sought(
    "nclear: nresolved: nanswered: pen: 해결: pen] PEN] 해결]",
    r"\s*(?:(?:[Ss]till\s)?[Uu]n(?:clear|resolved|answered):\s+|(?P<open>(?:[Ss]till\s[Oo]|O)pen|미해결):\s+"
    r"|(?=\[(?i:open|unresolved|미해결)\]\s))(?=\S)",
)
# `질문 있으면 …`, `답 없는 …` only speak of one.
_ASKS = late(r"\s*질문\s(?![있없받]|\d{1,3}\s?[.)-])(?=[^\s(\[:：])")
_ANSWERS = late(r"\s*(?P<mark>답변?)\s(?![있없받]|\d{1,3}\s?[.)-])(?=[^\s:：])")


def worded_question(memory: Memory, block: Block) -> bool:
    """`질문 …` over `답 …`, in a list also among others that begin so, and as a line of its own that asks."""
    match = _asking(block) if block.item or not block.depth else None
    if match is None or not (_is_answered(memory, block) or _asks_alone(memory, block)):
        return False
    text = block.text[match.end() :]
    memory.open_question(memory.drafted(block, text, who_asks(memory, block), marked=True))
    return True


def unclear_point(memory: Memory, block: Block) -> bool:
    """`unclear: why does it drop?` among the points of a meeting; of `Open: …` only a mark answers it."""
    match = _UNCLEAR.match(block.said) if _UNCLEAR.may_be_in(block.said) and memory.scope.meeting else None
    if match is None:
        return False
    text = block.text[match.end() :]
    if not _asks_of_what_is_open(text, memory.scope.roster):
        return False
    draft = memory.drafted(block, text, who_asks(memory, block))
    draft.unsettled = draft.unsettled or match["open"] is not None
    memory.open_question(draft)
    return True


def is_unclear(line: str, roster: Roster) -> bool:
    """Whether a line is such a point: it is one of its own."""
    match = _UNCLEAR.match(line) if _UNCLEAR.may_be_in(line) else None
    return match is not None and _asks_of_what_is_open(line[match.end() :], roster)


def _asks_of_what_is_open(text: str, roster: Roster) -> bool:
    said = unsigned(text, roster)[0]
    asks = ends_asking(said) or ASKS_INDIRECTLY.search(said) is not None
    return asks or ASKS_IN_ENGLISH.match(text) is not None


def worded_answer(memory: Memory, block: Block) -> bool:
    """`답 …` below a question that began with its word."""
    match = _ANSWERS.match(block.said) if memory.question else None
    if match is None or memory.question is None:
        return False
    asked = memory.question.pieces[0].block
    if not _asking(asked):
        return False
    text = block.text[match.end() :]
    said = speaker(text, memory.scope.roster)
    rest = said.rest if said else text
    guess = guesses(memory.scope.patterns, rest)
    by = said.name if said else None
    memory.question.reply(block, Mark("answer", match["mark"], by, rest, guess))
    return True


def is_worded(above: str, line: str) -> bool:
    """Whether two lines, one over the other, both begin so: each is one of its own."""
    return line[:1] in ("답", "질") and all(_ASKS.match(one) or _ANSWERS.match(one) for one in (line, above))


def _asks_alone(memory: Memory, block: Block) -> bool:
    if block.item:
        return beside.of_items(memory, block, _all_ask)
    return memory.scope.minutes and "\n" not in block.text and ends_asking(block.text)


def _asking(item: Block) -> re.Match[str] | None:
    """The word in front of what an item asks: `질문 시간은 끝에 둔다` only speaks of one."""
    match = _ASKS.match(item.said)
    return None if match and only_states(item.said[match.end() :]) else match


def _is_answered(memory: Memory, block: Block) -> bool:
    after = memory.after(block)
    return after is not None and _ANSWERS.match(after.said) is not None


def _all_ask(memory: Memory, items: Sequence[Block]) -> bool:
    return len(items) > 1 and all(_asking(item) or _ANSWERS.match(item.said) for item in items)
