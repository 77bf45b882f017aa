"""How alike two questions are: the pairs of letters that both have, blanks and signs aside."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from studylog.core.late import late
from studylog.core.text import fold

# Below this, two questions only speak of the same things.
_PROBABLY = 0.55
_MOST_ALIKE = 3
_WORD = late(r"[가-힣]+|[A-Za-z]+|[0-9]+")
# Words bend at their end: 가중치는 and 가중치를 begin alike.
_HANGUL, _LATIN = 2, 4
_MOST_WORDS = 10
# Who shares half of the letters shares two in five of the words.
_SHARE = 0.4
# Where a question arose says nothing of what it asks.
_PLACE = late(
    r"^(?:(?:\d{1,3}\s?강|[Ll]ecture\s?\d{1,3}|(?:퀴즈|[Qq]uiz)\s?\d{1,2}-\d{1,2}번?|\d{1,3}(?::\d{2}){1,2})[\s,]*)+[-–—:]\s*"
)


class Alike(NamedTuple):
    """Something that is alike, and how much: 1 is the same."""

    key: str
    likeness: float


def bigrams(text: str) -> frozenset[str]:
    """The pairs of letters in a question."""
    letters = fold(_PLACE.sub("", text))
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1)) or frozenset((letters,))


def alike(text: str, others: Iterable[tuple[str, str]]) -> tuple[Alike, ...]:
    """Those of other questions, by their keys, that probably ask the same, the likest first."""
    own = bigrams(text)
    found = [Alike(key, _dice(own, bigrams(other))) for key, other in others]
    likely = sorted(
        (one for one in found if one.likeness >= _PROBABLY), key=lambda one: (-one.likeness, one.key)
    )
    return tuple(likely[:_MOST_ALIKE])


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def beginnings(text: str) -> tuple[str, ...]:
    """How the words of a question begin: texts that share few of them need no closer look."""
    found = dict.fromkeys(_beginnings(_PLACE.sub("", text)))
    return tuple(sorted(found, key=len, reverse=True)[:_MOST_WORDS])


def _beginnings(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if len(word) > 1:
            yield word[: _HANGUL if "가" <= word[0] <= "힣" else _LATIN]


def enough(words: int) -> int:
    """How many of the beginnings a text must have to be worth a closer look."""
    return max(1, round(words * _SHARE))
