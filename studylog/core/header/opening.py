"""What the first lines of a body say of its meeting, where no header does: `참석자: 도우리, 서가람`.

Notes come without a header, too: what one would say then stands in lines, items, a table or a call-out under
the title. A line counts only when its value is what its label promises: a day, or names and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from studylog.core.dates.reading import DateParts, find_date, parse_moment
from studylog.core.header.reading import Header
from studylog.core.late import late
from studylog.core.people.listing import is_nobody, listed, looks_like_name
from studylog.core.people.roster import bare_name
from studylog.core.text import without_emoji
from studylog.core.values import replace

_LINES = 40
_LONGEST_VALUE = 120
_LONGEST_DAY = 60
_PREFIX = r"(?:(?:오늘의?|회의|모임|스터디|세미나|미팅|진행|meeting)\s?)?"
# What a label is called, and what it is called where only somebody known to be there makes it one.
_LABELS = {
    "date": r"날짜|일시|일자|date|when",
    "created": r"작성\s?(?:일시?|날짜|일자)?(?=\W+(?:19|20)\d\d)|created(?:\sat)?",
    "author": r"작성자|서기|기록자|written by|scribe|note[- ]?taker|minute[- ]?taker|(?:notes|minutes) by",
    "maybe_author": r"작성|기록|notes?|minutes",
    "moderator": r"모더레이터|진행자|사회자|facilitator|moderator|chair(?:ed by)?",
    "maybe_moderator": r"진행|사회|host|lead",
    "attendees": r"(?:참석|참가|참여|출석)(?:자|\s?(?:인원|명단|멤버))?"
    r"|멘티(?!\w)|(?:모인|온|(?:함께|같이)\s?한)\s?(?:사람|분)(?:들)?"
    r"|attendees|participants|(?:members )?present|(?:in )?attendance|attending"
    r"|who(?:(?:'s| was| is) (?:there|here))?|here",
    "absent": r"(?:불참|결석)(?:자|\s?인원)?|못\s?온\s?(?:사람|분)|absent(?:ees)?|apologies|regrets",
}
_LABEL = late(
    r"(?:^|(?<=[|/·;,~])|(?<=\.\s))[^\w\n|/·;,~]*"
    + _PREFIX
    + "(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LABELS.items())
    + r")(?:\s?[(（][^()（）\n]{1,20}[)）])?"
    r"(?:[\s*_]*(?:::?|：|=>|\||[-–—](?=\s))|\s*\t|\s?\*\*(?=\s)|(?<=\sby)(?=\s)|(?=\s@?(?:19|20)\d\d\D)|[\s*_]*$)",
    re.IGNORECASE,
)
_HEADING = late(r"\s{0,3}#{1,6}\s+(?P<title>\S.*)$")
_ABOUT_THE_MEETING = late(
    r"정보|개요|참석|출석|\b(?:info|details|overview|attendance|logistics)", re.IGNORECASE
)
_ITEM = late(r"\s*(?:[-*+•·●○▪]|\d{1,2}[.)])\s+(?P<task>\[[ xX]\]\s+)?")
# `👥 도우리, 서가람`: a picture of people is a label, too.
_PICTURED = late(r"[\s>*_+-]*[👥👨👩🧑👫]\ufe0f?\s*(?=[가-힣A-Z])")
_AROUND = " \t\r*_|/·;,~>"
_SHORT_NAME = late(r"[가-힣]")
_MEETS = late(
    r"회의|모임|스터디|세미나|미팅|스크럼|데일리|회차|\b(?:meeting|study|seminar|group|club|circle|sync|scrum|minutes)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 80
_TITLED = late(r"(?:제목|title)\s?[:：]\s*(?P<title>\S.{0,78}\S)$", re.IGNORECASE)
_BEGINS_WITH_DAY = late(r"(?:19|20)\d\d\s?[-./년].{0,40}$")
_SENTENCE = late(r"[.!?:：|,]$|^[-*+>|<`]")


def with_opening(header: Header, body: str) -> Header:
    """The header, and what it leaves unsaid as the first lines of the body say it."""
    told = _told(body)
    if not told:
        return header
    there = _names(told.get("attendees", ()))
    fields: dict[str, object] = {
        "date": next((value for value in told.get("date", ()) if _is_day(value)), None),
        "created": _moment(told.get("created", ())),
        "attendees": there,
        "absent": _names(told.get("absent", ())),
    }
    for field in ("author", "moderator"):
        known = [name for name in _names(told.get(f"maybe_{field}", ())) if _is_there(name, there)]
        fields[field] = next(iter((*_names(told.get(field, ())), *known)), None)
    missing = {name: value for name, value in fields.items() if value and not getattr(header, name)}
    return replace(header, **missing) if missing else header  # type: ignore[arg-type]


def day_of_first_line(body: str) -> DateParts | None:
    """The day in the first line of a body, or right below it, where that is the name of a meeting."""
    _, first, below = _first_line(body)
    if len(first) > _LONGEST_TITLE or not _MEETS.search(first):
        return None
    return find_date(first) or (find_date(below) if _BEGINS_WITH_DAY.match(below) else None)


def name_of_first_line(body: str) -> tuple[str, int, bool] | None:
    """What the first line of a body calls its meeting, the empty lines above, and whether it is a heading.

    It says so itself (`제목: …`), or has the day of a meeting in it; a plain line also when what is said
    of the meeting begins right below.
    """
    above, first, below = _first_line(body)
    heading = _HEADING.match(first)
    text = heading["title"] if heading else first
    called = _TITLED.match(text)
    if called:
        return called["title"], above, bool(heading)
    if len(text) > _LONGEST_TITLE or not _MEETS.search(text) or _SENTENCE.search(text):
        return None
    if any(_labelled(without_emoji(text))):
        return None
    told = bool(_BEGINS_WITH_DAY.match(below)) or any(_labelled(without_emoji(below)))
    return (text, above, bool(heading)) if find_date(text) or (told and not heading) else None


def _first_line(body: str) -> tuple[int, str, str]:
    """How many empty lines a body begins with, its first line, and the one right below."""
    lines = [line.strip() for line in body.split("\n", _LINES)[:_LINES]]
    at = next((at for at, line in enumerate(lines) if line), 0)
    return at, lines[at], lines[at + 1] if at + 1 < len(lines) else ""


def _told(body: str) -> dict[str, list[str]]:
    """The values behind the labels, by field; names may also stand in the lines below their label."""
    told: dict[str, list[str]] = {}
    alone: str | None = None
    for line, title in _first_lines(body):
        text = without_emoji(line if title is None else title.rstrip("# \t\r"))
        labelled = (_labelled(text) or _pictured(line)) if len(text) <= _LONGEST_VALUE else []
        for field, value in labelled:
            told.setdefault(field, []).extend([value] if value else [])
            alone = None if value else field
        if text and not labelled and alone:
            below = _below(line)
            told[alone] += [below] if below else []
            alone = None if below is None else alone
    return told


def _labelled(text: str) -> list[tuple[str, str]]:
    """The labels of a line, each with what stands behind it."""
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return [
        (label.lastgroup or "", text[label.end() : end].strip(_AROUND))
        for label, end in zip(labels, ends, strict=False)
    ]


def _pictured(line: str) -> list[tuple[str, str]]:
    """Who was there, behind a picture of people and no other label."""
    picture = _PICTURED.match(line)
    return [("attendees", without_emoji(line[picture.end() :]).strip(_AROUND))] if picture else []


def _first_lines(body: str) -> Iterator[tuple[str, str | None]]:
    """The lines under the title, up to a heading that begins something else; of headings their titles."""
    headings = 0
    for line in body.split("\n", _LINES)[:_LINES]:
        heading = _HEADING.match(line)
        if line.lstrip().startswith(("```", "~~~")):
            return
        title = heading["title"] if heading else None
        if title and not _ABOUT_THE_MEETING.search(title):
            headings += 1
            if headings > 1:
                return
        yield line, title


def _below(line: str) -> str | None:
    """The names on a line below their label, '' for somebody who is not ticked; None where it has others."""
    item = _ITEM.match(line)
    text = without_emoji(line[item.end() :] if item else line).strip(_AROUND)
    if _names_of(text) is None:
        return None
    return "" if item and item["task"] and item["task"].startswith("[ ") else text


def _names(values: Sequence[str]) -> tuple[str, ...]:
    names = (name for value in values for name in _names_of(value) or ())
    return tuple(dict.fromkeys(names))


def _names_of(value: str) -> tuple[str, ...] | None:
    """The people that a value names; None where it says anything else."""
    parts = listed(value)
    people = [part for part in parts if not is_nobody(part)]
    if not parts or not all(_is_name(part, len(parts)) for part in people):
        return None
    return tuple(map(bare_name, people))


def _is_there(name: str, there: Sequence[str]) -> bool:
    """Whether somebody is named who was there, in full or without the family name."""
    return name in there or (len(name) > 1 and any(one.endswith(name) for one in there))


def _is_name(part: str, beside: int) -> bool:
    name = bare_name(part)
    return looks_like_name(name) or (beside > 1 and _SHORT_NAME.fullmatch(name) is not None)


def _is_day(value: str) -> bool:
    return len(value) <= _LONGEST_DAY and find_date(value) is not None


def _moment(values: Sequence[str]) -> datetime | None:
    return next((moment for value in values if (moment := parse_moment(value))), None)
