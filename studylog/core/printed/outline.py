"""Blocks as a tree: what stands farther right belongs to the item above it."""

from collections.abc import Iterable

from studylog.core.printed.blocks import Block
from studylog.core.values import dataclass, field

_SAME = 6.0
_DEEPEST = 30


@dataclass(slots=True)
class Node:
    """A block and what belongs to it; the root has no block."""

    block: Block | None = None
    children: list["Node"] = field(default_factory=list)


def outline(blocks: Iterable[Block]) -> Node:
    """The tree of a document; headings are never part of a list."""
    root = Node()
    open_items: list[tuple[float, Node]] = []
    for block in blocks:
        node = Node(block)
        if block.kind == "heading":
            open_items.clear()
        marked = bool(block.mark.kind) and block.kind == "text"
        while open_items and not _belongs(block.column, open_items[-1][0], marked):
            open_items.pop()
        del open_items[_DEEPEST:]
        (open_items[-1][1] if open_items else root).children.append(node)
        if marked:
            open_items.append((block.column, node))
    return root


def _belongs(column: float, item: float, marked: bool) -> bool:
    """An item belongs to one further left, all else also to one in its own column."""
    return column > item + _SAME if marked else column > item - _SAME
