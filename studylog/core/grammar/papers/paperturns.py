"""Papers in one line with who presents them: `3/17 춘향 - Wide & Deep`, `"VGG" 발표 (춘향)`."""

import re
from collections.abc import Sequence

from studylog.core.dates.forms import DAY_OF_MONTH_EN
from studylog.core.dates.reading import on_year, parse_date
from studylog.core.findings import Place
from studylog.core.grammar.papers.plans import NO_MEETING, UNDECIDED, planned
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import PaperDraft, names_in, title_in
from studylog.core.grammar.vocabulary.titlewords import NUMBERING, SECTION_ALONE
from studylog.core.late import late
from studylog.core.model import NotePaper
from studylog.core.people.listing import looks_like_korean_name
from studylog.core.people.roster import bare_name
from studylog.core.people.speakers import is_speaker_name
from studylog.core.sought import sought

# Every line is looked at: a pattern that begins with a figure is searched several times as fast.
_MAY_BE_TURN = late(
    r"\d(?:\s?[/.월]\s?\d|(?<=[a-z.]\s\d)\d?(?:st|nd|rd|th)?(?!\w)|(?:st|nd|rd|th)?\s(?:J[au]|Feb|Ma[ry]|A[pu]|Sep|Oct|Nov|Dec))"
)
# `Fri 26 Nov`, `Friday, Nov 26`
_DAY_OF_WEEK_EN = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s)?"
_WEEKDAY = r"(?:\s?\(?[월화수목금토일]\)?|\s?\([^()\n]{1,4}\))?"
# `2.1` may number a chapter.
_DAY = rf"(?P<day>\d{{1,2}}(?:/|월\s?)\d{{1,2}}일?{_WEEKDAY}|{_DAY_OF_WEEK_EN}{DAY_OF_MONTH_EN})"
_ANY_DAY = rf"(?P<day>\d{{1,2}}(?:/|\.\s?|월\s?)\d{{1,2}}[일.]?{_WEEKDAY}|{_DAY_OF_WEEK_EN}{DAY_OF_MONTH_EN})"
# Of a family name and a given one of one syllable, friends say that; it has to be known.
_ONE = r"[^\s\-–—:：()\d,·&+]{1,20}"
# `춘향, 몽룡 - Xception`: several present together.
_AND = r"(?:\s?[,·&+]\s?|\sand\s)"
_NAME = rf"(?P<name>{_ONE}(?:{_AND}{_ONE}){{0,3}})"
_BETWEEN_NAMES = late(_AND)
_TITLE = r"(?P<title>(?=[^\n]*[A-Za-z])\S[^\n:：]{1,99}?)"
_IN_BRACKETS = rf"\s*[(（]{_NAME.replace('name', 'inside')}[)）]"
# `Xception, 발표자 춘향`, `Xception (발표: 춘향)`
_BY = rf"\s*[,/(（]\s*발표자?(?:\s?[:：])?\s?{_NAME}[)）]?"
_APART = r"\s*(?:\s[-–—]\s|[:：])\s*"
# `BERT: Pre-training of Deep Bidirectional Transformers`
_WITH_A_COLON = r"(?P<title>[A-Z][^\n:：()]{1,40}[:：]\s\S[^\n:：]{3,99}?)"
_QUOTES = r"[\"“”‘「『《][^\n\"“”’」』》]{2,120}[\"“”’」』》]"
# A day, a name and a title in any order: where the name stands last, the title has to look like one.
_TURNS = (
    late(rf"{_ANY_DAY}\s*[:：,–—-]?\s*{_NAME}{_APART}(?P<title>\S[^\n]{{1,99}})"),
    late(rf"{_DAY}\s*(?:[:：]|\s[-–—]\s)?\s*{_TITLE}{_BY}"),
    late(rf"{_DAY}\s*(?:[:：]|\s[-–—]\s)?\s*{_TITLE}(?:{_APART}{_NAME}|{_IN_BRACKETS})"),
    late(rf"{_DAY}\s*(?:[:：]|\s[-–—]\s)\s*{_WITH_A_COLON}{_IN_BRACKETS}"),
    late(rf"{_DAY}\s*(?:[:：]|\s[-–—]\s)?\s*{_WITH_A_COLON}\s[-–—]\s{_NAME}"),
    late(rf"{_NAME}{_APART}{_TITLE}\s*[(（]{_DAY}[)）]"),
    late(rf"{_NAME}{_APART}{_WITH_A_COLON}\s*[(（]{_DAY}[)）]"),
    late(rf"{_TITLE}{_APART}{_NAME}\s*[(（]{_DAY}[)）]"),
    late(rf"(?P<title>{_QUOTES})\s*[-–—:,]\s*{_NAME}\s*[-–—:,]\s*{_DAY}"),
    # Behind a dash, a name ends a title that has a colon, too.
    late(
        rf"{_DAY}\s*[:：]\s*(?P<title>(?=[^\n]*[A-Za-z])\S[^\n]{{1,140}}?)\s[-–—]\s*{_NAME}"
        r"(?:\s(?:presents|presenting|leads|발표))?"
    ),
    late(rf"{_DAY}\s*[:：]\s*(?P<title>(?=[^\n]*[A-Za-z])\S[^\n]{{1,140}}?),\s{_NAME}"),
    late(rf"{_DAY}\s*[(（]{_NAME}[)）]\s*(?:[:：]|[-–—]\s)\s*(?P<title>[A-Z\"“][^\n]{{1,120}})"),
)
# `8/9 춘향 GAT`: without any sign, where all of a list is written so.
_BARE_TURN = late(
    rf"{_DAY}\s+{_NAME}\s+(?P<title>[A-Z][A-Za-z0-9+&-]*(?:\s[A-Za-z0-9+&:,'-]+)*(?:\s?[(（][^()（）\n]{{2,80}}[)）])?)"
)
IN_QUOTES = late(rf"{_QUOTES}\s*(?:[(（][^()（）]*[)）])?")
_QUOTED = late(
    r"[\"“”‘「『《](?P<title>[^\"“”’」』》\n]{2,120})[\"“”’」』》]\s*(?:논문\s?)?(?:리뷰|발표|소개|review|presented)\s*"
    r"(?:by\s+(?P<by>[^()\n]{2,40})|[-–—(（]\s*(?P<names>[^()（）\n]{2,40}?)\s*[)）]?)"
)
# `첫 번째 : 8/19 Xception (춘향)`: which of the turns it is.
_ORDINAL = sought(
    "번째 회 주차",
    r"^\s*(?:(?:첫|두|세|네|다섯)\s?번째|\d{1,2}\s?(?:회차?|주차))\s*[:：)–—-]\s*",
    re.MULTILINE,
)
# `9/30 BERT (춘향) ← 한 주 쉼`: what else is said of a turn.
_REMARK = sought("← <-", r"\s+(?:←|<-)\s[^\n]*$", re.MULTILINE)
LONGEST_TITLE = 40
_LONGEST_TURN = 160
_SAYS_MORE = late(r"[:：]\s*\w")  # behind a label: no title over others
_LATIN_TITLE = late(r"[A-Za-z\"“][^가-힣\n]{2,119}")
_PRESENTED = late(
    r"발표|논문|presentation|[Pp]apers?\b|talks\b|[Jj]ournal\s[Cc]lub|\bJC\b|[Rr]eading\s(?:[Cc]lub|[Gg]roup)"
)
NEXT_MEETING = late(
    r"(?:\W|\d{1,2}[.)])*(?:(?:다음|담)\s?(?:번\s?|주\s?)?(?:세미나|모임|회의|스터디|시간|주)"
    r"|(?i:next\s(?:meeting|seminar|session|time|week)))"
)
_PLAN = late(r"일정|계획|schedule|plan|^\W*(?:up\s?)?next\W*$|upcoming|coming\sup", re.IGNORECASE)


