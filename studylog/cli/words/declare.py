"""What a command declares of its words: they stand in the annotations of its parameters, as values of ours.

Typer is told them for help, completion and errors (`group`); the usual words are read without it (`usual`).
"""

from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from studylog.cli.context import Context
from studylog.core.errors import Exit

MOST = 999_999_999
"""The largest number that may stand on a command line: nothing is counted that far."""

# A command is told the context, then the values of its words; without an exit code it is done.
Command = Callable[..., Exit | None]


class Typed(NamedTuple):
    """What is on the command line when somebody presses Tab: values so far, and the beginning of a word."""

    context: Context
    values: Mapping[str, object]
    incomplete: str


Offers = list[str | tuple[str, str]]
Offering = Callable[[Typed], Offers]


class Argument(NamedTuple):
    """A word that stands for itself."""

    metavar: str
    help: str
    offers: Offering | None = None


class Option(NamedTuple):
    """A word that a name announces; the names stand between blanks, `--yes/--no` is a pair of them.

    A flag alone means the opposite of its default; a number is `least` or more, and `MOST` or less.
    """

    names: str
    help: str
    metavar: str | None = None
    offers: Offering | None = None
    least: int | None = None


class Declared(NamedTuple):
    """A parameter of a command: what was declared, what a value is, and whether there may be several.

    A `required` one is what the command cannot do without.
    """

    name: str
    required: bool
    default: Any
    annotation: Any
    word: Argument | Option
    kind: type
    choices: tuple[str, ...]
    many: bool


def declared(command: Command) -> tuple[Declared, ...]:
    """The parameters of a command after its context."""
    # `inspect` would tell them, too, but takes longer to import than all words to be read.
    while within := getattr(command, "__wrapped__", None):
        command = within
    names = command.__code__.co_varnames[1 : command.__code__.co_argcount]
    defaults = dict(zip(reversed(names), reversed(command.__defaults__ or ()), strict=False))
    return tuple(_declared(name, command.__annotations__[name], defaults) for name in names)


def _declared(name: str, annotation: Any, defaults: Mapping[str, object]) -> Declared:
    meant, word = get_args(annotation)
    kind = _without_none(meant)
    many = get_origin(kind) is tuple
    if many:
        kind, _ = get_args(kind)
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    kind = str if choices else kind
    return Declared(name, name not in defaults, defaults.get(name), annotation, word, kind, choices, many)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (kind for kind in get_args(annotation) if kind is not NoneType)
    return annotation
