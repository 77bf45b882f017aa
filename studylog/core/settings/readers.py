"""Readers of settings: each takes a value and gives what it means, or says at its place what was expected."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from studylog.core.dates.reading import on_year, parse_date, weekday_matches
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap
from studylog.core.text import nearest, nfc
from studylog.core.values import dataclass, field, replace

_LONGEST = 300
_BROKEN = late(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in its file: `name` is its path of keys (`site.accent`), `findings` gathers warnings."""

    node: Node
    name: str
    path: str
    findings: list[Finding] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.path, self.node.start.line, self.node.start.column)

    def inside(self, node: Node, name: str) -> "Spot":
        """A value within this one."""
        return Spot(node, f"{self.name}.{name}" if self.name else name, self.path, self.findings)

    @property
    def empty(self) -> bool:
        """Whether nothing stands here."""
        return isinstance(self.node, Scalar) and self.node.value is None

    def wrong(self, expected: Message, near: str | None = None) -> StudylogError:
        """The error that says what was expected here, and what may have been meant."""
        message = say("“{name}” must be {expected}.", name=self.name, expected=expected)
        hint = say("Did you mean “{near}”?", near=near) if near else None
        return StudylogError(message, Exit.NO_NOTEBOOK, place=self.place, hint=hint)


Reader = Callable[[Spot], Any]


def text(spot: Spot) -> str:
    """A word or a sentence on one line."""
    if isinstance(spot.node, Scalar) and spot.node.value is not None:
        read = nfc(spot.node.text).strip()
        if read and len(read) <= _LONGEST and (read.isprintable() or not _BROKEN.search(read)):
            return read
    raise spot.wrong(say("a text on one line"))


def flag(spot: Spot) -> bool:
    """True or false."""
    if isinstance(spot.node, Scalar) and isinstance(spot.node.value, bool):
        return spot.node.value
    raise spot.wrong(say("true or false"))


def day(spot: Spot) -> date:
    """A day with its year, in any of the ways people write it."""
    parts = parse_date(text(spot))
    read = on_year(parts, None) if parts and parts.year is not None else None
    if parts is None or read is None:
        raise spot.wrong(say("a day with its year, such as {example}", example="2021-08-02"))
    if not weekday_matches(parts, read):
        raise spot.wrong(say("a day with the weekday that it has"))
    return read


def one_of(*choices: str) -> Reader:
    """One of a few words."""

    def read(spot: Spot) -> str:
        word = text(spot)
        if word not in choices:
            raise spot.wrong(say("one of {choices}", choices=", ".join(choices)), nearest(word, choices))
        return word

    return read


def matching(pattern: str, expected: Message) -> Reader:
    """A text of a given form."""

    def read(spot: Spot) -> str:
        if not re.fullmatch(pattern, text(spot)):
            raise spot.wrong(expected)
        return text(spot)

    return read


def zone(spot: Spot) -> str:
    """A time zone by its name, where the machine knows any."""
    # Imported here because most notebooks name no zone, and the database is slow to load.
    from zoneinfo import ZoneInfo, available_timezones

    name = text(spot)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        known = available_timezones()
        if known:
            expected = say("a time zone, such as {example}", example="Asia/Seoul")
            raise spot.wrong(expected, nearest(name, known)) from None
    return name


def listed(reader: Reader) -> Reader:
    """A list of things; one thing alone is a list of one."""

    def read(spot: Spot) -> tuple[Any, ...]:
        nodes = spot.node.items if isinstance(spot.node, YamlList) else (spot.node,)
        return tuple(reader(replace(spot, node=node)) for node in nodes)

    return read


def names(spot: Spot) -> tuple[str, ...]:
    """Names as a list, or as one text with commas."""
    if isinstance(spot.node, YamlList):
        return tuple(text(replace(spot, node=node)) for node in spot.node.items)
    return tuple(name for part in text(spot).split(",") if (name := part.strip()))


def each(key: Reader, value: Reader) -> Reader:
    """A map whose keys the team chooses."""

    def read(spot: Spot) -> dict[Any, Any]:
        return {key(inner_key): value(inner) for inner_key, inner in _pairs(spot)}

    return read


def table(rows: Mapping[str, Reader], make: Callable[..., Any], *required: str) -> Reader:
    """A map of known keys, given to `make`; an unknown key is a finding, an empty value is the default."""

    def read(spot: Spot) -> Any:
        values = {}
        for key, inner in _pairs(spot):
            name = nfc(key.node.text) if isinstance(key.node, Scalar) else ""
            if name not in rows:
                key.findings.append(_unknown(key, rows))
            elif not inner.empty:
                values[name] = rows[name](inner)
        missing = [name for name in required if name not in values]
        if missing:
            raise spot.wrong(say("a map with the key “{key}”", key=missing[0]))
        return make(**{_ATTRIBUTES.get(name, name): value for name, value in values.items()})

    return read


# `from` is a word of Python's own, and `to` reads badly without it.
_ATTRIBUTES = {"from": "since", "to": "until"}


def _pairs(spot: Spot) -> list[tuple[Spot, Spot]]:
    if not isinstance(spot.node, YamlMap):
        raise spot.wrong(say("lines of “key: value”"))
    return [(spot.inside(key, key.text), spot.inside(node, key.text)) for key, node in spot.node.pairs]


def _unknown(key: Spot, rows: Mapping[str, Reader]) -> Finding:
    message = say("There is no setting “{name}”.", name=key.name)
    near = nearest(key.name.rpartition(".")[2], rows)
    hint = say("Did you mean “{near}”?", near=near) if near else None
    hint = hint or say("The settings here are: {names}.", names=", ".join(rows))
    return Finding(key.place, "warning", "setting-unknown", message, hint)
