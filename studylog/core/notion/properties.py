"""Notes that come from Notion: the property lines under their title, and the ids in their file names.

    # 8/12(목) 회의록

    작성일시: 2021년 8월 6일 오후 6:00
    🕒 작성일시<tab>@2021년 8월 6일 오후 6:00

Both forms of a line are read: the one of Notion's Markdown export, and the one of a page copied out of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studylog.core.dates import parse_moment
from studylog.core.drafts import HeaderValue
from studylog.core.headerkeys import field_of, note_type
from studylog.core.text import without_emoji

_TITLE = re.compile(r"#[ \t]+(?P<title>\S.*?)[ \t]*#*[ \t]*$")
_PROPERTY = re.compile(r"(?P<name>[^\t:：#\-*>|]{1,40}?)[ ]*(?:[:：](?=[ \t]|$)|\t)[ \t]*(?P<value>.*)$")
_AVATAR = re.compile(r"<(\w+)[^>]*>.*?</\1>\s*")
_TAG = re.compile(r"</?\w[^>]*>")
_ID = re.compile(r"[ _-]?(?<![0-9a-f])[0-9a-f]{32}$")
_PEOPLE = ("author", "attendees", "absent", "moderator")
_LISTS = ("attendees", "absent", "tags", "lectures")
_MOMENTS = ("created", "updated")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Notion: its title and properties as the header of a note, and the rest of its text."""

    header: dict[str, HeaderValue]
    body: str


def read_page(text: str) -> Page | None:
    """The page that a Markdown text is, or None when no property lines stand under a title."""
    lines = text.splitlines(keepends=True)
    start = _skip_blank(lines, 0)
    title = _TITLE.match(lines[start].rstrip("\r\n")) if start < len(lines) else None
    if title is None:
        return None
    first = _skip_blank(lines, start + 1)
    end = next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines))
    properties = [_PROPERTY.match(line.rstrip("\r\n")) for line in lines[first:end]]
    read = [(without_emoji(found["name"]).strip(), found["value"].strip()) for found in properties if found]
    if len(read) < len(properties) or not any(field_of(name) for name, _ in read):
        return None
    header: dict[str, HeaderValue] = {"title": title["title"]}
    for name, value in read:
        field = field_of(name)
        header.setdefault(field or name, _value(field, value))
    return Page(header, "".join(lines[_skip_blank(lines, end) :]))


def title_of_file(stem: str) -> str:
    """A page's title from its file's name, without the id that Notion adds."""
    return _ID.sub("", stem) or stem


def _skip_blank(lines: Sequence[str], start: int) -> int:
    return next((i for i in range(start, len(lines)) if lines[i].strip()), len(lines))


def _value(field: str | None, written: str) -> HeaderValue:
    """A property's value as a header has it: dates in ISO form, people without their picture."""
    value = _TAG.sub("", _AVATAR.sub("", written) if field in _PEOPLE else written).strip()
    if field in _LISTS:
        return tuple(part.strip() for part in re.split(r"[,、]", value) if part.strip())
    if field in _MOMENTS:
        moment = parse_moment(value)
        return moment.isoformat(timespec="minutes") if moment else value
    if field == "type":
        return note_type(value)
    return value
