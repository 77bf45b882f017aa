"""Lines that ask without a mark: they stand in a list of questions, or end as questions do."""

import re

from studylog.core.grammar.parts.below import is_over_items
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.people.persons import who_asks
from studylog.core.grammar.promises.todolists import is_title_of_tasks
from studylog.core.grammar.questions import talk
from studylog.core.grammar.questions.asksanew import (
    asks_among_replies,
    asks_behind_reply,
    asks_below,
    asks_beside,
    asks_in_box,
    asks_on,
    talks_on,
)
from studylog.core.grammar.questions.doubting import has_words_that_ask, only_doubts
from studylog.core.grammar.questions.topics import asks_nobody
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.titles.askingheadings import begins_at_a_place
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.leftopen import leaves_open
from studylog.core.grammar.vocabulary.markwords import ARROW
from studylog.core.grammar.vocabulary.sentences import (
    ASKS_BEFORE_MORE,
    asks_and_wonders,
    ends_asking,
    goes_beyond_asking,
    only_states,
)
from studylog.core.grammar.vocabulary.titlewords import LABEL_OF_EXERCISES, LABEL_OF_LIST, LABEL_OF_NOTES
from studylog.core.late import late
from studylog.core.people.speakers import signed_by, speaker, unsigned

_FIGURE_EARLY = late(r"\D{0,40}\d")
# `6강 21분 참고` answers: it only says where to look.
_POINTS_THERE = late(r"참고|참조|확인|보시|보면|다시\s보|나와\s?있|나옴|\b(?:see|watch)\b")

# `…요?` and a name behind it ask somebody; `왜 그럴까?` may lead on to what one tells.
_ASKS_SOMEBODY = late(
    r"(?:[가-힣]요|죠|시는\s?분|계신가|나용)\s?[?？]+[\s?？!.~ㅠㅜㅎㅋ]*(?:[(（][^()（）\n]{2,12}[)）]\s*|(?:←|<-)\s?\S{2,12}\s*)?$"
    r"|[가-힣]요[ㅠㅜ]+\s*$"
)
_BEHIND_A_NAME = late(r"\s*[^\s:：)）]{1,12}\s?[:：)）]\s")
_REPLIES = late(rf"\s*(?:{ARROW}|↳|└|ㄴ\s|A\s?[.:)])")


def label_of_questions(memory: Memory, block: Block) -> bool:
    """`질문:` or `Questions` alone on a line over a list: its items are questions."""
    following = memory.after(block)
    if following is None or not following.item or following.depth != block.depth + 1:
        return False
    if not LABEL_OF_LIST.fullmatch(block.text):
        return False
    memory.close_question()
    memory.label_depth = following.depth
    memory.exercises = bool(LABEL_OF_EXERCISES.search(block.text))
    return True


def label_of_notes(memory: Memory, block: Block) -> bool:
    """`**멘토님 말씀 정리**` over a list among questions: what was said, and its items ask nothing."""
    following = memory.after(block)
    if not block.bold or block.depth or following is None or not following.item:
        return False
    if not LABEL_OF_NOTES.search(block.text) or (memory.question is not None and memory.question.marked):
        return False
    memory.close_question()
    memory.exercises = memory.section.asks = False
    return True


def listed_question(memory: Memory, block: Block) -> bool:
    """A list item under *Further Questions* is an exercise, one under *질문* a question."""
    under_title = block.depth == 1 and (memory.exercises or memory.section.asks)
    if not block.item or not (under_title or block.depth == memory.label_depth):
        return False
    if block.link_only or not re.search(r"\w", block.text):
        return False
    above = memory.asking if memory.asking and not memory.asking.answered_at_once else None
    if above and above.pieces[0].block.bold and not ends_asking(block.text):
        return False  # below a bold line that asks, what asks nothing answers
    if not memory.exercises and (only_states(block.text) or _is_below_answer(memory, block)):
        return False
    if not memory.exercises and _is_over_questions(memory, block):
        memory.close_question()
        return True
    draft = memory.drafted(block, block.text, who_asks(memory, block), marked=memory.exercises)
    draft.kind = "exercise" if memory.exercises else "asked"
    memory.open_question(draft)
    return True


