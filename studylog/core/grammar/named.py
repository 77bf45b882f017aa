"""Who is named in a note as one of its people: in its header, and where its body lists who was there.

Who is named there is known in this note, as the people of the roster are in all: somebody says `우리: …`
below `참석자: 도우리, 서가람`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from studylog.core.late import late
from studylog.core.model import Header
from studylog.core.people.roster import Person, Roster, bare_name
from studylog.core.text import without_emoji

_NEAR_TOP = 60  # lines; who was there is listed before what was said
_LABEL = late(
    r"^\W*(?:(?:오늘의?\s)?(?:참석자?|참가자|참여자|출석자?|출석|팀원|멤버|구성원|작성자|서기|모더레이터|진행자|사회자)"
    r"|attendees|participants|present|attending|who was there|facilitator|moderator|scribe|note[- ]?taker)"
    r"(?:\s?[(（][^()（）]*[)）])?\s*(?:\*\*)?\s*(?P<sign>[:：|]|\*\*|$)(?P<names>.*)$",
    re.IGNORECASE,
)
_BETWEEN = late(r"\s*(?:,|·|/|、|;|\||\band\b|&|(?<=님)\s)\s*")
_NAME = late(r"[가-힣]{2,4}|[A-ZÀ-Þ][A-Za-zÀ-ɏ.'-]+(?:\s[A-ZÀ-Þ][A-Za-zÀ-ɏ.'-]*){0,2}")
_NOBODY = late(
    r"전원|전체|모두|없음|미정|다들|나머지|팀원|참석|불참|본인|None|All|Everyone|Everybody|Nobody|TBD|Team"
)
_BRACKETED = late(r"\s*[(（\[][^()（）\[\]]*[)）\]]")


def with_named(roster: Roster, header: Header, body: str) -> Roster:
    """The roster, and behind it those whom a note names as its people and the roster does not know."""
    written = (*header.attendees, header.author, header.moderator, *header.absent, *_listed(body))
    names = tuple(dict.fromkeys(name for one in written if one and (name := _name(one))))
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


def _name(written: str) -> str | None:
    """A name without what stands around it; None for what is none, as 전원."""
    linked = written.replace("[[", "").replace("]]", "")
    name = bare_name(_BRACKETED.sub("", without_emoji(linked)).strip())
    return name if _NAME.fullmatch(name) and not _NOBODY.fullmatch(name) else None


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
            yield from _BETWEEN.split(named)
