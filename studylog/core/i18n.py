"""Sentences for people: written in English where they arise, translated where they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

Language = Literal["ko", "en"]

# Particles that depend on whether the word before them ends in a consonant; 로 also follows ㄹ.
_RIEUL = 8


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in English with its arguments; the sentence is the key of its translations."""

    text: str
    args: tuple[tuple[str, "str | int | Message"], ...] = ()


def say(text: str, /, **args: "str | int | Message") -> Message:
    """A message: `{name}` is an argument, `{n:one/many}` counts, `{name:을/를}` adds a particle."""
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
    module = import_module(f"studylog.locale.{language}")
    messages: Mapping[str, str] = module.MESSAGES
    return messages


def particle(word: str, pair: str) -> str:
    """The particle of `을/를`, `이/가`, `은/는`, `과/와`, `으로/로` that fits after the word."""
    with_final, without_final = pair.split("/")
    last = next((char for char in reversed(word) if char.isalnum()), "")
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return without_final if final == 0 or (final == _RIEUL and without_final == "로") else with_final
    return with_final if last in "013678LMNlmn" else without_final


class _Argument(str):
    """A word that answers a format specification with its plural or its particle."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if "/" not in spec:
            return format(str(self), spec)
        one, many = spec.split("/")
        if one.isascii():
            return f"{self} {one if self == '1' else many}"
        return self + particle(self, spec)


def _argument(value: "str | int | Message", language: Language) -> _Argument:
    return _Argument(translate(value, language) if isinstance(value, Message) else value)