def _is_below_answer(memory: Memory, block: Block) -> bool:
    """Whether an item stands in a list below `**답변**`, which answers what was asked in the list above."""
    pieces = memory.asking.pieces if memory.asking else ()
    return any(piece.mark and not piece.text and piece.block.depth < block.depth for piece in pieces)


def _is_over_questions(memory: Memory, block: Block) -> bool:
    """Whether an item only names what one below it asks about: `진로`, over `대학원을 가야 하나요?`."""
    following = memory.after(block)
    if following is None or not following.item or following.depth <= block.depth:
        return False
    named = not ends_asking(block.text) and not has_words_that_ask(block.text)
    return named and asks_on(following)


def unmarked_question(memory: Memory, block: Block) -> bool:
    """Without a mark, a line that asks: where questions are expected, or one sentence in a meeting's list."""
    said = words.PIN.sub("", block.text)
    expected = memory.section.kind in ("questions", "mentoring") or memory.section.asks
    if block.link_only or _is_only_code(block) or not (expected or _may_ask_anything(memory, block, said)):
        return False
    text, by = unsigned(said, memory.scope.roster)
    talked = talk.asks_in_talk(memory, block)
    talked = talked or _wonders_over_reply(memory, block, text, by)
    talked = talked or (by is not None and _asks_over_signed(memory, block, text, by))
    told = talked or _is_replied_to(memory, block)
    asks = told or ends_asking(text) or (expected and words.REQUESTS.search(text))
    asks = asks or _asks_of_a_place(memory, block)
    if not (asks or _asks_indirectly(memory, block, text, by)):
        return False
    if (words.RHETORICAL.search(text) and not talked) or only_doubts(memory, block):
        return False
    if words.OF_THE_CALL.search(text) or (not expected and asks_nobody(text)):
        if memory.question is not None and memory.question.left:
            memory.close_question()  # the sign of a reply behind it leads back to nothing
        return False
    above = memory.asking if asks_below(memory, block) or (by and asks_among_replies(memory, block)) else None
    anew = memory.asking is None or above or asks_beside(memory, memory.asking, block)
    anew = anew or (expected and asks_behind_reply(memory.asking, block))
    if not anew and not (told and talks_on(memory)):
        return False
    answered = told or _is_answered_inside(memory, block)
    more = goes_beyond_asking(text) and not told
    apart = _may_ask(memory, block, answered=answered) or asks_in_box(memory, block)
    if not expected and (more or not apart):
        return False
    draft = memory.drafted(block, block.text, who_asks(memory, block))
    draft.parent = above
    memory.open_question(draft)
    return True


def _is_only_code(block: Block) -> bool:
    return "\x00" in block.said and not block.said.strip("\x00 .,:;")


def _asks_of_a_place(memory: Memory, block: Block) -> bool:
    """Whether a line among questions begins with a minute or an exercise, and states nothing of it."""
    if memory.section.kind != "questions" or (memory.question is not None and memory.question.marked):
        return False
    if "\n" in block.text or not _FIGURE_EARLY.match(block.text) or not begins_at_a_place(block):
        return False
    return not (only_states(block.text) or _POINTS_THERE.search(block.text))


def _may_ask_anything(memory: Memory, block: Block, said: str) -> bool:
    """One look before all others, because most lines have no word that asks, and nothing below them."""
    if (block.item and _is_over_more(memory, block)) or talk.begins_at_a_minute(memory, block):
        return True
    plainly = words.QUESTION_SIGN.may_be_in(said) or words.WONDERS.may_be_in(said) or " vs" in said
    named = bool(block.item) or _BEHIND_A_NAME.match(said) is not None
    return plainly or (named and (words.ASKS_INDIRECTLY.may_be_in(said) or talk.ENDS_OPENLY.may_be_in(said)))


def _asks_indirectly(memory: Memory, block: Block, text: str, by: str | None) -> bool:
    """Whether an item ends in `…는지`, and somebody has signed it, or a marked reply stands below.

    Or begins as English questions do, and has both: somebody who says it, and something below.
    """
    if not block.item:
        return False
    replied = _has_reply_below(memory, block)
    if (by is not None or replied) and words.ASKS_INDIRECTLY.search(text):
        return True
    said = None if by else speaker(text, memory.scope.roster)
    if not (by or said or replied) or not _is_over_more(memory, block):
        return False
    return words.ASKS_IN_ENGLISH.match(said.rest if said else text) is not None


