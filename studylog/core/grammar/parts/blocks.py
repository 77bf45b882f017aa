"""The body of a note as blocks in reading order: headings, paragraphs, code, formulas, pictures, tables.

Paragraphs that hold several things were divided before (`division`): one block is one thing.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Literal

from studylog.core.grammar.parts.inlines import (
    PICTURES,
    UNSAID,
    cells_of,
    links_of,
    only_pictures,
    said_in,
    said_in_cell,
)
from studylog.core.grammar.parts.questiontables import BESIDE, CELL
from studylog.core.grammar.parts.setapart import letters_of
from studylog.core.grammar.vocabulary.unsaid import is_unsaid, without_unsaid
from studylog.core.late import late
from studylog.core.markdown import Token, html_text, plain
from studylog.core.sought import sought
from studylog.core.text import half_width
from studylog.core.values import dataclass

BlockKind = Literal["heading", "text", "picture", "code", "math", "html", "table", "rule"]
Task = Literal["open", "done"]
Cells = Sequence[Sequence[Token]]
"""The cells of a table, row by row."""
CellLinks = tuple[tuple[str, str], ...]
"""The links of a cell: text and target of each."""

_LEAVES: dict[str, BlockKind] = {
    "heading_open": "heading",
    "paragraph_open": "text",
    "alert_title_open": "text",
    "fence": "code",
    "code_block": "code",
    "math_block": "math",
    "html_block": "html",
    "table_open": "table",
    "hr": "rule",
}
# `:::info` of HackMD and others opens and closes a box around what people write.
BOX = sought(":::", r"\s*:{3,}\s*[\w-]{0,20}\s*")
_FROM = late(r"\s*[(（][^()（）\n]{2,60}[)）]\s*")
_LATIN = late("[A-Za-z]{3}")
_SUMMARY = late(r"<summary[^>]*>(.*?)</summary>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in reading order: its plain text, its place, and the range of its tokens.

    `index` is its place among all blocks of the note.
    `said` is the text with code and formulas blanked out, and what is full-width made narrow, letter by
    letter: marks are looked for in it.
    `ends_toggle` tells that what was folded away, as in `<details>`, ends here. What stands `beside`
    a question in its table is none of its words; it may say where in a lecture the question arose; a `cell`
    is whatever stands in such a table; `apart` is a question in letters of its own;
    `lead` and `named` are what the block begins with in bold, a letter that marks or what may be a name.
    There are `quotes` around it, of which the innermost begins with
    what is `quoted`.
    """

    kind: BlockKind
    text: str
    said: str
    line: int
    index: int
    start: int
    end: int
    level: int = 0
    depth: int = 0
    item: str = ""
    task: Task | None = None
    bold: bool = False
    struck: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    cell_links: tuple[tuple[CellLinks, ...], ...] = ()
    ends_toggle: bool = False
    beside: str | None = None
    quotes: int = 0
    quoted: bool = False
    cell: bool = False
    apart: bool = False
    lead: str = ""
    named: str = ""

    @property
    def titled(self) -> bool:
        """Whether a title stands here in bold, and behind it in brackets no more than where it is from."""
        latin = bool(self.named) and _LATIN.search(self.named) is not None
        return latin and _FROM.fullmatch(self.text, len(self.named)) is not None

    @property
    def number(self) -> str:
        """The number of the item that begins here; empty where none does, or with a point."""
        return self.item[:-1] if self.item[:-1].isdecimal() else ""

    @property
    def link_only(self) -> bool:
        """Whether nothing but links stands here."""
        beside = _without(self.text, (text for text, _ in self.links)) if self.links else ""
        return bool(self.links) and not re.sub(r"\W", "", beside)


# `\[ \]`: a box that another program wrote, so that it is no Markdown.
_BOX_TO_TICK = late(r"\s*\[(?P<sign>[ xXvV✓])\]\s+(?=\S)")


