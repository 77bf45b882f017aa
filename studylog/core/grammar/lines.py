"""What lines mean for questions: they ask, they reply, or they only go on."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from studylog.core.grammar import beside, talk
from studylog.core.grammar import patterns as words
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.doubting import only_doubts
from studylog.core.grammar.letters import is_a_letter
from studylog.core.grammar.marks import mark_of
from studylog.core.grammar.memory import Memory, QuestionDraft
from studylog.core.grammar.patterns import number_of
from studylog.core.grammar.pieces import Piece
from studylog.core.grammar.titlewords import LABEL_OF_EXERCISES, LABEL_OF_LIST
from studylog.core.late import late
from studylog.core.people.speakers import named_in, speaker

# An arrow in front of a question leads on to it from the one before.
_LEADS_ON = late(r"\s*(?:⇒|=>|→|->|-->|↳|└|ㄴ)\s?")
# Any other call-out: `[!note]`.
_CALL_OUT = late(r"\s*\[!\w{2,12}\][-+]?")
# `먼저 정리할까요?` suggests; `어떻게 할까요?`, `고정해야 할까요?` and `둘이 유사할까요?` ask.
_SUGGESTS = late(
    r"어떨까|어때요|(?<!야)(?<!야\s)(?<!유사)(?<!비슷)(?<!동일)(?<!가능)(?<!필요)(?<!중요)(?<!적합)(?<!적절)(?<!충분)할까요"
    r"|볼까요|shall we|how about|why don't",
    re.IGNORECASE,
)
_ASKS_OPENLY = late(r"어떻게|어떤|무엇|무슨|뭘|뭐[가를]|왜|언제|어디|얼마|걸까요|아닐까요|않을까요")
# A time in brackets behind a question is no other sentence.
_SENTENCE_ENDS = late(r"[.!?？](?=\s+(?![(（\[][^()（）\[\]]{0,10}\d\s?(?::\d\d|분))\S)")


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
    apart = memory.question is not None and _asks_beside(memory, memory.question, block)
    apart = apart or _asks_below(memory, block, index)
    apart = apart or (_talks_on(memory) and talk.asks_in_talk(memory, block, index))
    listed = apart or (memory.section.asks and block.item and block.depth == 1)
    if mark.kind == "speaker" and listed and ends_asking(mark.rest):
        return False  # in a list of questions, one more person asks
    if mark.kind == "speaker" and _talks_on(memory) and talk.asks_into_silence(memory, block, index):
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


def listed_question(memory: Memory, block: Block, index: int) -> bool:
    """A list item under *Further Questions* is an exercise, one under *질문* a question."""
    under_title = block.depth == 1 and (memory.exercises or memory.section.asks)
    if not block.item or not (under_title or block.depth == memory.label_depth):
        return False
    if block.link_only or not re.search(r"\w", block.text):
        return False
    says = words.STATES.search(block.text) and not words.WONDERS.search(block.text)
    if not memory.exercises and says and not words.ASKS.search(block.text):
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
    expected = memory.section.kind in ("questions", "mentoring")
    if block.link_only or not (ends_asking(text) or (expected and words.REQUESTS.search(text))):
        return False
    talked = talk.asks_in_talk(memory, block, index)
    if (words.RHETORICAL.search(text) and not talked) or only_doubts(memory, block, index):
        return False
    above = memory.asking if _asks_below(memory, block, index) else None
    apart = memory.asking is None or above or _asks_beside(memory, memory.asking, block)
    if not apart and not (talked and _talks_on(memory)):
        return False
    answered = talked or _is_answered_inside(memory, block, index)
    apart = bool(block.item) or (memory.scope.minutes and answered)
    listed = memory.scope.meeting and apart and memory.agenda_level is None
    if not expected and (not listed or _SENTENCE_ENDS.search(text) or _suggests(text)):
        return False
    said = speaker(block.text, memory.scope.roster)
    memory.open_question(
        QuestionDraft(
            [Piece(block, index, said.rest if said else block.text)],
            marked=False,
            kind="asked",
            asked_by=said.name if said else _person(memory, block),
            parent=above,
        )
    )
    return True


def _talks_on(memory: Memory) -> bool:
    """Whether what is said next in a talk may ask anew: a marked question has all that follows it."""
    return memory.question is None or not memory.question.marked


def _is_answered_inside(memory: Memory, block: Block, index: int) -> bool:
    """Whether a quote begins here, with another quote inside of it right behind."""
    after = memory.after(index)
    return block.quoted and after is not None and after.quoted and after.quotes > block.quotes


def ends_asking(text: str) -> bool:
    """Whether a text ends as questions do: with their sign, or wondering."""
    return bool(words.ENDS_ASKING.search(text) or words.WONDERS.search(text))


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


def label_of_questions(memory: Memory, block: Block, index: int) -> bool:
    """`질문:` or `Questions` alone on a line over a list: its items are questions."""
    following = memory.after(index)
    if following is None or not following.item or following.depth != block.depth + 1:
        return False
    if not LABEL_OF_LIST.fullmatch(block.text):
        return False
    memory.close_question()
    memory.label_depth = following.depth
    memory.exercises = bool(LABEL_OF_EXERCISES.search(block.text))
    return True


def _suggests(text: str) -> bool:
    """Whether a question only proposes something: `먼저 정리할까요?`."""
    return bool(_SUGGESTS.search(text)) and not _ASKS_OPENLY.search(text)


def _asks_beside(memory: Memory, question: QuestionDraft, block: Block) -> bool:
    """Whether a line that asks is a question of its own beside the open one, and does not go on with that."""
    first = question.pieces[0].block
    if memory.section.kind == "mentoring" and (not block.depth or (block.depth == 1 and not first.item)):
        return True
    if block.quoted and first.quoted and block.quotes == first.quotes:
        return True
    return not question.marked and bool(block.item and first.item) and block.depth == first.depth


def _asks_below(memory: Memory, block: Block, index: int) -> bool:
    """Whether an item asks on below the open question, where nothing beside it answers."""
    question = memory.asking
    if question is None or question.marked or not block.item:
        return False
    first = question.pieces[0].block
    return bool(first.item) and block.depth > first.depth and beside.of_items(memory, index, _all_ask)


def _all_ask(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether items ask on, all but the marked replies that come before."""
    return all(map(_asks_on, dropwhile(lambda item: not _asks_on(item) and mark_of(memory, item), items)))


def _asks_on(item: Block) -> bool:
    text = words.PIN.sub("", item.text)
    return ends_asking(text) and not words.RHETORICAL.search(text)


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
