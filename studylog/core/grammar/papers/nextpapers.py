"""A paper that is read next, in one line: `다음 논문 (8/20): 춘향, "Xception"`, or below a title for it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from studylog.core.dates.reading import find_date, on_year
from studylog.core.findings import Place
from studylog.core.grammar.papers.paperturns import IN_QUOTES, LONGEST_TITLE, NEXT_MEETING, is_of_papers
from studylog.core.grammar.papers.plans import NAME_OF_A_PAPER, NO_PAPER, UNDECIDED, day_ahead, planned
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import names_in, title_in
from studylog.core.late import late
from studylog.core.people.speakers import is_speaker_name
from studylog.core.sought import sought

# `다음 논문 (8/20): 춘향, "Xception"`: what comes next, in one line, and `발표: …` below a title for it.
_NEXT = sought(
    "다음 ext 발표",
    r"\W*(?:(?P<next>다음\s?(?:주\s?|번\s?)?(?:논문|발표)|(?i:next)\s(?:paper|talk|presentation))|발표)\s?"
    r"(?:[(（](?P<day>[^()（）\n]{3,20})[)）])?\s*[:：]\s*"
    r"(?:(?P<on>\d{1,2}(?:/|월\s?)\d{1,2}일?(?:\s?[(（][월화수목금토일][)）])?)\s*[:：,]?\s+)?"
    r"(?:(?P<name>[^\s,:：()\"“]{2,20})\s?(?:,\s|\s?[-–—:：]\s)(?P<title>\S[^\n]{1,99})"
    r"|(?P<quoted>[\"“][^\"”\n]{2,120}[\"”])\s?[,(–—-]\s?(?P<by>[^()\n]{2,20}?)[)]?)",
)
# `8/20 발표: 춘향 - Xception`, `다음 주 금요일(8/20) 논문: Xception (춘향)`, and below it `그다음(8/27): …`.
_ON_DAY = sought(
    "발표 논문 리뷰 다음",
    r"\W*(?:(?P<then>그\s?다음)(?:\s?주)?|(?:(?:이번|다음|담)\s?주\s?)?(?:[월화수목금토일]요일)?)\s?[(（]?"
    r"(?P<day>\d{1,2}(?:/|월\s?)\d{1,2}일?(?:\s?[(（][월화수목금토일][)）])?)[)）]?"
    r"\s?(?P<label>(?:논문\s?)?(?:발표|리뷰)|논문)?\s?[:：]\s*"
    r"(?:(?P<name>[^\s\-–—:：()\"“]{2,12})\s?(?:,\s|\s[-–—]\s|[:：]\s)(?P<title>\S[^\n]{1,120})"
    r"|(?P<told>\S[^\n]{1,120}?)\s?(?:\s[-–—]\s|[(（])(?P<by>[^\s\-–—:：()\"“]{2,12})[)）]?)\s*",
)
# `Paper: Xception — 춘향` below such a title.
_TO_READ = sought(
    "논문 aper eading",
    r"\W*(?:(?:발표\s?)?논문|(?i:paper|reading))\s?[:：]\s*(?P<title>\S[^\n]{1,120}?)"
    r"\s*(?:\s[-–—]\s|[(（]\s?(?:발표자?\s?[:：]?\s?)?)(?P<by>[^\s\-–—()（）][^\-–—()（）\n]{0,19}?)(?:\s발표)?\s*[)）]?\s*",
)
# `8/20 발표: 춘향 - Xception, 몽룡 - BERT`: one more on that day.
_ONE_MORE = late(r",\s(?=[가-힣A-Za-z]{2,12}\s[-–—]\s)")
_BY_DASH = late(r"\s[-–—]\s")
_WHEN = late(r"\W*(?:(?:일시|날짜|시간|date|when)\s?[:：]|\d{1,2}/\d{1,2}(?=[\s(,]))", re.IGNORECASE)
_NEAR = 3
# `춘향: Xception` below the day of the next meeting: a name in Latin letters, as papers have one.
_NAMED = late(
    r"(?P<name>[^\s:：()\d-]{2,20})\s*(?:[:：]\s*|\s[-–—]\s)(?P<title>[A-Z][A-Za-z0-9 .,:+&/'()-]{2,99})"
)


def next_paper(memory: Memory, block: Block) -> bool:
    """A paper that is read at one of the next meetings, with who presents it."""
    return (
        _announced(memory, block)
        or _read_on_days(memory, block)
        or _read_next(memory, block)
        or _named_below_day(memory, block)
    )


def _announced(memory: Memory, block: Block) -> bool:
    match = _NEXT.fullmatch(block.text) if memory.scope.meeting else None
    if match is None:
        return False
    said = match["title"] or match["quoted"]
    if not match["next"] and not (IN_QUOTES.fullmatch(said) and _is_of_next_meeting(memory, block)):
        return False
    when = _day_of(match["day"] or match["on"] or "", memory) if match["next"] else _day_beside(memory, block)
    return _plan(memory, block, said, match["name"] or match["by"], when)


def _read_on_days(memory: Memory, block: Block) -> bool:
    """`8/20 발표: 춘향 - Xception`, in each line of a block or in the first of them."""
    if not memory.scope.meeting or not _ON_DAY.may_be_in(block.text):
        return False
    lines = block.text.split("\n")
    rows = [row for line in lines if (row := _ON_DAY.fullmatch(line))]
    if len(rows) < len(lines) or not rows[0]["label"] or not all(row["label"] or row["then"] for row in rows):
        return False
    papers = rows[0]["label"].startswith("논문") or is_of_papers(memory)
    turns = [(row["day"], title, by) for row in rows for title, by in _turns_on(row)]
    if not papers or not all(NAME_OF_A_PAPER.fullmatch(title) for _, title, _ in turns):
        return False
    return any([_plan(memory, block, title, by, _day_of(day, memory)) for day, title, by in turns])


def _turns_on(row: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The titles of a day, each with who presents it."""
    if not row["title"]:
        yield row["told"], row["by"]
        return
    first, *more = _ONE_MORE.split(row["title"])
    yield first, row["name"]
    for by, title in (_BY_DASH.split(one, maxsplit=1) for one in more):
        yield title, by


