"""Answers in a list of their own, `## Answers` below `## Questions`: each has the number of its question."""

from collections.abc import Iterator
from itertools import takewhile

from studylog.core.grammar.answers.marks import guesses
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark
from studylog.core.grammar.state.sections import OpenSection
from studylog.core.people.speakers import signed_by, speaker
from studylog.core.sought import sought
from studylog.core.text import without_emoji

_TITLE = sought(
    "nswer olution 답 해설 풀이",
    r"\W*(?:(?:our|the)\s)?(?i:answers|solutions)(?:\s(?:we|to|from|for|by|so)\b[\w\s]{1,30})?\W*"
    r"|\W*(?:질문에\s대한\s)?(?:답변?|정답|해설|풀이)(?:들|\s?모음|\s?목록|\s?정리)?(?:\s?[(（][^()（）\n]{1,20}[)）])?\W*",
)
_LONGEST = 40
# One alone may count anything.
_LEAST = 2


def over_answers(memory: Memory, block: Block) -> bool:
    """A heading or a line over numbered answers, where numbered questions stand right above."""
    if block.kind == "heading":
        memory.answering = {}
    after = memory.after(block)
    if after is None or len(block.text) > _LONGEST or not after.number:
        return False
    if _TITLE.fullmatch(without_emoji(block.text)) is None:
        return False
    asked = dict(_numbered(memory))
    if len(asked) < _LEAST or after.number not in asked:
        return False
    course, lecture = memory.course, memory.lecture
    if block.kind == "heading":
        memory.open_section(OpenSection("other", block.text, block.level), block.line)
    else:
        memory.close_question()
    memory.course, memory.lecture = course, lecture
    memory.answering, memory.answering_depth = asked, after.depth
    return True


def numbered_answer(memory: Memory, block: Block) -> bool:
    """An item of such a list: it answers the question that has its number."""
    if not memory.answering:
        return False
    if block.depth < memory.answering_depth:
        memory.answering = {}
        return False
    number = block.number if block.depth == memory.answering_depth else ""
    question = memory.answering.get(number)
    if question is None:
        return False
    said = speaker(block.text, memory.scope.roster)
    rest = said.rest if said else block.text
    by = said.name if said else signed_by(block.text, memory.scope.roster)
    question.reply(block, Mark("answer", block.item, by, rest, guesses(memory.scope.patterns, rest)))
    memory.question = question
    return True


def _numbered(memory: Memory) -> Iterator[tuple[str, QuestionDraft]]:
    """The questions of the list that was last, each with its number, as long as nothing has answered them."""
    asked = memory.found.questions
    section = asked[-1].section if asked else None
    for draft in takewhile(lambda one: one.section == section, reversed(asked)):
        number = draft.number or draft.pieces[0].block.number
        if number and not draft.answered:
            yield number, draft
