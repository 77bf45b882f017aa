"""The command line: reads the options of every command, runs one command, and is the one error boundary."""

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING

from studylog.cli.options import Everywhere, split
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say

if TYPE_CHECKING:
    from studylog.cli.context import Context

_COMPLETING = "_STUDYLOG_COMPLETE"


def main(words: list[str]) -> int:
    """Run studylog with these words; every way a command can end comes out here as an exit code."""
    _prepare_streams()
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except StudylogError as error:
        return _stopped(error, words)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return Exit.DONE
    except OSError as error:
        return _stopped(_system_error(error), words)
    except UnicodeEncodeError as error:
        return _stopped(_no_name(error), words)
    except Exception as error:  # The one place for what nobody foresaw: a sentence, not a traceback.
        if os.environ.get("STUDYLOG_DEBUG"):
            raise
        return _stopped(_bug(error), words)


def _run(words: list[str]) -> int:
    if os.environ.get(_COMPLETING):
        return _complete()
    everywhere, rest = split(words)
    if everywhere.version:
        return _version()
    if not rest or rest[0] in ("-h", "--help"):
        return _help(everywhere)
    return _command(everywhere, rest)


def _version() -> int:
    from studylog import __version__

    print(f"studylog {__version__}")
    return Exit.DONE


def _help(everywhere: Everywhere) -> int:
    from studylog.cli.context import here
    from studylog.cli.words.help import program_help

    context = here(everywhere)
    print(program_help(context.language, context.terminal.columns))
    return Exit.DONE


def _command(everywhere: Everywhere, rest: list[str]) -> int:
    from studylog.cli.context import here
    from studylog.cli.words.catalogue import command_of
    from studylog.cli.words.usual import usual_values

    context = here(everywhere)
    context.require_standing()
    command = command_of(rest[0])
    values = usual_values(command, rest[1:]) if command else None
    if command is None or values is None:
        return _by_typer(context, rest)
    return int(command(context, **values) or Exit.DONE)


def _by_typer(context: "Context", rest: list[str]) -> int:
    import typer
    from typer._click.exceptions import UsageError

    from studylog.cli.words.group import program
    from studylog.cli.words.usage import misuse

    group = program(completion=any(word.endswith("-completion") for word in rest))
    try:
        with group.make_context("studylog", rest, obj=context) as ctx:
            return int(group.invoke(ctx) or Exit.DONE)
    except typer.Exit as ended:
        return ended.exit_code
    except UsageError as error:
        raise misuse(error) from error


def _complete() -> int:
    """Answer the shell; whatever goes wrong, the user goes on typing undisturbed."""
    from studylog.cli.words.group import program

    sys.stderr = _nowhere()
    try:
        program(completion=True).main(prog_name="studylog", standalone_mode=False)
    except Exception:
        return Exit.PROBLEMS
    return Exit.DONE


def _stopped(error: StudylogError, words: list[str]) -> int:
    from studylog.cli.context import here
    from studylog.cli.talk import report

    if os.environ.get("STUDYLOG_DEBUG"):
        raise error
    context = here(_told(words))
    report(error, context)
    return error.exit_code


def _told(words: list[str]) -> Everywhere:
    """The options of every command, even when one of them is what was wrong."""
    try:
        return split(words)[0]
    except StudylogError:
        return Everywhere()


def _system_error(error: OSError) -> StudylogError:
    from pathlib import Path

    from studylog.store.failures import trouble

    # What names no file went wrong while we were writing the answer.
    return trouble(error, Path(str(error.filename or "stdout")))


def _no_name(error: UnicodeEncodeError) -> StudylogError:
    """A file whose name the locale has no letters for; whatever else has none is a mistake of ours."""
    encoding = sys.getfilesystemencoding()
    if encoding == "utf-8" or error.encoding != encoding:
        return _bug(error)
    return StudylogError(
        say(
            "File names are in {encoding} here, and this one is not: {path}",
            encoding=encoding,
            path=error.object,
        ),
        hint=say("Choose a UTF-8 locale, such as `export LANG=C.UTF-8`; on Windows, set PYTHONUTF8=1."),
    )


def _bug(error: Exception) -> StudylogError:
    return StudylogError(
        say("This should not happen ({kind}: {reason}).", kind=type(error).__name__, reason=str(error)),
        hint=say("It is a mistake in studylog. `STUDYLOG_DEBUG=1` shows where it arose; please report it."),
    )


def _prepare_streams() -> None:
    """Whatever a terminal cannot show is replaced, never an error; a closed stream swallows."""
    for name, errors in (("stdout", "replace"), ("stderr", "backslashreplace")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        elif isinstance(stream, io.TextIOWrapper):
            # A pipe gets names of files byte for byte, so that the next program can open them.
            exact = name == "stdout" and stream.encoding.lower() == "utf-8" and not stream.isatty()
            stream.reconfigure(errors="surrogateescape" if exact else errors)


def _nowhere() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _let_go_of_stdout() -> None:
    """Who read our output has read enough: what is still buffered goes nowhere, without a word."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
