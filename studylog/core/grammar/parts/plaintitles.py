"""Titles in plain text, where nobody writes headings: `■ 7강 RNN`, `[2] 논문 리뷰`, `[공지]`."""

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.markpatterns import Patterns
from studylog.core.grammar.vocabulary.titlewords import AGENDA, MINUTE
from studylog.core.late import late
from studylog.core.values import replace

_TITLE = late(
    r"(?:[■□▶▷◆◇●◎▣◈]|\[\d{1,2}\](?=\s)|(?P<bars>[=─━]{2,}))\s*(?P<title>[^\s■□▶▷◆◇●◎▣◈=─━][^\n]{1,29}?)"
    r"\s*(?(bars)[=─━]{2,})"
)
# `[공지]`; `[질문]` and `[답변]` are marks.
_BOXED = late(r"[\[【](?P<title>[^\[\]【】\n]{2,30})[\]】]")
_LECTURE = late(
    r"(?:\[[^\]\n]{1,20}\]\s?)?(?:제\s?)?\d{1,3}\s?강(?![가-힣])|(?i:lec(?:ture)?)\.?\s?#?\d{1,3}\b"
)
# What else minutes are divided into; points of an answer have other names.
_OF_MINUTES = late(
    r"기타(?:\s?사항)?|대회|프로젝트|일정|진행(?:\s?상황)?|역할\s?분담|출석|건의\s?사항|피드백|(?:과제|코드)\s?(?:리뷰|공유)|과제|결정\s?사항"
    r"|회의\s?내용|논의\s?(?:사항|내용)"
)
_MOST_WORDS = 3
# Without a section above, a heading of this level is one; below headings it is the deepest.
_LEVEL = 7


def as_title(block: Block, patterns: Patterns) -> Block:
    """The block as a heading where it is a title that names a lecture or a section, else as it is.

    Points of an answer begin so, too: what names neither ends nothing.
    """
    title = None if block.kind != "text" or block.depth else titled(block.said, patterns)
    if title is None:
        return block
    return replace(block, kind="heading", level=_LEVEL, text=title, said=title)


def titled(line: str, patterns: Patterns) -> str | None:
    """What a line says without its sign, where it is such a title and no sentence or place."""
    line = line.strip()
    match = _TITLE.fullmatch(line) or _BOXED.fullmatch(line)
    if match and line[0] in "[【" and (patterns.question.match(line) or patterns.answer.match(line)):
        return None
    title = match["title"] if match else ""
    if not title or words.ASKS.search(title) or words.STATES.search(title) or words.PIN.search(title):
        return None
    if _LECTURE.match(title):
        return None if MINUTE.search(title) else title
    kinds = (AGENDA.search, _OF_MINUTES.fullmatch, *(pattern.search for _, pattern in patterns.sections))
    named = any(is_of(title) for is_of in kinds)
    return title if named and len(title.split()) <= _MOST_WORDS else None
