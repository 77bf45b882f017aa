"""Titles of lectures: `7강 Further Questions`, `[DL Basic] 7강`, `Week 2 Lecture 3`."""

import re

from studylog.core.grammar.parts.below import is_over_items
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.moments import Moment
from studylog.core.grammar.state.sections import OpenSection
from studylog.core.grammar.titles.askingheadings import heading_asks
from studylog.core.grammar.titles.headings import LONGEST_SECTION_TITLE, kind_of_title
from studylog.core.grammar.titles.lecturenumbers import numbers_in, without_others
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.grammar.vocabulary.titlewords import MINUTE, NUMBERING, QUESTION_LIST
from studylog.core.late import late
from studylog.core.model import LectureMention
from studylog.core.people.speakers import unsigned
from studylog.core.sought import sought
from studylog.core.text import without_emoji

_LECTURE = sought(
    "강 lec Lec esson",
    r"^(?:[\[(【](?P<course>[^\])】]{1,40})[\])】]\s*)?"
    r"(?P<lead>(?:(?!\d+\s?강|\b[Ll]ec|\b[Ll]esson\s?\d).){0,40}?)"
    r"(?:(?:제\s?)?(?P<number>\d{1,3})\s?강(?![가-힣])|\b(?:[Ll]ectures?|[Ll]essons?|[Ll]ecs?)\.?\s?#?0*(?P<latin>\d{1,3})\b"
    r"|\b강의\s?0*(?P<named>\d{1,3})(?![\d가-힣]))"
    r"(?P<title>.*)$",
)
# `[7강] RNN`, `<9강>`: the brackets are none of its title.
_IN_BRACKETS = late(
    r"^[\[(<【〈《](?P<inside>[^\])>】〉》]*(?:\d\s?강(?![가-힣])|\b[Ll]ec)[^\])>】〉》]*)[\])>】〉》]\s*"
)
# One of these is in every lecture, also where a picture parts its letters.
_IN_LECTURE = ("강", "c", "esson")
# 강 alone is in many words: only with its number a lecture is looked for.
_NUMBERED_LECTURE = late(r"\d\s?강|강의\s?\d|[Ll]ec|[Ll]essons?\s?\d")
_WEEK = late(r"(?:[Ww]eek\s?\d+|\d+\s?주차?)\s*$")
_NO_TITLE = late(
    r"further\s+questions?|심화\s?질문|강의|퀴즈|quiz|질문(?:들|하기)?|질의\s?응답|문답|q\s?&\s?a|questions?|정리|복습|내용|과제|review|notes?|[/·,&+]|및",
    re.IGNORECASE,
)
_LONGEST_PLAIN_TITLE = 24
_LONGEST_BRACKETED = 60
# `3강 과제 제출`, `3강 이후 진도`: what is done with a lecture, or when.
_WITH_A_LECTURE = late(r"과제|제출|수강|완료|예정|이후|이전|까지|부터|진도|참고|참조")
# `4강 7분`, `4강 확률 21분쯤`, `Lecture 4 @ 12:30`: where in it what is asked below arose. In brackets stands
# how long it is, and a clock behind words may be that of a day.
_AT_A_MOMENT = sought(
    "분 : min",
    r"(?P<title>(?:\s[^\W\d][^\d()（）\[\]:：\n]{0,24}\s)?)\s?[-–—@~,·]?\s?"
    r"(?:(?:\d{1,2}\s?시간\s?)?\d{1,3}\s?분(?:\s?\d{1,2}\s?초)?|(?<![가-힣a-z]\s)\d{1,3}:[0-5]\d(?::[0-5]\d)?|\d{1,3}\s?min)"
    r"(?:\s?[~–-]\s?(?:\d{1,3}\s?분|\d{1,3}:[0-5]\d))?(?:\s?(?:쯤|경|정도|즈음|부근|근처|부터|대))?(?:\s?(?:부분|질문))?"
    r"\s*(?:[-–—:：]\s+(?P<behind>[^\W\d][^()（）\[\]:：\n]{1,40}))?[:：]?\s*",
)
_HOW_LONG = late(r"총|전체|길이|분량|시간|약\s|남은|\b(?:total|length|about)\b", re.IGNORECASE)


def lecture_heading(memory: Memory, block: Block) -> bool:
    """`7강 Further Questions`, `[DL Basic] 7강`, `Week 2 Lecture 3`: a lecture begins."""
    if not any(letter in block.text for letter in _IN_LECTURE):
        return False
    text = NUMBERING.sub("", without_emoji(block.text)).strip()
    match = _lecture_in(text)
    if match is None or not _is_lecture_line(memory, block, match):
        return False
    memory.close_question()
    memory.person = None
    if memory.section.kind == "papers":
        memory.open_section(OpenSection("questions", block.text, block.level), block.line)
    memory.heading = block.text
    numbers, rest = numbers_in(match)
    memory.course = _course(memory, match)
    memory.lecture = numbers[0]
    # A line stands below the heading that names its lectures: `**Lecture 15**` below `## Lectures 14 & 15`.
    memory.lecture_level = block.level or memory.lecture_level
    further = kind_of_title(memory, text) == "further"
    memory.exercises = further
    memory.section.asks = further or bool(QUESTION_LIST.search(text)) or _asks_above(memory, block)
    if block.kind == "heading":
        memory.found.section_kinds[block.line] = "further" if further else "questions"
    moment = _moment(rest) if len(numbers) == 1 else None
    memory.moment = Moment(block.text, block) if moment else None
    title = _title(moment["title"] + (moment["behind"] or "") if moment else rest)
    memory.found.lectures += [LectureMention(memory.course, number, title, block.line) for number in numbers]
    return True


