"""What the header of a note says, field by field, and what is odd in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from studylog.core.findings import Finding, Place
from studylog.core.header.astray import astray
from studylog.core.header.keys import PEOPLE, field_of
from studylog.core.header.parts import Split
from studylog.core.header.unread import unread
from studylog.core.header.values import READERS, Doubts, flat, names
from studylog.core.i18n import say
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap, load
from studylog.core.text import nfc
from studylog.core.values import dataclass

# What decides whether a note may be seen.
_DECIDING = frozenset({"private", "draft", "publish", "type"})


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a note says, by meaning; `date` is as written, moments are local wall time."""

    title: str | None = None
    date: str | None = None
    type: str | None = None
    course: str | None = None
    author: str | None = None
    attendees: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    moderator: str | None = None
    lectures: tuple[str, ...] = ()
    created: datetime | None = None
    updated: datetime | None = None
    tags: tuple[str, ...] = ()
    publish: bool | None = None
    private: bool | None = None
    draft: bool | None = None
    extra: tuple[tuple[str, str], ...] = ()


class Stated(NamedTuple):
    """What a header says, what is odd in it, and the line of the file that has each of its fields."""

    header: Header
    findings: tuple[Finding, ...]
    lines: dict[str, int]


def read_header(split: Split, path: str) -> Stated:
    """What the header says, and what is odd in it; a value that cannot be meant is left out."""
    if split.header is None:
        return Stated(Header(), (*_without_header(split, path), *_not_heard(split, None, path, {})), {})
    loaded = load(split.header, path, split.header_line, in_part=True)
    doubts = Doubts(path, list(loaded.findings))
    fields: dict[str, Any] = {}
    lines: dict[str, int] = {}
    if isinstance(loaded.root, YamlMap):
        fields, lines = _fields(loaded.root, doubts)
    elif loaded.root is not None and flat(loaded.root):
        message = say("The header does not consist of “key: value” lines.")
        hint = say("Write one “key: value” on each line.")
        doubts.add(loaded.root, "error", "header-shape", message, hint)
    doubts.findings += _not_heard(split, loaded.root, path, fields)
    return Stated(Header(**fields), tuple(doubts.findings), lines)


def named_at(split: Split, path: str) -> dict[str, Place]:
    """Where a header names people, by their names as it writes them; the first of several places counts."""
    header, line = split.header, split.header_line
    root = load(header, path, line, in_part=True).root if header is not None else None
    places: dict[str, Place] = {}
    doubts = Doubts(path)
    for key, node in root.pairs if isinstance(root, YamlMap) else ():
        if field_of(key.text) in PEOPLE:
            for one in node.items if isinstance(node, YamlList) else (node,):
                for name in (flat(one).strip(), *names(key.text, one, doubts)):
                    places.setdefault(name, doubts.place(one))
    return places


def _not_heard(split: Split, root: Node | None, path: str, fields: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What says who may see a note, and is not read; words count where the header does not decide it."""
    decided = "private" in fields or fields.get("draft") or fields.get("publish") is False
    return tuple(astray(split, path, fields)) or (() if decided else tuple(unread(split, root, path)))


def _without_header(split: Split, path: str) -> tuple[Finding, ...]:
    if split.loose is None:
        return ()
    if split.loose == "unclosed":
        message = say("The note begins with “---”, but no second “---” ends its header.")
        hint = say("Put “---” on a line of its own behind the last key.")
        return (Finding(Place(path), "warning", "header-unclosed", message, hint),)
    message = say("Between the first two “---” stands no “key: value” line, so they are read as text.")
    return (Finding(Place(path), "note", "header-prose", message),)


def _fields(root: YamlMap, doubts: Doubts) -> tuple[dict[str, Any], dict[str, int]]:
    """The value and the line of each field that is given, by its name; unknown keys go to `extra`."""
    fields: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    taken: dict[str, Scalar] = {}
    for key, node in root.pairs:
        field = field_of(key.text)
        if field is None:
            extra.append((nfc(key.text), flat(node)))
        elif field in taken:
            first = taken[field].text
            message = say(
                "“{key}” means the same as “{first}”; the first one counts.", key=key.text, first=first
            )
            code = "header-undecided" if field in _DECIDING else "header-repeated"
            doubts.add(key, "warning", code, message, say("Keep one of the two."))
        else:
            taken[field] = key
            value = READERS[field](key.text, node, doubts)
            if value is not None:
                fields[field] = value
    return {**fields, "extra": tuple(extra)}, {name: taken[name].start.line for name in fields}
