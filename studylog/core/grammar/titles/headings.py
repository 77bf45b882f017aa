"""What headings mean: a section, a course, or a paragraph somebody pasted."""

import re

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.people.persons import whose_questions
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.sections import OpenSection
from studylog.core.grammar.vocabulary.titlewords import NUMBERING, QUESTION_LIST
from studylog.core.late import late
from studylog.core.model import SectionKind
from studylog.core.text import without_emoji

# `3. 논문 리뷰` numbers a section; `1) 의미와 이점` numbers a point of what was pasted.
NUMBERED_SECTION = late(r"^\s*\d{1,2}\s?\.(?!\d)\s*(?=\S)")
LONGEST_SECTION_TITLE = 40
# `Questions for office hours (Thu 2-4, Prof. Lindqvist)`: what is said by the way makes no title longer.
_BY_THE_WAY = late(r"\s*[(（][^()（）\n]{1,40}[)）]\s*$")
# What a lecture is divided into; papers and mentoring are none of it.
_OF_A_LECTURE = ("questions", "further", "other")
_WHOLLY = late(
    r"\bfaq\b|멘토링(?:\s?(?:질문|노트|회의록|일지|정리))?\s*$|\bmentoring(?:\s(?:session|notes))?\s*$",
    re.IGNORECASE,
)


def section_of_title(memory: Memory, title: str) -> None:
    """What the title of a note says of all of it: `8/30 질문 모음`, `FAQ`, `9/10 멘토링`."""
    text = without_emoji(title).strip()
    asks = bool(QUESTION_LIST.search(text))
    kind = kind_of_title(memory, text)
    if memory.scope.minutes and (asks or _WHOLLY.search(text)) and kind in ("questions", "mentoring"):
        memory.section = OpenSection(kind, level=1, asks=asks and kind == "questions")


def section_heading(memory: Memory, block: Block) -> bool:
    """A numbered heading, or one with the words of a section, begins a section."""
    text = without_emoji(block.text).strip()
    numbered = bool(NUMBERED_SECTION.match(text))
    kind = kind_of_title(memory, text)
    deeper = block.level > memory.section.level
    if memory.section.kind == "papers" and deeper:
        return _inside_papers(memory, text)
    if numbered and deeper and memory.section.numbered and kind == "other":
        return False
    if not numbered and not _is_plain_section(memory, block, text, kind):
        return False
    asks = bool(QUESTION_LIST.search(text)) or kind == "further"
    section = OpenSection(kind, block.text, block.level, numbered, asks)
    if kind == "questions":
        section.asker = whose_questions(memory, NUMBERING.sub("", text).strip())
    if kind in _OF_A_LECTURE and _is_below_lecture(memory, block):
        _open_in_lecture(memory, section, block.line)
    else:
        memory.open_section(section, block.line)
        memory.lecture_level = None
    memory.exercises = kind == "further"
    return True


def _is_above_lecture(memory: Memory, block: Block) -> bool:
    """Whether a heading is larger than that of the lecture, and can be nothing within it."""
    return memory.lecture_level is not None and block.level < memory.lecture_level


def _is_below_lecture(memory: Memory, block: Block) -> bool:
    """Whether a heading stands deeper than that of the lecture, and divides only what is of it."""
    return memory.lecture_level is not None and block.level > memory.lecture_level


def _open_in_lecture(memory: Memory, section: OpenSection, line: int) -> None:
    """A section begins, and the lecture stays."""
    course, lecture, stated = memory.course, memory.lecture, memory.stated_course
    memory.open_section(section, line)
    memory.course, memory.lecture, memory.stated_course = course, lecture, stated


def _is_plain_section(memory: Memory, block: Block, text: str, kind: SectionKind) -> bool:
    """Whether a heading without a number is a section: by its words, or beside others without one."""
    deeper = block.level > memory.section.level and not _is_above_lecture(memory, block)
    if memory.question is not None and (deeper or memory.section.numbered):
        known = kind != "other" and not deeper and len(text) <= LONGEST_SECTION_TITLE
        return known or (not memory.section.numbered and block.level in memory.own_levels)
    if kind != "other":
        return len(_BY_THE_WAY.sub("", text)) <= LONGEST_SECTION_TITLE
    return not deeper and memory.section.title is not None


def _inside_papers(memory: Memory, text: str) -> bool:
    """Below a section for papers, a heading for questions stays inside; all else is left to the papers."""
    if QUESTION_LIST.search(text) and len(text) <= LONGEST_SECTION_TITLE:
        memory.close_question()
        memory.section.asks = True
        return True
    return False


def kind_of_title(memory: Memory, text: str) -> SectionKind:
    """The kind of section that a title begins by its words, whatever its number."""
    bare = NUMBERING.sub("", text).strip()
    return next((kind for kind, pattern in memory.scope.patterns.sections if pattern.search(bare)), "other")


def course_heading(memory: Memory, block: Block) -> bool:
    """A heading that is the name of a course: what follows is about that course."""
    course = memory.scope.known_course(NUMBERING.sub("", without_emoji(block.text)))
    if course is None:
        return False
    memory.close_question()
    memory.stated_course = memory.course = course
    memory.lecture = None
    return True


def pasted_heading(memory: Memory, block: Block) -> bool:
    """Any other heading closes nothing but a section of papers that it stands above."""
    if memory.section.kind == "papers" and block.level <= memory.section.level:
        memory.open_section(OpenSection("other", block.text, block.level), block.line)
    elif memory.asking is not None and not _is_own(memory, block):
        memory.asking.add(block)
    elif memory.asking is not None and _expects_more(memory) and block.level > memory.section.level:
        memory.close_question()
        memory.divided_at = block.level
    elif memory.asking is not None:
        # What was pasted may look like this, too: the lecture stays.
        _open_in_lecture(memory, OpenSection("other", block.text, block.level), block.line)
    else:
        if memory.question is not None and block.level in memory.own_levels:
            memory.close_question()  # the text had left it before, and its section ends here, too
        memory.own_levels.add(block.level)
        memory.divided_at = block.level
    return True


def _expects_more(memory: Memory) -> bool:
    """Whether headings below divide where anybody may ask without a mark, or what is said of a paper."""
    return memory.paper is not None or memory.section.kind in ("questions", "mentoring")


def _is_own(memory: Memory, block: Block) -> bool:
    """Whether a heading stands beside the section, lecture or question that is open, or one right over that.

    A numbered one is a point of something, unless the question beside it is numbered, too.
    """
    blocks = [piece.block for piece in memory.asking.pieces] if memory.asking else []
    asked = blocks[0] if blocks else None
    # What is quoted has its answer inside; of a question that alone is quoted, more may be pasted below.
    if (
        asked is not None
        and asked.quotes > block.quotes
        and any(one.quotes > block.quotes for one in blocks[1:])
    ):
        return True
    if asked is not None and asked.kind == "heading" and asked.level == block.level:
        return not NUMBERING.match(block.text) or NUMBERING.match(asked.text) is not None
    own = block.level in memory.own_levels if memory.section.title is None else False
    beside = own or block.level in (memory.section.level, memory.lecture_level, memory.divided_at)
    # A larger one may be pasted, too, but not as the first that is said to a question.
    beside = beside or (len(blocks) == 1 and _is_above_lecture(memory, block))
    return beside and not NUMBERING.match(block.text)