def turn_line(memory: Memory, block: Block) -> bool:
    """`3/17 춘향 - Wide & Deep` below a title for papers or presentations: who presents what, and when.

    A title of no paper yet, `maybe "Xception"?`, asks nobody.
    """
    said = _ORDINAL.sub("", _REMARK.sub("", block.text)) if _MAY_BE_TURN.search(block.text) else ""
    lines = [line.strip() for line in said.split("\n")] if said else []
    rows = [(at, row) for at, line in enumerate(lines, block.line) if (row := _row(memory, line))]
    if rows and not (
        are_presented(memory, block)
        or beside.of_items(memory, block, _some_are_quoted)
        or _come_next(memory, block)
    ):
        return False
    if not rows and lines and _are_listed(memory, block):
        bare = _BARE_TURN.fullmatch(block.text)
        rows = [(block.line, bare)] if bare and _all_present(memory, bare) else []
    found = [turn for at, row in rows if (turn := _turn(memory, row, at))]
    memory.found.papers += found
    return bool(found) or any(UNDECIDED.search(row["title"]) for _, row in rows)


def _row(memory: Memory, line: str) -> re.Match[str] | None:
    rows = (row for form in _TURNS if len(line) <= _LONGEST_TURN and (row := form.fullmatch(line)))
    return next((row for row in rows if _all_present(memory, row)), None)


