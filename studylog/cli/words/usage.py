"""What Typer says about a wrong call, said as one sentence of ours."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

from studylog.cli.options import EVERYWHERE
from studylog.cli.words.declare import MOST
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say

_QUOTED = re.compile(r"'(.*?)'|\(([^()]*)\)$", re.DOTALL)
# What is no number, and a whole number that is too small or too large, `@-3` or `0 is not in the range …`.
_WHOLE = re.compile(r"-?[0-9]+(?=$| )")
# What stands before any command, besides what every command understands.
_AT_THE_FRONT = {"--version", "--help", "--install-completion", "--show-completion"}


def misuse(error: UsageError) -> StudylogError:
    """The error that tells the user what is wrong with the call, and where to read on."""
    message, hint = _explain(error)
    path = error.ctx.command_path if error.ctx is not None else "studylog"
    return StudylogError(message, Exit.USAGE, hint=hint or say("See `{command}`.", command=f"{path} --help"))


def no_such_command(written: str, nearest: str | None) -> StudylogError:
    """There is no such command; the nearest one is the hint."""
    if nearest is not None:
        hint = say("Did you mean `{command}`?", command=f"studylog {nearest}")
    else:
        hint = say("See `{command}`.", command="studylog --help")
    return StudylogError(say("There is no command {name}.", name=written), Exit.USAGE, hint=hint)


def _explain(error: UsageError) -> tuple[Message, Message | None]:
    match error:
        case NoSuchOption():
            return _no_such_option(error)
        case BadOptionUsage():
            return say("{option} needs a value.", option=error.option_name), None
        case MissingParameter():
            return say("{name} is missing.", name=_name(error)), None
        case BadParameter():
            return _bad_value(error)
        case _:
            return say("The command takes no further words: {words}.", words=_quoted(error.message)), None


def _no_such_option(error: NoSuchOption) -> tuple[Message, Message | None]:
    message = say("There is no option {option} here.", option=error.option_name)
    if error.option_name == "-C":
        return message, say("`-C DIR` stands before the command.")
    known = {term.split()[0] for term, _ in EVERYWHERE if term.startswith("--")}
    if error.ctx is not None and error.ctx.parent is None:
        known |= _AT_THE_FRONT
    near = get_close_matches(error.option_name, sorted(known | {*(error.possibilities or ())}), 1)
    if near:
        return message, say("Did you mean {option}?", option=near[0])
    # What begins with one dash may well be a text: a question, an answer, what is looked for.
    text = not error.option_name.startswith("--")
    command = error.ctx.command_path if error.ctx else ""
    params = error.ctx.command.params if error.ctx else ()
    if not any(param.nargs == -1 or (text and param.param_type_name == "argument") for param in params):
        return message, None
    return message, say("Words that begin with a dash stand behind `{command} --`.", command=command)


def _bad_value(error: BadParameter) -> tuple[Message, Message | None]:
    value = _quoted(error.message) or "''"
    choices = getattr(error.param.type, "choices", None) if error.param is not None else None
    if not choices:
        return _bad_number(error, value), None
    if error.param is not None and error.param.param_type_name == "argument":
        return _no_such_word(error, value, choices)
    return (
        say("{name} cannot be {value}.", name=_name(error), value=value),
        say("Give {option} one of: {choices}.", option=_name(error), choices=", ".join(choices)),
    )


def _no_such_word(error: BadParameter, value: str, choices: Sequence[str]) -> tuple[Message, Message | None]:
    """A word behind a command that is called wrong is a command of its own to whoever wrote it."""
    command = error.ctx.command_path if error.ctx is not None else "studylog"
    called = command.partition(" ")[2]
    message = say("There is no command {name}.", name=f"{called} {value}".strip())
    near = get_close_matches(value, choices, 1)
    if near:
        return message, say("Did you mean `{command}`?", command=f"{command} {near[0]}")
    commands = ", ".join(f"`{command} {choice}`" for choice in choices)
    return message, say("Name one of: {choices}", choices=commands)


def _bad_number(error: BadParameter, value: str) -> Message:
    whole = _WHOLE.match(value)
    if whole is None:
        return say("{name} takes a number, not {value}.", name=_name(error), value=value)
    if len(whole[0].lstrip("-0")) > len(str(MOST)) and not value.startswith("-"):
        return say("{name} is at most {most}.", name=_name(error), most=MOST)
    least = getattr(error.param and error.param.type, "min", None)
    return say("{name} is at least {least}.", name=_name(error), least=least or 0)


def _name(error: BadParameter) -> str:
    if error.param is None:
        return "?"
    if error.param.param_type_name == "argument":
        return error.param.human_readable_name
    return max(error.param.opts, key=len)


def _quoted(message: str) -> str:
    found = _QUOTED.search(message)
    return (found[1] or found[2] or "").removeprefix("@") if found else message
