"""What a command answers, on stdout: a table, records in a pipe, one JSON object, or what would change."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.printable import one_line, printable
from studylog.cli.talk import tell, tell_hint
from studylog.core.i18n import say
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.cli.shown.tables import Table


Item = Mapping[str, object]
_NAMED = 3
# Of the lines of a difference, by how they begin.
_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers: the name of its schema, the notebook, its items and their table.

    A program gets the items, everybody else the table, which is made when it is asked for. `in_line` has the
    texts of notes with formulas, as people read them; `unread` are notes of which nothing is in it.
    """

    schema: str
    notebook: str | None
    items: Sequence[Item]
    table: "Callable[[], Table]"
    in_line: Mapping[str, str] | None = None
    unread: Sequence[str] = ()


def answer(context: Context, result: Answer) -> None:
    """Put the answer on stdout in the form that was asked for, and say behind it which notes it lacks."""
    if context.everywhere.json:
        put_json(result.schema, result.notebook, result.items)
    elif context.terminal.stdout:
        from studylog.cli.shown.terminal import draw

        draw(result.table(), context, result.in_line or {})
    else:
        put_records(result.table())
    if result.unread:
        _tell_unread(result.unread, context)


def _tell_unread(paths: Sequence[str], context: Context) -> None:
    sys.stdout.flush()
    named = ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    tell(say("{n:note/notes} could not be read: {paths}", n=len(paths), paths=named), context.language)
    tell_hint(say("`studylog check` says why."), context.language)


def put_json(schema: str, notebook: str | None, items: Sequence[Item]) -> None:
    """One JSON object in UTF-8, whatever the locale says."""
    from studylog.core.records import as_json, enveloped

    sys.stdout.flush()
    sys.stdout.buffer.write(as_json(enveloped(schema, notebook, items), indent=2) + b"\n")


def put_records(table: "Table") -> None:
    """One record a line, its fields between tabs; nothing is cut off."""
    sys.stdout.writelines(_records(table))


def _records(table: "Table") -> Iterator[str]:
    for group in table.groups:
        for row in group.rows:
            fields = [field if isinstance(field, str) else field.record for field in row]
            # One look at all of them: few have anything that is not to be printed.
            if not "".join(fields).isprintable():
                fields = list(map(one_line, fields))
            yield "\t".join(fields) + "\n"


def put_line(text: str) -> None:
    """One line of an answer that is a single word: a path, for instance."""
    print(printable(text))


def put_diff(path: str, before: str | None, after: str, context: Context) -> None:
    """The difference between two texts of a note; `before` of None is a note that is not there yet."""
    # Late, because only a trial has something to compare.
    from difflib import unified_diff

    old, new = f"a/{path}" if before is not None else "/dev/null", f"b/{path}"
    lines = list(unified_diff((before or "").splitlines(), after.splitlines(), old, new, lineterm=""))
    if not lines:
        tell(say("Nothing would change."), context.language)
    for line in lines:
        colour = _COLOURS.get(line[:1], "") if context.answer_colour else ""
        print(f"{colour}{printable(line)}\x1b[0m" if colour else printable(line))
