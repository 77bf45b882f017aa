"""Nodes built from a parser's events without recursion, so that depth and size stay bounded."""

from bisect import bisect_right

from studylog.core.findings import Finding, Place, Severity
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.strictyaml.nodes import Mark, Node, Scalar, YamlList, YamlMap, typed
from studylog.core.text import nfc
from studylog.core.textlines import BREAK
from studylog.core.values import dataclass, field, replace

# Far beyond what people write, and small enough that no input takes noticeable time or memory.
_MAX_DEPTH = 40
_MAX_NODES = 20_000

Span = tuple[int, int]

_HIDDEN = late(r"[ \t]+#[^\s#!]")


class UnreadableError(Exception):
    """Reading stops here: the place in the text, why, and what helps."""

    def __init__(self, index: int, message: Message, hint: Message | None = None) -> None:
        super().__init__(index, message, hint)
        self.index, self.message, self.hint = index, message, hint


@dataclass(slots=True)
class _Open:
    """A list or map that is still being read; `size` counts its nodes with every alias expanded."""

    start: int
    is_list: bool
    flow: bool
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)
    size: int = 1
    height: int = 1


class Tree:
    """Takes what a parser meets, one thing after another, and keeps the root and the findings."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.shift = len(text) - len(text.lstrip("\ufeff"))
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._path, self._first_line = path, first_line
        self._lines = [self.shift, *(found.end() for found in BREAK.finditer(text))]
        self._line = 0
        self._may_hide = "#" in text
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._count = 0

    def report(
        self, index: int, severity: Severity, code: str, message: Message, hint: Message | None = None
    ) -> None:
        """Keep a finding at an index of the text."""
        mark = self._mark(index)
        place = Place(self._path, mark.line, mark.column)
        self.findings.append(Finding(place, severity, code, message, hint))

    def scalar(self, value: str, span: Span, style: str, *, typeless: bool, anchor: str | None) -> None:
        """A single value; only a `typeless` one, without quotes and tag, may be other than text."""
        start, end = self._shifted(span)
        if style in ("|", ">"):
            # The parser counts the blank lines after a block of text to it.
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        elif not style and self._may_hide:
            self._warn_of_hidden(end)
        meant = typed(value) if typeless else value
        self._grow(start, 1, 0)
        self._add(Scalar(meant, value, self._mark(start), self._mark(end), style), 1, 0, anchor)

    def begin(self, start: int, *, is_list: bool, flow: bool, anchor: str | None) -> None:
        """A list or a map begins."""
        self._grow(start + self.shift, 1, 1)
        self._open.append(_Open(start + self.shift, is_list, flow, anchor))

    def end(self, end: int) -> None:
        """The list or map that began last ends."""
        opened = self._open.pop()
        start = self._mark(opened.start)
        # A block ends with its last node; the parser counts the comments that follow to it.
        stop = self._mark(end + self.shift) if opened.flow or not opened.nodes else opened.nodes[-1].end
        node: Node
        if opened.is_list:
            node = YamlList(tuple(opened.nodes), start, stop, opened.flow)
        else:
            node = YamlMap(self._pairs(opened.nodes), start, stop, opened.flow)
        self._add(node, opened.size, opened.height, opened.anchor)

    def alias(self, name: str, span: Span) -> None:
        """A `*name` stands for the node that was marked with `&name`."""
        start, end = self._shifted(span)
        if name not in self._anchors:
            message = say("“*{name}” stands for nothing that was marked with “&{name}” before.", name=name)
            raise UnreadableError(start, message, say("Put the value in quotes if the “*” is part of it."))
        node, size, height = self._anchors[name]
        self._grow(start, size, height)
        self._add(replace(node, start=self._mark(start), end=self._mark(end)), size, height)

    def second_document(self, start: int) -> None:
        """What follows a further `---` is another text, which nobody asked for."""
        message = say("Only what stands before this “---” is read.")
        self.report(start + self.shift, "warning", "yaml-documents", message)

    def _shifted(self, span: Span) -> Span:
        return span[0] + self.shift, span[1] + self.shift

    def _mark(self, index: int) -> Mark:
        lines, line = self._lines, self._line
        # A mark is nearly always in the line of the one before it.
        if not lines[line] <= index < (lines[line + 1] if line + 1 < len(lines) else index + 1):
            line = self._line = max(bisect_right(lines, index) - 1, 0)
        return Mark(index, self._first_line + line, index - lines[line] + 1)

    def _add(self, node: Node, size: int, height: int, anchor: str | None = None) -> None:
        if anchor:
            self._anchors[anchor] = (node, size, height)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.nodes.append(node)
        parent.size += size
        parent.height = max(parent.height, height + 1)

    def _grow(self, index: int, size: int, height: int) -> None:
        self._count += size
        if len(self._open) + height > _MAX_DEPTH:
            raise UnreadableError(index, say("Lists and maps are nested too deeply here."))
        if self._count > _MAX_NODES:
            raise UnreadableError(index, say("There are too many values here to be read."))

    def _pairs(self, nodes: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                message = say("A list or a map cannot be a key; this one is left out.")
                hint = say("Put it in quotes if it is meant as text.")
                self.report(key.start.index, "error", "yaml-key", message, hint)
            elif (name := nfc(key.text)) in pairs:
                message = say("“{key}” stands here a second time; the first one counts.", key=name)
                hint = say("It stands first in line {line}.", line=pairs[name][0].start.line)
                self.report(key.start.index, "error", "yaml-repeated-key", message, hint)
            else:
                pairs[name] = (key, value)
        return tuple(pairs.values())

    def _warn_of_hidden(self, end: int) -> None:
        hidden = _HIDDEN.match(self.text, end)
        if hidden:
            message = say("What follows the “#” is a comment and not part of the value.")
            hint = say('Put the value in quotes if the “#” belongs to it: "C #1".')
            self.report(hidden.end() - 2, "warning", "yaml-comment", message, hint)
