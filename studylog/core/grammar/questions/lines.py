"""What lines mean for questions: a mark asks or replies, and whatever else only goes on."""

import re
from typing import NamedTuple

from studylog.core.grammar.answers.marks import lettered, mark_of, named_letter, under_title
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.people.persons import reply_beside_known, who_asks
from studylog.core.grammar.questions import talk
from studylog.core.grammar.questions.asksanew import asks_below, asks_beside, talks_on
from studylog.core.grammar.questions.letters import is_a_letter
from studylog.core.grammar.questions.logged import minute_of
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark, Piece
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.leftopen import leaves_open
from studylog.core.grammar.vocabulary.markpatterns import Patterns, number_of
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.grammar.vocabulary.titlewords import CLOSING_REMARK
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import named_in, speaker, unsigned
from studylog.core.sought import sought
from studylog.core.values import replace

# An arrow in front of a question leads on to it from the one before.
_LEADS_ON = late(r"\s*(?:⇒|=>|→|->|-->|↳|└|ㄴ)\s?")
# `느려지는 이유`, `힙이랑 트리 차이`: what is asked for may be the last word.
_ASKS_FOR = sought("유 이 점 법 준 미 뜻", r"(?<=\s)(?:이유|차이점?|장단점|방법|기준|의미|뜻)[\s.!~…ㅠㅜ]*$")
# How a line begins that can only reply.
_YES_OR_NO = late(r"(?:[Yy]es|[Yy]ep|[Yy]eah|[Nn]o|[Nn]ope)\b\s?(?:[,.;:!]|=>|->|→|[-–—]\s|$)")
# … and one that says that nothing does; `모르겠습니다` may go on asking.
_NOBODY_KNOWS = late(
    r"\W*(?:no\s(?:answer|conclusion|consensus|idea|one)|nobody|(?:still\s)?(?:open|unanswered|unresolved)|not\s(?:yet|answered)|tb[ad])\b|\W*아무도\s",
    re.IGNORECASE,
)
# `■ 공지` behind a list of questions.
_DIVIDES = late(r"[■□▣◆◇]\s?[^\n]{1,40}$")
# Any other call-out: `[!note]`.
_CALL_OUT = late(r"\s*\[!\w{2,12}\][-+]?")


def marked_question(memory: Memory, block: Block) -> bool:
    """`Q.`, `Q1)`, `질문:`, `과제질문:` and the like, or `(춘향) Q.`: a question begins."""
    mark = _mark_of(memory, block)
    if mark is None or is_a_letter(memory, block):
        return False
    if mark.above is None:
        memory.exercises = memory.section.asks = False
    asker = mark.by or named_in(mark.match["marker"], memory.scope.roster)
    text = block.text[mark.end :]
    if mark.match["marker"].startswith("[!"):
        text, titled = under_title(text, memory.scope.roster)
        asker = titled.name if titled else asker
    draft = _ask(memory, block, text, number_of(mark.match), asker)
    draft.parent = mark.above or draft.parent
    # Where no lecture is told, it may be that of a day.
    draft.place = draft.place or (mark.minute if memory.lecture is not None else "")
    return True


class _Mark(NamedTuple):
    """What a question begins with, and where that ends; who asks, and `above` what question it leads on.

    The `minute` of the video may stand in front.
    """

    match: re.Match[str]
    end: int
    by: str | None = None
    above: QuestionDraft | None = None
    minute: str = ""


def _mark_of(memory: Memory, block: Block) -> _Mark | None:
    """The mark in front of what a block says, behind a name, or behind an arrow below another question."""
    question = memory.scope.patterns.question
    if not question.may_be_in(block.said):
        return None
    match = question.match(block.said)
    if match:
        return _Mark(match, match.end())
    letter = lettered(block.said, memory.scope.roster)
    if letter and letter["letter"] == "Q":
        return _Mark(letter, letter.end())
    before = named_letter(block.said, memory.scope.roster)
    if before and before[0]["letter"] == "Q":
        return _Mark(before[0], before[0].end(), before[1])
    minute = minute_of(block.said)
    match = question.match(block.said[minute.end() :]) if minute else None
    if minute and match:
        return _Mark(match, minute.end() + match.end(), minute=minute["minute"])
    said = speaker(block.text, memory.scope.roster)
    arrow = _LEADS_ON.match(block.said) if memory.question and not said else None
    start = len(block.text) - len(said.rest) if said else arrow.end() if arrow else 0
    match = question.match(block.said[start:]) if start else None
    if match is None:
        return None
    return _Mark(match, start + match.end(), said.name if said else None, memory.question if arrow else None)


