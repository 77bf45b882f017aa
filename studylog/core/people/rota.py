"""Whose turn it is: a line in which whoever has had a turn goes to its end, the same on every machine."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from studylog.core.i18n import Message, say
from studylog.core.people.likeness import suggestion
from studylog.core.people.roster import Person, Roster
from studylog.core.values import dataclass


class Turn(NamedTuple):
    """Somebody had a turn on a day, by name."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come: who is absent from it by name, and whose turn it is said to be, if it is said.

    `path` is that of its note, where it has one: two meetings of a day are two.
    """

    day: date
    absent: frozenset[str] = frozenset()
    stated: tuple[str, ...] = ()
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Whose turn a meeting is: `stated` by a note or a plan, else the first in the line who can be there.

    `waiting` are those before them in the line who cannot: they come next.
    """

    coming: Coming
    names: tuple[str, ...]
    stated: bool
    waiting: tuple[str, ...] = ()


def not_in_turn(name: str, roster: Roster) -> tuple[Message, Message]:
    """That somebody who should take turns is not one person of the roster, and who may be meant."""
    hint = suggestion(name, roster) or say("Add the name to `roster` in studylog.yaml.")
    return say("“{name}” in `rota` is not one person of the roster.", name=name), hint


def the_line(people: Sequence[Person], turns: Iterable[Turn], start: date, until: date) -> tuple[Person, ...]:
    """Who stands in the line at the end of a day, the first one first.

    The line begins at `start` with the people in their order; who joins later goes to its end on that day,
    and so does whoever has a turn, also out of turn. Turns before the start count for nothing.
    """
    line = [person for person in people if (person.since or start) <= start]
    joining = [person for person in people if start < (person.since or start) <= until]
    counted = sorted((turn for turn in turns if start <= turn.day <= until), key=lambda turn: turn.day)
    for person in sorted(joining, key=lambda person: person.since or start):
        while counted and counted[0].day < (person.since or start):
            _to_the_end(line, counted.pop(0).name)
        line.append(person)
    for turn in counted:
        _to_the_end(line, turn.name)
    return tuple(line)


def turns_to_come(
    people: Sequence[Person], turns: Sequence[Turn], start: date, meetings: Iterable[Coming]
) -> tuple[Due, ...]:
    """Whose turn each of the meetings is; what is due at one counts as a turn for the next."""
    return tuple(_dues(people, list(turns), start, meetings))


def _dues(
    people: Sequence[Person], turns: list[Turn], start: date, meetings: Iterable[Coming]
) -> Iterator[Due]:
    for coming in sorted(meetings, key=lambda meeting: meeting.day):
        line = the_line(people, turns, start, coming.day)
        due = Due(coming, coming.stated, stated=True) if coming.stated else _first(line, coming)
        turns += (Turn(coming.day, name) for name in due.names)
        yield due


def _first(line: Sequence[Person], coming: Coming) -> Due:
    able = [person.name for person in line if _can(person, coming)]
    members = [person.name for person in line if person.until is None or coming.day <= person.until]
    before = members[: members.index(able[0])] if able else members
    return Due(coming, tuple(able[:1]), stated=False, waiting=tuple(before))


def _can(person: Person, coming: Coming) -> bool:
    gone = person.until is not None and person.until < coming.day
    return not gone and person.name not in coming.absent


def _to_the_end(line: list[Person], name: str) -> None:
    for person in [person for person in line if person.name == name]:
        line.remove(person)
        line.append(person)
