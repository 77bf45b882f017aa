"""The commands: name, module and one line for each. A command file is imported when it is asked for."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from studylog.cli.words.declare import Command


class CommandLine(NamedTuple):
    """One command, and what it does in a few words; `module` is what its module is called where not so."""

    name: str
    summary: str
    module: str = ""


# In the order, and under the headings, of the help.
GROUPS: tuple[tuple[str, tuple[CommandLine, ...]], ...] = (
    (
        "Meetings",
        (
            CommandLine("new", "Write the note of a meeting from its template"),
            CommandLine("carry", "Put what is open at the top of the coming note"),
            CommandLine("open", "Open a note in your editor"),
            CommandLine("attend", "Correct who was there"),
            CommandLine("list", "List the notes"),
            CommandLine("show", "Read a note in the terminal"),
        ),
    ),
    (
        "What the notes say",
        (
            CommandLine("status", "Where the team stands today"),
            CommandLine("brief", "One screen to begin the meeting with"),
            CommandLine("week", "The digest of a week as Markdown"),
            CommandLine("search", "Find notes, questions and papers"),
            CommandLine("questions", "Questions by lecture, with their answers"),
            CommandLine("ask", "Write a question into today's note"),
            CommandLine("answer", "Write an answer under its question"),
            CommandLine("close", "Close a question without an answer"),
            CommandLine("reopen", "Open a closed question again"),
            CommandLine("lectures", "Lectures by course, and what was asked about them"),
            CommandLine("papers", "Papers: what is next, late, presented, and their slides"),
            CommandLine("slides", "Slides, whether they are still there, and new ones"),
        ),
    ),
    (
        "The team",
        (
            CommandLine("people", "Who is who, who was there, and what each did"),
            CommandLine("rota", "Whose turn it is to moderate and to present"),
        ),
    ),
    (
        "The notebook",
        (
            CommandLine("init", "Make a folder a notebook"),
            CommandLine("import", "Bring in notes from Markdown and Notion", module="imports"),
            CommandLine("build", "Write the digest, a web site in a folder"),
            CommandLine("serve", "Show the digest in a browser, as it follows the notes"),
            CommandLine("check", "Find what is wrong or doubtful in the notes"),
            CommandLine("doctor", "Look at the surroundings: git, editor, terminal"),
        ),
    ),
)

COMMANDS: dict[str, CommandLine] = {line.name: line for _, lines in GROUPS for line in lines}

EXAMPLES: tuple[tuple[str, str], ...] = (
    ('studylog init --name "Paper club"', "make this folder a notebook"),
    ("studylog new", "write the note of today's meeting"),
    ("studylog questions", "what nobody has answered yet"),
    ("studylog search batch_first", "where something was said"),
    ("studylog build", "the digest of all notes, in _site/"),
)


def command_of(name: str) -> "Command | None":
    """The function of the command of this name, imported now; None where there is none."""
    command: Command | None = module_of(COMMANDS[name]).command if name in COMMANDS else None
    return command


def module_of(line: CommandLine) -> ModuleType:
    """The module of a command with its function `command` and its `EXAMPLES`, imported now."""
    return import_module(f"studylog.cli.commands.{line.module or line.name}")
