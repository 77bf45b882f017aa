"""Papers in one line with who presents them: `3/17 춘향 - Wide & Deep`, `"VGG" 발표 (춘향)`."""

import re

from studylog.core.dates.reading import on_year, parse_date
from studylog.core.findings import Place
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.papers import PaperDraft, names_in, title_in
from studylog.core.grammar.plans import NO_MEETING, planned
from studylog.core.grammar.titlewords import SECTION_ALONE
from studylog.core.late import late
from studylog.core.model import NotePaper
from studylog.core.people.listing import looks_like_korean_name
from studylog.core.people.roster import bare_name
from studylog.core.people.speakers import is_speaker_name

_MAY_BE_TURN = late(r"\d\s?[/.월]\s?\d")
_WEEKDAY = r"(?:\s?\(?[월화수목금토일]\)?|\s?\([^()\n]{1,4}\))?"
# `2.1` may number a chapter.
_DAY = rf"(?P<day>\d{{1,2}}(?:/|월\s?)\d{{1,2}}일?{_WEEKDAY})"
_ANY_DAY = rf"(?P<day>\d{{1,2}}(?:/|\.\s?|월\s?)\d{{1,2}}[일.]?{_WEEKDAY})"
_NAME = r"(?P<name>[^\s\-–—:：()\d]{2,20})"
_TITLE = r"(?P<title>(?=[^\n]*[A-Za-z])\S[^\n:：]{1,99}?)"
_IN_BRACKETS = rf"\s*[(（]{_NAME.replace('name', 'inside')}[)）]"
_APART = r"\s*(?:\s[-–—]\s|[:：])\s*"
# A day, a name and a title in any order: where the name stands last, the title has to look like one.
_TURNS = (
    late(rf"{_ANY_DAY}\s*[:：]?\s*{_NAME}{_APART}(?P<title>\S[^\n]{{1,99}})"),
    late(rf"{_DAY}\s*(?:[:：]|\s[-–—]\s)?\s*{_TITLE}(?:{_APART}{_NAME}|{_IN_BRACKETS})"),
    late(rf"{_NAME}{_APART}{_TITLE}\s*[(（]{_DAY}[)）]"),
    late(rf"{_TITLE}{_APART}{_NAME}\s*[(（]{_DAY}[)）]"),
)
_QUOTED = late(
    r"[\"“”‘「『《](?P<title>[^\"“”’」』》\n]{2,120})[\"“”’」』》]\s*(?:논문\s?)?(?:리뷰|발표|소개|review|presented)\s*"
    r"(?:by\s+(?P<by>[^()\n]{2,40})|[-–—(（]\s*(?P<names>[^()（）\n]{2,40}?)\s*[)）]?)"
)
_LONGEST_TITLE = 40
_LONGEST_TURN = 160
_SAYS_MORE = late(r"[:：]\s*\w")  # behind a label: no title over others
_PRESENTED = late(r"발표|논문|presentation|papers?\b|talks\b")


def turn_line(memory: Memory, block: Block, index: int) -> bool:
    """`3/17 춘향 - Wide & Deep` below a title for papers or presentations: who presents what, and when."""
    lines = [line.strip() for line in block.text.split("\n")] if _MAY_BE_TURN.search(block.text) else []
    turns = (_turn(memory, line, block.line + at) for at, line in enumerate(lines))
    found = [turn for turn in turns if turn]
    if not found or not _are_presented(memory, index):
        return False
    memory.found.papers += found
    return bool(found)


def _turn(memory: Memory, line: str, at: int) -> NotePaper | None:
    rows = (row for form in _TURNS if len(line) <= _LONGEST_TURN and (row := form.fullmatch(line)))
    row = next((row for row in rows if _presents(memory, _name(row))), None)
    parts = parse_date(row["day"]) if row else None
    if row is None or parts is None:
        return None
    when = on_year(parts, memory.scope.day)
    title, names = title_in(row["title"]), names_in(_name(row), memory.scope.roster)
    if when is None or not title.name or SECTION_ALONE.fullmatch(title.name) or NO_MEETING.search(title.name):
        return None
    return planned((title,), Place(memory.scope.path, at), names, when)


def _name(row: re.Match[str]) -> str:
    return row["name"] or row["inside"]


def _are_presented(memory: Memory, index: int) -> bool:
    """Whether a section is for papers, or what stands over a list says that these are presented."""
    above = next((memory.blocks[at] for at in range(index - 1, -1, -1) if not memory.blocks[at].item), None)
    short = above is not None and len(above.text) <= _LONGEST_TITLE and not _SAYS_MORE.search(above.text)
    return memory.section.kind == "papers" or bool(short and above and _PRESENTED.search(above.text))


def quoted_paper(memory: Memory, block: Block, index: int) -> bool:
    """`"Attention Is All You Need" 발표 (춘향)` in a meeting: a paper that somebody presented."""
    match = _QUOTED.fullmatch(block.text) if memory.scope.meeting else None
    named = (match["by"] or match["names"]) if match else ""
    if match is None or not all(_presents(memory, name) for name in named.replace(",", " ").split()):
        return False
    title, names = title_in(match["title"]), names_in(named, memory.scope.roster)
    if not title.name:
        return False
    memory.open_paper(PaperDraft((title,), block.line, presenters=names))
    return True


def _presents(memory: Memory, name: str) -> bool:
    known = is_speaker_name(name, memory.scope.roster)
    return known or (not memory.scope.team and looks_like_korean_name(bare_name(name)))
