"""Sentences for people: written in English where they arise, translated where they are shown."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Literal

from studylog.core.values import dataclass

Language = Literal["ko", "en"]

_CLOSING = '`”’)]"'


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in English with its arguments; the sentence is the key of its translations."""

    text: str
    args: tuple[tuple[str, "str | int | Message"], ...] = ()


def say(text: str, /, **args: "str | int | Message") -> Message:
    """A message: `{name}` is an argument, `{n:one/many}` counts, `{name:을/를}` adds a particle.

    Between the two may stand what closes: `“{name:”을/를}`.
    """
    return Message(text, tuple(args.items()))


def translate(message: Message, language: Language) -> str:
    """The message as one sentence of the language; an untranslated one stays English."""
    pattern = catalogue(language).get(message.text, message.text)
    return pattern.format_map({name: _argument(value, language) for name, value in message.args})


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Translations of a language by English sentence; empty for English itself."""
    if language == "en":
        return {}
    name = f"studylog.locale.{language}"
    return _Catalogue([f"{name}.{area}" for area in import_module(name).AREAS])


class _Catalogue(Mapping[str, str]):
    """Sentences of several modules, each of which is loaded when none before it has a sentence."""

    def __init__(self, modules: list[str]) -> None:
        self._known: dict[str, str] = {}
        self._waiting = modules[::-1]

    def __getitem__(self, sentence: str) -> str:
        while sentence not in self._known and self._waiting:
            self._load()
        return self._known[sentence]

    def __iter__(self) -> Iterator[str]:
        while self._waiting:
            self._load()
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _load(self) -> None:
        self._known.update(import_module(self._waiting.pop()).MESSAGES)


class _Argument(str):
    """A word that answers a format specification with its plural or its particle."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if "/" not in spec:
            return format(str(self), spec)
        one, many = spec.split("/")
        if one.isascii():
            return f"{self} {one if self == '1' else many}"
        # Late, because English needs none.
        from studylog.core.particles import particle

        pair = spec.lstrip(_CLOSING)
        return self + spec.removesuffix(pair) + particle(self, pair)


def _argument(value: "str | int | Message", language: Language) -> _Argument:
    return _Argument(translate(value, language) if isinstance(value, Message) else value)
