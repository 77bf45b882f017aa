"""Who is named in a note as one of its people: in its header, and where its body lists who was there.

Who is named there is known in this note, as the people of the roster are in all: somebody says `우리: …`
below `참석자: 도우리, 서가람`, or in a talk that was copied from where it was written. Where a note lists
nobody, so are those who stand in a list of names alone beside somebody whom it knows.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from studylog.core.grammar.people.initials import with_initials
from studylog.core.header.keys import PEOPLE
from studylog.core.header.labels import TEAM, labels
from studylog.core.late import late
from studylog.core.model import Header
from studylog.core.people.listing import is_nobody, is_topic, listed, looks_like_name
from studylog.core.people.names import is_likely_full_name, without_honorific
from studylog.core.people.roster import Person, Roster, bare_name
from studylog.core.people.speakers import STAMPED
from studylog.core.text import without_emoji

_NEAR_TOP = 60  # lines; who was there is listed before what was said
_LABEL = late(
    rf"^\W*(?:오늘의?\s)?(?:{'|'.join((*map(labels, PEOPLE), TEAM))})"
    r"(?:\s?[(（][^()（）]*[)）])?\s*(?:\*\*)?\s*(?:[:：|]|\*\*|$)(?P<names>.*)$",
    re.IGNORECASE,
)

# One line with a name and a minute may be anything; in a talk that was copied, somebody speaks again.
_LEAST_STAMPS = 3
_ITEM = late(r"(?:(?P<level>#{1,6})|(?P<indent>[ \t]*)(?:[-*+]|(?P<number>\d{1,3}[.)])))[ \t]+(?P<text>.*)")
_LEVELS = 7
# `Q1. (춘향) …`: one bracket may say anything of a question, of several the same form names who asks.
_ASKS_OR_REPLIES = late(
    r"^\W{0,6}(?:(?:Q|A|질문|답변?)\s?(?:\d{1,2}(?:-\d)?)?\s?[.):：]|⇒|=>|→)\s?[(\[](?P<name>[가-힣]{2,4})[)\]]\s*[^\s:：]",
    re.MULTILINE,
)
# `질문(춘향): …`, beside `답(몽룡): …`: whose it is stands before the sign, and so may what it is about.
_WHOSE = late(
    r"^\W{0,6}(?:Q|A|질문|답변?)\s?(?:\d{1,2})?\s?[(\[](?P<name>[가-힣]{2,4})[)\]]\s?[:：]", re.MULTILINE
)
# … and who begins a line so, where a mark has named them.
_SAYS = late(r"^\W{0,6}[(\[](?P<name>[가-힣]{2,4})[)\]]\s+[^\s:：]", re.MULTILINE)
_LEAST_BRACKETS = 2
# Of a family name and a given one of one syllable, friends say that syllable; a letter may be any mark.
_SYLLABLE = late("[가-힣]")
_LONG = 4  # syllables: longer words are seldom names
_FENCED = late(r"^[ \t]*(```+|~~~+).*?(?:\n[ \t]*\1|\Z)", re.MULTILINE | re.DOTALL)


def with_named(roster: Roster, header: Header, body: str) -> Roster:
    """The roster, and behind it those whom a note names as its people and the roster does not know."""
    roles = (one for one in (header.author, header.moderator) if one)
    written = (*header.attendees, *roles, *header.absent, *_listed(body), *_stamped(body))
    names = tuple(dict.fromkeys(name for one in written for name in _names(one)))
    known = with_initials(_extended(roster, names) if names else roster, written, body)
    if roster.people or header.attendees:
        return known
    beside = tuple(dict.fromkeys((*_in_lists_of_names(body, known), *_in_brackets(body, known))))
    return _extended(known, beside) if beside else known


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


def _in_brackets(body: str, known: Roster) -> Sequence[str]:
    """Whose names stand in brackets behind marks; those before their signs, beside somebody known."""
    bracketed = "(" in body or "[" in body
    found = [match["name"] for match in _ASKS_OR_REPLIES.finditer(body)] if bracketed else []
    again = [match["name"] for match in _SAYS.finditer(body) if match["name"] in found] if found else []
    named = len(found) + len(again) >= _LEAST_BRACKETS and not any(map(is_topic, found))
    whose = [match["name"] for match in _WHOSE.finditer(body)] if bracketed and known.people else []
    told = any(known.resolve(name).person for name in whose) and not any(map(is_topic, whose))
    return [bare_name(name) for name in (*(found if named else ()), *(whose if told else ()))]


def _in_lists_of_names(body: str, known: Roster) -> Iterator[str]:
    """The items, or headings beside each other, that are names alone, one at least of somebody known."""
    for depth, items in _lists(body) if known.people else ():
        # Whatever a heading says in English begins with a capital.
        if depth < 0 and any(map(str.isascii, items)):
            continue
        if all(map(_is_like_name, items)) and any(known.resolve(one).person for one in items):
            yield from (bare_name(item) for item in items if not is_topic(item))


def _lists(body: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The texts of the items that stand beside each other, list by list, and those of headings; how deep."""
    lists: dict[tuple[int, bool], list[str]] = {}
    for line in _FENCED.sub("", body).split("\n"):
        item = _ITEM.match(line)
        # What is indented goes on with an item, and so does what stands behind an empty line there.
        if item is None and (not line.strip() or line[0].isspace()):
            continue
        # A list with numbers is another one than that with points which stands beside it.
        own = (_depth(item), bool(item["number"])) if item else (-1, False)
        ended = [one for one in lists if one[0] > own[0] or (one[0] == own[0] and one != own)]
        yield from ((one[0], lists.pop(one)) for one in ended)
        if item:
            lists.setdefault(own, []).append(without_emoji(item["text"]).strip(" :：*\r"))
    yield from ((one[0], items) for one, items in lists.items())


def _depth(item: re.Match[str]) -> int:
    """How deep an item stands in its list; headings stand above all of them."""
    return len(item["level"]) - _LEVELS if item["level"] else len(item["indent"].expandtabs(4))


def _is_like_name(text: str) -> bool:
    name = without_honorific(text)
    if len(name) < _LONG or name.isascii():
        return looks_like_name(name) if len(name) > 1 else _SYLLABLE.fullmatch(name) is not None
    return is_likely_full_name(name) or is_topic(text)
