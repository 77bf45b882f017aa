"""The tree of a printed document as Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence

from studylog.core.markdown.nesting import indented, quoted
from studylog.core.printed.blocks import Block, Kind
from studylog.core.printed.codes import code_text
from studylog.core.printed.inline import backticks, code, inline, plain
from studylog.core.printed.joins import joined_spans
from studylog.core.printed.outline import Node, outline
from studylog.core.printed.tables import Cell

_LETTER_I = 9
_CLOSING = re.compile(r"(?:^|(?<=\s))(?=#+$)")
_ESCAPED = "\\\\"
_ITEM = {"bullet": "- ", "toggle": "- ", "open": "- [ ] ", "done": "- [x] "}


class Writer:
    """Writes blocks; `formula` is what the picture of a formula is called, `marked` how lines of code end."""

    def __init__(self, formula: str, marked: bool) -> None:
        self._formula = formula
        self._marked = marked
        self._writers: Mapping[Kind, Callable[[Block], str]] = {
            "heading": self._heading,
            "text": lambda block: inline(block.spans),
            "code": self._code,
            "table": self._table,
            "picture": lambda block: f"![]({block.file})",
            "formula": self._picture_of_formula,
            "quote": self._quote,
            "rule": lambda _: "---",
        }

    def markdown(self, blocks: Sequence[Block]) -> str:
        """The body of a note, without a newline at its end."""
        # What could not be read is counted elsewhere.
        return self._children(outline(one for one in blocks if one.kind != "picture" or one.file).children)

    def _children(self, nodes: Sequence[Node]) -> str:
        """Blocks with an empty line between them; items of one list stay together."""
        written = ""
        last: Node | None = None
        for node, mark in zip(nodes, _marks(nodes), strict=True):
            if last is not None:
                written += "\n" if mark and _is_close(last) else "\n\n"
            written += self._node(node, mark)
            last = node
        return written

    def _node(self, node: Node, mark: str) -> str:
        block = node.block
        assert block is not None
        own = self._writers[block.kind](block)
        if not mark:
            return own
        inner = self._children(node.children)
        if inner:
            # Only a list that begins with its first item may follow the words at once.
            begins = _kind(node.children[0]) in _ITEM or inner.startswith("1. ")
            own += ("\n" if begins else "\n\n") + inner
        width = len(mark) if block.mark.kind == "number" else 2
        return mark + indented(own, width)

    def _heading(self, block: Block) -> str:
        text = inline(plain(block.spans), start=False).replace("\\\n", " ").strip()
        # Signs at the end would only close the heading.
        return f"{'#' * block.level} {_CLOSING.sub(_ESCAPED, text)}"

    def _code(self, block: Block) -> str:
        text = code_text(block.lines, block.column, block.right, self._marked)
        fence = backticks(text, least=3)
        return f"{fence}\n{text}\n{fence}"

    def _table(self, block: Block) -> str:
        assert block.table is not None
        head, *rest = ([_cell(cell) for cell in row] for row in block.table.rows)
        ruled = ["---"] * len(head)
        return "\n".join("| " + " | ".join(row) + " |" for row in (head, ruled, *rest))

    def _picture_of_formula(self, block: Block) -> str:
        shown = f"![{self._formula}]({block.file})" if block.file else ""
        # As code, since the characters of a formula mean nothing else.
        return f"{shown}\n\n{code(block.text)}".strip()

    def _quote(self, block: Block) -> str:
        return quoted(self.markdown(block.parts))


def _marks(nodes: Sequence[Node]) -> list[str]:
    """The marks of items, empty for what is none; a list that does not go on counting has another sign."""
    marks: list[str] = []
    last, sign = -1, "."
    for node in nodes:
        kind = _kind(node)
        if kind == "number" and node.block:
            count = _count(node.block.mark.number, last)
            if last >= 0 and count != last + 1:
                sign = "." if sign == ")" else ")"
            marks.append(f"{count}{sign} ")
            last = count
        else:
            marks.append(_ITEM.get(kind, ""))
            last = -1
    return marks


def _count(number: str, last: int) -> int:
    """What a list counts; deeper ones count with letters, and those in them with Roman numerals."""
    if number.isdigit():
        return int(number)
    if number == "a" or (number == "i" and last != _LETTER_I - 1):
        return 1
    return last + 1 if last >= 0 else 1 + ord(number[0]) - ord("a")


def _kind(node: Node) -> str:
    """How a node is marked as an item, or nothing."""
    return node.block.mark.kind if node.block and node.block.kind == "text" else ""


def _is_close(node: Node) -> bool:
    """Whether the next item may follow at once: this one is an item, with nothing but items in it."""
    return bool(_kind(node)) and all(map(_is_close, node.children))


def _cell(cell: Cell) -> str:
    text = inline(joined_spans(cell.lines, cell.right, bare=True), start=False)
    return text.replace("|", "\\|").replace("\\\n", "<br>")
