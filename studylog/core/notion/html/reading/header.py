"""The properties of a page as the header of a note; their types are told by classes, in any language."""

import re
from collections.abc import Iterator
from itertools import islice

from bs4 import Tag

from studylog.core.dates.reading import parse_moment
from studylog.core.header.keys import field_of
from studylog.core.incoming.drafts import HeaderValue
from studylog.core.notion.html.links import destination, is_relative
from studylog.core.notion.html.reading.hints import Hints
from studylog.core.notion.html.reading.tree import attribute, classes
from studylog.core.notion.html.reading.words import words
from studylog.core.notion.properties import header_of
from studylog.core.text import without_emoji
from studylog.core.values import dataclass

_TYPE = re.compile(r"property-row-(\w+)")
_FIELDS = {"created_time": "created", "last_edited_time": "updated", "created_by": "author"}
_CHOICES = frozenset({"selected-value", "status-value", "user"})
_ONE = frozenset({"date", "type", "course", "author", "moderator", "created", "updated", "publish"})
_YES = {"yes": "true", "예": "true", "no": "false", "아니요": "false", "아니오": "false"}
_TRANSLATED = frozenset({"date", "created_time", "last_edited_time", "checkbox", "formula", "rollup"})
# No page has more properties than this, and no property more values.
_MOST = 1_000
_ARROW = re.compile(r"\s*→\s*")


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a page: its name, its type as Notion calls it, and what stands there.

    `values` are for the header, `shown` is what a person reads, and `files` are those that it leads to.
    """

    name: str
    type: str
    values: tuple[str, ...]
    shown: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a note, and what could be read in the source of its values."""

    values: dict[str, HeaderValue]
    shown: tuple[str, ...]


def properties_of(article: Tag, hints: Hints) -> Iterator[Property]:
    """The properties of a page that have a value, in their order."""
    tables = article.find_all("table", class_="properties")
    rows = {id(row): row for table in tables for row in table.find_all("tr")}
    for row in islice(rows.values(), _MOST):
        name, value = row.find("th"), row.find("td")
        kind = _TYPE.search(attribute(row, "class"))
        if isinstance(name, Tag) and isinstance(value, Tag):
            found = _property(words(name, hints), kind[1] if kind else "text", value, hints)
            if any(found.values):
                yield found


def header(title: str, properties: list[Property]) -> Header:
    """The header of a page: its title, the day, what studylog knows, and everything else by its own name.

    What is written in another way, a day or a type, can be read there as the header has it.
    """
    shown: list[str] = []
    taken = {field_of(found.name) for found in properties}
    named = [(_key(found, taken), ", ".join(found.values)) for found in properties]
    keys = header_of(title, named)
    for key, found in zip(list(keys)[1:], properties, strict=True):
        if len(found.values) > 1 and key not in _ONE:
            keys[key] = found.values
        value = keys[key]
        is_translated = isinstance(value, str) and (key == "type" or found.type in _TRANSLATED)
        shown.append(str(value) if is_translated else found.shown)
    known = [key for key in keys if field_of(key)]
    first = [key for key in ("title", "date") if key in keys]
    return Header({key: keys[key] for key in dict.fromkeys([*first, *known, *keys])}, tuple(shown))


def _key(found: Property, taken: set[str | None]) -> str:
    """The name of a property, or of the field that its type means where no name does."""
    field = _FIELDS.get(found.type)
    if field_of(found.name) or field is None or field in taken:
        return found.name
    return field


def _property(name: str, kind: str, value: Tag, hints: Hints) -> Property:
    name = without_emoji(name).strip() or name or kind
    shown = words(value, hints)
    if kind == "file":
        files = tuple(filter(None, (destination(attribute(link, "href")) for link in value.find_all("a"))))
        return Property(name, kind, files or (shown,), shown, tuple(filter(is_relative, files)))
    return Property(name, kind, tuple(_values(kind, value, hints)), shown)


def _values(kind: str, value: Tag, hints: Hints) -> Iterator[str]:
    box = value.find(class_="checkbox")
    choices = value.find_all(_is_choice)[:_MOST]
    links = value.find_all("a")
    if isinstance(box, Tag):
        yield "true" if "checkbox-on" in classes(box) or box.has_attr("checked") else "false"
    elif choices or (kind == "relation" and links):
        yield from (words(tag, hints).removeprefix("@") for tag in choices or links)
    else:
        text = words(value, hints)
        yield (
            _YES.get(text.casefold(), text) if kind == "checkbox" else _with_target(_day(value, text), links)
        )


def _is_choice(tag: Tag) -> bool:
    around = tag.parent
    return not _CHOICES.isdisjoint(classes(tag)) and (around is None or _CHOICES.isdisjoint(classes(around)))


def _day(value: Tag, text: str) -> str:
    """A moment that cannot be read in its language as it is said for machines."""
    times = [attribute(time, "datetime") for time in value.find_all("time")]
    if not any(times) or all(parse_moment(part) for part in _ARROW.split(text)):
        return text
    return " → ".join(filter(None, times))


def _with_target(text: str, links: list[Tag]) -> str:
    """A text with the address that it leads to, where it does not show it."""
    targets = {destination(attribute(link, "href")) for link in links}
    hidden = [target for target in targets if target and not is_relative(target) and target not in text]
    return f"{text} ({hidden[0]})" if len(hidden) == 1 else text
