"""Properties of Notion's pages as the header of a note, and the lines in which Markdown has them.

    # 8/12(목) 회의록

    작성일시: 2021년 8월 6일 오후 6:00
    🕒 작성일시<tab>@2021년 8월 6일 오후 6:00

Both forms of a line are read: the one of Notion's Markdown export, and the one of a page copied out of it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from studylog.core.dates.reading import parse_date, parse_moment
from studylog.core.header.keys import PEOPLE, field_of, note_type
from studylog.core.incoming.drafts import HeaderValue
from studylog.core.notion.ids import UNTITLED
from studylog.core.people.listing import all_named
from studylog.core.text import fold, without_emoji
from studylog.core.values import dataclass

_TITLE = re.compile(r"#(?!#)(?:[ \t]+(?P<title>\S.*?))?[ \t]*#*[ \t]*$")
_PROPERTY = re.compile(r"(?P<name>[^\t:：#\-*>|]{1,40}?)[ ]*(?:[:：](?=[ \t]|$)|\t)[ \t]*(?P<value>.*)$")
# `가람 / 참석: 가람, 서우`: what one line says of two things is no property.
_ANOTHER = re.compile(r"\s[/|·]\s*(?P<name>[^\t:：/|·]{1,20}?)\s?[:：]")
_BETWEEN = re.compile(r"[,、]")
_BETWEEN_PEOPLE = re.compile(r"[,、]|\s[/|·]\s")
_AVATAR = re.compile(r"<(\w+)[^>]*>.*?</\1>\s*")
_TAG = re.compile(r"</?\w[^>]*>")
_LISTS = ("attendees", "absent", "tags", "lectures")
_MOMENTS = ("created", "updated")
# How Notion writes a day in words; figures alone may be a number, and a zone would be lost.
_NOTIONS_DAY = re.compile(
    r"@?(?:[0-9]{4}년 |[A-Z][a-z]+ [0-9]|[0-9]{4}/[0-9]+/)(?!.*(?:GMT|UTC|[A-Z]{2,}T\b))"
)
_ARROW = re.compile(r"\s*→\s*")

# What Notion calls the properties that it fills in itself; one that the team named for the field counts more.
_MEANT = {
    fold(name): field
    for field, names in {
        "author": ("Created by", "생성자"),
        "created": ("Created time", "Created", "생성 일시", "생성일"),
        "updated": ("Last edited time", "Last edited", "Edited", "최종 편집"),
    }.items()
    for name in names
}

Written = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Notion: the header of a note, the rest of its text, and its properties as written."""

    header: dict[str, HeaderValue]
    body: str
    properties: tuple[Written, ...] = ()


def read_page(text: str) -> Page | None:
    """The page that a Markdown text is, or None when no property lines stand under a title."""
    title, rest = _parted(text)
    found = _known(rest)
    if not title or found is None:
        return None
    return Page(header_of(title, found[0]), found[1], tuple(found[0]))


def read_titled(text: str, title: str, names: Sequence[str] = ()) -> Page:
    """The page that a file of an export holds; `title` is for one that does not say its own.

    `names` are the properties that its database has. A page of no database may have known ones; whatever
    cannot be told from text stays in the body.
    """
    own, rest = _parted(text)
    properties, body = (_named(rest, names) if names else _known(rest)) or ([], rest)
    return Page(header_of(own or title, properties), body, tuple(properties))


def header_of(title: str, properties: Iterable[Written]) -> dict[str, HeaderValue]:
    """The header of a page: known properties under the names of their fields, all others under their own."""
    header: dict[str, HeaderValue] = {"title": title.strip() or UNTITLED}
    taken = {"title", "source"}
    numbers: Counter[str] = Counter()
    listed = tuple(properties)
    named = {field_of(name) for name, _ in listed}
    for name, written in listed:
        meant = _MEANT.get(fold(name))
        field = field_of(name) or (meant if meant not in named else None)
        key = field or name
        while fold(key) in taken:
            # 작성일 (2): the first number that nothing else has.
            numbers[name] += 1
            field, key = None, f"{name} ({numbers[name] + 1})"
        taken.add(fold(key))
        header[key] = _value(field, written)
    return header


def _parted(text: str) -> tuple[str, str]:
    """The title of a text and what follows it; a text without a title has an empty one."""
    lines = text.splitlines(keepends=True)
    start = _skip_blank(lines, 0)
    title = _TITLE.match(lines[start].rstrip("\r\n")) if start < len(lines) else None
    if title is None:
        return "", text
    return title["title"] or "", "".join(lines[_skip_blank(lines, start + 1) :])


def _known(rest: str) -> tuple[list[Written], str] | None:
    """The properties at the head of a text when all lines look like it and one of them is known."""
    head, body = _head(rest)
    properties = [_PROPERTY.match(line) for line in head]
    read = [(_name(found["name"]), found["value"].strip()) for found in properties if found]
    if len(read) < len(head) or not any(field_of(name) for name, _ in read):
        return None
    if any(field_of(_name(other)) for _, value in read for other in _ANOTHER.findall(value)):
        return None
    return read, body


def _named(rest: str, names: Sequence[str]) -> tuple[list[Written], str] | None:
    """The properties at the head of a text by their names; a value may go on for some lines."""
    head, body = _head(rest)
    longest_first = sorted({*names, *map(_name, names)}, key=len, reverse=True)
    read: list[Written] = []
    for line in head:
        name = next((name for name in longest_first if name and line.startswith(f"{name}:")), None)
        if name is not None:
            read.append((_name(name), line[len(name) + 1 :].strip()))
        elif read:
            read[-1] = (read[-1][0], f"{read[-1][1]}\n{line.strip()}")
        else:
            return None
    return (read, body) if read else None


def _head(rest: str) -> tuple[list[str], str]:
    lines = rest.splitlines(keepends=True)
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    return [line.rstrip("\r\n") for line in lines[:end]], "".join(lines[_skip_blank(lines, end) :])


def _name(written: str) -> str:
    return without_emoji(written).strip() or written.strip()


def _skip_blank(lines: Sequence[str], start: int) -> int:
    return next((i for i in range(start, len(lines)) if lines[i].strip()), len(lines))


def _value(field: str | None, written: str) -> HeaderValue:
    """A property's value as a header has it: dates in ISO form, people without their picture."""
    people = field in PEOPLE
    value = _TAG.sub("", _AVATAR.sub("", written) if people else written).strip() if field else written
    if field in _LISTS:
        value = all_named(value) if people else value
        parts = (
            part.strip().removeprefix("@" if people else "")
            for part in (_BETWEEN_PEOPLE if people else _BETWEEN).split(value)
        )
        return tuple(part for part in parts if part)
    if field in _MOMENTS:
        moment = parse_moment(value)
        return moment.isoformat(timespec="minutes") if moment else value
    if field == "type":
        return note_type(value)
    return _days(value) if field in (None, "date") else value


def _days(value: str) -> str:
    """A day, a moment or a range of them in ISO form; any other text as it is."""
    ends = [_iso(end) for end in _ARROW.split(value)] if _NOTIONS_DAY.match(value) else []
    if len(ends) > 1 and ends[0] and not ends[1]:
        # The end of a meeting is only a time where the day is the same.
        ends[1] = _iso(f"{ends[0][:10]} {_ARROW.split(value)[1]}")
    return " → ".join(end for end in ends if end) if ends and all(ends) else value


def _iso(written: str) -> str | None:
    parts, moment = parse_date(written), parse_moment(written)
    if parts is None or moment is None:
        return None
    return moment.isoformat(timespec="minutes") if parts.time else moment.date().isoformat()
