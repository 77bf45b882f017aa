"""What a page consists of, between its HTML and its Markdown: blocks, and runs of text in one dress."""

import re
from dataclasses import dataclass, field
from typing import Literal

RunKind = Literal["text", "code", "math", "image", "address", "break", "end", "gap"]
BlockKind = Literal[
    "page",
    "item",
    "quote",
    "callout",
    "toggle",
    "summary",
    "heading",
    "table",
    "row",
    "cell",
    "code",
    "formula",
    "rule",
]
Mark = Literal["bold", "italic", "strike", "underline", "sup", "sub", "code"]
Marks = frozenset[Mark]

PLAIN: Marks = frozenset()
# What items are marked with.
TASK, DONE = "[ ]", "[x]"
BULLET, NUMBER, TOGGLE = "-", "1.", "toggle"
# What holds text only: no block begins inside of these.
TEXT_ONLY = frozenset({"summary", "heading", "cell"})
_OPEN_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\$")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one dress, or what stands in a line like text.

    `text` is what can be read: words, code, TeX, or the words of a picture whose file is `source`. An
    `address` is a link that shows where it leads. A `break` begins a new line, an `end` a new paragraph, and
    a `gap` is a paragraph that somebody left empty.
    """

    kind: RunKind
    text: str = ""
    marks: Marks = PLAIN
    link: str | None = None
    source: str = ""


@dataclass(slots=True, eq=False)
class Block:
    """A block and what it holds, while it grows.

    `mark` is what an item, a callout or code is marked with (`-`, `1.`, `[x]`, an emoji, a language); `level`
    is that of a heading, the number of an item, and 1 for the head of a table; `text` is code or TeX.
    """

    kind: BlockKind
    parts: list["Block | Run"] = field(default_factory=list)
    mark: str = ""
    level: int = 0
    text: str = ""


END = Run("end")
GAP = Run("gap")
BREAK = Run("break")


def closed(tex: str) -> str:
    """TeX whose blanks at the end are cut off, with the one back that a backslash stands before."""
    return f"{tex} " if _OPEN_BACKSLASH.search(tex) else tex
