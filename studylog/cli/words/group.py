"""Typer's classes with our help, our language and commands that are imported when they are asked for."""

import inspect
import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Annotated, Any, get_args

import typer
from typer._click.core import Context as Parsing
from typer._click.core import Parameter
from typer._click.shell_completion import CompletionItem
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from studylog.cli.context import Context, here
from studylog.cli.options import EVERYWHERE, split
from studylog.cli.words import declare
from studylog.cli.words.catalogue import COMMANDS, module_of
from studylog.cli.words.help import CommandPage, Terms, command_help, program_help
from studylog.cli.words.usage import no_such_command
from studylog.core.errors import Exit
from studylog.core.i18n import say, translate

_MEETINGS_BACK = re.compile(r"-\d+")
_PAST_THE_PARSER = re.compile(r"@-\d+")


class Command(TyperCommand):
    """A command whose help is ours; `-1` among its words is a meeting, not an option."""

    examples: Terms = ()

    def parse_args(self, ctx: Parsing, args: list[str]) -> list[str]:
        """Read the words of the command; `-1` goes past the parser as `@-1`."""
        words = [f"@{word}" if _MEETINGS_BACK.fullmatch(word) else word for word in args]
        return super().parse_args(ctx, words)

    def get_help(self, ctx: Parsing) -> str:
        """The help in the user's language."""
        context: Context = ctx.obj
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):
            words = str(getattr(param, "help", None) or "")
            rows[param.param_type_name].append((_term(param, ctx), words))
        usage = [self.name or "", *(term for term, _ in rows["argument"])]
        page = CommandPage(
            usage=" ".join([*usage, "[OPTIONS]" if rows["option"] else ""]).strip(),
            description=self.help or "",
            examples=self.examples,
            arguments=rows["argument"],
            options=rows["option"],
        )
        return command_help(page, context.language, context.terminal.columns)


class Group(TyperGroup):
    """studylog itself."""

    def parse_args(self, ctx: Parsing, args: list[str]) -> list[str]:
        """Take the options of every command out first; shell completion comes this way."""
        if ctx.obj is None:
            everywhere, args = split(args)
            ctx.obj = here(everywhere)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Parsing) -> str:
        """The help in the user's language."""
        context: Context = ctx.obj
        return program_help(context.language, context.terminal.columns)

    def list_commands(self, ctx: Parsing) -> list[str]:
        """The names of the commands, none of them imported."""
        return list(COMMANDS)

    def get_command(self, ctx: Parsing, cmd_name: str) -> "Command | None":
        """The command of this name, imported now; None where there is none."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: Parsing, args: list[str]
    ) -> tuple[str | None, "Command | None", list[str]]:
        """The command that the words call, or an error that names the nearest one."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None and not ctx.resilient_parsing:
            raise no_such_command(name, next(iter(get_close_matches(name, COMMANDS)), None))
        return (name if command else None), command, args[1:]

    def shell_complete(self, ctx: Parsing, incomplete: str) -> list[CompletionItem]:
        """The commands and options that begin so, without importing one command."""
        context: Context = ctx.obj
        if incomplete.startswith("-"):
            options = [term.split()[0] for term, _ in EVERYWHERE] + ["--help", "--version"]
            return [CompletionItem(option) for option in options if option.startswith(incomplete)]
        return [
            CompletionItem(line.name, help=translate(say(line.summary), context.language))
            for line in COMMANDS.values()
            if line.name.startswith(incomplete)
        ]


def load(name: str) -> Command:
    """Import the module of a command and make the command of its function `command`."""
    module = module_of(COMMANDS[name])
    return for_typer(name, module.command, module.EXAMPLES)


def for_typer(name: str, function: declare.Command, examples: Terms = ()) -> Command:
    """The command that Typer makes of a function which declares its words."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    settings = {"help_option_names": ["-h", "--help"]}
    app.command(name, cls=Command, context_settings=settings)(_called(function))
    command = get_command(app)
    assert isinstance(command, Command)
    command.examples = examples
    return command


def _called(command: declare.Command) -> Callable[..., Exit | None]:
    """The command as Typer wants one: declared in its words, with our context taken out of its own."""

    def called(ctx: Parsing, **values: Any) -> Exit | None:
        return command(ctx.obj, **{name: _told(value) for name, value in values.items()})

    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Parsing)
    words = map(_parameter, declare.declared(command))
    called.__signature__ = inspect.Signature([context, *words])  # type: ignore[attr-defined]
    called.__doc__ = command.__doc__
    return called


def _told(value: Any) -> Any:
    """A value as commands take it: several are a list there and a tuple here, and `@-1` is `-1` again."""
    if isinstance(value, list):
        return tuple(map(_told, value))
    return value[1:] if isinstance(value, str) and _PAST_THE_PARSER.fullmatch(value) else value


def _parameter(declared: declare.Declared) -> inspect.Parameter:
    default = inspect.Parameter.empty if declared.required else declared.default
    kind, annotation = inspect.Parameter.POSITIONAL_OR_KEYWORD, _annotation(declared)
    return inspect.Parameter(declared.name, kind, default=default, annotation=annotation)


def _annotation(declared: declare.Declared) -> Any:
    kind, _ = get_args(declared.annotation)
    kind = list[declared.kind] if declared.many else kind  # type: ignore[name-defined]
    word = declared.word
    told: dict[str, Any] = {"metavar": word.metavar, "help": word.help}
    if word.offers:
        told["autocompletion"] = _offered(word.offers)
    if declared.kind is int:
        told |= {"min": getattr(word, "least", None) or 0, "max": declare.MOST}
    if isinstance(word, declare.Argument):
        return Annotated[kind, typer.Argument(**told)]
    # The second of a pair of flags says no: there is no first one where yes is the default.
    off = declared.default is True
    names = [f" /{name}" if off and "/" not in name else name for name in word.names.split()]
    return Annotated[kind, typer.Option(*names, **told)]


def _offered(offers: declare.Offering) -> Callable[[Parsing, str], declare.Offers]:
    def offered(ctx: Parsing, incomplete: str) -> declare.Offers:
        return offers(declare.Typed(ctx.find_root().obj, ctx.params, incomplete))

    return offered


def program(*, completion: bool) -> Group:
    """studylog as a group of commands; `completion` adds the options that install shell completion."""
    group = Group(name="studylog", context_settings={"help_option_names": ["-h", "--help"]})
    if completion:
        from studylog.cli.words.shells import completion_options

        group.params.extend(completion_options())
    return group


def _term(param: Parameter, ctx: Parsing) -> str:
    if isinstance(param, TyperArgument):
        return param.make_metavar(ctx, usage=True)
    names = sorted([*param.opts, *param.secondary_opts], key=lambda name: name.startswith("--"))
    if isinstance(param, TyperOption) and param.is_flag:
        return ", ".join(names)
    return f"{', '.join(names)} {param.make_metavar(ctx)}" + ("…" if param.multiple else "")
