"""Marks that stand alone on their line, over what they mark: `**Q**` and `**A**`, `질문` and `답변`."""

import re

from studylog.core.grammar.answers.marks import guesses
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.parts.setapart import LETTER
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark, Piece
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.late import late
from studylog.core.people.speakers import speaker
from studylog.core.text import without_emoji

_NUMBER = r"\s?(?P<number>\d{1,3}(?:-\d{1,2})?)?"
_AROUND = r"[\s*_.:：)\]\[(·•]*"
_ASKS = late(rf"{_AROUND}(?:Q|질문|물음|[Qq]uestion){_NUMBER}{_AROUND}")
_ANSWERS = late(rf"{_AROUND}(?:A|답변?|해설|정답|[Aa]nswer){_NUMBER}{_AROUND}")
# `<summary>답 보기</summary>` over an answer that is folded away.
_OPENS = late(
    r"\W*(?:(?:정)?답변?|해설|풀이|answer|solution)(?:\s?(?:보기|확인|열기|펼치기|하기))?\W*|\W*(?:show|see)\s(?:the\s)?(?:answer|solution)\W*",
    re.IGNORECASE,
)
# `A3 넓게 볼 때` below `Q3 언제 쓰나요`.
_BARE_QUESTION = late(r"\s*Q(?P<number>\d{1,3})\s")
_BARE_ANSWER = late(r"\s*(?P<mark>A(?P<number>\d{1,3}))(?:\s+(?=[^\s:：\[])|\s*$)")
_MARKED_BY_Q = late(r"\s*Q\s?\d{0,3}\b")
_OVER_ANSWERS = late(rf"{_AROUND}(?:답변?|해설|정답|[Aa]nswers?){_NUMBER}{_AROUND}")
_WITHIN = 60  # blocks in which an answer follows its question


def question_alone(memory: Memory, block: Block) -> bool:
    """`Q` alone on its line, with an `A` alone further down: what stands between is the question."""
    first, _, rest = block.said.partition("\n")
    match = _ASKS.fullmatch(first)
    numbered = block.kind == "heading" and match is not None and match["number"]
    if match is None or not (numbered or _is_answered_below(memory, block)):
        return False
    if not rest and _are_lists(memory, block):
        return False
    memory.exercises = memory.section.asks = False
    text = block.text[len(block.text) - len(rest) :] if rest else ""
    memory.open_question(QuestionDraft([Piece(block, text)], True, "asked", match["number"]))
    return True


def bold_letter(memory: Memory, block: Block) -> bool:
    """`**Q2** …` and `**A** …` without any sign: the letters mark by being bold."""
    match = LETTER.fullmatch(block.lead) if block.lead else None
    if match is None:
        return False
    text = block.text[len(block.lead) :].lstrip()
    if match["letter"] == "A":
        return _answers_in_bold(memory, block, text)
    if not (ends_asking(text) or words.ASKS_IN_ENGLISH.match(text)):
        return False
    draft = memory.drafted(block, text, marked=True)
    draft.number = match["number"]
    memory.open_question(draft)
    return True


def _answers_in_bold(memory: Memory, block: Block, text: str) -> bool:
    question = memory.question
    if question is None or not _MARKED_BY_Q.match(question.pieces[0].block.said):
        return False
    said = speaker(text, memory.scope.roster)
    by, rest = (said.name, said.rest) if said else (None, text)
    question.reply(block, Mark("answer", block.lead, by, rest, guesses(memory.scope.patterns, rest)))
    return True


def bare_answer(memory: Memory, block: Block) -> bool:
    """`A3 …` without any sign, when the question `Q3 …` without one is open."""
    match = _BARE_ANSWER.match(block.said) if memory.question else None
    if match is None or memory.question is None or memory.question.number != match["number"]:
        return False
    if not _BARE_QUESTION.match(memory.question.pieces[0].block.said):
        return False
    text = block.text[match.end() :]
    said = speaker(text, memory.scope.roster)
    by, rest = (said.name, said.rest) if said else (None, text)
    guess = guesses(memory.scope.patterns, rest)
    memory.question.reply(block, Mark("answer", match["mark"], by, rest, guess))
    return True


def bare_question(memory: Memory, block: Block) -> bool:
    """`Q4 …` that neither has the sign of a question nor sounds like one, behind `Q3 …`."""
    match = _BARE_QUESTION.match(block.said) if memory.question and not block.depth else None
    if match is None or memory.question is None or memory.question.number is None:
        return False
    above = _BARE_QUESTION.match(memory.question.pieces[0].block.said)
    if above is None or int(match["number"]) != int(above["number"]) + 1:
        return False
    draft = memory.drafted(block, block.text[match.end() :], marked=True)
    draft.number = match["number"]
    memory.open_question(draft)
    return True


def answer_alone(memory: Memory, block: Block) -> bool:
    """`A` alone on its line, below a `Q` that stood so; or the summary of what is folded away, `답 보기`."""
    question = memory.question
    first, _, rest = block.said.partition("\n")
    if question is None or not (
        _answers(question.pieces[0].block, first) or _opens(block) or _is_over_answers(memory, block)
    ):
        return False
    text = block.text[len(block.text) - len(rest) :] if rest else ""
    question.reply(block, Mark("answer", first.strip(), None, text))
    return True


def is_alone(line: str, whole: str) -> bool:
    """Whether a line of a paragraph is such a mark, in a paragraph that has both."""
    bare = _BARE_ANSWER.match(line)
    if bare:
        asked = map(_BARE_QUESTION.match, whole.split("\n"))
        return any(one is not None and one["number"] == bare["number"] for one in asked)
    if not (_ASKS.fullmatch(line) or _ANSWERS.fullmatch(line)):
        return False
    lines = whole.split("\n")
    return any(map(_ASKS.fullmatch, lines)) and any(map(_ANSWERS.fullmatch, lines))


def _answers(asked: Block, line: str) -> bool:
    alone = _ASKS.fullmatch(asked.said.partition("\n")[0])
    return alone is not None and _ANSWERS.fullmatch(line) is not None


def _opens(block: Block) -> bool:
    return block.kind == "html" and _OPENS.fullmatch(block.text) is not None


def _is_over_answers(memory: Memory, block: Block) -> bool:
    """Whether a heading, a bold line, or an item over others, says in a word that what follows answers."""
    after = memory.after(block)
    over = bool(block.item) and after is not None and after.depth > block.depth
    return (block.kind == "heading" or block.bold or over) and _OVER_ANSWERS.fullmatch(
        without_emoji(block.said)
    ) is not None


def _are_lists(memory: Memory, block: Block) -> bool:
    """Whether a title stands over numbered questions, and that of the answers over as many of these."""
    after = memory.after(block)
    if after is None or not after.number:
        return False
    over = next((one for one in memory.following(block, _WITHIN) if _ANSWERS.fullmatch(one.said)), None)
    first = memory.after(over) if over else None
    return first is not None and first.number == after.number


def _is_answered_below(memory: Memory, block: Block) -> bool:
    for other in memory.following(block, _WITHIN):
        first = other.said.partition("\n")[0]
        if _ANSWERS.fullmatch(first):
            return True
        if _ASKS.fullmatch(first):
            return False
    return False
