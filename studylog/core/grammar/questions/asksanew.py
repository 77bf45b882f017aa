"""Whether a line that asks without a mark asks anew while a question is open: beside it, below it, behind."""

from collections.abc import Sequence
from itertools import dropwhile

from studylog.core.grammar.answers.marks import mark_of
from studylog.core.grammar.parts.below import is_over_items
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.questions.doubting import has_words_that_ask
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.people.speakers import speaker


def asks_behind_reply(question: QuestionDraft | None, block: Block) -> bool:
    """Whether a paragraph that asks stands behind the reply to another one, and is none of that."""
    if question is None or question.marked or block.depth or block.quotes:
        return False
    first, last = question.pieces[0].block, question.pieces[-1]
    if first.kind != "text" or first.depth or first.quotes or last.mark is None:
        return False
    apart = block.line > last.block.line + last.block.text.count("\n") + 1
    return apart and not words.CONNECTS.search(block.text)


def talks_on(memory: Memory) -> bool:
    """Whether what is said next in a talk may ask anew: a marked question has all that follows it."""
    return memory.question is None or not memory.question.marked


def asks_beside(memory: Memory, question: QuestionDraft, block: Block) -> bool:
    """Whether a line that asks is a question of its own beside the open one, and does not go on with that."""
    first = question.pieces[0].block
    if memory.section.kind == "mentoring" and (not block.depth or (block.depth == 1 and not first.item)):
        return _is_answered(question) or not question.marked or has_words_that_ask(block.text)
    if memory.section.kind == "questions" and _asks_anew(memory, question, block):
        return True
    if asks_in_box(memory, block) and block.depth == first.depth:
        return True
    if block.quoted and first.quoted and block.quotes == first.quotes:
        return True
    return not question.marked and bool(block.item and first.item) and block.depth == first.depth


def asks_in_box(memory: Memory, block: Block) -> bool:
    """Whether a box to tick asks without a mark, `- [ ] 왜 셋인가요?`, and one beside it has one."""
    if block.task is None or not (ends_asking(block.text) and has_words_that_ask(block.text)):
        return False
    return beside.of_items(memory, block, _some_are_marked)


def _some_are_marked(memory: Memory, items: Sequence[Block]) -> bool:
    return any(item.task and memory.scope.patterns.question.match(item.said) for item in items)


def _asks_anew(memory: Memory, question: QuestionDraft, block: Block) -> bool:
    """Whether a paragraph asks, where another one asked without a mark, and something answered that."""
    paragraphs = all(one.kind == "text" and not one.depth for one in (question.pieces[0].block, block))
    if block.apart and question.pieces[0].block.apart and not question.marked:
        return True
    if question.marked or not paragraphs or not _is_answered(question) or not has_words_that_ask(block.text):
        return False
    if speaker(block.text, memory.scope.roster):
        return False
    # `그럼 …?` asks on, where a marked reply stands below.
    after = memory.after(block)
    return not (words.FOLLOWS_UP.search(block.text) and after is not None and mark_of(memory, after))


def _is_answered(question: QuestionDraft) -> bool:
    """Whether something stands below a question that does not go on asking."""
    return any(piece.mark or not ends_asking(piece.text) for piece in question.pieces[1:])


def asks_below(memory: Memory, block: Block) -> bool:
    """Whether an item asks on below the open question, where nothing beside it answers."""
    question = memory.asking
    if question is None or question.marked or not block.item:
        return False
    first = question.pieces[0].block
    return bool(first.item) and block.depth > first.depth and beside.of_items(memory, block, _all_ask)


def asks_among_replies(memory: Memory, block: Block) -> bool:
    """Whether a signed item asks on below the open question, and something stands below that, too."""
    question = memory.asking
    below = question is not None and block.item and block.depth > question.pieces[0].block.depth
    return bool(below) and is_over_items(memory.blocks, block)


def _all_ask(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether items ask on, all but the marked replies that come before."""
    return all(map(asks_on, dropwhile(lambda item: not asks_on(item) and mark_of(memory, item), items)))


def asks_on(item: Block) -> bool:
    """Whether an item ends as questions do, and not as one that nobody is to answer."""
    text = words.PIN.sub("", item.text)
    return ends_asking(text) and not words.RHETORICAL.search(text)
