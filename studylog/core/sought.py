"""Patterns that are looked for in every line of every note and found in few: a look at a word comes first."""

import re
from collections.abc import Iterator

from studylog.core.late import late
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and the words of which one is in every text that it matches, and so is one of any signs."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    signs: tuple[str, ...] = ()

    def may_be_in(self, text: str) -> bool:
        """Whether a word of it is in the text, which is seen many times faster than a match."""
        for word in self.words:
            if word in text:
                return not self.signs or any(sign in text for sign in self.signs)
        return False

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of the text."""
        return self.pattern.match(text) if self.may_be_in(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text."""
        return self.pattern.fullmatch(text) if self.may_be_in(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in the text, one after the other."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def sub(self, instead: str, text: str) -> str:
        """The text with something else in place of each match."""
        return self.pattern.sub(instead, text) if self.may_be_in(text) else text


def sought(words: str, pattern: str, flags: int = 0) -> Sought:
    """A pattern behind its words, which are written with blanks between them."""
    return Sought(tuple(words.split()), late(pattern, flags))
