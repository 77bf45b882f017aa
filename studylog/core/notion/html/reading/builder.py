"""The blocks of a page while it is read: text goes into what was opened last."""

from collections.abc import Callable

from bs4 import Tag

from studylog.core.findings import Finding, Place, Severity
from studylog.core.i18n import Message
from studylog.core.notion.html.model import BREAK, END, PLAIN, TEXT_ONLY, Block, Marks, Run, RunKind
from studylog.core.notion.html.reading.hints import Hints
from studylog.core.values import dataclass

# Blocks inside each other. Notes of people have ten at most; each costs a few frames of Python's thousand.
DEEPEST = 50

_PARENTS = {"row": "table", "cell": "row", "summary": "toggle"}


class Notes:
    """Gathers what was not understood in one page, each thing once."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: dict[tuple[str, Message], Finding] = {}

    def add(
        self, tag: Tag, severity: Severity, code: str, message: Message, hint: Message | None = None
    ) -> None:
        """Keep a finding at the place of an element."""
        place = Place(self._path, tag.sourceline or 1, (tag.sourcepos or 0) + 1)
        self._found.setdefault((code, message), Finding(place, severity, code, message, hint))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the page."""
        return tuple(self._found.values())


@dataclass(slots=True)
class Listing:
    """A list that is read: how its items are marked, and the number of the next one."""

    mark: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around a text make of it.

    `bookmark` is the address of the bookmark around, `sourceless` says that an equation without a source is,
    and `head` that the rows are the head of a table.
    """

    marks: Marks = PLAIN
    link: str | None = None
    listing: Listing | None = None
    bookmark: str | None = None
    sourceless: bool = False
    head: bool = False


Handler = Callable[["Builder", Tag, Context], Context | None]


class Builder:
    """A page that grows; `added` counts what can be read in it so far."""

    def __init__(self, hints: Hints, notes: Notes) -> None:
        self.hints = hints
        self.notes = notes
        self.page = Block("page")
        self.added = 0
        self.is_too_deep = False
        self._open = [self.page]

    @property
    def inner(self) -> Block:
        """The block that was opened last."""
        return self._open[-1]

    @property
    def outer(self) -> Block:
        """The block around the inner one."""
        return self._open[max(0, len(self._open) - 2)]

    @property
    def depth(self) -> int:
        """How many blocks are open."""
        return len(self._open)

    def text(self, text: str, context: Context) -> None:
        """Add text; its newlines are line breaks, as Notion shows them."""
        if self.inner.kind in ("table", "row") and not text.strip():
            return
        kind: RunKind = "code" if "code" in context.marks else "text"
        for number, line in enumerate(text.split("\n")):
            if number:
                self.inner.parts.append(BREAK)
            if line:
                self.add(Run(kind, line, context.marks, context.link))

    def add(self, run: Run) -> None:
        """Add something that can be read, or an empty paragraph."""
        self.inner.parts.append(run)
        self.added += bool(run.text.strip() or run.source)

    def open(self, block: Block) -> bool:
        """Begin a block inside the inner one, unless it has no place there."""
        inner = self.inner.kind
        if inner in TEXT_ONLY or _PARENTS.get(block.kind, inner) != inner:
            return False
        if len(self._open) >= DEEPEST and block.kind not in ("row", "cell", "summary", "heading"):
            self.is_too_deep = True
            return False
        self.inner.parts.append(block)
        self._open.append(block)
        return True

    def put(self, block: Block, *instead: Run) -> None:
        """Add a block that holds nothing else; where only text has a place, these runs."""
        if self.inner.kind in TEXT_ONLY:
            for run in instead:
                self.add(run)
            return
        self.inner.parts.append(block)
        self.added += 1

    def end(self) -> None:
        """End the paragraph that grows."""
        parts = self.inner.parts
        if parts and parts[-1] is not END:
            parts.append(END)

    def close(self, depth: int) -> None:
        """Close blocks until so many are open."""
        del self._open[max(1, depth) :]
