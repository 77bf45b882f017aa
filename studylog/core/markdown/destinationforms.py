"""The forms of a destination: where each stands in a text, and how another one fits into it."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Literal

from markdown_it.common.utils import unescapeAll

from studylog.core.markdown.tags import Tag, pieces
from studylog.core.values import dataclass

Form = Literal["plain", "angle", "html", "wiki", "bare"]

_PLAIN = r"(?<!\\)(?:\\\\)*"
_CLOSING = re.compile(_PLAIN + r"\]\([ \t\r\n]*")
_ANGLE = re.compile(r"<((?:[^<>\\\r\n]|\\.)*)>")
_WIKI = re.compile(_PLAIN + r"!?\[\[([^\[\]|\r\n]{1,400}?)(\\?\|[^\[\]\r\n]{0,400})?\]\]")
# Behind the marks of quotes, lists and footnotes; the destination may stand on the next line.
_LABEL = re.compile(
    r"^(?:[ \t>*+\-0-9.)]|\[\^[^\[\]\r\n]+\]:)*"
    r"\[(?!\^)(?:[^\[\]\\]|\\.)+\]:[ \t]*(?:(?:\r\n?|\n)[ \t]*)?(?=\S)",
    re.MULTILINE,
)
_ATTRIBUTE = re.compile(r"\b(?:src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))", re.IGNORECASE)
# What would end a destination, or mean something else in it; letters of all scripts stay as they are.
_ENCODED: dict[Form, re.Pattern[str]] = {
    "plain": re.compile(r"[\x00-\x20\x7f%()<>\\`#?|]|&(?=#?\w+;)"),
    "angle": re.compile(r"[\x00-\x1f\x7f%<>\\`#?|]|&(?=#?\w+;)"),
    "html": re.compile(r"[\x00-\x20\x7f%<>\\\"'`#?&]"),
}
_NO_NAME = re.compile(r"[\[\]|#^\r\n]")


@dataclass(frozen=True, slots=True)
class Written:
    """A destination as it stands in a text; of a `labelled` one, `[[page|label]]`, only the label is seen."""

    form: Form
    start: int
    end: int
    text: str
    labelled: bool = False

    @property
    def meant(self) -> tuple[str, str]:
        """What the engine calls it: links go by their destination without escapes."""
        if self.form in ("plain", "angle"):
            return "link", unescapeAll(self.text)
        return self.form, self.text.strip()


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a destination is to lead: the path seen from the note, what `[[…]]` calls it, and a fragment.

    Without a path, links stay as they are; without a name, wikilinks do. An `address` takes the place of a
    path, and is written as it is; only it can stand as bare words of a text.
    """

    path: str = ""
    name: str = ""
    fragment: str = ""
    address: str = ""

    def leaves(self, form: Form) -> bool:
        """Whether a destination of this form stays as it is."""
        if form in ("wiki", "bare"):
            return not (self.name if form == "wiki" else self.address)
        return not (self.path or self.address)


def rewritten(written: Written, lead: Lead, fragment: str, *, in_table: bool = False) -> str | None:
    """The destination in the form of the old one; None where it stays, or this form cannot hold another."""
    if lead.leaves(written.form):
        return None
    if written.form == "wiki":
        label = "" if written.labelled else ("\\|" if in_table else "|") + written.text.strip()
        return None if _NO_NAME.search(lead.name) else lead.name + fragment + label
    if lead.address:
        return escape(lead.address) if written.form == "html" else lead.address
    # A name with a colon would begin with what looks like the scheme of an address.
    path = f"./{lead.path}" if ":" in lead.path.partition("/")[0] else lead.path
    return _ENCODED[written.form].sub(_percent, path) + fragment


def written_in(text: str, start: int, end: int) -> Iterator[Written]:
    """What looks like the destination of a link, a picture, a tag or a wikilink in a stretch of a text."""
    for found in _CLOSING.finditer(text, start, end):
        yield from destination_at(text, found.end(), end)
    for found in _WIKI.finditer(text, start, end):
        yield Written("wiki", found.start(1), found.end(1), found[1], labelled=found[2] is not None)
    yield from attributes_in(text, start, end)


def bare_in(text: str, start: int, end: int, addresses: Iterable[str]) -> Iterator[Written]:
    """Some addresses where they stand as words of a stretch of a text, in angle brackets or without."""
    for address in addresses:
        at = text.find(address, start, end) if address else -1
        while at >= 0:
            yield Written("bare", at, at + len(address), address)
            at = text.find(address, at + len(address), end)


def attributes_in(text: str, start: int, end: int) -> Iterator[Written]:
    """The addresses in the tags of raw HTML."""
    position = start
    for piece in pieces(text[start:end]):
        source = piece if isinstance(piece, str) else piece.source
        for found in _ATTRIBUTE.finditer(source) if isinstance(piece, Tag) else ():
            group = next(number for number in (1, 2, 3) if found[number] is not None)
            at = position + found.start(group)
            yield Written("html", at, at + len(found[group]), found[group])
        position += len(source)


def definitions_in(text: str, start: int, end: int) -> Iterator[Written]:
    """The addresses of link definitions, `[label]: address`, at the beginning of lines."""
    for found in _LABEL.finditer(text, start, end):
        yield from destination_at(text, found.end(), end)


def destination_at(text: str, start: int, end: int) -> Iterator[Written]:
    """The destination that begins here: in angle brackets, or up to a blank or the bracket that closes it."""
    angle = _ANGLE.match(text, start, end)
    if angle:
        yield Written("angle", angle.start(1), angle.end(1), angle[1])
        return
    depth, position = 0, start
    while position < end and not (text[position] <= " " or text[position] == "\x7f"):
        if text[position] == "\\" and position + 1 < end:
            position += 1
        elif text[position] == "(":
            depth += 1
        elif text[position] == ")":
            if not depth:
                break
            depth -= 1
        position += 1
    if position > start:
        yield Written("plain", start, position, text[start:position])


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