def blocks_of(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """All blocks of the tokens, in reading order; neither footnote texts at the end, nor what nobody says."""
    blocks: list[Block] = []
    containers = _Containers()
    start = 0
    while start < len(tokens) and tokens[start].type != "footnote_block_open":
        token = tokens[start]
        kind = _LEAVES.get(token.type)
        if kind is None:
            containers.pass_by(token)
            start += 1
            continue
        end = _end(tokens, start)
        block = _block(kind, tokens, start, end, containers, index=len(blocks))
        if kind != "text" or not is_unsaid(block.text):
            blocks.append(block)
        start = end
    return tuple(blocks)


class _Containers:
    """The lists and quotes around the current token, and whether an item or a quote has just begun."""

    def __init__(self) -> None:
        self.quotes = 0
        self.quoted = False
        self.depth = 0
        self.item = ""
        self.task: Task | None = None

    def pass_by(self, token: Token) -> None:
        if token.type == "list_item_open":
            self.depth += 1
            self.item = (token.info or "") + (token.markup or "-")
            self.task = _task(token)
        elif token.type == "list_item_close":
            self.depth -= 1
        elif token.type == "blockquote_open":
            self.quotes += 1
            self.quoted = True
        elif token.type == "blockquote_close":
            self.quotes -= 1

    def take_quote(self) -> bool:
        """Whether a quote begins here; only its first block does so."""
        taken, self.quoted = self.quoted, False
        return taken

    def take_item(self) -> tuple[str, Task | None]:
        """The marker of the item that begins here; only its first block has it."""
        taken = self.item, self.task
        self.item, self.task = "", None
        return taken


def _task(item: Token) -> Task | None:
    if "task-list-item" not in str(item.attrs.get("class", "")):
        return None
    return "done" if item.meta.get("checked") else "open"


def _end(tokens: Sequence[Token], start: int) -> int:
    """The index behind the leaf block that starts here."""
    if tokens[start].nesting == 0:
        return start + 1
    level, closing = tokens[start].level, tokens[start].type.replace("_open", "_close")
    end = start + 1
    while tokens[end].type != closing or tokens[end].level != level:
        end += 1
    return end + 1


def _block(
    kind: BlockKind, tokens: Sequence[Token], start: int, end: int, containers: _Containers, *, index: int
) -> Block:
    token, leaf = tokens[start], tokens[start:end]
    item, task = containers.take_item()
    children = [child for inline in leaf if inline.type == "inline" for child in inline.children or ()]
    types = {child.type for child in children}
    cells = cells_of(leaf) if kind == "table" else []
    text, said, rows = _words(kind, token, children, types, cells)
    indent = len(text) - len(text.lstrip())
    box = _BOX_TO_TICK.match(said) if item and task is None and kind == "text" else None
    if box:
        task, text, indent = "done" if box["sign"].strip() else "open", text[box.end() :], box.end()
    kind = _kind(kind, text, children, types)
    letters = letters_of(children, types, text=kind == "text", listed=containers.depth > 0)
    linked = "link_open" in types
    return Block(
        kind=kind,
        text=without_unsaid(text).strip() if kind == "text" else text.strip(),
        said=half_width(said[indent:].rstrip()),
        line=(token.map or [0])[0] + 1,
        index=index,
        start=start,
        end=end,
        level=int(token.tag[1]) if kind == "heading" else 0,
        depth=containers.depth,
        item=item,
        task=task,
        bold=letters.bold,
        struck=letters.struck,
        apart=letters.apart,
        lead=letters.lead,
        named=letters.named,
        rows=rows,
        links=tuple(links_of(children)) if linked else (),
        cell_links=_cell_links(cells) if linked else (),
        quotes=containers.quotes,
        quoted=containers.take_quote(),
        beside=token.meta.get(BESIDE),
        cell=CELL in token.meta,
        ends_toggle=kind == "html" and token.content.lstrip().startswith("</details"),
    )


def _words(
    kind: BlockKind, token: Token, children: Sequence[Token], types: Set[str], cells: Cells
) -> tuple[str, str, tuple[tuple[str, ...], ...]]:
    """The text of a leaf, the same as it is said, and the rows of a table."""
    if cells:
        struck = "s_open" in types
        rows = tuple(tuple(said_in_cell(cell.children or [], struck=struck) for cell in row) for row in cells)
        # Cells are words of their own: run together, they would be others.
        text = "\n".join(map(" ".join, rows))
        return text, text, rows
    text = _text(kind, token, children)
    return text, said_in(children) if kind in ("text", "heading") and types & UNSAID else text, ()


def _kind(kind: BlockKind, text: str, children: Sequence[Token], types: Set[str]) -> BlockKind:
    """What a paragraph is that says nothing: a picture, or the wall of a box."""
    if kind != "text":
        return kind
    if types & PICTURES and only_pictures(children):
        return "picture"
    return "rule" if BOX.fullmatch(text) else "text"


def _cell_links(cells: Cells) -> tuple[tuple[CellLinks, ...], ...]:
    return tuple(tuple(tuple(links_of(cell.children or [])) for cell in row) for row in cells)


def _text(kind: BlockKind, token: Token, children: Sequence[Token]) -> str:
    if kind == "html":
        summary = _SUMMARY.search(token.content)
        return html_text(summary.group(1) if summary else token.content)
    if kind in ("code", "math"):
        return token.content
    return plain(children)


def _without(text: str, parts: Iterator[str]) -> str:
    for part in parts:
        text = text.replace(part, "", 1)
    return text
