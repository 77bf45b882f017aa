"""Who may be meant by a name that nobody answers to: suggested, never taken for granted."""

import re
from collections.abc import Iterable

from studylog.core.hangul import initial
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.people.names import given_names, is_mentor, is_role
from studylog.core.people.roster import Person, Roster
from studylog.core.text import fold, nearest, nfc

_ONLY_CONSONANTS = late("[ㄱ-ㅎ]{2,}")
_ONLY_CAPITALS = late(r"[A-Z](?:[. ]*[A-Z])+\.?")
_MOST = 3


def may_be_meant(written: str, roster: Roster) -> tuple[Person, ...]:
    """The people whose initials a name is (ㅅㅊㅎ, LB), else the one whose names are spelt most like it.

    Whoever is only called by a role (멘토님, mentor) may be nobody of them.
    """
    if is_role(written) or is_mentor(written):
        return ()
    by_initials = tuple(person for person in roster.people if _initials_fit(nfc(written).strip(), person))
    if by_initials:
        return by_initials[:_MOST]
    names = {name: person for person in reversed(roster.people) for name in _names(person)}
    found = nearest(written, names)
    return (names[found],) if found is not None else ()


def suggestion(written: str, roster: Roster) -> Message | None:
    """Who may be meant, as a sentence to be said about the name; None where nobody is."""
    near = " · ".join(person.name for person in may_be_meant(written, roster))
    return say("Did you mean {near}?", near=near) if near else None


def _names(person: Person) -> Iterable[str]:
    names = (person.name, *person.aliases, person.login or "", *given_names(person.name))
    # What is left of a name of two syllables is like too much.
    return (name for name in names if len(fold(name)) > 1)


def _initials_fit(written: str, person: Person) -> bool:
    if _ONLY_CONSONANTS.fullmatch(written):
        return any(written == "".join(map(initial, nfc(name))) for name in _names(person))
    if _ONLY_CAPITALS.fullmatch(written):
        letters = re.sub("[^A-Z]", "", written)
        return letters == "".join(word[0] for word in person.name.upper().split() if word[0].isascii())
    return False
