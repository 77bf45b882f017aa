"""Lines that begin with a letter for what they are, and no sign: `Q 왜 자르나요` right over `A 길어서요`."""

import re

from studylog.core.grammar.answers.marks import guesses, lettered
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.people.persons import who_asks
from studylog.core.grammar.questions.doubting import has_words_that_ask
from studylog.core.grammar.questions.letters import is_a_letter
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import asks_plainly, only_states
from studylog.core.late import late

_BEGINS = ("Q ", "A ")
_ASKS = late(r"Q\s+(?=[^\s(\[:：.=&/|,→-])")
_ANSWERS = late(r"A\s+(?=[^\s:：.=&/|,→-])")
# One letter alone may be anything: both have to stand there, one right over the other.
_PAIR = late(r"^[ \t]*Q[ \t]+\S[^\n]*\n[ \t]*A[ \t]+\S", re.MULTILINE)
# `Q 행렬` over `A 행렬` are names of things.
_NAMES = late(r"[QA]\s+(?:행렬|벡터|값|함수|조|팀|반|그룹|타입|안|사|업체|등급)(?![가-힣])")
_SHOWN = ("code", "picture", "math", "table")
_WITHIN = 4  # blocks in which an answer follows, behind code or a picture


def letter_question(memory: Memory, block: Block) -> bool:
    """`Q …` right over `A …`, which may stand behind code or a picture; or as another one did above."""
    match = _ASKS.match(block.said) if block.said.startswith(_BEGINS) else None
    if match is None or is_a_letter(memory, block):
        return False
    if not (_is_answered(memory, block) or _was_asked_so(memory)):
        return False
    if lettered(block.said, memory.scope.roster):
        return False  # somebody who is known speaks
    text = block.text[match.end() :]
    if _NAMES.match(block.said) or (only_states(text) and not words.ASKS_INDIRECTLY.search(text)):
        return False
    if not (words.ASKS.search(text) or has_words_that_ask(text)):
        return False
    memory.exercises = memory.section.asks = False
    memory.open_question(memory.drafted(block, text, who_asks(memory, block), marked=True))
    return True


def letter_answer(memory: Memory, block: Block) -> bool:
    """`A …` below a question that began with its letter alone."""
    question = memory.question if block.said.startswith(_BEGINS) else None
    match = _ANSWERS.match(block.said) if question else None
    if question is None or match is None or not _ASKS.match(question.pieces[0].block.said):
        return False
    if lettered(block.said, memory.scope.roster):
        return False
    text = block.text[match.end() :]
    question.reply(block, Mark("answer", "A", None, text, guesses(memory.scope.patterns, text)))
    return True


def is_lettered(line: str, whole: str) -> bool:
    """Whether a line begins with such a letter, in a paragraph that has one over the other, or asks."""
    if not line.startswith(_BEGINS):
        return False
    if _PAIR.search(whole) is not None:
        return True
    return _ASKS.match(line) is not None and (asks_plainly(line) or _ASKS.match(whole) is not None)


def _was_asked_so(memory: Memory) -> bool:
    """Whether a line above began with the letter alone, and was answered so."""
    asked = (one for one in memory.found.questions if one.marked and one.answered)
    return any(_ASKS.match(one.pieces[0].block.said) for one in asked)


def _is_answered(memory: Memory, block: Block) -> bool:
    for other in memory.following(block, _WITHIN):
        if other.kind not in _SHOWN:
            answer = memory.scope.patterns.answer
            return _ANSWERS.match(other.said) is not None or (
                other.said.startswith("A") and answer.match(other.said) is not None
            )
    return False
