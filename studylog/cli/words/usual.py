"""Reads the usual words of a command without Typer: to import it takes longer than many a command.

What is not plainly usual (`--help`, `-nt`, `--`, a wrong word) is left to Typer, which alone refuses.
"""

from collections.abc import Sequence

from studylog.cli.words.declare import Argument, Command, Declared, Option, declared
from studylog.core.late import late

_NUMBER = late("[0-9]{1,9}")


class _UnusualError(Exception):
    """Typer has to look at these words."""


def usual_values(command: Command, words: Sequence[str]) -> dict[str, object] | None:
    """The values that the words give to the parameters of a command; None where Typer has to read them."""
    parameters = declared(command)
    values: dict[str, object] = {}
    try:
        _read(parameters, list(words), values)
    except _UnusualError:
        return None
    complete = all(each.name in values for each in parameters if each.required)
    return values if complete else None


def _read(parameters: Sequence[Declared], waiting: list[str], values: dict[str, object]) -> None:
    options = dict(pair for each in parameters for pair in _names(each))
    arguments = [each for each in parameters if isinstance(each.word, Argument)]
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("-"):
            if not arguments:
                raise _UnusualError
            _keep(arguments[0] if arguments[0].many else arguments.pop(0), word, values)
            continue
        name, equals, value = word.partition("=")
        if name not in options or (equals and not name.startswith("--")):
            raise _UnusualError
        option, flag = options[name]
        if flag is not None and not equals:
            values[option.name] = flag
        elif flag is None and (equals or waiting):
            _keep(option, value if equals else waiting.pop(0), values)
        else:
            raise _UnusualError


def _names(parameter: Declared) -> list[tuple[str, tuple[Declared, bool | None]]]:
    """The names of an option with what a flag means by it; options that take a value mean None."""
    if not isinstance(parameter.word, Option):
        return []
    names = parameter.word.names.split()
    if parameter.kind is not bool:
        return [(name, (parameter, None)) for name in names]
    meant = not parameter.default
    return [
        (name, (parameter, wish))
        for pair in names
        for name, wish in zip(pair.split("/"), (meant, not meant), strict=False)
    ]


def _keep(parameter: Declared, written: str, values: dict[str, object]) -> None:
    name, value = parameter.name, _value(parameter, written)
    before = values.get(name, ())
    values[name] = (*before, value) if parameter.many and isinstance(before, tuple) else value


def _value(parameter: Declared, written: str) -> str | int:
    """The word as what the command wants; an empty one, and one like an option, may be a slip."""
    if not written or written.startswith("-"):
        raise _UnusualError
    if parameter.choices and written not in parameter.choices:
        raise _UnusualError
    if parameter.kind is not int:
        return written
    least = parameter.word.least if isinstance(parameter.word, Option) else None
    if not _NUMBER.fullmatch(written) or (least is not None and int(written) < least):
        raise _UnusualError
    return int(written)
