"""Labels in the first lines of a body, each with what stands behind it, and names below them."""

import re

from studylog.core.header.keys import PEOPLE
from studylog.core.header.labels import MAYBE, labels
from studylog.core.late import late
from studylog.core.people.listing import is_nobody, known_apart, listed, looks_like_name
from studylog.core.people.names import is_role
from studylog.core.people.roster import Roster, bare_name
from studylog.core.sought import sought
from studylog.core.text import without_emoji

_PREFIX = r"(?:(?:오늘의?|회의|모임|스터디|세미나|미팅|진행|meeting)\s?)?"
# A field named behind `maybe_` is only meant where somebody known to be there stands behind its label.
_LABELS = {
    **{field: labels(field) for field in ("date", "created", "updated", *PEOPLE)},
    **{f"maybe_{field}": names for field, names in MAYBE.items()},
}
_PEOPLE = {field: names for field, names in _LABELS.items() if field.removeprefix("maybe_") in PEOPLE}
_LABEL = late(
    r"(?:^|(?<=[|/·;,~])|(?<=\.\s))[^\w\n|/·;,~]*"
    + _PREFIX
    + "(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LABELS.items())
    + r")(?:\s?[(（][^()（）\n]{1,20}[)）])?"
    r"(?:[\s*_]*(?:::?|：|=>|\||[-–—](?=\s))|\s*\t|\s?\*\*(?=\s)|(?<=\sby)(?=\s)|(?=\s@?(?:19|20)\d\d\D)|(?=\s@[^\W\d])|[\s*_]*$)",
    re.IGNORECASE,
)
_ITEM = late(r"\s*(?:[-*+•·●○▪]|\d{1,2}[.)])\s+(?P<task>\[[ xX]\]\s+)?")
# `👥 도우리, 서가람`: a picture of people is a label, too.
_PICTURED = sought("👥 👨 👩 🧑 👫", r"[\s>*_+-]*[👥👨👩🧑👫]\ufe0f?\s*(?=[가-힣A-Z])")
# `참석 길동, 춘향 | 서기 춘향`: without its sign, where all who are named are known.
_UNSIGNED = late(
    r"[^\w\n]*(?P<said_of>"
    + "|".join(f"(?P<{field}>{names})" for field, names in _PEOPLE.items())
    + r")\s+(?P<said>[^\n]{2,80})",
    re.IGNORECASE,
)
_BETWEEN_CELLS = late(r"\s*[|/]\s*")
_LABEL_BEHIND = late(r"[^\w\n]*(?P<said>[^:：\n]{2,80}?)\s(?:참석|참여)(?:함|했음)?[\s.!/,]*")
# `<span>춘향</span> 성춘향`: the picture of somebody, as Notion shows who it is, and the name.
_TAG = late(r"<[^<>\n]{1,40}>")
_ONCE_MORE = late(r"(?<![가-힣])(?P<given>[가-힣]{1,3})\s+(?=[가-힣]{1,2}(?P=given)(?![가-힣]))")
# `Ada (flu :( )`
_SMILEY = late(r"\s?(?<!\w)[:;]-?[()]\s?(?=\)|$)")
_AROUND = " \t\r*_|/·;,~>"
# `길동 춘향 (늦게 옴)`: what more is said of them.
_ASIDE = late(r"\s*[(（][^()（）\n]*[)）]\s*$")
_SHORT_NAME = late(r"[가-힣]")


def labels_in(text: str, line: str, roster: Roster) -> list[tuple[str, str]]:
    """The labels of a line; a picture of people is one, and before or behind those who are known any word."""
    found = labelled(text) or _pictured(line)
    # Only where somebody known may be named are the patterns below worth making.
    if found or not roster.may_name(text):
        return found
    cells = map(_UNSIGNED.fullmatch, _BETWEEN_CELLS.split(text))
    told = [(_field_of(cell), cell["said"]) for cell in cells if cell]
    behind = _LABEL_BEHIND.fullmatch(text)
    told += [("attendees", behind["said"])] if behind else []
    return [(field.removeprefix("maybe_"), said) for field, said in told if _are_known(said, roster)]


def _field_of(label: re.Match[str]) -> str:
    return next(field for field in _PEOPLE if label[field])


def _are_known(said: str, roster: Roster) -> bool:
    names = names_of(said, roster) or ()
    return bool(names) and all(roster.resolve(name).person for name in names)


def labelled(text: str) -> list[tuple[str, str]]:
    """The labels of a line, each with what stands behind it."""
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return [
        (label.lastgroup or "", _TAG.sub(" ", text[label.end() : end]).strip(_AROUND))
        for label, end in zip(labels, ends, strict=False)
    ]


def _pictured(line: str) -> list[tuple[str, str]]:
    """Who was there, behind a picture of people and no other label."""
    picture = _PICTURED.match(line)
    return [("attendees", without_emoji(line[picture.end() :]).strip(_AROUND))] if picture else []


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _ITEM.match(line) is not None


def names_below(line: str, roster: Roster) -> str | None:
    """The names on a line below their label, '' for somebody who is not ticked; None where it has others."""
    item = _ITEM.match(line)
    text = without_emoji(line[item.end() :] if item else line).strip(_AROUND)
    if names_of(text, roster) is None:
        return None
    return "" if item and item["task"] and item["task"].startswith("[ ") else text


def names_of(value: str, roster: Roster) -> tuple[str, ...] | None:
    """The people that a value names; None where it says anything else."""
    value = _SMILEY.sub("", _ONCE_MORE.sub("", value))
    parts = known_apart(_ASIDE.sub("", value), roster) or listed(value)
    people = [part for part in parts if not is_nobody(part)]
    if not parts or not all(_is_name(part, len(parts)) or roster.resolve(part).person for part in people):
        return None
    return tuple(map(bare_name, people))


def _is_name(part: str, beside: int) -> bool:
    name = bare_name(part)
    return looks_like_name(name) or (
        beside > 1 and (_SHORT_NAME.fullmatch(name) is not None or is_role(name))
    )
