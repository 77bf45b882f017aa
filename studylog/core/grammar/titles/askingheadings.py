"""Headings that are questions: those that ask, that name a place in a lecture, and that stand among such.

The summary over what is folded away is one, too.
"""

import re
from collections.abc import Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.locators import LECTURE, locate
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.moments import Moment
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.grammar.vocabulary.titlewords import NUMBERING
from studylog.core.late import late
from studylog.core.people.speakers import unsigned
from studylog.core.text import without_emoji

_EXERCISE = late(r"과제|퀴즈|[Qq]uiz|[Aa]ssignment|[Hh]omework")
# What a lecture's heading says beside its number without asking for anything.
_TITLE_ALONE = late(
    r"further\s+questions?|심화\s?질문|강의|퀴즈|quiz|과제|정리|복습|내용|질문|리뷰|요약|notes?|review"
)
# `가능도와 확률의 차이`: what a heading among questions wants to know.
_WANTS_TO_KNOW = late(
    r"이유|까닭|차이|의미|뜻|정의|방법|과정|원리|역할|관계|기준|유도|증명|해석|왜|어떻게|무엇|뭔지|어떤|언제|부분"
    r"|\b(?:why|how|what|when|where|which|difference|reason|meaning|role|proof|derivation)\b",
    re.IGNORECASE,
)
_WORD = late(r"[^\W\d_]{2,}")


def asking_heading(memory: Memory, block: Block) -> bool:
    """A heading that asks is a question in a section for questions, and beside another one that is.

    There, one that names a minute, a page or an exercise asks about it, and so does one among several others
    that are questions.
    """
    first = memory.question.pieces[0].block if memory.question else None
    same = first is not None and first.kind == "heading" and first.level == block.level
    inside = memory.section.expects_questions and block.level > memory.section.level
    told = ((inside or same) and heading_asks(block)) or (inside and _asks_silently(memory, block))
    if not told:
        return False
    if _is_only_a_place(memory, block):
        memory.moment = Moment(block.text, block)
        return False
    memory.open_question(memory.drafted(block, NUMBERING.sub("", block.text).strip()))
    return True


def asking_bold_line(memory: Memory, block: Block) -> bool:
    """A bold line with a number asks in a section for questions, as a heading would: `**2) 왜 둘인지**`."""
    numbered = NUMBERING.match(block.said) if block.bold and not block.depth else None
    if numbered is None or not memory.section.expects_questions:
        return False
    # Inside of the answer to a marked question, it divides that.
    if memory.asking is not None and (memory.asking.marked or not memory.asking.pieces[0].block.bold):
        return False
    text = unsigned(words.PIN.sub("", block.text), memory.scope.roster)[0]
    if not (heading_asks(block) or ends_asking(text) or words.ASKS_INDIRECTLY.search(text)):
        return False
    memory.open_question(memory.drafted(block, block.text[numbered.end() :]))
    return True


def heading_asks(block: Block) -> bool:
    """Whether a heading ends like a question: with its sign, wondering, or asking for an explanation."""
    bare = words.PIN.sub("", block.text)
    return any(ends.search(bare) for ends in (words.QUESTION_SIGN, words.WONDERS, words.REQUESTS))


def asking_summary(memory: Memory, block: Block) -> bool:
    """A summary that asks, outside of an open question, where questions are expected or in a meeting."""
    text, _ = unsigned(words.PIN.sub("", block.text), memory.scope.roster)
    expected = memory.section.expects_questions or memory.scope.meeting
    if memory.asking is not None or not expected or not ends_asking(text):
        return False
    memory.open_question(memory.drafted(block, block.text))
    return True


def _asks_silently(memory: Memory, block: Block) -> bool:
    """Whether a heading is a question without asking: by the place that it names, or by those beside it."""
    if not _has_something_under_it(memory, block):
        return False
    if _names_a_place(block):
        return True
    if not _says_more_than_its_lecture(block):
        return False
    wants = _WANTS_TO_KNOW.search(block.text) is not None
    return wants and beside.of_headings(memory, block, _some_are_questions)


def _some_are_questions(memory: Memory, headings: Sequence[Block]) -> bool:
    return any(heading_asks(heading) or _names_a_place(heading) for heading in headings)


def begins_at_a_place(block: Block) -> bool:
    """Whether a line begins with a minute, a page or an exercise, and is about it: `9강 CNN 6분 쯤 …`."""
    text = NUMBERING.sub("", without_emoji(block.text)).strip()
    place = locate(text)
    if place is None or not text.lstrip("([（").startswith(place.written.lstrip("([（")):
        return False
    # `10분 휴식` tells how long, where no lecture stands before it.
    lasts = place.lecture is None and "분" in place.written and text[0] not in "([（"
    return not lasts and _names_a_place(block)


def _names_a_place(block: Block) -> bool:
    """Whether a heading names a minute, a page or an exercise, as only questions do."""
    text = without_emoji(block.text)
    place = locate(text)
    if place is None:
        return False
    exercise = _EXERCISE.search(place.written) and _says_more_than_its_lecture(block)
    page = place.page and _says_more_than_its_lecture(block)
    return bool(place.at or place.quiz or page or exercise)


def _is_only_a_place(memory: Memory, block: Block) -> bool:
    """Whether a heading says no more than where a list below it asks: `4강 7분`."""
    following = memory.after(block)
    listed = following is not None and following.item and ends_asking(following.text)
    return bool(listed) and not heading_asks(block) and not _says_more_than_its_lecture(block)


def _says_more_than_its_lecture(block: Block) -> bool:
    rest = _TITLE_ALONE.sub("", LECTURE.sub("", NUMBERING.sub("", without_emoji(block.text))))
    return len(_WORD.findall(rest)) > 1


def _has_something_under_it(memory: Memory, block: Block) -> bool:
    """Whether what follows belongs to a heading, and does not ask anew."""
    following = memory.after(block)
    if following is None or following.kind == "heading":
        return True
    if following.item and memory.section.kind == "further":
        return False
    return not memory.scope.patterns.question.match(following.said)
