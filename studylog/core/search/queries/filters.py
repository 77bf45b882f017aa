"""What narrows a search: `kind:question`, `강의:8`, `since:2026-09`, by its English or Korean name."""

import re
from datetime import date
from functools import lru_cache

from studylog.core.search.terms.letters import LETTERS, SYLLABIC, folded, plain
from studylog.core.text import nfc
from studylog.core.values import dataclass

FACET = ":"
"""What marks a term as a property of a document: `:lecture:8`."""

# What people write before the colon. Of WHOLE the whole value is meant, of others a part will do.
KEYS = {
    "kind": ("kind", "종류", "유형"),
    "lecture": ("lecture", "lec", "강의", "강"),
    "course": ("course", "과목"),
    "person": ("person", "who", "사람", "이름"),
    "since": ("since", "after", "부터", "이후"),
    "until": ("until", "before", "까지", "이전"),
}
WHOLE = ("kind", "lecture")
DAYS = ("since", "until")
KINDS = {
    "question": ("question", "questions", "q", "질문", "물음"),
    "note": ("note", "notes", "page", "글", "노트", "문서"),
    "meeting": ("meeting", "meetings", "회의", "회의록", "모임"),
    "paper": ("paper", "papers", "논문"),
    "slides": ("slides", "slide", "슬라이드", "발표자료", "자료"),
}
_NAMES = {name: key for key, names in KEYS.items() for name in names}
_KINDS = {name: kind for kind, names in KINDS.items() for name in names}
_DAY = re.compile(r"([12][0-9]{3})(?:[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?)?[-./]?")
# What stands in no term: blanks, quotes, and the sign that parts long lists.
_UNSPOKEN = re.compile(rf"[^!$-\[\]-~{LETTERS}{SYLLABIC}]")
_EPOCH = date(1899, 12, 31).toordinal()
_LAST = 0x3FFFF
_MONTHS = 12
_REMEMBERED = 1 << 12


@dataclass(frozen=True, slots=True)
class Filter:
    """One of these values a document must have for a key, or none of them where it is `unwanted`."""

    key: str
    values: tuple[str, ...]
    unwanted: bool = False


def key_of(name: str) -> str:
    """The key that a name before a colon stands for; empty for words that are none."""
    return _NAMES.get(folded(name), "")


def value_of(key: str, written: str) -> str:
    """A value as values are compared: without case, blanks and the like, kinds by their own name."""
    value = _UNSPOKEN.sub("", folded(plain(nfc(written))))
    if key == "kind":
        return _KINDS.get(value, value)
    if key == "lecture":
        return value.removesuffix("강").lstrip("0")
    return value


@lru_cache(_REMEMBERED)
def facet(key: str, written: str) -> str:
    """The term that stands for a property of a document."""
    return f"{FACET}{key}{FACET}{value_of(key, written)}"


def meets(wanted: Filter, term: str) -> bool:
    """Whether a property, as a term of the filter's key, has one of the wanted values."""
    value = term.removeprefix(f"{FACET}{wanted.key}{FACET}")
    return any(value == one if wanted.key in WHOLE else one in value for one in wanted.values)


def day_number(day: date | None) -> int:
    """A day as a number of 18 bits that grows by one from day to day; 0 for none."""
    return 0 if day is None else min(max(day.toordinal() - _EPOCH, 1), _LAST)


def first_day(written: str) -> int | None:
    """The first day of a year, a month or a day in figures; None for what is no such thing."""
    return _day(written, end=False)


def last_day(written: str) -> int | None:
    """The last day of a year, a month or a day in figures."""
    return _day(written, end=True)


def _day(written: str, *, end: bool) -> int | None:
    match = _DAY.fullmatch(written)
    if match is None:
        return None
    year = int(match[1])
    month = int(match[2] or (_MONTHS if end else 1))
    if not 1 <= month <= _MONTHS:
        return None
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    length = (following - date(year, month, 1)).days
    day = int(match[3] or (length if end else 1))
    return day_number(date(year, month, day)) if 1 <= day <= length else None