def sub_question(memory: Memory, block: Block) -> bool:
    """`2-1.` is a question under the question 2."""
    match = memory.scope.patterns.sub_question.match(block.said)
    number = number_of(match) if match else None
    if match is None or number is None or "-" not in number or memory.numbered(number.split("-")[0]) is None:
        return False
    _ask(memory, block, block.text[match.end() :], number)
    return True


def _ask(
    memory: Memory, block: Block, text: str, number: str | None, asker: str | None = None
) -> QuestionDraft:
    draft = memory.drafted(block, text, asker or who_asks(memory, block), marked=True)
    draft.number = number
    if number and "-" in number:
        draft.parent = memory.numbered(number.split("-")[0])
    memory.open_question(draft)
    return draft


def reply(memory: Memory, block: Block) -> bool:
    """`A.`, `답변)`, `⇒`, `(+)`, `생각)`, `확인:`: a reply to the open question, or to its number."""
    read = mark_of(memory, block) or reply_beside_known(memory, block)
    if read is None:
        return False
    mark, number = read
    told = _turn(memory, block, mark) if mark.kind == "speaker" else None
    if told is not None:
        return told
    apart = memory.question is not None and asks_beside(memory, memory.question, block)
    apart = apart or asks_below(memory, block)
    talked = mark.kind == "confirmation" and talks_on(memory) and talk.asks_in_talk(memory, block)
    listed = apart or (memory.section.asks and block.item and block.depth == 1)
    wonders = memory.section.asks and block.depth == 1 and words.ASKS_INDIRECTLY.search(mark.rest)
    asks = ends_asking(mark.rest) or wonders
    if mark.kind in ("speaker", "confirmation") and (talked or (listed and asks)):
        return False  # in a list of questions, one more person asks, who may be a mentor
    question = memory.numbered(number) or memory.question
    if question is None or (question.left and mark.kind == "speaker"):
        return False  # a name alone leads nowhere back
    mark = replace(mark, by=mark.by or _named_above(question))
    memory.question = question
    question.reply(block, mark)
    if mark.by:
        memory.found.speakers[block.index] = mark.by
    return True


def _turn(memory: Memory, block: Block, mark: Mark) -> bool | None:
    """None where somebody replies, else whether all is told of a turn that does not: False where it asks."""
    if not talks_on(memory):
        if not talk.asks_over_replies(memory, block):
            return None
        memory.close_question()
        return False
    if words.OF_THE_CALL.search(mark.rest):
        # When they meet is no answer.
        if memory.question and memory.question.answered:
            memory.close_question()
        return True
    if talk.asks_in_talk(memory, block):
        return False
    if not talk.asks_into_silence(memory, block):
        return None
    if memory.section.kind == "questions" or memory.section.asks:
        return False  # what nobody answered there is left open
    memory.close_question()
    return True


def is_answered_by(patterns: Patterns, above: str, line: str, roster: Roster) -> bool:
    """Whether a question that is complete stands over a line which neither asks nor goes on asking.

    `no, because …` and `(ran out of time)` need no sign of a question over them.
    """
    minute = minute_of(above)
    above = above[minute.end() :] if minute else above
    mark = patterns.question.match(above)
    if (mark or ends_asking(above)) and _NOBODY_KNOWS.match(line) and leaves_open(line):
        return True
    if not mark or not above[mark.end() :].strip():
        return False
    if _YES_OR_NO.match(line) or (line.startswith("(") and leaves_open(line)):
        return True
    if not _is_complete(above, roster):
        return False
    goes_on = (words.QUESTION_SIGN, words.ASKS, words.CONNECTS, words.UNSURE, words.GOES_ON)
    return not any(pattern.search(line) for pattern in goes_on)


