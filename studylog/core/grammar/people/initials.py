"""Initials that stand for people in one note: `Maya Ortiz (MO)` among those there, then `MO: Is it …?`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from studylog.core.late import late
from studylog.core.people.roster import Person, Roster
from studylog.core.values import replace

_TOLD = late(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3})\s?[(（\[](?P<initials>[A-Z]{2,3})[)）\]]"
)
_SPEAKS = late(r"^\W{0,6}(?P<initials>[A-Z]{2,3})\s?[:：]\s+\S", re.MULTILINE)
# What else stands so before a colon, whoever is there.
_LABEL = late("AI|AP|PS|NB|QA|TA|PR|TL|OP|EX|RE|TBD|FAQ|FYI|ETA")
# One may be any word for what follows.
_LEAST = 2


def with_initials(roster: Roster, listed: Sequence[str], body: str) -> Roster:
    """The roster, with the initials that a note gives its people, or that two of them at least speak by."""
    meant = dict(_told(roster, listed))
    speak = {} if meant else _speaking(roster, body)
    meant |= speak if len({*speak.values()}) >= _LEAST else {}
    if not meant:
        return roster
    return Roster(tuple(_called(person, meant) for person in roster.people))


def _called(person: Person, meant: Mapping[str, str]) -> Person:
    more = tuple(one for one, name in meant.items() if name == person.name)
    return replace(person, aliases=(*person.aliases, *more)) if more else person


def _told(roster: Roster, listed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Initials in brackets behind the name of somebody known."""
    for match in (one for text in listed for one in _TOLD.finditer(text)):
        person = roster.resolve(match["name"]).person
        unknown = not roster.resolve(match["initials"]).candidates
        if person and unknown and match["initials"][0] == match["name"][0]:
            yield match["initials"], person.name


def _speaking(roster: Roster, body: str) -> Mapping[str, str]:
    """The initials that begin lines as names do, each of one person only."""
    whose = [(_initials(person.name), person.name) for person in roster.people]
    of_one = {one: name for one, name in whose if one and sum(one == other for other, _ in whose) == 1}
    # Most teams have no name with capitals, and most notes nobody who speaks by them.
    found = _SPEAKS.finditer(body) if len(of_one) >= _LEAST else ()
    said = dict.fromkeys(match["initials"] for match in found)
    meant = (one for one in said if one in of_one and not _LABEL.fullmatch(one))
    return {one: of_one[one] for one in meant if not roster.resolve(one).candidates}


def _initials(name: str) -> str:
    words = re.split(r"[\s-]+", name)
    return "".join(word[0] for word in words if word[:1].isupper()) if len(words) > 1 else ""
