"""Papers by the days that come, named by their weekdays or from today on: `(화) VGG - 몽룡 / BERT - 춘향`."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from studylog.core.dates.due import due
from studylog.core.dates.reading import find_date, on_year, weekday_number
from studylog.core.findings import Place
from studylog.core.grammar.papers.paperturns import are_presented, presents
from studylog.core.grammar.papers.plans import NO_PAPER, UNDECIDED, planned
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import names_in, title_in
from studylog.core.late import late
from studylog.core.model import NotePaper

# What comes first on its line; `발표` says that somebody presents, whatever the title above is.
_DAY = late(
    r"\s*(?:[(\[](?P<weekday>[월화수목금토일])(?:요일)?[)\]]\s*[:：]?|(?P<named>[월화수목금토일])(?:요일)?\s?[:：]"
    r"|(?P<english>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]{2,5}day|day|s|rs?|urs)?)\.?\s?[:：]"
    r"|(?P<full>(?:(?:다음|담)\s?주\s?)?[월화수목금토일]요일|내일|모레)(?:은|는|에는|의)?"
    r"|(?P<date>\d{1,2}(?:/|월\s?)\d{1,2}일?(?:\s?\([월화수목금토일]\))?)\s*[:：]?)"
    r"\s*(?P<presented>(?:논문\s?)?(?:발표|리뷰)(?:\s?논문)?(?:은|는)?(?=\s?[:：\s]))?\s*[:：]?(?<=[\s:：)\]])\s*(?=[A-Z\"“가-힣])"
)
_NAME = r"[^\s\-–—:：()\d,·/&+]{1,20}"
_NAMES = rf"(?P<names>{_NAME}(?:\s?[,·&+]\s?{_NAME}){{0,3}})"
# The names of papers are in Latin letters: `(화) 모델 정리 - 몽룡` plans another thing.
_MORE = r"[:：]\s[^\n:：가-힣]{6,99}"
_TITLE = rf"(?P<title>[A-Z\"“][^\n:：가-힣]{{1,99}}?(?:{_MORE}?)?)"
_PAPER = late(rf"{_TITLE}\s*(?:\s[-–—]\s|[:：]\s?|(?=[(（]))(?P<open>[(（])?{_NAMES}(?(open)[)）])\s*")
# `목요일 : 춘향 ColBERT`: who presents may stand before it, with a sign or without.
_BY_WHOM = late(
    rf"(?P<names>{_NAME})(?:\s?[-–—:：]\s?|\s)(?P<title>[A-Z\"“][^\n:：가-힣]{{1,99}}(?:{_MORE})?)"
)
_BETWEEN = late(r"\s+[/+]\s+|,\s+(?=[A-Z\"“])")
_NEXT_WEEK = late(r"(?:다음|담)\s?주|(?i:next\sweek)")
_LONGEST = 160
_WEEK = 7


def day_of_plan(memory: Memory, block: Block) -> bool:
    """`(화) VGG - 몽룡 / BERT - 춘향` below a title for papers, or `내일 발표 : VGG (몽룡)`."""
    if not memory.scope.meeting or _DAY.match(block.text) is None:
        return False
    lines = enumerate(block.text.split("\n"), block.line)
    found = [paper for at, line in lines for paper in _papers(memory, line, at, memory.over(block))]
    if not found or not (are_presented(memory, block) or beside.of_items(memory, block, _any_presents)):
        return False
    memory.found.papers += found
    return True


def _any_presents(_: Memory, items: Sequence[Block]) -> bool:
    """Whether one of the items says that somebody presents on its day."""
    return any((day := _DAY.match(item.text)) and day["presented"] for item in items)


def _papers(memory: Memory, line: str, at: int, above: str) -> list[NotePaper]:
    """The papers of a line, where each of them names who presents it."""
    begins = _DAY.match(line) if len(line) <= _LONGEST else None
    when = _when(begins, above, memory.scope.day) if begins and memory.scope.day else None
    if begins is None or when is None:
        return []
    said = line[begins.end() :].strip()
    row = _by_whom(memory, said)
    rows = [row] if row else [*map(_PAPER.fullmatch, _BETWEEN.split(said))]
    found = [paper for row in rows if row and (paper := _planned(memory, row, at, when))]
    # One of one on a day of the calendar is a turn.
    several = len(found) > 1 or any(len(paper.presenters) > 1 for paper in found)
    return found if len(found) == len(rows) and (several or not begins["date"]) else []


def _by_whom(memory: Memory, said: str) -> re.Match[str] | None:
    """A paper behind the name of somebody who is known."""
    row = _BY_WHOM.fullmatch(said)
    return row if row and memory.scope.roster.resolve(row["names"]).person else None


def _planned(memory: Memory, row: re.Match[str], at: int, when: date) -> NotePaper | None:
    title, names = title_in(row["title"]), names_in(row["names"], memory.scope.roster)
    if not title.name or NO_PAPER.fullmatch(title.name) or UNDECIDED.search(row["title"]):
        return None
    if not names or not all(presents(memory, name) for name in names):
        return None
    return planned((title,), Place(memory.scope.path, at), names, when)


def _when(begins: re.Match[str], above: str, day: date) -> date | None:
    """The day that a line begins with: a weekday alone is one that comes, or that of the meeting itself."""
    if begins["date"]:
        parts = find_date(begins["date"])
        return on_year(parts, day) if parts else None
    if begins["full"]:
        return due(begins["full"], day)
    number = weekday_number(begins["weekday"] or begins["named"] or begins["english"]) or 0
    if _NEXT_WEEK.search(above):
        return day + timedelta(_WEEK + number - day.weekday())
    return day + timedelta((number - day.weekday()) % _WEEK)
