"""The people of a team, and who is meant by the many ways of writing a name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cache
from typing import NamedTuple

from studylog.core.late import late
from studylog.core.names import given_names, is_surely_person, shorn, undressed, without_honorific
from studylog.core.text import fold
from studylog.core.values import dataclass

# Whole names are surer than aliases and logins, and these than given names.
_Ranks = tuple[Mapping[str, tuple["Person", ...]], ...]

_LONGEST = 40
_NAME = rf"[^\s()\[\]（）［］:：][^()\[\]（）［］:：\n]{{0,{_LONGEST}}}?"
_BRACKETED = late(rf"\s*[(\[（［]\s*(?P<name>{_NAME})\s*[)\]）］](?!\()\s*(?:[:：]|[-–—](?=\s))?\s*")
_MARKED = late(rf"\s*(?P<name>{_NAME})\s*(?:[)）]\s*[:：]?|[:：](?!//))\s*")
_DASHED = late(rf"\s*(?P<name>{_NAME})\s+[-–—]\s+")
_ALONE = late(rf"\s*(?P<name>{_NAME})\s*$")
_SIGNED = late(
    r"\s*[(\[（［]\s*(?P<bracketed>[^\s()\[\]（）［］][^()\[\]（）［］\n]{0,20}?)\s*[)\]）］][\s.]*$"
    r"|\s[-–—]\s?(?P<dashed>[^\s\-–—][^\-–—\n]{0,20}?)\s*$"
)
# Letters that stay what they are, each on its own, when a text is folded.
_LETTER = "0-9A-Za-z가-힣"
_ONE_SIGN = late(r"[@\s]*[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]\s*")
# Quick looks: between the beginning of a line and the sign behind a name stands none of these signs.
_MAY_BE_BRACKETED = late(r"\s*[(\[（［]")
_MAY_BE_NAMED = late(rf"\s*+(?:[(\[（［]|[^()\[\]（）［］:：]{{1,{_LONGEST + 1}}}+\s*+(?:[)）:：]|\Z))")
_MAY_BE_MARKED = late(rf"\s*+[^()\[\]（）［］:：]{{1,{_LONGEST + 1}}}+\s*+[)）:：]")


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
class Speaker:
    """Who says a line: the name as the roster has it, as written, and what is said."""

    name: str
    written: str
    rest: str


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
    return without_honorific(undressed(written)) or written.strip()


def _with_more_letters_than(count: int) -> re.Pattern[str]:
    return late(rf"(?:[^{_LETTER}]*[{_LETTER}]){{{count + 1}}}")


def speaker(line: str, roster: Roster) -> Speaker | None:
    """Who says a line that begins with `몽룡님 :`, `(몽룡)`, `몽룡)` or `몽룡 - `, or is only `몽룡님`.

    Somebody who is not on the roster needs 님 or 씨; a single letter or number is never a person.
    """
    if not _may_speak(line):
        return None
    for form in _forms():
        match = form.pattern.match(line) if form.may_be(line) else None
        if match and form.is_person(match["name"], roster):
            return _speaker(match, roster)
    return None


def signed_by(text: str, roster: Roster) -> str | None:
    """Whose name stands behind a text: `… (춘향)`, `… - 몽룡님`; None where it is nobody's."""
    return unsigned(text, roster)[1]


def unsigned(text: str, roster: Roster) -> tuple[str, str | None]:
    """A text without the name that stands behind it, and whose name that is."""
    before, end = text[:-_LONGEST], text[-_LONGEST:]
    match = _SIGNED.search(end)
    name = (match["bracketed"] or match["dashed"]) if match else None
    if match is None or not name or not _is_person(name, roster):
        return text, None
    return before + end[: match.start()], roster.canonical(name)


def is_speaker_name(name: str, roster: Roster) -> bool:
    """Whether a name in brackets says who speaks, as it is written."""
    return _is_person(name, roster)


def _speaker(match: re.Match[str], roster: Roster) -> Speaker:
    return Speaker(roster.canonical(match["name"]), match[0].strip(), match.string[match.end() :])


def _is_known(name: str, roster: Roster) -> bool:
    return bool(roster.resolve(name).candidates) and not _ONE_SIGN.fullmatch(name)


def _is_person(name: str, roster: Roster) -> bool:
    return _is_known(name, roster) or (is_surely_person(name) and not _ONE_SIGN.fullmatch(name))


def _is_unknown(name: str, roster: Roster) -> bool:
    return is_surely_person(name)


class _Form(NamedTuple):
    """A way of naming who speaks: how a line looks that may have it, the pattern, and who it may name."""

    may_be: Callable[[str], object]
    pattern: re.Pattern[str]
    is_person: Callable[[str, Roster], bool]


def _may_speak(line: str) -> bool:
    """One look for all forms, because most lines have none of them."""
    return _MAY_BE_NAMED.match(line) is not None or _has_dash(line)


def _has_dash(line: str) -> bool:
    return "-" in line or "–" in line or "—" in line


def _is_short(line: str) -> bool:
    return len(line.strip()) <= _LONGEST + 1


@cache
def _forms() -> tuple[_Form, ...]:
    # Made when somebody may speak: whoever only looks for names needs none of them.
    return (
        _Form(_MAY_BE_BRACKETED.match, _BRACKETED, _is_person),
        _Form(_MAY_BE_MARKED.match, _MARKED, _is_person),
        _Form(_has_dash, _DASHED, _is_known),
        _Form(_is_short, _ALONE, _is_unknown),
    )


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
