"""Tables whose rows keep all their cells, and whose headings are none where they say nothing."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.token import Token

# What the line under the head of a table begins with.
_RULE = ("|", "-", ":")


def tables(md: MarkdownIt) -> None:
    """Make the engine keep the cells beyond the last heading, which GitHub's dialect drops."""
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    # Every line may be the head of a table: the line under it tells most of them apart.
    if start + 2 > end or not getLine(state, start + 1).startswith(_RULE):
        return False
    return complete_table(state, start, end, silent)


def complete_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for tables, with every cell of every row."""
    before = len(state.tokens)
    found = table(state, start, end, silent)
    if found and not silent:
        state.tokens[before:] = _with_all_cells(state, state.tokens[before:])
    return found


def _with_all_cells(state: StateBlock, tokens: list[Token]) -> list[Token]:
    width = sum(token.type == "th_open" for token in tokens)
    complete: list[Token] = []
    line = 0
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "tr_open" and token.map:
            line = token.map[0]
        elif token.type == "tr_close":
            for cell in _cells(getLine(state, line), width):
                complete += _cell(cell.strip(), line, token.level + 1)
        elif token.type == "th_open" and following and not following.content:
            token.tag = "td"  # A heading without words is announced as one all the same.
        complete.append(token)
    return complete


def _cells(line: str, width: int) -> list[str]:
    """The cells of a row beyond the width of its table."""
    row = line.strip()
    if row.count("|") + 1 - row.startswith("|") - row.endswith("|") <= width:
        return []
    cells = escapedSplit(row)
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return cells[width:]


def _cell(content: str, line: int, level: int) -> list[Token]:
    place = [line, line + 1]
    return [
        Token("td_open", "td", 1, block=True, level=level),
        Token("inline", "", 0, map=place, block=True, level=level + 1, content=content, children=[]),
        Token("td_close", "td", -1, block=True, level=level),
    ]
