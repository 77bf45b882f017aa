"""Tables of a page, those of databases, too, as tables of Markdown."""

from collections.abc import Sequence

from studylog.core.markdown import parse
from studylog.core.notion.html.model import Block, Run
from studylog.core.notion.html.writing.dress import Line, lines_of
from studylog.core.notion.html.writing.inline import CARES, Care, written
from studylog.core.notion.html.writing.readback import Reading, inlines, matches, meant

Cell = list[Line]


def table(rows: Sequence[Block]) -> str:
    """The rows as a table; without a head of its own it has one with nothing in it."""
    cells = [[_lines(cell) for cell in _cells(row)] for row in rows]
    width = max(map(len, cells), default=0)
    filled = [[*row, *[[]] * (width - len(row))] for row in cells]
    if not any(cell for row in filled for cell in row):
        return ""
    if not rows[0].level:
        filled.insert(0, [[] for _ in range(width)])
    markdown = ""
    for care in CARES:
        markdown = _markdown(filled, care)
        if _agrees(markdown, [meant(cell) for row in filled for cell in row]):
            break
    return markdown


def _cells(row: Block) -> list[list[Run]]:
    """What each cell of a row holds; text between cells is a cell."""
    cells: list[list[Run]] = []
    between: list[Run] = []
    for part in row.parts:
        if isinstance(part, Block):
            cells += [between] if any(run.text for run in between) else []
            cells.append([run for run in part.parts if isinstance(run, Run)])
            between = []
        else:
            between.append(part)
    return [*cells, between] if any(run.text for run in between) else cells


def _lines(runs: Sequence[Run]) -> Cell:
    return [line for line in lines_of(runs) if line]


def _markdown(rows: Sequence[Sequence[Cell]], care: Care) -> str:
    head, *body = [[_written(cell, care) for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _written(cell: Cell, care: Care) -> str:
    return "<br>".join(written(cell, care)).replace("|", "\\|")


def _agrees(markdown: str, wanted: Sequence[Reading]) -> bool:
    tokens = parse(markdown)
    if not tokens or tokens[0].type != "table_open" or tokens[-1].type != "table_close":
        return False
    found = list(inlines(tokens))
    return len(found) == len(wanted) and all(map(matches, found, wanted))
