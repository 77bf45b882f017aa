"""What lines mean for questions: they ask, they reply, or they only go on."""

import re

from studylog.core.grammar import patterns as words
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.marks import mark_of
from studylog.core.grammar.memory import Memory, QuestionDraft
from studylog.core.grammar.patterns import number_of
from studylog.core.grammar.replies import Piece
from studylog.core.late import late
from studylog.core.people import speaker

_SUGGESTS = late(r"어떨까|어때요|할까요|볼까요|shall we|how about|why don't", re.IGNORECASE)
_STATES = late(r"(?:다|요|음|함|됨|임|죠|니다)[\s.!~ㅎㅋ)]*$")
_SENTENCE_ENDS = late(r"[.!?？](?=\s+\S)")


def marked_question(memory: Memory, block: Block, index: int) -> bool:
    """`Q.`, `Q1)`, `질문:`, `과제질문:` and the like, or `(춘향) Q.`: a question begins."""
    if not memory.scope.patterns.question.may_be_in(block.said):
        return False
    said = speaker(block.text, memory.scope.roster)
    start = len(block.text) - len(said.rest) if said and block.text.endswith(said.rest) else 0
    match = memory.scope.patterns.question.match(block.said[start:])
    if match is None or _is_a_letter(memory, block, index):
        return False
    memory.exercises = False
    memory.section.asks = False
    text = block.text[start + match.end() :]
    _ask(memory, block, index, text, number_of(match), said.name if said and start else None)
    return True


def sub_question(memory: Memory, block: Block, index: int) -> bool:
    """`2-1.` is a question under the question 2."""
    match = memory.scope.patterns.sub_question.match(block.said)
    number = number_of(match) if match and "-" in match["marker"] else None
    if match is None or number is None or "-" not in number:
        return False
    parent = memory.numbered(number.split("-")[0])
    if parent is None:
        return False
    _ask(memory, block, index, block.text[match.end() :], number)
    return True


def _ask(
    memory: Memory, block: Block, index: int, text: str, number: str | None, asker: str | None = None
) -> None:
    to_mentor = words.TO_MENTOR_MARK.match(text)
    if to_mentor:
        text = text[to_mentor.end() :]
    said = speaker(text, memory.scope.roster)
    draft = QuestionDraft(
        pieces=[Piece(block, index, said.rest if said else text)],
        marked=True,
        kind="asked",
        number=number,
        asked_by=said.name if said else asker or _person(memory, block),
        to="mentor" if to_mentor else None,
    )
    if number and "-" in number:
        draft.parent = memory.numbered(number.split("-")[0])
    memory.open_question(draft)


def _person(memory: Memory, block: Block) -> str | None:
    """Whose heading or list this is; a plain paragraph after somebody's list is not theirs."""
    return memory.person if memory.person_by_heading or block.depth else None


def reply(memory: Memory, block: Block, index: int) -> bool:
    """`A.`, `답변)`, `⇒`, `(+)`, `생각)`, `확인:`: a reply to the open question, or to its number."""
    read = mark_of(memory, block)
    if read is None:
        return False
    mark, number = read
    listed = memory.section.asks and block.item and block.depth == 1
    if mark.kind == "speaker" and listed and words.ENDS_ASKING.search(mark.rest):
        return False  # in a list of questions, one more person asks
    question = memory.numbered(number) or memory.question
    if question is None:
        return False
    memory.question = question
    question.pieces.append(Piece(block, index, mark.rest, mark))
    if mark.by:
        memory.found.speakers[index] = mark.by
    return True


def defines_a_letter(text: str, neighbours: str) -> bool:
    """Whether `Q : …` only says what the letter Q stands for, as K and V do beside it."""
    if not words.QUERY_LETTER.match(text):
        return False
    return bool(words.DEFINES_LETTER.search(text) or words.DEFINES_LETTER.search(neighbours))


def _is_a_letter(memory: Memory, block: Block, index: int) -> bool:
    """Whether a line says what Q stands for, which the lines around it may show."""
    if not words.QUERY_LETTER.match(block.text):
        return False
    near = (*memory.blocks[max(0, index - 2) : index], *memory.blocks[index + 1 : index + 3])
    return defines_a_letter(block.text, "\n".join(other.text for other in near))


def listed_question(memory: Memory, block: Block, index: int) -> bool:
    """A list item under *Further Questions* is an exercise, one under *질문* a question."""
    if not block.item or block.depth > 1 or not (memory.exercises or memory.section.asks):
        return False
    if block.link_only or not re.search(r"\w", block.text):
        return False
    if not memory.exercises and _STATES.search(block.text) and not words.ASKS.search(block.text):
        return False
    said = speaker(block.text, memory.scope.roster)
    memory.open_question(
        QuestionDraft(
            [Piece(block, index, said.rest if said else block.text)],
            marked=memory.exercises,
            kind="exercise" if memory.exercises else "asked",
            asked_by=said.name if said else _person(memory, block),
        )
    )
    return True


def unmarked_question(memory: Memory, block: Block, index: int) -> bool:
    """Without a mark, a line that asks: where questions are expected, or one sentence in a meeting's list."""
    text = words.PIN.sub("", block.text)
    if not words.ENDS_ASKING.search(text) or words.RHETORICAL.search(text):
        return False
    expected = memory.section.kind in ("questions", "mentoring")
    if memory.question is not None and not (memory.section.kind == "mentoring" and not block.depth):
        return False
    listed = memory.scope.meeting and bool(block.item) and not _SENTENCE_ENDS.search(text)
    if not (expected or listed) or (not expected and _SUGGESTS.search(text)):
        return False
    memory.open_question(
        QuestionDraft(
            [Piece(block, index, block.text)], marked=False, kind="asked", asked_by=_person(memory, block)
        )
    )
    return True


def prose(memory: Memory, block: Block, index: int) -> bool:
    """Whatever else: it goes on with the open question."""
    if memory.question is not None and block.kind != "rule":
        memory.question.add(block, index)
    return True
