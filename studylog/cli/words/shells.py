"""The options that teach a shell to complete our words: done by Typer, said in the language of the user."""

from typing import Any

from typer import Exit as Ended
from typer._completion_shared import Shells, _get_shell_name, install
from typer.main import get_install_completion_arguments

from studylog.cli.context import Context
from studylog.cli.talk import tell
from studylog.core.errors import StudylogError
from studylog.core.i18n import say


def completion_options() -> tuple[Any, Any]:
    """The two options, of which Typer installs and prints."""
    installing, showing = get_install_completion_arguments()
    installing.callback, print_script = _install, showing.callback

    def show(ctx: Any, param: Any, value: Any) -> Any:
        if value and not ctx.resilient_parsing:
            _known_shell(value)
        return print_script(ctx, param, value) if print_script else value

    showing.callback = show
    return installing, showing


def _install(ctx: Any, param: Any, value: Any) -> Any:
    if not value or ctx.resilient_parsing:
        return value
    context: Context = ctx.obj
    shell, path = install(shell=_known_shell(value))
    message = say("Completion for {shell} is installed in {path}.", shell=shell, path=str(path))
    tell(message, context.language)
    tell(say("Start a new shell to use it."), context.language)
    raise Ended(0)


def _known_shell(value: object) -> str:
    """The shell that was named, else the one around us; one that Typer does not know is refused."""
    shell = value if isinstance(value, str) else _get_shell_name()
    known = [one.value for one in Shells]
    if shell in known:
        return str(shell)
    message = (
        say("There is no completion for {shell}.", shell=shell)
        if shell
        else say("It cannot be told which shell this is.")
    )
    raise StudylogError(message, hint=say("Run it in one of these shells: {names}.", names=", ".join(known)))
