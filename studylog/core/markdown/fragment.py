"""A piece of a page while it is written: what is opened is closed, in the right order."""

from html import escape
from typing import NamedTuple

_DEEPEST_RAW = 100


class _Open(NamedTuple):
    name: str
    closing: str
    raw: bool


class Fragment:
    """HTML that grows, with the stack of its open elements.

    Elements of the Markdown always nest; those of raw HTML are closed where the element around them ends,
    and their closing tags count only for what was opened inside of it.
    """

    def __init__(self) -> None:
        self.has_raw = False
        self._written: list[str] = []
        self._open: list[_Open] = []
        self._raw = 0

    def write(self, html: str) -> None:
        """Adds HTML that is closed in itself."""
        self._written.append(html)

    def text(self, text: str) -> None:
        """Adds text."""
        self._written.append(escape(text, quote=False))

    def open(self, name: str, opening: str, closing: str, *, raw: bool = False) -> None:
        """Opens an element under a name."""
        self._written.append(opening)
        self._open.append(_Open(name, closing, raw))
        self._raw += raw

    def close(self, name: str) -> None:
        """Closes the innermost element of the Markdown with the name, if one is open."""
        index = len(self._open) - 1
        if index >= 0 and not self._raw and self._open[index].name == name:
            self._written.append(self._open.pop().closing)
            return
        while index >= 0 and (self._open[index].raw or self._open[index].name != name):
            index -= 1
        self._close_from(index)

    def close_raw(self, name: str) -> bool:
        """Closes the innermost raw element with the name, unless something of the Markdown is open in it."""
        index = len(self._open) - 1
        while index >= 0 and self._open[index].raw and self._open[index].name != name:
            index -= 1
        found = index >= 0 and self._open[index].raw
        if found:
            self._close_from(index)
        return found

    def inside(self, *names: str) -> bool:
        """Whether an element with one of the names is open."""
        return any(one.name in names for one in self._open)

    @property
    def raw_is_full(self) -> bool:
        """Whether raw elements are nested as deeply as they may be."""
        return self._raw >= _DEEPEST_RAW

    def html(self) -> str:
        """The HTML, with everything closed."""
        self._close_from(0)
        return "".join(self._written)

    def _close_from(self, index: int) -> None:
        while 0 <= index < len(self._open):
            last = self._open.pop()
            self._written.append(last.closing)
            self._raw -= last.raw
