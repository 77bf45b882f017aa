"""Who was at a meeting: what its header states, and where it names nobody, what its text shows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from studylog.core.people.names import is_role
from studylog.core.people.roster import Roster
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.core.model import Note

Presence = Literal["present", "seen", "absent", "unknown"]
Evidence = Literal["moderated", "presented", "asked", "answered", "spoke", "wrote"]

HOW: tuple[Evidence, ...] = ("moderated", "presented", "asked", "answered", "spoke", "wrote")
"""What shows that somebody was there, the plainest first."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person at a meeting: `present` and `absent` are stated, `seen` is told by `evidence` alone.

    `scribe` wrote the note, `moderator` led the meeting; of who is `unknown`, the note says nothing.
    """

    name: str
    presence: Presence
    evidence: tuple[Evidence, ...] = ()
    scribe: bool = False
    moderator: bool = False


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """How often a name appears: `attended` and `absent` are stated, `seen` is told by evidence alone.

    `presented` are papers of which a meeting says so, `hinted` those of which only a plan or file does.
    Everything is counted once: a question, however many notes have it.
    """

    name: str
    attended: int = 0
    seen: int = 0
    absent: int = 0
    unknown: int = 0
    asked: int = 0
    answered: int = 0
    presented: int = 0
    hinted: int = 0
    moderated: int = 0


def attendance(note: "Note", roster: Roster) -> tuple[Attendance, ...]:
    """The roster of the day and the guests, in the order of the roster; empty where the note tells nothing.

    Nobody is ever absent unless the header says so, and evidence is only asked where it names nobody.
    """
    header = note.header
    present = dict.fromkeys(roster.canonical(name) for name in header.attendees)
    absent = dict.fromkeys(roster.canonical(name) for name in header.absent)
    seen = {} if present or absent else _evidence(note, roster)
    if not present and not absent and not seen:
        return ()
    scribe, moderator = (name and roster.canonical(name) for name in (header.author, header.moderator))
    if moderator and present:
        # Who leads a meeting is there, whether the list of those present has them or not.
        present.setdefault(moderator)
    expected = [person.name for person in roster.active_on(note.date)] if note.date else []
    return tuple(
        Attendance(
            name,
            _presence(name, present, absent, seen),
            seen.get(name, ()),
            scribe=name == scribe,
            moderator=name == moderator,
        )
        for name in dict.fromkeys([*expected, *present, *absent, *seen, *filter(None, [moderator])])
    )


def _presence(
    name: str,
    present: dict[str, None],
    absent: dict[str, None],
    seen: dict[str, tuple[Evidence, ...]],
) -> Presence:
    if name in absent:
        return "absent"
    if name in present:
        return "present"
    if seen:
        return "seen" if name in seen else "unknown"
    # Who is not named among those absent was there, unless the note lists those present.
    return "unknown" if present else "present"


def _evidence(note: "Note", roster: Roster) -> dict[str, tuple[Evidence, ...]]:
    """What a note shows of people that it need not state, by name; offices such as 멘토님 are nobody."""
    found: dict[str, list[Evidence]] = {}
    for written, how in _shown(note):
        name = roster.canonical(written)
        if how not in found.setdefault(name, []):
            found[name].append(how)
    known = {name: how for name, how in found.items() if _may_be_there(name, note, roster)}
    return {name: tuple(sorted(how, key=HOW.index)) for name, how in known.items()}


def _shown(note: "Note") -> Iterator[tuple[str, Evidence]]:
    header = note.header
    if header.moderator:
        yield header.moderator, "moderated"
    for paper in note.papers:
        if paper.role == "presented":
            yield from ((name, "presented") for name in paper.presenters)
    for question in note.questions:
        if question.asked_by:
            yield question.asked_by, "asked"
        yield from ((answer.by, "answered") for answer in question.answers if answer.by)
    yield from ((name, "spoke") for name in note.speakers)
    if header.author:
        yield header.author, "wrote"


def _may_be_there(name: str, note: "Note", roster: Roster) -> bool:
    """Whether a name is that of a member on that day; without a roster, whether it is no office."""
    person = roster.resolve(name).person
    if person is None:
        return not roster.people and not is_role(name)
    # Who joined later may have answered an old question in its note.
    return note.date is None or person in roster.active_on(note.date)
