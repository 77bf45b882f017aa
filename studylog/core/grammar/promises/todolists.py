"""What a meeting lists as to be done: items under *할 일* or *Action items*, rows of a table of tasks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studylog.core.grammar.parts.below import Below, is_over_items
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.late import late
from studylog.core.people.listing import is_nobody, listed, looks_like_name
from studylog.core.people.roster import Roster, bare_name
from studylog.core.people.speakers import speaker
from studylog.core.sought import sought
from studylog.core.text import without_emoji
from studylog.core.values import replace

_LONGEST_TITLE = 40
# `오늘 할 일` is what a meeting is about, and `지난 할 일` what was one.
# `Action items for next week`, `To do before Thursday`; those `from last time` were to be done.
_THINGS_EN = (
    r"(?:action\s?(?:items?|points?)|(?:things\s)?to[-\s]?dos?(?:\s(?:list|items?))?|next\s(?:steps|actions))"
)
_UNTIL_EN = r"(?:(?:for|until|till?|by|before)\s(?:the\s)?[\w/,.\s-]{2,24})"
_TITLE = sought(
    "할 올 액션 까지 ction CTION do Do DO teps ext",
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:(?:(?:다음|담)\s?(?:주|시간|모임|회의|스터디|번|날)?|그\s?때|내일|모레|주말|이번\s?주)(?:까지|에)?|각자|개인별?|앞으로|남은)\s?)?"
    r"(?:(?:해야\s?)?할\s?(?:일|것|거)(?:들)?(?:\s?(?:목록|리스트))?|해\s?올\s?것|액션\s?아이템"
    r"|(?:(?:다음|담)\s?(?:주|시간|모임|회의|스터디|번)|그\s?때)까지"
    rf"|(?i:(?:(?:new|open|next)\s)?{_THINGS_EN}(?:\s(?:and|[&/+])\s(?:open\s)?{_THINGS_EN})?(?:\s{_UNTIL_EN})?"
    r"|(?:to\sdo\s)?(?:before|by|until|till)\s(?:the\s)?next\s(?:time|week|meeting|session|class|lecture|seminar)))"
    r"\s*(?:[(（][^()（）\n]{1,20}[)）])?\W*",
)
_UNTIL_THEN = late(r"\W*그\s?때까지")
_DAY = late(r"\d{1,2}(?:/|월\s?)\d{1,2}일?")
_NEXT_MEETING = late(r"next\s(?:time|meeting|session|class|lecture|seminar)", re.IGNORECASE)
_NOTHING = late(r"\W*(?:없음|없습니다|미정|none|n/?a|tb[ad]|nothing|https?://\S+)?\W*", re.IGNORECASE)
# `참고: …` and `the loss is …` only tell something, and `we met …` tells what was.
_TELLS = late(
    r"\W*(?:(?:예|예시|참고|주의|비고|note|nb|e\.?g\.?)\s?[:：]"
    # `다음 주 발표 순서: 몽룡 → 춘향`, `장소: 3층`
    r"|[^:：\n]{0,16}(?:순서|장소|일시|시간|준비물|벌금|모더(?:레이터)?|발표자|서기|사회자?)\s?[:：]"
    r"|(?:the|an?|this|that|it|there|these|we|they|our)\b[^,?!\n]*?\b(?:is|are|has|have)\b|(?:we|they)\s\w+ed\b)",
    re.IGNORECASE,
)
_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "task": late(
        r"action\s?(?:items?|points?)|to[-\s]?do(?:s|\s?items?)?|(?:해야\s?)?할\s?일|액션\s?아이템",
        re.IGNORECASE,
    ),
    "perhaps": late(
        r"tasks?|what|items?|actions?|작업|업무|과제|항목|내용|액션|뭘|무엇을?|뭐", re.IGNORECASE
    ),
    "who": late(
        r"owner|assignee|assigned(?:\sto)?|responsible|who|담당자?|책임자?|맡은\s?사람|이름|누가",
        re.IGNORECASE,
    ),
    "due": late(
        r"due(?:\sdate)?|deadline|by(?:\swhen)?|기한|마감(?:\s?(?:일|기한))?|언제까지|완료\s?예정일?",
        re.IGNORECASE,
    ),
    "state": late(r"status|state|done\??|상태|완료(?:\s?여부)?", re.IGNORECASE),
}
_DONE = late(r"\W*(?:완료|끝|done|closed|o)\W*|[✅✔☑]\ufe0f?|\[[xX]\]", re.IGNORECASE)
# `✅ 자료 올리기`, `자료 올리기 (완료)`; `6/10까지 설문 완료` is still to do.
_SAYS_DONE = late(
    r"^\s*[✅✔☑]|[(（:：–—-]\s*(?:완료|끝|done)\b[^()（）\n]{0,20}[)）]?\s*$|^(?!.*까지).*\s완료[\s.!]*$|[✅✔☑]\ufe0f?\s*$",
    re.IGNORECASE,
)


class Task(NamedTuple):
    """What a row of a table has to be done: by whom, until when as written, and whether it is."""

    said: str
    people: tuple[str, ...]
    until: str
    done: bool
    line: int


def over_things_to_do(memory: Memory, block: Block) -> bool:
    """A line over a list of things to do: what was asked above does not go on there."""
    if not is_over_tasks(memory.blocks, block):
        return False
    memory.close_question()
    return True


def table_of_things_to_do(memory: Memory, block: Block) -> bool:
    """A table of them: neither does it go on there."""
    if not memory.scope.minutes or not any(tasks_of(block, memory.scope.roster)):
        return False
    memory.close_question()
    return True


def to_do_items(blocks: Sequence[Block], roster: Roster) -> Mapping[int, str]:
    """The items that stand under a title of things to do, each with that title.

    One that stands over others is a task where it says who does what, and they are details of it; else it
    is only a word for them. What stands under *Done* is none any more.
    """
    found: dict[int, str] = {}
    below, task, done = Below(is_title_of_tasks), None, False
    for block in blocks:
        below.reach(block)
        if block.kind == "heading":
            done = _DONE.fullmatch(block.text) is not None
        if block.kind != "text" or (task is not None and block.depth > task):
            continue
        task = None
        over = is_over_items(blocks, block)
        if is_over_tasks(blocks, block):
            below.line = _on_that_day(blocks, block)
        elif over and _DONE.fullmatch(block.text):
            task = block.depth
        elif below.title is not None and not done and _may_be_task(block, roster, over=over):
            found[block.index], task = below.title, block.depth
    return found


def day_until(title: str) -> str:
    """What a title of tasks says of their day; of the next meeting, that says nothing."""
    return "" if _NEXT_MEETING.search(title) else title


def says_a_task(text: str) -> bool:
    """Whether an item says what to do, and not that there is nothing, or how something is."""
    return not _NOTHING.fullmatch(text) and not _TELLS.match(text)


def says_done(block: Block) -> bool:
    """Whether a task is struck out, or says of itself that it is done."""
    return block.struck or _SAYS_DONE.search(block.text) is not None


def tasks_of(block: Block, roster: Roster) -> Iterator[Task]:
    """The tasks in a table with a column for them, and for who does them or until when."""
    columns = _columns_of(block.rows[0]) if len(block.rows) > 1 else {}
    for offset, row in enumerate(block.rows[1:] if columns else ()):
        cells = {name: row[at] for name, at in columns.items() if at < len(row)}
        said = cells.get("task", "").strip()
        if said and says_a_task(said):
            done = _DONE.fullmatch(cells.get("state", "").strip()) is not None
            people = _named(cells.get("who", ""), roster)
            yield Task(said, people, cells.get("due", ""), done, block.line + 2 + offset)


def is_title_of_tasks(block: Block) -> bool:
    """Whether a heading or a line over a list says that things to do follow."""
    return len(block.text) <= _LONGEST_TITLE and _TITLE.fullmatch(without_emoji(block.text)) is not None


def _on_that_day(blocks: Sequence[Block], title: Block) -> Block:
    """A title, `그때까지 해올 것`, that names the day of the line before it."""
    before = blocks[title.index - 1].text if _UNTIL_THEN.match(title.text) and title.index else ""
    day = _DAY.search(before)
    return replace(title, text=f"{day[0]}까지") if day else title


def is_over_tasks(blocks: Sequence[Block], block: Block) -> bool:
    """Whether a line is only the title of the things to do below it: `그때까지 해올 것`."""
    return block.kind == "text" and is_title_of_tasks(block) and is_over_items(blocks, block)


def _may_be_task(block: Block, roster: Roster, *, over: bool) -> bool:
    """Whether an item, or a line of its own that says who does it, may be a thing to do."""
    if not block.item:
        return not (block.depth or over or "\n" in block.text) and _assigns(block, roster)
    return not over or _assigns(block, roster)


def _assigns(block: Block, roster: Roster) -> bool:
    told = speaker(block.text, roster)
    return told is not None and bool(told.rest.strip())


def _columns_of(heads: Sequence[str]) -> Mapping[str, int]:
    """Where the columns are; nothing where the table is about anything but tasks."""
    columns: dict[str, int] = {}
    for at, head in enumerate(heads):
        bare = without_emoji(head).strip(" *:：")
        name = next((name for name, pattern in _COLUMNS.items() if pattern.fullmatch(bare)), None)
        if name is not None:
            columns.setdefault(name, at)
    surely = "task" in columns
    if not surely and "perhaps" in columns:
        columns["task"] = columns["perhaps"]
    # `작업 | 담당` may tell whose part of the work is which.
    told = {"who", "due"} & columns.keys()
    return columns if "task" in columns and told and (surely or len(told) == 2) else {}


def _named(cell: str, roster: Roster) -> tuple[str, ...]:
    """Those of a cell who are known, else the first that may be a name."""
    names = [bare_name(name) for name in listed(without_emoji(cell)) if not is_nobody(name)]
    known = (roster.resolve(name).person for name in names)
    found = tuple(dict.fromkeys(person.name for person in known if person))
    return found or tuple(name for name in names if looks_like_name(name))[:1]
