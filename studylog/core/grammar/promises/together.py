"""Several people who do one thing: `길동, 춘향: …`, `Ada and Ben will …`, `@ada @ben …`, `… (길동, 춘향)`.

Who does it is read as if the first of them stood there alone; the others do it as well.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from studylog.core.grammar.parts.blocks import Block
from studylog.core.late import late
from studylog.core.people.names import given_names
from studylog.core.people.roster import Person, Roster
from studylog.core.values import replace

_AND = r"(?:\s?[,，·/&+]\s?(?:(?:and|&)\s)?|\s(?:and|및|하고)\s|(?:이?랑|[과와]|하고)\s?|\s)"
# What may stand behind the last of them; who is told `길동, 춘향에게` does nothing.
_BEHIND = r"(?=(?:이서?|둘이서?|[가은는]|께서)?(?:[^\w'’@.]|\.(?:\s|$)|$))"
_FEWEST = 2


class Together(NamedTuple):
    """People of the roster who are named one behind the other: from where to where, and who is first."""

    people: tuple[str, ...]
    start: int
    end: int
    written: str
    first: str

    def first_alone(self, block: Block) -> Block:
        """The block as if it named only the first of them."""
        return replace(block, text=self._alone(block.text), said=self._alone(block.said))

    def all_in(self, text: str) -> str:
        """A part of that block with all of them."""
        return text.replace(self.first, self.written, 1)

    def _alone(self, text: str) -> str:
        return text[: self.start] + self.first + text[self.end :]


def together_in(block: Block, roster: Roster) -> Together | None:
    """The first who are named together in a block; None where nobody is."""
    pattern = _names(roster.people) if len(roster.people) >= _FEWEST else None
    match = pattern.search(block.said) if pattern else None
    if match is None or block.text[match.start() : match.end()] != match[0]:
        return None
    known = [roster.resolve(written).person for written in _one(roster.people).findall(match[0])]
    people = tuple(dict.fromkeys(person.name for person in known if person))
    first = match["first"]
    # Who is named again does not stand for all of them.
    if len(people) < len(known) or len(people) < _FEWEST or block.said.count(first) > 1:
        return None
    return Together(people, match.start(), match.end(), match[0], first)


@lru_cache(maxsize=8)
def _names(people: tuple[Person, ...]) -> re.Pattern[str]:
    one = _one(people).pattern
    return late(rf"(?<![\w@])(?P<first>{one})(?:{_AND}{one})+{_BEHIND}(?!{_AND}{one})")


@lru_cache(maxsize=8)
def _one(people: tuple[Person, ...]) -> re.Pattern[str]:
    """What any of them is called."""
    names = {
        name
        for person in people
        for called in (person.name, person.login or "", *person.aliases, *given_names(person.name))
        for name in (called, called.lower())
        if len(name) >= _FEWEST
    }
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return late(rf"@?(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?:님|씨)?(?![A-Za-z])")
