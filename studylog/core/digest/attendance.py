"""Who was at a meeting, as far as its note says."""

from dataclasses import dataclass
from typing import Literal

from studylog.core.digest.site import Site
from studylog.core.model import Note

Presence = Literal["present", "absent", "unknown"]


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a meeting; `scribe` wrote the note, `moderator` led it, a guest is on no roster."""

    name: str
    presence: Presence
    scribe: bool = False
    moderator: bool = False


def attendees(site: Site, note: Note) -> tuple[Attendee, ...]:
    """The roster of the day and the guests, in the order of the roster; empty where the note names nobody."""
    header, roster = note.header, site.settings.roster
    present = dict.fromkeys(roster.canonical(name) for name in header.attendees)
    absent = dict.fromkeys(roster.canonical(name) for name in header.absent)
    if not present and not absent:
        return ()
    expected = [person.name for person in roster.active_on(note.date)] if note.date else []
    scribe = roster.canonical(header.author) if header.author else None
    moderator = roster.canonical(header.moderator) if header.moderator else None
    return tuple(
        Attendee(name, _presence(name, present, absent), name == scribe, name == moderator)
        for name in dict.fromkeys([*expected, *present, *absent])
    )


def _presence(name: str, present: dict[str, None], absent: dict[str, None]) -> Presence:
    if name in absent:
        return "absent"
    # Who is not named among those absent was there, unless the note lists those present.
    return "present" if name in present else "unknown" if present else "present"
