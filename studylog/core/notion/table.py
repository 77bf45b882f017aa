"""A database as Notion exports it: a CSV file whose first column names the pages, and a table in Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from studylog.core.textlines import BREAK
from studylog.core.values import dataclass

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"?')
_BARE = re.compile(r"[^,\r\n]*+")

_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>|]+")
# What would begin something in a paragraph; single signs between letters (a_b, 3 * 4, 1~2) do not.
_MARKUP = re.compile(
    r"[\\`\[\]|$]|<(?=[A-Za-z/!?]|[^\s<>@]+@[^\s<>@]+>)|&(?=#?\w+;)"
    r"|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|~~|=="
)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a database, and for each of its rows as many values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(text: str) -> Table:
    """The table that a CSV text is; quoted values may hold commas and lines, and short rows are filled."""
    read = [line for line in _lines(text) if any(line)]
    width = max(map(len, read), default=0)
    filled = [(*line, *[""] * (width - len(line))) for line in read]
    return Table(tuple(name.strip() for name in filled[0]), tuple(filled[1:])) if filled else Table((), ())


def markdown_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    written = (columns, ["---"] * len(columns), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in written)


def cell(text: str) -> str:
    """Plain text as it stands in a cell: its signs are no markup, its lines are kept, its addresses lead."""
    return lines("\n".join(line.strip() for line in BREAK.split(text.strip())))


def lines(text: str) -> str:
    """Plain text of any number of lines as Markdown on one line."""
    return "<br>".join(map(literal, BREAK.split(text)))


def literal(text: str) -> str:
    """One line of plain text as Markdown that reads the same."""
    return "".join(_literally(text))


def _literally(text: str) -> Iterator[str]:
    addresses, between = _ADDRESS.findall(text), _ADDRESS.split(text)
    for words, link in zip_longest(between, addresses, fillvalue=""):
        yield _MARKUP.sub(r"\\\g<0>", words)
        yield link


def _lines(text: str) -> Iterator[list[str]]:
    position = 0
    while position < len(text):
        line: list[str] = []
        while True:
            value, position = _field(text, position)
            line.append(value)
            if not text.startswith(",", position):
                break
            position += 1
        yield line
        ending = BREAK.match(text, position)
        position = ending.end() if ending else position


def _field(text: str, position: int) -> tuple[str, int]:
    """The value that begins here, and where it ends; what follows a closing quotation mark belongs to it."""
    quoted = _QUOTED.match(text, position)
    value = quoted[1].replace('""', '"') if quoted else ""
    rest = _BARE.match(text, quoted.end() if quoted else position)
    return (value + rest[0], rest.end()) if rest else (value, position)
