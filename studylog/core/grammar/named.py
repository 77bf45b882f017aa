"""Who is named in a note as one of its people: in its header, and where its body lists who was there.

Who is named there is known in this note, as the people of the roster are in all: somebody says `우리: …`
below `참석자: 도우리, 서가람`, or in a talk that was copied from where it was written.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from studylog.core.header.keys import PEOPLE
from studylog.core.header.labels import TEAM, labels
from studylog.core.late import late
from studylog.core.model import Header
from studylog.core.people.listing import is_nobody, listed, looks_like_name
from studylog.core.people.roster import Person, Roster, bare_name
from studylog.core.people.speakers import STAMPED

_NEAR_TOP = 60  # lines; who was there is listed before what was said
_LABEL = late(
    rf"^\W*(?:오늘의?\s)?(?:{'|'.join((*map(labels, PEOPLE), TEAM))})"
    r"(?:\s?[(（][^()（）]*[)）])?\s*(?:\*\*)?\s*(?:[:：|]|\*\*|$)(?P<names>.*)$",
    re.IGNORECASE,
)

# One line with a name and a minute may be anything; in a talk that was copied, somebody speaks again.
_LEAST_STAMPS = 3


def with_named(roster: Roster, header: Header, body: str) -> Roster:
    """The roster, and behind it those whom a note names as its people and the roster does not know."""
    written = (
        *header.attendees,
        header.author,
        header.moderator,
        *header.absent,
        *_listed(body),
        *_stamped(body),
    )
    names = tuple(dict.fromkeys(name for one in written for name in _names(one or "")))
    return _extended(roster, names) if names else roster


# The notes of a team have the same few people again and again.
@lru_cache(maxsize=64)
def _extended(roster: Roster, names: Sequence[str]) -> Roster:
    unknown = [name for name in names if not roster.resolve(name).candidates]
    # 우리 beside 도우리 is the same person, once more.
    whole = Roster(tuple(map(Person, unknown)))
    people = (one for one in whole.people if whole.resolve(one.name).candidates == (one,))
    more = tuple(one for one in people if not _is_given(one.name, unknown))
    return Roster((*roster.people, *more)) if more else roster


def _is_given(name: str, names: Sequence[str]) -> bool:
    return any((len(other) > len(name) and other.split()[0] == name) or other[1:] == name for other in names)


def _names(written: str) -> Iterator[str]:
    """The names in a list, without what stands around them."""
    for name in map(bare_name, listed(written)):
        # A letter alone may be any mark.
        if len(name) > 1 and looks_like_name(name) and not is_nobody(name):
            yield name


def _stamped(body: str) -> Sequence[str]:
    """Who speaks in a talk that was copied with its minutes."""
    found = max(([match["name"] for match in row.finditer(body)] for row in STAMPED), key=len)
    return found if len(found) >= _LEAST_STAMPS and len({*found}) < len(found) else ()


def _listed(body: str) -> Iterator[str]:
    """What stands behind `참석자:`, or in the lines below a label that is alone, as far as they go."""
    below = begun = False
    for line in body.split("\n", _NEAR_TOP)[:_NEAR_TOP]:
        match = _LABEL.match(line)
        named = (match["names"] if match else line if below else "").strip(" \t\r-*_|")
        if match:
            below, begun = not named, False
        elif below:
            below = not line.startswith("#") and (bool(named) or not begun)
            begun = begun or bool(named)
        if named and (match or below):
            yield named