def _read_next(memory: Memory, block: Block) -> bool:
    """`Paper: Xception — 춘향` below the title of the next meeting."""
    match = _TO_READ.fullmatch(block.text) if memory.scope.meeting else None
    above = memory.over(block) if match else ""
    if match is None or not NEXT_MEETING.match(above):
        return False
    when = _day_of(above, memory) or _day_beside(memory, block)
    return _plan(memory, block, match["title"], match["by"], when)


def _plan(memory: Memory, block: Block, said: str, by: str, when: date | None) -> bool:
    """Takes a title that is one and who may present it for a paper to come."""
    title = title_in(said)
    if not title.name or NO_PAPER.fullmatch(title.name) or UNDECIDED.search(said):
        return False
    if not is_speaker_name(by, memory.scope.roster):
        return False
    names = names_in(by, memory.scope.roster)
    memory.found.papers.append(planned((title,), Place(memory.scope.path, block.line), names, when))
    return True


def _is_of_next_meeting(memory: Memory, block: Block) -> bool:
    """Whether a title of the next meeting stands close above."""
    near = memory.preceding(block, _NEAR)
    return any(len(one.text) <= LONGEST_TITLE and NEXT_MEETING.match(one.text) for one in near)


def _day_beside(memory: Memory, block: Block) -> date | None:
    """The day that a line says beside: `일시: 6/8 (수) 14시`, `6/8 20:00, 온라인`."""
    near = (*memory.preceding(block, _NEAR), block, *memory.following(block, _NEAR - 1))
    days = (one.text for one in near if one.depth == block.depth and _WHEN.match(one.text))
    return next((when for text in days if (when := _day_of(text, memory))), None)


def _day_of(text: str, memory: Memory) -> date | None:
    parts = find_date(text)
    return on_year(parts, memory.scope.day) if parts else None


def _named_below_day(memory: Memory, block: Block) -> bool:
    """`춘향: Xception` below the day of the next meeting, in minutes that tell what was read."""
    if not (block.item and block.depth == 1 and memory.scope.meeting and is_of_papers(memory)):
        return False
    turn = _NAMED.fullmatch(block.text)
    when = day_ahead(memory.over(block), memory.scope.day) if turn else None
    if turn is None or when is None or not beside.of_items(memory, block, _are_all_named):
        return False
    names = names_in(turn["name"], memory.scope.roster)
    place = Place(memory.scope.path, block.line)
    memory.found.papers.append(planned((title_in(turn["title"]),), place, names, when))
    return True


def _are_all_named(memory: Memory, items: Sequence[Block]) -> bool:
    turns = (_NAMED.fullmatch(item.text) for item in items if item.item)
    return all(turn and is_speaker_name(turn["name"], memory.scope.roster) for turn in turns)
