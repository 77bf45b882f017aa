"""Help in the user's language: examples first, then how a command is called and what it does."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studylog.cli.options import EVERYWHERE
from studylog.cli.shown.width import pad, width, wrap
from studylog.cli.words.catalogue import EXAMPLES, GROUPS
from studylog.core.i18n import Language, say, translate

_WIDEST_TERM = 44
_INDENT = "  "

Terms = Sequence[tuple[str, str]]


def program_help(language: Language, columns: int) -> str:
    """The help of studylog itself."""
    return "\n".join(
        [
            *section("Examples", EXAMPLES, language, columns),
            "",
            f"{_word('Usage', language)}: studylog [-C DIR] {_word('COMMAND', language)} …",
            "",
            *paragraph(
                "The minutes of a study team: notes in, questions by lecture, papers with slides and a"
                " static digest out.",
                language,
                columns,
            ),
            *_commands(language, columns),
            "",
            *section("Everywhere", (*EVERYWHERE, *_PROGRAM_OPTIONS), language, columns),
            "",
            *paragraph("`studylog COMMAND --help` explains one command.", language, columns),
        ]
    )


_PROGRAM_OPTIONS: Terms = (
    ("--install-completion", "Teach your shell to complete the words of studylog."),
    ("--show-completion", "Print what --install-completion would install."),
    ("--version", "Print the version."),
    ("-h, --help", "Show this help."),
)


def command_help(page: "CommandPage", language: Language, columns: int) -> str:
    """The help of one command."""
    lines = [
        *section("Examples", page.examples, language, columns),
        "",
        f"{_word('Usage', language)}: studylog {page.usage}",
        "",
        *paragraph(page.description, language, columns),
    ]
    for title, rows in (("Arguments", page.arguments), ("Options", page.options)):
        if rows:
            lines += ["", *section(title, rows, language, columns)]
    everywhere = ", ".join(term for term, _ in EVERYWHERE)
    everywhere_words = translate(say("Everywhere: {options}.", options=everywhere), language)
    return "\n".join([*lines, "", *wrap(everywhere_words, columns)])


class CommandPage(NamedTuple):
    """What the help of a command says; terms with their words in English."""

    usage: str
    description: str
    examples: Terms
    arguments: Terms
    options: Terms


def section(title: str, rows: Terms, language: Language, columns: int) -> list[str]:
    """A heading and a list of terms with their words, wrapped beside the terms."""
    longest = max((width(term) for term, _ in rows if width(term) <= _WIDEST_TERM), default=0)
    lines = [f"{_word(title, language)}:"]
    for term, words in rows:
        lines.extend(_row(term, _word(words, language), longest + 2, columns))
    return lines


def paragraph(text: str, language: Language, columns: int) -> list[str]:
    """A paragraph of the user's language in lines; blank lines in it stay."""
    lines: list[str] = []
    for piece in _word(" ".join(text.split()), language).split("\n"):
        lines.extend(wrap(piece, columns))
    return lines


def _commands(language: Language, columns: int) -> Iterable[str]:
    longest = max(width(line.name) for _, lines in GROUPS for line in lines)
    for title, lines in GROUPS:
        yield ""
        yield f"{_word(title, language)}:"
        for line in lines:
            yield from _row(line.name, _word(line.summary, language), longest + 2, columns)


def _row(term: str, words: str, indent: int, columns: int) -> list[str]:
    wrapped = wrap(words, max(20, columns - indent - len(_INDENT)))
    if width(term) + 2 > indent:
        lines, wrapped = [_INDENT + term], ["", *wrapped]
    else:
        lines = [_INDENT + pad(term, indent) + (wrapped[0] if wrapped else "")]
    lines.extend(_INDENT + " " * indent + line for line in wrapped[1:])
    return [line.rstrip() for line in lines]


def _word(text: str, language: Language) -> str:
    return translate(say(text), language) if text else ""