def _is_over_more(memory: Memory, block: Block) -> bool:
    """Whether something stands below an item, or behind its first line."""
    after = memory.after(block)
    if after is None or after.kind != "text":
        return False
    return after.depth > block.depth or (after.depth == block.depth and not after.item)


def _wonders_over_reply(memory: Memory, block: Block, text: str, by: str | None) -> bool:
    """Whether an item of somebody known asks or wonders, whatever else it says, and a list below replies."""
    after = memory.after(block)
    if not block.item or after is None or not is_over_items(memory.blocks, block):
        return False
    doubts = words.RHETORICAL.search(text) is not None
    indirectly = doubts and (words.ASKS_INDIRECTLY.search(text) or ends_asking(text))
    asks = indirectly or asks_and_wonders(text) or _is_replied_by_another(memory, block, text)
    if not asks or ends_asking(after.text):
        return False
    return by is not None or speaker(block.text, memory.scope.roster) is not None


def _is_replied_by_another(memory: Memory, block: Block, text: str) -> bool:
    """Whether somebody asks and says what he thinks, and the list below begins with somebody else."""
    after = memory.after(block)
    if after is None or not ASKS_BEFORE_MORE.search(text):
        return False
    asks, replies = (speaker(one.text, memory.scope.roster) for one in (block, after))
    return asks is not None and replies is not None and asks.name != replies.name


def _asks_over_signed(memory: Memory, block: Block, text: str, by: str) -> bool:
    """Whether a line of minutes asks and is signed, and so is the next one, by somebody else."""
    after = memory.after(block)
    if not memory.scope.minutes or not ends_asking(text) or after is None or after.kind != "text":
        return False
    if block.item or after.line != block.line + block.text.count("\n") + 1:
        return False
    return signed_by(after.text, memory.scope.roster) not in (None, by)


def _has_reply_below(memory: Memory, block: Block) -> bool:
    after = memory.after(block)
    if after is None or not _is_over_more(memory, block):
        return False
    said = speaker(after.text, memory.scope.roster) if after.depth > block.depth else None
    return said is not None or memory.scope.patterns.answer.match(after.said) is not None


def _may_ask(memory: Memory, block: Block, *, answered: bool) -> bool:
    """Whether a line of a meeting may ask where nobody expects it: in a list, or with its answer at hand."""
    apart = bool(block.item) or (memory.scope.minutes and answered)
    return memory.scope.meeting and apart and memory.agenda_level is None and not _is_task(memory, block)


def _is_task(memory: Memory, block: Block) -> bool:
    """Whether an item stands in a list below a line such as `To do`."""
    over = next((one for one in memory.upwards(block) if one.depth < block.depth), None)
    return bool(block.item) and over is not None and over.kind == "text" and is_title_of_tasks(over)


def asks_over_reply(line: str, whole: str) -> bool:
    """Whether a line asks somebody, as with `…요?`, and the sign of an answer stands right behind."""
    if ("?" not in line and "？" not in line) or not _ASKS_SOMEBODY.search(line):
        return False
    at = whole.find(line)
    return at >= 0 and _REPLIES.match(whole[at + len(line) :]) is not None


def _is_replied_to(memory: Memory, block: Block) -> bool:
    """Whether a line of minutes asks so, and the next one begins with the sign of an answer, inside of it.

    Or it asks in letters of its own, and the next one may say as well that nobody knows.
    """
    after = memory.after(block)
    if not memory.scope.minutes or after is None or after.kind != "text" or (block.depth and not block.item):
        return False
    if after.depth < block.depth or after.item or "\n" in block.text or after.line > block.line + 1:
        return False
    if not (block.apart or _ASKS_SOMEBODY.search(block.text)):
        return False
    replied = memory.scope.patterns.answer.match(after.said) is not None
    return replied or (block.apart and leaves_open(after.text))


def _is_answered_inside(memory: Memory, block: Block) -> bool:
    """Whether a quote begins here, with another quote inside of it right behind."""
    after = memory.after(block)
    return block.quoted and after is not None and after.quoted and after.quotes > block.quotes
