"""What the terms of a document cannot tell: whether its text has a phrase, or a longer run of initials."""

import re
from collections.abc import Iterable

from studylog.core.search.terms.chunks import BLANK
from studylog.core.search.terms.letters import LETTERS, folded, initial, plain

_BLANKS = re.compile(f"[{BLANK}]+")
_LETTER = re.compile(f"[{LETTERS}]")
_JAMO = "ㄱ-ㅣ"


def normal(text: str) -> str:
    """The text as phrases are compared: one form for each letter, one blank between words."""
    return _BLANKS.sub(" ", folded(plain(text))).strip(" ")


def has_phrase(texts: Iterable[str], phrase: str) -> bool:
    """Whether one of some normal texts has a phrase; a Latin word in it is a whole word there."""
    return any(_stands_in(text, phrase) for text in texts)


def has_initials(texts: Iterable[str], consonants: str) -> bool:
    """Whether syllables with these initials follow one another in one of some texts, blanks left aside."""
    return any(with_initials(text, consonants) for text in texts)


def with_initials(text: str, consonants: str) -> list[tuple[int, int]]:
    """Where in a plain text syllables with these initials follow one another, from the beginning of a run."""
    letters = "".join(" " if _BLANKS.match(letter) else initial(letter) or "." for letter in text)
    run = re.compile(rf"(?<![{_JAMO}])" + " *".join(consonants))
    return [match.span() for match in run.finditer(letters)]


def _stands_in(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (_cut(text[at - 1 : at], phrase[0]) or _cut(phrase[-1], text[end : end + 1])):
            return True
        at = text.find(phrase, at + 1)
    return False


def _cut(one: str, other: str) -> bool:
    """Whether a Latin word would be cut between two letters."""
    return bool(_LETTER.match(one) and _LETTER.match(other))
