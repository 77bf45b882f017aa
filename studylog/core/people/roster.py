"""The people of a team, and who is meant by the many ways of writing a name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.people.names import given_names, shorn, undressed, without_honorific, without_id
from studylog.core.text import fold
from studylog.core.values import dataclass, field

# Whole names are surer than aliases and logins, and these than given names.
_Ranks = tuple[Mapping[str, tuple["Person", ...]], ...]

# Letters that stay what they are, each on its own, when a text is folded.
_LETTER = "0-9A-Za-z가-힣"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster, with other names and the days between which they belong to the team."""

    name: str
    aliases: tuple[str, ...] = ()
    login: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is meant: `candidates` are all who answer to the name, `person` the only one of them."""

    person: Person | None
    candidates: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a team, looked up by any of their names."""

    people: tuple[Person, ...] = ()
    _ranks: _Ranks = field(init=False, repr=False, compare=False)
    _longest: int = field(init=False, repr=False, compare=False)
    _beyond_names: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every line of every note is asked for its speaker: the tables are made once.
        ranks = tuple(_table(self.people, names) for names in _NAMES_BY_RANK)
        longest = max((len(name) for table in ranks for name in table), default=0)
        object.__setattr__(self, "_ranks", ranks)
        object.__setattr__(self, "_longest", longest)
        object.__setattr__(self, "_beyond_names", _with_more_letters_than(longest))

    def resolve(self, written: str) -> Resolution:
        """Who is meant: by full name, alias, login or given name, with or without honorific and brackets."""
        # Where nobody is known, nobody is meant, and no reading tells more.
        for name in self._readings(written) if self.people else ():
            for table in self._ranks:
                found = table.get(name)
                if found:
                    return Resolution(found[0] if len(found) == 1 else None, found)
        return Resolution(None)

    def canonical(self, written: str) -> str:
        """The name that the roster has for somebody, else the bare name."""
        person = self.resolve(written).person
        return person.name if person else bare_name(written)

    def may_name(self, text: str) -> bool:
        """Whether any of their names is in a text, letter by letter: a quick look, which tells of nobody."""
        folded = fold(text) if self.people else ""
        return any(name in folded for table in self._ranks for name in table)

    def active_on(self, day: date) -> tuple[Person, ...]:
        """Those who belong to the team on a day, in the order of the roster."""
        return tuple(
            person
            for person in self.people
            if (person.since is None or person.since <= day) and (person.until is None or day <= person.until)
        )

    def _readings(self, written: str) -> Iterator[str]:
        name = undressed(written)
        for reading in (name, *shorn(name)):
            # Most of what is asked for is a paragraph, and to fold that takes its time.
            beyond = len(reading) > self._longest and self._beyond_names.match(reading)
            folded = "" if beyond else fold(reading)
            if folded:
                yield folded


def bare_name(written: str) -> str:
    """A name without honorific, brackets and colon: 몽룡 of `(몽룡님)`; a role such as 멘토님 stays."""
    return without_id(without_honorific(undressed(written))) or written.strip()


def refuse_both(present: Iterable[str], absent: Iterable[str]) -> None:
    """Refuses those who are said to be there and to be absent."""
    twice = sorted({*present} & {*absent})
    if twice:
        message = say("{name} cannot be both there and absent.", name=", ".join(twice))
        raise StudylogError(message, Exit.USAGE)


def _with_more_letters_than(count: int) -> re.Pattern[str]:
    return late(rf"(?:[^{_LETTER}]*[{_LETTER}]){{{count + 1}}}")


def _full_names(person: Person) -> Iterable[str]:
    return (person.name,)


def _other_names(person: Person) -> Iterable[str]:
    return (*person.aliases, person.login or "")


def _given_names(person: Person) -> Iterable[str]:
    return given_names(person.name)


_NAMES_BY_RANK = (_full_names, _other_names, _given_names)


def _table(
    people: Iterable[Person], names: Callable[[Person], Iterable[str]]
) -> Mapping[str, tuple[Person, ...]]:
    table: dict[str, tuple[Person, ...]] = {}
    for person in people:
        for key in dict.fromkeys(fold(name) for name in names(person)):
            if key:
                table[key] = (*table.get(key, ()), person)
    return table
