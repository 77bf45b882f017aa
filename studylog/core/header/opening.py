"""What the first lines of a body say of its meeting, where no header does: `참석자: 도우리, 서가람`.

Notes come without a header, too: what one would say then stands in lines, items, a table or a call-out under
the title. A line counts only when its value is what its label promises: a day, or names and nothing else.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from studylog.core.dates.reading import DateParts, begins_with_date, find_date, parse_moment
from studylog.core.header.firstlines import FIRST_LINES, HEADING, as_read, first_lines
from studylog.core.header.keys import PEOPLE
from studylog.core.header.labels import MAYBE, labels
from studylog.core.header.reading import Header
from studylog.core.header.ticks import in_roles, ticked
from studylog.core.late import late
from studylog.core.people.listing import is_nobody, known_apart, listed, looks_like_name
from studylog.core.people.names import is_role
from studylog.core.people.roster import Roster, bare_name
from studylog.core.text import without_emoji
from studylog.core.values import replace

_NOBODY = Roster()
_LONGEST_VALUE = 120
_LONGEST_DAY = 60
_PREFIX = r"(?:(?:오늘의?|회의|모임|스터디|세미나|미팅|진행|meeting)\s?)?"
# A field named behind `maybe_` is only meant where somebody known to be there stands behind its label.
_LABELS = {
    **{field: labels(field) for field in ("date", "created", "updated", *PEOPLE)},
    **{f"maybe_{field}": names for field, names in MAYBE.items()},
}
_LABEL = late(
    r"(?:^|(?<=[|/·;,~])|(?<=\.\s))[^\w\n|/·;,~]*"
    + _PREFIX
    + "(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LABELS.items())
    + r")(?:\s?[(（][^()（）\n]{1,20}[)）])?"
    r"(?:[\s*_]*(?:::?|：|=>|\||[-–—](?=\s))|\s*\t|\s?\*\*(?=\s)|(?<=\sby)(?=\s)|(?=\s@?(?:19|20)\d\d\D)|(?=\s@[^\W\d])|[\s*_]*$)",
    re.IGNORECASE,
)
_ITEM = late(r"\s*(?:[-*+•·●○▪]|\d{1,2}[.)])\s+(?P<task>\[[ xX]\]\s+)?")
# `👥 도우리, 서가람`: a picture of people is a label, too.
_PICTURED = late(r"[\s>*_+-]*[👥👨👩🧑👫]\ufe0f?\s*(?=[가-힣A-Z])")
# `참석 길동, 춘향 | 서기 춘향`: without its sign, where all who are named are known.
_UNSIGNED = late(
    r"[^\w\n]*(?P<said_of>"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LABELS.items() if "date" not in field)
    + r")\s+(?P<said>[^\n]{2,80})",
    re.IGNORECASE,
)
_BETWEEN_CELLS = late(r"\s*[|/]\s*")
# `우리 - 감기, 솔 – 여행`: why somebody was not there.
_BECAUSE = late(r"\s[-–—]\s[^,，;/|·]+")
_LABEL_BEHIND = late(r"[^\w\n]*(?P<said>[^:：\n]{2,80}?)\s(?:참석|참여)(?:함|했음)?[\s.!/,]*")
# `<span>하람</span> 이하람`: the picture of somebody, as Notion shows who it is, and the name.
_TAG = late(r"<[^<>\n]{1,40}>")
_ONCE_MORE = late(r"(?<![가-힣])(?P<given>[가-힣]{1,3})\s+(?=[가-힣]{1,2}(?P=given)(?![가-힣]))")
# `강산들(학회)`, of somebody who is away.
_WHY_AWAY = late(r"(?<=\w)\s*[(（][^()（）]*[)）]$")
_AROUND = " \t\r*_|/·;,~>"
_SHORT_NAME = late(r"[가-힣]")
_MEETS = late(
    r"회의|모임|스터디|세미나|미팅|스크럼|데일리|회차|\b(?:meeting|study|seminar|group|club|circle|sync|scrum|minutes)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 80
_TITLED = late(rf"(?:{labels('title')})\s?[:：]\s*(?P<title>\S.{{0,78}}\S)$", re.IGNORECASE)
_BEGINS_WITH_DAY = late(r"(?:19|20)\d\d\s?[-./년].{0,40}$")
# `Session 3, September 25, 2025, room 204` below the name of a group.
_BEGINS_WITH_NUMBER = late(
    r"(?:(?:session|meeting|week)\s?#?\d{1,3}|제?\s?\d{1,3}\s?(?:회차?|차시?))(?!\w).{0,50}(?:19|20)\d\d",
    re.IGNORECASE,
)
_SENTENCE = late(r"[.!?:：|,]$|^[-*+>|<`]")


class Opening(NamedTuple):
    """A header with what the first lines of a body add, and which lines have the day and the names added."""

    header: Header
    day: int | None = None
    people: Mapping[str, int] = MappingProxyType({})


class _Value(NamedTuple):
    """What stands behind a label, or in a line below it, and the line of the file that has it."""

    text: str
    line: int


def with_opening(header: Header, body: str, body_line: int = 1, roster: Roster = _NOBODY) -> Opening:
    """The header, and what it leaves unsaid as the first lines of the body say it.

    Between people of the roster, a blank is enough.
    """
    header = _apart(header, roster)
    told = _told(body, body_line, roster)
    if not told:
        return Opening(header)
    day = next((one for one in told.get("date", ()) if _is_day(one.text)), None)
    away = [value._replace(text=_BECAUSE.sub("", value.text)) for value in told.get("absent", ())]
    there, absent = _names(told.get("attendees", ()), roster), _names(away, roster)
    people = absent | there
    fields: dict[str, object] = {
        "date": day and day.text,
        "created": _moment(told.get("created", ())),
        "updated": _moment(told.get("updated", ())),
        "attendees": tuple(there),
        "absent": tuple(absent),
    }
    for field in ("author", "moderator"):
        maybe = _names(told.get(f"maybe_{field}", ()), roster)
        named = _names(told.get(field, ()), roster) or {
            name: maybe[name] for name in maybe if _is_there(name, there)
        }
        fields[field] = next(iter(named), None)
        people |= named
    missing = {name: value for name, value in fields.items() if value and not getattr(header, name)}
    if not missing:
        return Opening(header)
    return Opening(replace(header, **missing), day.line if day and "date" in missing else None, people)  # type: ignore[arg-type]


def _apart(header: Header, roster: Roster) -> Header:
    """The header with those apart whom it names in one, and with those absent of whom it says so."""
    if all(map(str.isalnum, (*header.attendees, *header.absent))):
        return header
    header = replace(header, absent=tuple(_WHY_AWAY.sub("", name) for name in header.absent))
    listed_there = [ticked(name) for name in header.attendees]
    away = tuple(name for _, names in listed_there for name in names)
    names = [said.strip(" ,") for said, _ in listed_there]
    there = tuple(one for said in names for one in (known_apart(said, roster) or (said,)) if one)
    if there == header.attendees:
        return header
    return replace(header, attendees=there, absent=(*header.absent, *away))


def day_of_first_line(body: str) -> tuple[DateParts, int] | None:
    """The day in a first line that names a meeting, or right below, and the lines above that day."""
    above, first, below = _first_line(body)
    if len(first) > _LONGEST_TITLE or not _MEETS.search(first):
        return None
    day = find_date(first)
    if day is None and _BEGINS_WITH_DAY.match(below):
        day, above = find_date(below), above + 1
    if day is None and HEADING.match(first):
        day, above = _numbered_day(body, above)
    return (day, above) if day else None


def _numbered_day(body: str, at: int) -> tuple[DateParts | None, int]:
    """The day in the line that stands next below a heading and numbers its meeting, and the lines above.

    A line that begins with the day says of a meeting that it is one by the weekday or the time.
    """
    lines = body.split("\n", FIRST_LINES)[at + 1 : FIRST_LINES]
    below = next((below for below, line in enumerate(lines, at + 1) if line.strip()), at)
    line = as_read(lines[below - at - 1]).strip(" \t\r*_") if below > at else ""
    if len(line) > _LONGEST_TITLE:
        return None, below
    day = find_date(line)
    begins = day and (day.time or day.weekday is not None) and begins_with_date(line)
    return (day if begins or _BEGINS_WITH_NUMBER.match(line) else None), below


def name_of_first_line(body: str) -> tuple[str, int, bool] | None:
    """What the first line of a body calls its meeting, the empty lines above, and whether it is a heading.

    It says so itself (`제목: …`), or has the day of a meeting in it; a plain line also when what is said
    of the meeting begins right below.
    """
    above, first, below = _first_line(body)
    heading = HEADING.match(first)
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
    lines = [as_read(line).strip() for line in body.split("\n", FIRST_LINES)[:FIRST_LINES]]
    at = next((at for at, line in enumerate(lines) if line), 0)
    return at, lines[at], lines[at + 1] if at + 1 < len(lines) else ""


def _told(body: str, first: int, roster: Roster) -> dict[str, list[_Value]]:
    """The values behind the labels, by field; names may also stand in the lines below their label."""
    told: dict[str, list[_Value]] = {}
    alone: str | None = None
    begun = False
    for at, (written, title) in enumerate(first_lines(body), first):
        line, away = ticked(written) if title is None else (written, ())
        text = without_emoji(line if title is None else title.rstrip("# \t\r"))
        labelled = _labels_in(text, line, roster) if len(text) <= _LONGEST_VALUE else []
        for field, value in labelled:
            told.setdefault(field, []).extend([_Value(value, at)] if value else [])
            for role, name in in_roles(value) if field == "attendees" else ():
                told.setdefault(f"maybe_{role}", []).append(_Value(name, at))
            alone, begun = None if value else field, False
        if text and not labelled and alone:
            item = _ITEM.match(line) is not None
            # What stands below a list of names is none of it.
            below = _below(line, roster) if item or not begun else None
            begun = item
            told[alone] += [_Value(below, at)] if below else []
            alone = None if below is None and not away else alone
        if away and {"attendees", "absent"} & {alone, *(field for field, _ in labelled)}:
            told.setdefault("absent", []).append(_Value(", ".join(away), at))
    return told


def _labels_in(text: str, line: str, roster: Roster) -> list[tuple[str, str]]:
    """The labels of a line; a picture of people is one, and before or behind those who are known any word."""
    labelled = _labelled(text) or _pictured(line)
    if labelled or not roster.people:
        return labelled
    cells = map(_UNSIGNED.fullmatch, _BETWEEN_CELLS.split(text))
    told = [(_field_of(cell), cell["said"]) for cell in cells if cell]
    behind = _LABEL_BEHIND.fullmatch(text)
    told += [("attendees", behind["said"])] if behind else []
    return [(field.removeprefix("maybe_"), said) for field, said in told if _are_known(said, roster)]


def _field_of(label: re.Match[str]) -> str:
    return next(field for field in _LABELS if "date" not in field and label[field])


def _are_known(said: str, roster: Roster) -> bool:
    names = _names_of(said, roster) or ()
    return bool(names) and all(roster.resolve(name).person for name in names)


def _labelled(text: str) -> list[tuple[str, str]]:
    """The labels of a line, each with what stands behind it."""
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return [
        (label.lastgroup or "", _TAG.sub(" ", text[label.end() : end]).strip(_AROUND))
        for label, end in zip(labels, ends, strict=False)
    ]


def _pictured(line: str) -> list[tuple[str, str]]:
    """Who was there, behind a picture of people and no other label."""
    picture = _PICTURED.match(line)
    return [("attendees", without_emoji(line[picture.end() :]).strip(_AROUND))] if picture else []


def _below(line: str, roster: Roster) -> str | None:
    """The names on a line below their label, '' for somebody who is not ticked; None where it has others."""
    item = _ITEM.match(line)
    text = without_emoji(line[item.end() :] if item else line).strip(_AROUND)
    if _names_of(text, roster) is None:
        return None
    return "" if item and item["task"] and item["task"].startswith("[ ") else text


def _names(values: Sequence[_Value], roster: Roster) -> dict[str, int]:
    """The people whom values name, each with the line that names them first."""
    names: dict[str, int] = {}
    for value in values:
        for name in _names_of(value.text, roster) or ():
            names.setdefault(name, value.line)
    return names


def _names_of(value: str, roster: Roster) -> tuple[str, ...] | None:
    """The people that a value names; None where it says anything else."""
    value = _ONCE_MORE.sub("", value)
    parts = known_apart(value, roster) or listed(value)
    people = [part for part in parts if not is_nobody(part)]
    if not parts or not all(_is_name(part, len(parts)) or roster.resolve(part).person for part in people):
        return None
    return tuple(map(bare_name, people))


def _is_there(name: str, there: Collection[str]) -> bool:
    """Whether somebody is named who was there, in full or without the family name."""
    return name in there or (len(name) > 1 and any(one.endswith(name) for one in there))


def _is_name(part: str, beside: int) -> bool:
    name = bare_name(part)
    return looks_like_name(name) or (
        beside > 1 and (_SHORT_NAME.fullmatch(name) is not None or is_role(name))
    )


def _is_day(value: str) -> bool:
    return len(value) <= _LONGEST_DAY and find_date(value) is not None


def _moment(values: Sequence[_Value]) -> datetime | None:
    return next((moment for value in values if (moment := parse_moment(value.text))), None)
