"""Tables on a terminal that is too narrow for their columns: some lines for each row, nothing cut off."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from studylog.cli.printable import one_line
from studylog.cli.tables import Column, Field, Table
from studylog.core.i18n import Language, translate

_BETWEEN = " · "


def stacked(table: Table, shown: list[int], language: Language, width: int) -> Text:
    """Each row as what it is called and, in lines below, all else with the titles of its columns."""
    name = next((index for index in shown if table.columns[index].wide), shown[0])
    columns = [(index, table.columns[index]) for index in shown if index != name]
    groups = []
    for group in table.groups:
        lines = [Text(one_line(group.title), style="bold")] if group.title else []
        for row in group.rows:
            facts = (*_under(row[name]), *_told(row, columns, language))
            lines += [Text(one_line(_words(row[name]))), *_filled(facts, width)]
        groups.append(Text("\n").join(lines))
    return Text("\n\n").join(group for group in groups if group)


def _filled(facts: Iterable[Text], width: int) -> list[Text]:
    """As many facts in a line as it takes, so that none is broken that need not be."""
    lines: list[Text] = []
    for fact in facts:
        if lines and lines[-1].cell_len + len(_BETWEEN) + fact.cell_len <= width:
            lines[-1].append(_BETWEEN, style="dim").append_text(fact)
        else:
            lines.append(Text("  ").append_text(fact))
    return lines


def _under(field: Field) -> Iterator[Text]:
    if below := _below(field):
        yield Text(one_line(below), style="dim")


def _told(row: Sequence[Field], columns: list[tuple[int, Column]], language: Language) -> Iterator[Text]:
    for index, column in columns:
        field = row[index]
        if words := one_line(", ".join(filter(None, (_words(field), _below(field))))):
            style = column.style if isinstance(field, str) else field.style or column.style
            yield Text.assemble((f"{translate(column.title, language)} ", "dim"), (words, style))


def _words(field: Field) -> str:
    return field if isinstance(field, str) else field.text


def _below(field: Field) -> str:
    return "" if isinstance(field, str) else field.below
