"""Names in a text, put in other words: whole names anywhere, the rest where they can only be a name.

Where a word and a name look alike, the word goes: a text that reads oddly harms nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import quote, unquote

from studylog.core.people.names import given_names, is_role, is_surely_person, without_honorific
from studylog.core.people.roster import Person, Roster, bare_name
from studylog.core.publishing.labels import initials
from studylog.core.text import nfc
from studylog.core.values import dataclass, field

_HANGUL = re.compile(r"[가-힣]+")
_POLITE = re.compile(r"(?<![가-힣])[가-힣]{2,4}(?=님)")
# Only where a word begins: pictures written as text are words of a million letters.
_IN_WORD = r"[^\s%<>()\[\]\"'`]"
_ENCODED = re.compile(rf"(?<!{_IN_WORD}){_IN_WORD}*+(?:%[0-9A-Fa-f]{{2}}{_IN_WORD}*+)+")
# Letters written as entities, and what stands between letters without being seen.
_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});?|[A-Za-z][A-Za-z0-9]{1,30};)")
_UNSEEN = re.compile("(?<=\\w)[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=\\w)")
# Several people in one field; and what may be the name of one.
_BETWEEN = re.compile(r"[,，、;·/&+]|\band\b")
_A_NAME = re.compile(r"[^\W\d_][\w .'’-]{0,39}")
_KEPT_IN_PATHS = "/:?#[]@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class Mask:
    """What stands for names: `called` is the label by the name of a person; without any, names stay."""

    people: tuple[Person, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    hides: bool = True
    _labels: Mapping[str, str] = field(init=False, repr=False)
    _names: re.Pattern[str] | None = field(init=False, repr=False)
    _strange: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        labels: dict[str, str] = {}
        forms: list[str] = []
        # Whose whole name it is comes before whose given name it is: 몽룡 is not 이몽룡 where both are there.
        for names_of in (_own_name, _other_names, _parts_of_name):
            for person in self.people:
                for name, pattern in names_of(person):
                    labels.setdefault(_key(name), self.called.get(person.name, person.name))
                    forms.append(pattern)
        joined = "|".join(sorted(dict.fromkeys(forms), key=len, reverse=True))
        object.__setattr__(self, "_labels", labels)
        names = re.compile(joined, re.IGNORECASE) if joined else None
        object.__setattr__(self, "_names", names)
        # Whether no label holds a name itself, as nicknames do.
        object.__setattr__(self, "_strange", not any(map(names.search, labels.values())) if names else True)

    def text(self, text: str) -> str:
        """The text without the names that shall not be seen, however they are written in it."""
        if not self.hides:
            return text
        seen = _UNSEEN.sub("", _ENTITY.sub(_letter, nfc(text)))
        return _POLITE.sub(self._polite, self._named(_ENCODED.sub(self._encoded, seen)))

    def _named(self, text: str) -> str:
        if self._names is None:
            return text
        masked = self._names.sub(self._label, text)
        # Behind a name, another one only comes to light when that one is gone.
        while masked != text and self._strange:
            text, masked = masked, self._names.sub(self._label, masked)
        return masked

    def _label(self, found: re.Match[str]) -> str:
        return self._labels[_key(found[0])]

    def _encoded(self, found: re.Match[str]) -> str:
        written = nfc(unquote(found[0]))
        masked = self._named(written)
        return found[0] if masked == written else quote(masked, safe=_KEPT_IN_PATHS)

    def _polite(self, found: re.Match[str]) -> str:
        """Somebody whom the roster does not know."""
        name = found[0]
        return initials(without_honorific(name)) if is_surely_person(f"{name}님") else name


# All that a person may be called in a text, each with how it is found there.
def _own_name(person: Person) -> Iterator[tuple[str, str]]:
    if name := nfc(person.name):
        yield name, _pattern(name, whole=True)


def _other_names(person: Person) -> Iterator[tuple[str, str]]:
    for name in map(nfc, (*person.aliases, person.login or "")):
        if name:
            yield name, _pattern(name, whole=False)


def _parts_of_name(person: Person) -> Iterator[tuple[str, str]]:
    for name in given_names(person.name):
        yield name, _pattern(name, whole=False)


def _pattern(name: str, *, whole: bool) -> str:
    bare = re.sub(r"\s+", "", name)
    if not _HANGUL.fullmatch(bare):
        # Files are called AdaLovelace.pdf or ada_lovelace2.png.
        spaced = r"[\s_.-]*".join(map(re.escape, name.split()))
        return rf"(?<![A-Za-z0-9]){spaced}(?![A-Za-z])"
    if whole and len(bare) > 2:
        return r"[ \t]?".join(bare)
    if len(bare) > 1:
        return rf"(?<![가-힣]){bare}"
    # A single syllable begins too many words.
    return rf"(?<![가-힣]){bare}(?=님|씨|쌤|[^가-힣]|$)"


def _key(name: str) -> str:
    return re.sub(r"[\s_.-]+", "", name).casefold() or name


def _letter(found: re.Match[str]) -> str:
    char = unescape(found[0])
    return char if char.isalpha() else found[0]


def others(names: Iterable[str], roster: Roster) -> tuple[Person, ...]:
    """People whom notes name and the roster does not have, in order of their names; roles are nobody."""
    parts = {bare_name(part) for name in names for part in _BETWEEN.split(nfc(name))}
    found = (name for name in parts if _A_NAME.fullmatch(name) and not is_role(name))
    return tuple(Person(name) for name in sorted(found) if not roster.resolve(name).candidates)
