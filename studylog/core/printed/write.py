"""The tree of a printed document as Markdown."""

import re
from collections.abc import Sequence
from textwrap import indent

from studylog.core.printed.blocks import Block, code_text
from studylog.core.printed.inline import code, inline
from studylog.core.printed.outline import Node
from studylog.core.printed.tables import Table

_ITEM = {"bullet": "- ", "toggle": "- ", "open": "- [ ] ", "done": "- [x] "}


def markdown(root: Node, formula: str) -> str:
    """The body of a note; `formula` is what the picture of a formula is called."""
    return _children(root.children, formula).strip("\n") + "\n"


def _children(nodes: Sequence[Node], formula: str) -> str:
    """Blocks with an empty line between them; items of one list stay together."""
    written = ""
    last: Node | None = None
    for node in nodes:
        if last is not None:
            written += _gap(last, node)
        written += _node(node, formula)
        last = node
    return written


def _gap(last: Node, node: Node) -> str:
    if _item(node) and _is_close(last):
        return "\n"
    quoted = all(one.block and one.block.mark.quoted and not _item(one) for one in (last, node))
    return "\n>\n" if quoted else "\n\n"


def _is_close(node: Node) -> bool:
    """Whether the next item may follow at once: this one is an item, with nothing but items in it."""
    return bool(_item(node)) and all(map(_is_close, node.children))


def _item(node: Node) -> str:
    """The mark with which a list counts a node as an item, or nothing."""
    mark = node.block.mark if node.block and node.block.kind == "text" else None
    if mark is None or not mark.kind:
        return ""
    if mark.kind != "number":
        return _ITEM[mark.kind]
    return f"{mark.number if mark.number.isdigit() else 1}. "


def _node(node: Node, formula: str) -> str:
    block, mark = node.block, _item(node)
    assert block is not None
    own = _block(block, formula)
    if not mark:
        return own
    inner = own
    if node.children:
        inner += ("\n" if _item(node.children[0]) else "\n\n") + _children(node.children, formula)
    width = len(mark) if block.mark.kind == "number" else 2
    return mark + indent(inner, " " * width)[width:]


def _block(block: Block, formula: str) -> str:
    if block.kind == "rule":
        return "---"
    if block.kind == "code":
        return _fenced(code_text(block))
    if block.table:
        return _table(block.table)
    if block.picture:
        return _picture(block, formula)
    if block.kind == "heading":
        text = inline(block.spans, start=False).replace("\\\n", " ").strip()
        return f"{'#' * block.level} {text}"
    text = inline(block.spans)
    return indent(text, "> ") if block.mark.quoted else text


def _picture(block: Block, formula: str) -> str:
    assert block.picture is not None
    name = formula if block.kind == "formula" else ""
    shown = f"![{name}]({block.picture.file})" if block.picture.file else ""
    # As code, since the characters of a formula mean nothing else.
    return f"{shown}\n\n{code(block.text)}".strip() if block.text else shown


def _fenced(code: str) -> str:
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _table(table: Table) -> str:
    rows = [[_cell(table, row, column) for column in range(len(row))] for row in table.rows]
    head, *rest = rows
    ruled = ["---"] * len(head)
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ruled, *rest))


def _cell(table: Table, row: Sequence[tuple[object, ...]], column: int) -> str:
    spans = [span for line in row[column] for span in line.spans]  # type: ignore[attr-defined]
    return inline(spans, start=False).replace("|", "\\|").replace("\\\n", " ")