def _moment(rest: str) -> re.Match[str] | None:
    """The minute that stands behind the number of a lecture, and what the title says before it."""
    match = _AT_A_MOMENT.fullmatch(rest)
    told = match is not None and any(sign.search(match["title"]) for sign in (_HOW_LONG, _WITH_A_LECTURE))
    return None if told else match


def _asks_above(memory: Memory, block: Block) -> bool:
    """Whether a lecture stands below a heading whose lists are questions: `### 3강` of `## 강의별 질문`."""
    section = memory.section
    below = not block.level or block.level > section.level
    return section.asks and below and QUESTION_LIST.search(section.title or "") is not None


def _lecture_in(text: str) -> re.Match[str] | None:
    may_be = _LECTURE.may_be_in(text) and _NUMBERED_LECTURE.search(text)
    return _LECTURE.match(_IN_BRACKETS.sub(r"\g<inside> ", text).strip()) if may_be else None


def _is_lecture_line(memory: Memory, block: Block, match: re.Match[str]) -> bool:
    """Headings may say more; a plain line is a lecture heading only when it says nothing else."""
    lead = _lead(match)
    if heading_asks(block):
        return False
    if block.kind == "heading":
        return True
    if "\n" in block.text or (memory.agenda_level is not None and not is_over_items(memory.blocks, block)):
        return False  # `2. Lecture 6 questions` is a point of an agenda
    if _is_bracketed_title(block):
        return True
    if lead and not memory.scope.known_course(lead):
        return False
    rest = _NO_TITLE.sub("", match["title"]).strip(" :：-–—()[]")
    apart = block.bold or _is_over_what_is_asked(memory, block) or _is_plain_title(memory, block, match)
    return not rest or (apart and len(match["title"]) <= LONGEST_SECTION_TITLE)


def _is_bracketed_title(block: Block) -> bool:
    """Whether a paragraph is `<물체 검출 2강 - 앵커>` and no more: a title where nobody writes headings."""
    text = without_emoji(block.text).strip()
    # What stands in round ones is said by the way: `(3강 뒷부분)`.
    whole = None if block.depth or text.startswith("(") else _IN_BRACKETS.fullmatch(text)
    if whole is None or block.links or len(whole["inside"]) > _LONGEST_BRACKETED:
        return False
    return not any(sign.search(whole["inside"]) for sign in (MINUTE, _WITH_A_LECTURE))


def _is_plain_title(memory: Memory, block: Block, match: re.Match[str]) -> bool:
    """Whether a paragraph is `4강 표본분포` and no more, in minutes in which nobody writes headings."""
    if not memory.scope.minutes or block.depth or match["lead"] or len(block.text) > _LONGEST_PLAIN_TITLE:
        return False
    signs = (words.STATES, words.ASKS, _WITH_A_LECTURE)
    if any(sign.search(block.text) for sign in signs) or block.text.endswith("."):
        return False
    return all(one.kind != "heading" for one in memory.blocks)


def _is_over_what_is_asked(memory: Memory, block: Block) -> bool:
    """Whether an item has a list below in which somebody asks: `4강 BERT` over what was asked of it."""
    if not block.item or not is_over_items(memory.blocks, block):
        return False
    return ends_asking(unsigned(memory.blocks[block.index + 1].text, memory.scope.roster)[0])


def _lead(match: re.Match[str]) -> str:
    """What stands before the number of a lecture, without the week and other numbers."""
    return _WEEK.sub("", without_others(match["lead"])).strip(" -–:·|")


def _course(memory: Memory, match: re.Match[str]) -> str | None:
    """The note's course, unless the heading names another one that the settings know."""
    lead = _lead(match)
    known = memory.scope.known_course(match["course"]) or memory.scope.known_course(lead)
    return known or memory.stated_course or memory.scope.course or match["course"]


def _title(rest: str) -> str | None:
    """What a lecture heading says beyond its number: `RNN` of `7강 RNN`."""
    if not _NO_TITLE.sub("", rest).strip(" :：-–—()[]?!~"):
        return None
    title = re.sub(r"further\s+questions?", "", rest, flags=re.IGNORECASE).strip(" :：-–—|·")
    # Of `질문 정리 (7강 TCP)` the bracket was opened in front of the number.
    return (title if "(" in title else title.removesuffix(")")) or None


def lecture_of_title(title: str) -> int | None:
    """The lecture that the title of a note names, when it names one: `NLP 특강 Lec 3`."""
    match = _lecture_in(without_emoji(title).strip())
    numbers = numbers_in(match)[0] if match else ()
    return numbers[0] if len(numbers) == 1 else None