def answers_signed(above: str, line: str, roster: Roster) -> bool:
    """Whether a line that somebody known has signed asks, `Why three? (Ada)`, and the next one only tells.

    Whoever goes on there would have signed behind that.
    """
    if not above.endswith((")", "）")) or "\n" in above or not words.QUESTION_SIGN.may_be_in(above):
        return False
    text, by = unsigned(above, roster)
    if by is None or not words.QUESTION_SIGN.search(text):
        return False
    goes_on = (words.ASKS, words.CONNECTS, words.UNSURE)
    return re.search(r"\w", line) is not None and not any(pattern.search(line) for pattern in goes_on)


def _is_complete(asked: str, roster: Roster) -> bool:
    """Whether a question ends as questions do, with what it asks for, or with who asks: `… 이유 (춘향)`."""
    if ends_asking(asked):
        return True
    last = asked.rpartition("\n")[2]
    text, by = unsigned(last, roster) if last.endswith((")", "）")) else (last, None)
    return (
        by is not None or _ASKS_FOR.search(text) is not None or words.ASKS_INDIRECTLY.search(text) is not None
    )


def asked_by_line(memory: Memory, block: Block) -> bool:
    """`질문자: 춘향` under a question: who asked it."""
    match = memory.scope.patterns.asked_by.match(block.text) if memory.asking else None
    named = block.text[match.end() :].strip() if match else ""
    if memory.asking is None or not named or "\n" in named:
        return False
    memory.asking.asked_by = memory.scope.roster.canonical(named)
    memory.asking.add(block, "")  # it belongs there, and is none of the words
    return True


def answered_by_line(memory: Memory, block: Block) -> bool:
    """`답변자: 춘향` right below a question, or behind its answer: who gives that."""
    match = memory.scope.patterns.answered_by.match(block.text) if memory.asking else None
    named = block.text[match.end() :].strip() if match else ""
    if memory.asking is None or match is None or not named or "\n" in named:
        return False
    name = memory.scope.roster.canonical(named)
    pieces = memory.asking.pieces
    above = Mark("speaker", match["marker"], name, "") if len(pieces) == 1 else None
    pieces.append(Piece(block, "", above))
    return True


def _named_above(question: QuestionDraft) -> str | None:
    """Whom a line right above an answer named for it."""
    above = question.pieces[-1]
    return above.mark.by if above.mark and above.mark.kind == "speaker" and not above.text else None


def beside_question(memory: Memory, block: Block) -> bool:
    """A cell beside the question of its row: shown with it, and none of its words."""
    if block.beside is None or memory.asking is None:
        return False
    memory.asking.add(block, "")
    memory.asking.place = f"{memory.asking.place} {block.beside}".strip()
    named = memory.scope.patterns.asked_by.match(block.text)
    if named:
        memory.asking.asked_by = memory.scope.roster.canonical(block.text[named.end() :].strip())
    return True


def other_call_out(memory: Memory, block: Block) -> bool:
    """`> [!note] …` beside a call-out that asks: what is noted there is no part of the question."""
    asked = memory.asking.pieces[0].block if block.quoted and memory.asking else None
    if asked is None or not 0 < block.quotes <= asked.quotes:
        return False
    if not _CALL_OUT.match(block.said):
        return False
    memory.close_question()
    return True


def closing_remark(memory: Memory, block: Block) -> bool:
    """`팀 랩업 요약 : …` below everything: it answers and asks nothing; nor does `■ …` behind a list."""
    if block.depth or not memory.scope.minutes:
        return False
    divides = memory.question and memory.question.pieces[0].block.depth and _DIVIDES.match(block.said)
    if not divides and not CLOSING_REMARK.match(block.said):
        return False
    memory.close_question()
    return True


def prose(memory: Memory, block: Block) -> bool:
    """Whatever else: it goes on with the open question."""
    if memory.asking is not None and block.kind != "rule":
        memory.asking.add(block)
    return True
