"""What lines mean for questions: a mark asks or replies, and whatever else only goes on."""

from studylog.core.grammar import patterns as words
from studylog.core.grammar import talk
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.letters import is_a_letter
from studylog.core.grammar.marks import mark_of
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.patterns import number_of
from studylog.core.grammar.pieces import Piece
from studylog.core.grammar.sentences import ends_asking
from studylog.core.grammar.unmarked import asks_below, asks_beside, talks_on
from studylog.core.late import late
from studylog.core.people.speakers import named_in, speaker

# An arrow in front of a question leads on to it from the one before.
_LEADS_ON = late(r"\s*(?:⇒|=>|→|->|-->|↳|└|ㄴ)\s?")
# Any other call-out: `[!note]`.
_CALL_OUT = late(r"\s*\[!\w{2,12}\][-+]?")


def marked_question(memory: Memory, block: Block, index: int) -> bool:
    """`Q.`, `Q1)`, `질문:`, `과제질문:` and the like, or `(춘향) Q.`: a question begins."""
    if not memory.scope.patterns.question.may_be_in(block.said):
        return False
    said = speaker(block.text, memory.scope.roster)
    start = len(block.text) - len(said.rest) if said and block.text.endswith(said.rest) else 0
    question, leads = memory.scope.patterns.question, None
    match = question.match(block.said)
    if match:
        start = 0
    elif start:
        match = question.match(block.said[start:])
    elif leads := memory.question and _LEADS_ON.match(block.said):
        start, match = leads.end(), question.match(block.said[leads.end() :])
    if match is None or is_a_letter(memory, block, index):
        return False
    if not leads:
        memory.exercises = memory.section.asks = False
    text = block.text[start + match.end() :]
    asker = said.name if said and start else named_in(match["marker"], memory.scope.roster)
    above = memory.question if leads else None
    _ask(memory, block, index, text, number_of(match), asker)
    if above and memory.question:
        memory.question.parent = above
    return True


def sub_question(memory: Memory, block: Block, index: int) -> bool:
    """`2-1.` is a question under the question 2."""
    match = memory.scope.patterns.sub_question.match(block.said)
    number = number_of(match) if match else None
    if match is None or number is None or "-" not in number or memory.numbered(number.split("-")[0]) is None:
        return False
    _ask(memory, block, index, block.text[match.end() :], number)
    return True


def _ask(
    memory: Memory, block: Block, index: int, text: str, number: str | None, asker: str | None = None
) -> None:
    to_mentor = words.TO_MENTOR_MARK.match(text)
    if to_mentor:
        text = text[to_mentor.end() :]
    draft = memory.drafted(block, index, text, asker or memory.whose(block), marked=True)
    draft.number = number
    draft.to = "mentor" if to_mentor else None
    if number and "-" in number:
        draft.parent = memory.numbered(number.split("-")[0])
    memory.open_question(draft)


def reply(memory: Memory, block: Block, index: int) -> bool:
    """`A.`, `답변)`, `⇒`, `(+)`, `생각)`, `확인:`: a reply to the open question, or to its number."""
    read = mark_of(memory, block)
    if read is None:
        return False
    mark, number = read
    apart = memory.question is not None and asks_beside(memory, memory.question, block)
    apart = apart or asks_below(memory, block, index)
    apart = apart or (talks_on(memory) and talk.asks_in_talk(memory, block, index))
    listed = apart or (memory.section.asks and block.item and block.depth == 1)
    if mark.kind == "speaker" and listed and ends_asking(mark.rest):
        return False  # in a list of questions, one more person asks
    if mark.kind == "speaker" and talks_on(memory) and talk.asks_into_silence(memory, block, index):
        memory.close_question()
        return True
    question = memory.numbered(number) or memory.question
    if question is None or (question.left and mark.kind == "speaker"):
        return False  # a name alone leads nowhere back
    memory.question = question
    question.left = False
    question.pieces.append(Piece(block, index, mark.rest, mark))
    if mark.by:
        memory.found.speakers[index] = mark.by
    return True


def is_answered_by(patterns: words.Patterns, above: str, line: str) -> bool:
    """Whether a question that is complete stands over a line which neither asks nor goes on asking."""
    if not patterns.question.match(above) or not ends_asking(above):
        return False
    goes_on = (words.ENDS_ASKING, words.ASKS, words.CONNECTS, words.UNSURE, words.GOES_ON)
    return not any(pattern.search(line) for pattern in goes_on)


def asked_by_line(memory: Memory, block: Block, index: int) -> bool:
    """`질문자: 춘향` under a question: who asked it."""
    match = memory.scope.patterns.asked_by.match(block.text) if memory.asking else None
    named = block.text[match.end() :].strip() if match else ""
    if memory.asking is None or not named or "\n" in named:
        return False
    memory.asking.asked_by = memory.scope.roster.canonical(named)
    memory.asking.pieces.append(Piece(block, index, ""))  # it belongs there, and is none of the words
    return True


def beside_question(memory: Memory, block: Block, index: int) -> bool:
    """A cell beside the question of its row: shown with it, and none of its words."""
    if block.beside is None or memory.asking is None:
        return False
    memory.asking.pieces.append(Piece(block, index, ""))
    memory.asking.place = f"{memory.asking.place} {block.beside}".strip()
    named = memory.scope.patterns.asked_by.match(block.text)
    if named:
        memory.asking.asked_by = memory.scope.roster.canonical(block.text[named.end() :].strip())
    return True


def other_call_out(memory: Memory, block: Block, index: int) -> bool:
    """`> [!note] …` beside a call-out that asks: what is noted there is no part of the question."""
    asked = memory.asking.pieces[0].block if block.quoted and memory.asking else None
    if asked is None or not 0 < block.quotes <= asked.quotes:
        return False
    if not _CALL_OUT.match(block.said):
        return False
    memory.close_question()
    return True


def prose(memory: Memory, block: Block, index: int) -> bool:
    """Whatever else: it goes on with the open question."""
    if memory.asking is not None and block.kind != "rule":
        memory.asking.add(block, index)
    return True
