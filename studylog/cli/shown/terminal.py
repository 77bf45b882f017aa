"""Tables drawn on a terminal: calm, and as wide as Hangul and emoji really are."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Drawing
from rich.text import Text

from studylog.cli.context import Context
from studylog.cli.printable import one_line
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table, cell_of
from studylog.core.i18n import Language, translate
from studylog.core.values import replace

# A title or a question in a column narrower than this is no more read than guessed.
_WIDE_ENOUGH = 12
# What was looked for; bold is left where there are no colours.
_HIT = "bold red"


def console(context: Context) -> Console:
    """A terminal that takes our texts as they are: no markup, no emoji names, no guessed highlights."""
    return Console(
        file=sys.stdout,
        width=context.terminal.columns,
        force_terminal=True,
        no_color=not context.colour,
        color_system="auto" if context.colour else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def draw(table: Table, context: Context, in_line: Mapping[str, str]) -> None:
    """Draw the table, each group under its title; one without a row was spoken of already.

    `in_line` has the texts with formulas, as they are read.
    """
    if not any(group.rows for group in table.groups):
        return
    table = _seen(table, in_line)
    screen = console(context)
    if table.header and _needed(table, context.language) > screen.width:
        from studylog.cli.shown.narrow import stacked

        screen.print(stacked(table, context.language, screen.width))
        return
    if table.joined:
        screen.print(_joined(table, context))
        return
    for number, group in enumerate(table.groups):
        if number:
            screen.print()
        if group.title:
            screen.print(Text(one_line(group.title), style="bold"))
        screen.print(_drawing(table, group, context))


def _needed(table: Table, language: Language) -> int:
    """The columns that a table takes at least, with something left for what is wide."""
    return sum(_least(column, cells, language) + 2 for column, cells in _by_column(table)) - 2


def _least(column: Column, cells: Iterable[Cell], language: Language) -> int:
    title = cell_len(translate(column.title, language))
    longest = max((cell_len(one_line(cell.text)) for cell in cells), default=0)
    return max(title, min(longest, _WIDE_ENOUGH) if column.wide else longest)


def _by_column(table: Table) -> Iterator[tuple[Column, list[Cell]]]:
    """The columns, each with its cells in all groups."""
    rows = [row for group in table.groups for row in group.rows]
    return ((column, [cell_of(row[index]) for row in rows]) for index, column in enumerate(table.columns))


def _seen(table: Table, in_line: Mapping[str, str]) -> Table:
    """The table as people see it: without what only pipes get, texts with formulas as they are read."""
    shown = [index for index, column in enumerate(table.columns) if not column.pipe_only]

    def read(field: Field) -> Cell:
        cell = cell_of(field)
        return cell._replace(text=in_line[cell.text]) if cell.text in in_line else cell

    groups = [
        replace(group, rows=tuple(tuple(read(row[index]) for index in shown) for row in group.rows))
        for group in table.groups
    ]
    return replace(table, columns=tuple(table.columns[index] for index in shown), groups=tuple(groups))


def _joined(table: Table, context: Context) -> Drawing:
    """All groups in one drawing, each under its title."""
    drawing = _drawing(table, Rows(()), context)
    for number, group in enumerate(table.groups):
        if number:
            drawing.add_row()
        if group.title:
            drawing.add_row(Text(one_line(group.title), style="bold"))
        _add_rows(drawing, table, group, context)
    return drawing


def _drawing(table: Table, group: Rows, context: Context) -> Drawing:
    drawing = Drawing(
        box=box.SIMPLE_HEAD if table.header else None,
        show_header=table.header,
        show_edge=False,
        pad_edge=False,
        header_style="dim",
        border_style="dim",
        # A divider of the box is one blank itself.
        padding=(0, 1 if table.header else 2, 0, 0),
    )
    # Groups are drawn one by one, and still stand in the same columns.
    for column, cells in _by_column(table):
        texts = (one_line(text) for cell in cells for text in (cell.text + cell.more, cell.below))
        drawing.add_column(
            translate(column.title, context.language),
            justify=column.align,
            overflow="fold",
            no_wrap=not column.wide,
            min_width=None if column.wide else max(map(cell_len, texts), default=0),
        )
    _add_rows(drawing, table, group, context)
    return drawing


def _add_rows(drawing: Drawing, table: Table, group: Rows, context: Context) -> None:
    room = _room(drawing, context)
    for row in group.rows:
        pairs = zip(table.columns, row, strict=True)
        drawing.add_row(*(_text(cell_of(field), column, room) for column, field in pairs))


def _room(drawing: Drawing, context: Context) -> int:
    """The width that is left for the one wide column; of several, none knows how much the others take."""
    taken = [column.min_width + 2 for column in drawing.columns if column.min_width is not None]
    return context.terminal.columns - (sum(taken) if len(taken) == len(drawing.columns) - 1 else 0)


def _text(cell: Cell, column: Column, room: int) -> Text:
    text = Text()
    _append(text, cell.marked or ((cell.text + cell.more, False),), cell.style or column.style)
    if cell.link:
        text.stylize(f"link {one_line(cell.link)}")
    if cell.passage:
        text.append("\n")
        _append(text, cell.passage, column.style)
    return text.append(f"\n{_folded(one_line(cell.below), room)}", style="dim") if cell.below else text


def _folded(text: str, room: int) -> str:
    """A text whose paths, where they are longer than a line, go on below behind a `/`, not inside a name."""

    def fold(path: re.Match[str]) -> str:
        lines = [""]
        for part in re.findall(r"[^/]*/|[^/]+", path[0]):
            if lines[-1] and cell_len(lines[-1] + part) > room:
                lines.append("")
            lines[-1] += part
        return "\n".join(lines)

    return re.sub(r"\S*/\S+", fold, text)


def _append(text: Text, stretches: Sequence[tuple[str, bool]], style: str) -> None:
    for stretch, hit in stretches:
        text.append(one_line(stretch), style=_HIT if hit else style)
