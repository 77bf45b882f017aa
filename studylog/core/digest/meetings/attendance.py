"""Who was at a meeting, as pages show it: stated, or told by what the note has of them."""

from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.model import Note
from studylog.core.people.attendance import Evidence, Presence, attendance
from studylog.core.values import dataclass

EVIDENCE: dict[Evidence, Message] = {
    "moderated": say("moderated"),
    "presented": say("gave a presentation"),
    "asked": say("asked a question"),
    "answered": say("gave an answer"),
    "spoke": say("spoke"),
    "wrote": say("wrote the note"),
}
"""What shows that somebody was there, in words."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a meeting; `scribe` wrote the note, `moderator` led it, a guest is on no roster.

    Who is `seen` is stated nowhere: `evidence` tells by what the note shows them.
    """

    name: str
    presence: Presence
    evidence: tuple[Message, ...] = ()
    scribe: bool = False
    moderator: bool = False


def attendees(site: Site, note: Note) -> tuple[Attendee, ...]:
    """The roster of the day and the guests, as on the roster; empty where the note tells nothing."""
    return tuple(
        Attendee(
            one.name, one.presence, tuple(EVIDENCE[how] for how in one.evidence), one.scribe, one.moderator
        )
        for one in attendance(note, site.settings.roster)
    )
