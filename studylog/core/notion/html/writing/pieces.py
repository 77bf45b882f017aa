"""A line of Markdown in pieces: text, what is finished, and marks that open and close around them."""

from collections.abc import Iterator
from typing import Literal

from studylog.core.notion.html.model import Mark, Run
from studylog.core.notion.html.writing.dress import Line
from studylog.core.values import dataclass, replace

PieceKind = Literal["text", "done", "open", "close"]
_NOTHING = Run("text")
_ORDER: tuple[Mark, ...] = ("bold", "italic", "strike", "underline", "sup", "sub")


@dataclass(frozen=True, slots=True)
class Layer:
    """A mark or a link around a stretch of a line; two of them with the same number are the same one."""

    mark: Mark | Literal["link"]
    target: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as it is to be read, a run that is written as a whole, or the end of a layer."""

    kind: PieceKind
    run: Run = _NOTHING
    layer: Layer | None = None

    @property
    def text(self) -> str:
        """The words of a piece of text."""
        return self.run.text


def pieces_of(line: Line) -> list[Piece]:
    """The pieces of a line, its layers nested in the way that needs the fewest of them."""
    return list(_Nesting(line).pieces())


class _Nesting:
    def __init__(self, line: Line) -> None:
        self._line = line
        self._reach = _reaches(line)
        self._open: list[Layer] = []
        self._count = 0

    def pieces(self) -> Iterator[Piece]:
        for index, run in enumerate(self._line):
            yield from self._close(self._kept(index))
            yield from self._opened(index)
            yield Piece("text" if run.kind == "text" else "done", run)
        yield from self._close(0)

    def _kept(self, index: int) -> int:
        """How many of the open layers stay: those that go on, and as far as a link that begins."""
        wanted = self._reach[index]
        open_now = [replace(layer, number=0) for layer in self._open]
        link = next((layer for layer in wanted if layer.mark == "link" and layer not in open_now), None)
        for kept, layer in enumerate(open_now):
            if layer not in wanted or (link and wanted[layer] < wanted[link]):
                return kept
        return len(open_now)

    def _close(self, kept: int) -> Iterator[Piece]:
        while len(self._open) > kept:
            yield Piece("close", layer=self._open.pop())

    def _opened(self, index: int) -> Iterator[Piece]:
        wanted = self._reach[index]
        open_now = {replace(layer, number=0) for layer in self._open}
        missing = [layer for layer in wanted if layer not in open_now]
        for layer in sorted(missing, key=lambda layer: (-wanted[layer], _rank(layer))):
            self._count += 1
            self._open.append(replace(layer, number=self._count))
            yield Piece("open", layer=self._open[-1])


def _rank(layer: Layer) -> int:
    return -1 if layer.mark == "link" else _ORDER.index(layer.mark)


def _reaches(line: Line) -> list[dict[Layer, int]]:
    """For each run its layers, and how many runs on each of them ends."""
    reaches: list[dict[Layer, int]] = []
    after: dict[Layer, int] = {}
    for run in reversed(line):
        layers = [Layer(mark) for mark in _ORDER if mark in run.marks]
        if run.link is not None:
            layers.append(Layer("link", run.link))
        after = {layer: 1 + after.get(layer, 0) for layer in layers}
        reaches.append(after)
    return reaches[::-1]