def _turn(memory: Memory, row: re.Match[str], at: int) -> NotePaper | None:
    parts = parse_date(row["day"])
    when = on_year(parts, memory.scope.day) if parts else None
    title, names = title_in(row["title"]), names_in(_name(row), memory.scope.roster)
    if when is None or not title.name or SECTION_ALONE.fullmatch(title.name):
        return None
    if NO_MEETING.search(title.name) or UNDECIDED.search(row["title"]):
        return None
    return planned((title,), Place(memory.scope.path, at), names, when)


def _some_are_quoted(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether a list has a title in quotes behind a day and somebody known, so that all of it is a plan."""
    rows = (_row(memory, item.text) for item in items if item.item)
    return memory.scope.meeting and any(
        row and IN_QUOTES.fullmatch(row["title"]) and _all_known(memory, row) for row in rows
    )


def _come_next(memory: Memory, block: Block) -> bool:
    """Whether a list below a plan or the title of the next meeting has known people and titles by day."""
    next_one = memory.scope.meeting and NEXT_MEETING.match(NUMBERING.sub("", memory.over(block)))
    if not (_is_plan_of_papers(memory, block) or (next_one and is_of_papers(memory))):
        return False
    return beside.of_items(memory, block, _are_titles_by_day)


def _are_titles_by_day(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether each item with a day, unless nothing is told of it, is somebody known with a title."""
    dated = [item.text for item in items if item.item and _MAY_BE_TURN.search(item.text)]
    rows = [_row(memory, text) for text in dated if not (NO_MEETING.search(text) or UNDECIDED.search(text))]
    known = [row for row in rows if row and _all_known(memory, row)]
    titles = [row["title"].strip() for row in known]
    if len(known) < len(rows) or not all(map(_LATIN_TITLE.fullmatch, titles)):
        return False
    # Of one title alone, more is asked.
    return len(titles) > 1 or any(not title[0].islower() for title in titles)


def _are_listed(memory: Memory, block: Block) -> bool:
    """Whether a list below a plan, in minutes of what was read, has people and names of papers by day."""
    return _is_plan_of_papers(memory, block) and beside.of_items(memory, block, _are_all_turns)


def _is_plan_of_papers(memory: Memory, block: Block) -> bool:
    """Whether a block stands below a title of a plan, in minutes of what was read."""
    heading = memory.over(block)
    planned_there = _PLAN.search(heading) or _PRESENTED.search(heading)
    return bool(memory.scope.meeting and planned_there and is_of_papers(memory))


def is_of_papers(memory: Memory) -> bool:
    """Whether minutes tell of a paper above, or say in their title that papers are read."""
    return bool(memory.found.papers or memory.paper or _PRESENTED.search(memory.scope.title))


def _are_all_turns(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether each item with a day, but for those without a meeting, is a turn of somebody known."""
    rows = [
        _BARE_TURN.fullmatch(item.text)
        for item in items
        if item.item and _MAY_BE_TURN.search(item.text) and not NO_MEETING.search(item.text)
    ]
    return len(rows) > 1 and all(row and _all_known(memory, row) for row in rows)


def _all_present(memory: Memory, row: re.Match[str]) -> bool:
    return all(presents(memory, name) for name in _BETWEEN_NAMES.split(_name(row)))


def _all_known(memory: Memory, row: re.Match[str]) -> bool:
    return all(is_speaker_name(name, memory.scope.roster) for name in _BETWEEN_NAMES.split(_name(row)))


def _name(row: re.Match[str]) -> str:
    groups = row.groupdict()
    return groups.get("name") or groups.get("inside") or ""


def are_presented(memory: Memory, block: Block) -> bool:
    """Whether a section is for papers, or what stands over a list, or the item over its items, says so."""
    above = next((one for one in memory.upwards(block) if _is_over(one, block)), None)
    short = above is not None and len(above.text) <= LONGEST_TITLE and not _SAYS_MORE.search(above.text)
    return memory.section.kind == "papers" or bool(short and above and _PRESENTED.search(above.text))


def _is_over(above: Block, block: Block) -> bool:
    return not above.item or above.depth < block.depth


def quoted_paper(memory: Memory, block: Block) -> bool:
    """`"Attention Is All You Need" 발표 (춘향)` in a meeting: a paper that somebody presented."""
    match = _QUOTED.fullmatch(block.text) if memory.scope.meeting else None
    named = (match["by"] or match["names"]) if match else ""
    if match is None or not all(presents(memory, name) for name in named.replace(",", " ").split()):
        return False
    title, names = title_in(match["title"]), names_in(named, memory.scope.roster)
    if not title.name:
        return False
    memory.open_paper(PaperDraft((title,), block.line, presenters=names))
    return True


def presents(memory: Memory, name: str) -> bool:
    """Whether a name may be that of somebody who presents: of somebody known, where the team is."""
    known = is_speaker_name(name, memory.scope.roster)
    return known or (not memory.scope.team and looks_like_korean_name(bare_name(name)))
