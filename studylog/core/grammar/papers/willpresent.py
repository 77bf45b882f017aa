"""One paper in quotes that somebody will present: `Wed: Ada presents "Xception"`, `춘향이 "BERT" 발표`."""

import re
from datetime import date

from studylog.core.dates.due import due
from studylog.core.findings import Place
from studylog.core.grammar.papers.paperturns import LONGEST_TITLE, NEXT_MEETING, is_of_papers
from studylog.core.grammar.papers.plans import day_ahead, planned
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import names_in, title_in
from studylog.core.people.speakers import is_speaker_name
from studylog.core.sought import sought

_QUOTED = r"(?P<title>[\"“](?=[^\"”\n]*[A-Za-z]{2})[^\"”\n]{2,120}[\"”])"
_WHEN = r"\W*(?:(?P<when>[^\"“:：\n]{1,24})[:：]\s+)?"
_TELLS = sought(
    "resent 발표",
    rf"{_WHEN}(?:(?P<name>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)\s"
    r"(?:(?:will\s|to\s|(?:is\s)?going\sto\s)present|(?:is\s)?presenting|presents)\s(?:the\s)?(?:paper\s)?"
    rf"{_QUOTED}(?P<behind>[^\"“\n]{{0,40}})"
    r"|(?P<by>[가-힣]{2,5}?|[A-Z][a-z]{1,14})(?:님)?(?:이|가|은|는)?\s+(?:논문\s)?"
    rf"{_QUOTED.replace('title', 'called')}"
    r"\s?(?:논문|페이퍼|paper)?[을를]?\s?발표(?:하기로(?:\s?함)?|하기|\s?(?:할\s)?예정|할게요|하겠습니다)?[\s.!~]*)",
)
# `1부 춘향: "BERT"`: which part of the next meeting it is.
_IN_PART = sought(
    "부 art",
    rf"\W*(?:\d{{1,2}}\s?부|[Pp]art\s?\d{{1,2}})\s?[.)]?\s+(?P<name>[^\s:：\"“]{{1,15}})\s?(?:[:：]|\s[-–—])\s*{_QUOTED}\s*",
)
_NEAR = 3


def will_present(memory: Memory, block: Block) -> bool:
    """A paper of which a sentence says who will present it, on a day that it names or that stands above."""
    if not memory.scope.meeting or memory.scope.day is None or not ('"' in block.text or "“" in block.text):
        return False
    lines = block.text.split("\n")
    found = [_planned(memory, block, lines, at) for at in range(len(lines))]
    return any(found)


def _planned(memory: Memory, block: Block, lines: list[str], at: int) -> bool:
    told = _TELLS.fullmatch(lines[at]) or (_IN_PART.fullmatch(lines[at]) if is_of_papers(memory) else None)
    if told is None:
        return False
    groups = told.groupdict()
    by, title = groups["name"] or groups.get("by"), groups["title"] or groups.get("called")
    if not by or not title or not is_speaker_name(by, memory.scope.roster):
        return False
    when = _when(memory, block, lines[:at], told)
    if when is None:
        return False
    names, place = names_in(by, memory.scope.roster), Place(memory.scope.path, block.line + at)
    memory.found.papers.append(planned((title_in(title),), place, names, when))
    return True


def _when(memory: Memory, block: Block, above: list[str], told: re.Match[str]) -> date | None:
    """The day that the sentence names, in front or behind, else that of a line or title close above."""
    day, groups = memory.scope.day, told.groupdict()
    if day is None:
        return None
    # `Wed: …` sets a day as `by Wed` would.
    named = due(f"{groups.get('behind') or ''} by {groups.get('when') or ''}", day)
    if named:
        return named
    near = (one.text for one in reversed(memory.preceding(block, _NEAR)) if one.depth == block.depth)
    titles = (*reversed(above), *near, memory.over(block))
    short = (title for title in titles if len(title) <= LONGEST_TITLE)
    return next((when for title in short if (when := _ahead(title, day))), None)


def _ahead(title: str, day: date) -> date | None:
    return day_ahead(title, day) or (due(title, day) if NEXT_MEETING.match(title) else None)
