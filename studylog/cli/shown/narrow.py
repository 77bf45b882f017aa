"""Tables on a terminal that is too narrow for their columns: some lines for each row, nothing cut off."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from studylog.cli.printable import one_line
from studylog.cli.shown.tables import Cell, Column, Table, cell_of
from studylog.core.i18n import Language, translate

_BETWEEN = " · "


def stacked(table: Table, language: Language, width: int) -> Text:
    """Each row as what it is called and, in lines below, all else with the titles of its columns."""
    name = next((index for index, column in enumerate(table.columns) if column.wide), 0)
    columns = [*table.columns[:name], *table.columns[name + 1 :]]
    groups = []
    for group in table.groups:
        lines = [Text(one_line(group.title), style="bold")] if group.title else []
        for row in group.rows:
            cells = list(map(cell_of, row))
            called = cells.pop(name)
            below = [Text(one_line(called.below), style="dim")] if called.below else []
            facts = (*below, *_facts(columns, cells, language))
            lines += [Text(one_line(called.text)), *_filled(facts, width)]
        groups.append(Text("\n").join(lines))
    return Text("\n\n").join(group for group in groups if group)


def _facts(columns: Iterable[Column], cells: Iterable[Cell], language: Language) -> Iterator[Text]:
    for column, cell in zip(columns, cells, strict=True):
        if words := one_line(", ".join(filter(None, (cell.text, cell.below)))):
            title = (f"{translate(column.title, language)} ", "dim")
            yield Text.assemble(title, (words, cell.style or column.style))


def _filled(facts: Iterable[Text], width: int) -> list[Text]:
    """As many facts in a line as it takes, so that none is broken that need not be."""
    lines: list[Text] = []
    for fact in facts:
        if lines and lines[-1].cell_len + len(_BETWEEN) + fact.cell_len <= width:
            lines[-1].append(_BETWEEN, style="dim").append_text(fact)
        else:
            lines.append(Text("  ").append_text(fact))
    return lines
