"""Minutes that are a talk: `몽룡: 왜 자르나요?`, and on the next line somebody or an answer says why."""

from studylog.core.grammar import words
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.sentences import asks_plainly
from studylog.core.people.speakers import speaker


def asks_in_talk(memory: Memory, block: Block, index: int) -> bool:
    """Whether a line begins a paragraph in which one person asks, and another one speaks right behind."""
    if (
        not memory.scope.minutes
        or block.kind != "text"
        or block.depth
        or not words.QUESTION_SIGN.search(block.text)
    ):
        return False
    after = memory.after(index)
    if after is None or after.kind != "text" or after.depth or not _begins_paragraph(memory, block, index):
        return False
    asks, replies = (speaker(one.text, memory.scope.roster) for one in (block, after))
    if asks is None:
        return False
    marked = memory.scope.patterns.answer.match(after.said) is not None
    return marked or (replies is not None and asks.name != replies.name)


def asks_into_silence(memory: Memory, block: Block, index: int) -> bool:
    """Whether a talk that asked before ends here, with a paragraph that asks what nobody answers."""
    asked = memory.asking.pieces[0].block if memory.asking and memory.asking.asked_by else None
    if asked is None or asked.kind != "text" or asked.depth or block.kind != "text" or block.depth:
        return False
    return asks_plainly(block.text) and _begins_paragraph(memory, block, index)


def _begins_paragraph(memory: Memory, block: Block, index: int) -> bool:
    before = memory.before(index)
    return before is None or before.kind != "text" or before.line + before.text.count("\n") + 1 < block.line
