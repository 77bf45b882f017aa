"""What a command declares of its words: they stand in the annotations of its parameters, as values of ours.

Typer is told them for help, completion and errors (`group`); the usual words are read without it (`usual`).
"""

from collections.abc import Callable, Mapping
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from studylog.cli.context import Context
from studylog.core.errors import Exit

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

    A flag alone means the opposite of its default; a number is `least` or more.
    """

    names: str
    help: str
    metavar: str | None = None
    offers: Offering | None = None
    least: int | None = None


class Declared(NamedTuple):
    """A parameter of a command: what was declared, what a value is, and whether there may be several."""

    parameter: Parameter
    word: Argument | Option
    kind: type
    choices: tuple[str, ...]
    many: bool

    @property
    def required(self) -> bool:
        """Whether the command cannot do without it."""
        return self.parameter.default is Parameter.empty


def declared(command: Command) -> tuple[Declared, ...]:
    """The parameters of a command after its context."""
    _, *parameters = signature(command).parameters.values()
    return tuple(_declared(parameter) for parameter in parameters)


def _declared(parameter: Parameter) -> Declared:
    annotation, word = get_args(parameter.annotation)
    kind = _without_none(annotation)
    many = get_origin(kind) is tuple
    if many:
        kind, _ = get_args(kind)
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    return Declared(parameter, word, str if choices else kind, choices, many)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (kind for kind in get_args(annotation) if kind is not NoneType)
    return annotation
