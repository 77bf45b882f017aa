"""What the first lines of a body say of its meeting, where no header does: `참석자: 도우리, 서가람`.

Notes come without a header, too: what one would say then stands in lines, items, a table or a call-out under
the title. A line counts only when its value is what its label promises: a day, or names and nothing else.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from studylog.core.dates.reading import find_date, parse_moment
from studylog.core.header.firstlines import first_lines
from studylog.core.header.labelled import is_item, labels_in, names_below, names_of
from studylog.core.header.reading import Header
from studylog.core.header.ticks import in_roles, missed, ticked
from studylog.core.late import late
from studylog.core.people.listing import known_apart
from studylog.core.people.roster import Roster
from studylog.core.text import without_emoji
from studylog.core.values import dataclass, field, replace

_NOBODY = Roster()
_LONGEST_VALUE = 120
_LONGEST_DAY = 60
# Two alone may have written something together.
_FEWEST = 3
# `우리 - 감기, 솔 – 여행`: why somebody was not there.
_BECAUSE = late(r"\s[-–—]\s[^,，;/|·]+")
# `강산들(학회)`, of somebody who is away.
_WHY_AWAY = late(r"(?<=\w)\s*[(（][^()（）]*[)）]$")


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
    if not header.attendees and "attendees" not in told:
        told |= _named_at_top(header, body, body_line, roster)
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
    for role in ("author", "moderator"):
        maybe = _names(told.get(f"maybe_{role}", ()), roster)
        named = _names(told.get(role, ()), roster) or {
            name: maybe[name] for name in maybe if _is_there(name, there)
        }
        fields[role] = next(iter(named), None)
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


@dataclass(slots=True)
class _Told:
    """What the first lines tell by field, while they are read; names may also stand in lines below a label.

    `open` is the field of a label that nothing stands behind, and `listed` whether the line above is an item
    below it.
    """

    roster: Roster
    values: dict[str, list[_Value]] = field(default_factory=dict)
    open: str | None = None
    listed: bool = False

    def take(self, at: int, written: str, title: str | None) -> None:
        """Reads a line of the file, or what a heading says."""
        line, away = ticked(written) if title is None else (written, ())
        text = without_emoji(line if title is None else title.rstrip("# \t\r"))
        found = labels_in(text, line, self.roster) if len(text) <= _LONGEST_VALUE else []
        for name, value in found:
            self._take_label(name, value, at)
        if text and not found and self.open:
            self._take_names(self.open, line, at, away=bool(away))
        if not found and (names := missed(text, self.roster)):
            self._add("absent", ", ".join(names), at)
        if away and {"attendees", "absent"} & {self.open, *(name for name, _ in found)}:
            self._add("absent", ", ".join(away), at)

    def _take_label(self, name: str, value: str, at: int) -> None:
        self._add(name, value, at)
        for role, person in in_roles(value) if name == "attendees" else ():
            self._add(f"maybe_{role}", person, at)
        self.open, self.listed = None if value else name, False

    def _take_names(self, name: str, line: str, at: int, *, away: bool) -> None:
        item = is_item(line)
        # What stands below a list of names is none of it.
        below = names_below(line, self.roster) if item or not self.listed else None
        self.listed = item
        self._add(name, below or "", at)
        if below is None and not away:
            self.open = None

    def _add(self, name: str, value: str, at: int) -> None:
        if value:
            self.values.setdefault(name, []).append(_Value(value, at))


def _told(body: str, first: int, roster: Roster) -> dict[str, list[_Value]]:
    """The values behind the labels of a body that begins on a line, by field."""
    told = _Told(roster)
    for at, (written, title) in enumerate(first_lines(body), first):
        told.take(at, written, title)
    return told.values


def _named_at_top(header: Header, body: str, first: int, roster: Roster) -> dict[str, list[_Value]]:
    """The first line below the title of a meeting, where it names people of the roster and nothing else."""
    dated = header.date is not None
    for at, (line, title) in enumerate(first_lines(body) if roster.people else (), first):
        said = line if title is None else title
        day = not dated and len(said) <= _LONGEST_DAY and find_date(said) is not None
        dated = dated or day
        if title is None and line.strip() and not day:
            names = names_of(line.strip(), roster) if dated and not is_item(line) else None
            people = {roster.resolve(name).person for name in names or ()}
            several = len(people) >= min(_FEWEST, len(roster.people)) > 1
            return {"attendees": [_Value(line.strip(), at)]} if several and None not in people else {}
    return {}


def _names(values: Sequence[_Value], roster: Roster) -> dict[str, int]:
    """The people whom values name, each with the line that names them first."""
    names: dict[str, int] = {}
    for value in values:
        for name in names_of(value.text, roster) or ():
            names.setdefault(name, value.line)
    return names


def _is_there(name: str, there: Collection[str]) -> bool:
    """Whether somebody is named who was there, in full or without the family name."""
    return name in there or (len(name) > 1 and any(one.endswith(name) for one in there))


def _is_day(value: str) -> bool:
    return len(value) <= _LONGEST_DAY and find_date(value) is not None


def _moment(values: Sequence[_Value]) -> datetime | None:
    return next((moment for value in values if (moment := parse_moment(value.text))), None)
