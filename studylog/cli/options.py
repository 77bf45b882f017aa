"""The options that every command understands, taken out of the command line before Typer reads it.

`-C DIR` stands before the command; the others before or after it. Behind `--` nothing is an option.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say

LANGUAGES: tuple[Language, ...] = ("ko", "en")

# What help and shell completion show of them.
EVERYWHERE: tuple[tuple[str, str], ...] = (
    ("-C DIR", "The notebook is in DIR (stands before the command)."),
    ("--json", "Answer as one JSON object."),
    ("--no-input", "Ask nothing; a missing answer is an error."),
    ("--lang ko|en", "Speak Korean or English."),
    ("--no-color", "No colours."),
)


class Everywhere(NamedTuple):
    """What the options of every command say; `language` is None when it was not told."""

    directory: str | None = None
    json: bool = False
    no_input: bool = False
    language: Language | None = None
    no_color: bool = False
    version: bool = False


def split(words: list[str]) -> tuple[Everywhere, list[str]]:
    """The options of every command, and the words that remain for the command."""
    told = Everywhere()
    rest: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        in_front = not any(not earlier.startswith("-") for earlier in rest)
        if word == "--":
            return told, [*rest, word, *waiting]
        if word in _SWITCHES:
            told = _SWITCHES[word](told)
        elif word == "--lang" or word.startswith("--lang="):
            told = told._replace(language=_language(_value(word, "--lang", waiting)))
        elif in_front and word == "--version":
            told = told._replace(version=True)
        elif in_front and word.startswith("-C"):
            told = told._replace(directory=_folder(told.directory, _value(word, "-C", waiting)))
        else:
            rest.append(word)
    return told, rest


_SWITCHES: dict[str, Callable[[Everywhere], Everywhere]] = {
    "--json": lambda told: told._replace(json=True),
    "--no-input": lambda told: told._replace(no_input=True),
    "--no-color": lambda told: told._replace(no_color=True),
}


def _value(word: str, option: str, waiting: list[str]) -> str:
    attached = word.removeprefix(option).removeprefix("=")
    if attached or "=" in word:
        return attached
    if not waiting:
        raise StudylogError(say("{option} needs a value.", option=option), Exit.USAGE)
    return waiting.pop(0)


def _language(written: str) -> Language:
    for language in LANGUAGES:
        if written == language:
            return language
    raise StudylogError(
        say("{value} is not a language of studylog.", value=written or "''"),
        Exit.USAGE,
        hint=say("Give {option} one of: {choices}.", option="--lang", choices=", ".join(LANGUAGES)),
    )


def _folder(before: str | None, written: str) -> str:
    if not written:
        raise StudylogError(say("{option} needs a value.", option="-C"), Exit.USAGE)
    return str(Path(before or "") / written)
