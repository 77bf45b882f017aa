"""What people are called in public: by full name, given name, nickname, initials, or by a number."""

from collections.abc import Callable, Iterable, Mapping

from studylog.core.hangul import initial, is_syllable
from studylog.core.i18n import Language
from studylog.core.people.names import given_names
from studylog.core.people.roster import Person
from studylog.core.settings import PublicNames
from studylog.core.text import nfc, untaken

_NUMBERED: Mapping[Language, str] = {"ko": "사람{}", "en": "Person{}"}


def labels(people: Iterable[Person], how: PublicNames, language: Language) -> dict[str, str]:
    """What each person is called in public, by name; nobody is called like somebody else."""
    called: dict[str, str] = {}
    for number, person in enumerate(people, 1):
        numbered = _NUMBERED[language].format(number)
        label = numbered if how == "hidden" else _LABELS[how](person)
        called[person.name] = untaken(label, called.values(), sign="")
    return called


def initials(name: str) -> str:
    """The first letters of a name: ㅎㄱㄷ of 홍길동, AL of Ada Lovelace; one word keeps its first only."""
    words = nfc(name).split()
    if any(map(is_syllable, name)):
        return "".join(map(initial, "".join(words)))
    return "".join(word[0].upper() for word in words)


def _given(person: Person) -> str:
    return next(iter(given_names(person.name)), person.name)


def _nickname(person: Person) -> str:
    return person.aliases[0] if person.aliases else initials(person.name)


_LABELS: Mapping[PublicNames, Callable[[Person], str]] = {
    "full": lambda person: person.name,
    "given": _given,
    "nicknames": _nickname,
    "initials": lambda person: initials(person.name),
}
