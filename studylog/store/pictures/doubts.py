"""What is said of pictures and slides that are there, and cannot be shown."""

from collections.abc import Mapping

from studylog.core.decks import Trouble
from studylog.core.findings import Finding, Place
from studylog.core.i18n import Message, say

INSTALL = say("Install what draws them: {command}", command="pip install 'studylog[pdf]'")
"""How pictures come that nothing here can draw."""

_AGAIN = say("Save it again, as a PNG or JPEG.")
_PICTURES: Mapping[str, tuple[Message, Message]] = {
    "damaged": (say("is damaged, or no picture"), _AGAIN),
    "large": (say("is too large for a page"), say("Make it smaller: 1600 pixels are wide enough.")),
    "unread": (say("can only be shown once it is drawn anew"), INSTALL),
    "unknown": (say("is of a kind that browsers do not show"), _AGAIN),
}
_SLIDES: Mapping[str, tuple[Message, Message]] = {
    "damaged": (say("is damaged, or no PDF"), say("Save it as a PDF once more.")),
    "locked": (say("is locked with a password"), say("Save it without a password to see its pages here.")),
    "large": (say("is too large to be looked into"), say("Save it with smaller pictures.")),
    "slow": (say("takes too long to be drawn"), say("`studylog slides thumbs` tries once more.")),
    "died": (say("broke what should draw it"), say("Save it as a PDF once more.")),
    "unread": (say("nothing is installed that draws it"), INSTALL),
}


def why_unshown(trouble: Trouble) -> Message | None:
    """Why the pages of slides have no pictures, as what is said of their file; None where they have."""
    return _SLIDES[trouble][0] if trouble else None


def unshown_picture(place: Place, name: str, trouble: str) -> Finding:
    """The finding of a picture that a page cannot show."""
    why, hint = _PICTURES[trouble]
    message = say("The picture {name} {why}.", name=name, why=why)
    return Finding(place, "warning", "unshown-picture", message, hint)


def unshown_slides(place: Place, name: str, trouble: str) -> Finding:
    """The finding of slides whose pages cannot be shown; they can still be opened."""
    why, hint = _SLIDES[trouble]
    message = say("{name} {why}: its pages have no pictures.", name=name, why=why)
    return Finding(place, "note", "unshown-slides", message, hint)
