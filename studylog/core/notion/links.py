"""Where the links and pictures in Notion's Markdown lead, at the very place where it is written.

Notion writes a destination as it is: a title with a single bracket, `1) 소개`, ends it too early for every
reader of Markdown. What the export holds tells which of its ends is meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from studylog.core.notion.fences import masked
from studylog.core.values import dataclass

Known = Callable[[str], bool]

_START = re.compile(r"\]\(<?|<(?:img|a|video|audio|source|embed)\s[^<>]*?(?:src|href)=\"")
_TITLED = re.compile(r"[ \t]+[\"'(]|[ \t]*\)")
_RUN = re.compile(r"(?:(?!\]\()[^\s<>])*")
_BARE = re.compile(
    r"(?<![\w\[<\"'=/.])(?<!\]\()<?(?P<address>https?://[\w.-]*\bnotion\.\w+/[^\s<>()\[\]\"']*?[0-9a-f-]{32,36}"
    r"(?:\?[A-Za-z0-9=&%._-]*)?(?:\#[A-Za-z0-9-]+)?)>?"
)
# No title has more brackets than this.
_MOST_ENDS = 20
_OUTER = re.compile(r"https?://")


@dataclass(frozen=True, slots=True)
class Destination:
    """A destination in a text, from `start` to `end`; a `bare` one is an address that stands for itself."""

    start: int
    end: int
    written: str
    bare: bool = False


def destinations(text: str, known: Known) -> Iterator[Destination]:
    """The destinations of a text in their order, none of them in code; `known` is what can be led to."""
    visible = masked(text)
    found = [*_linked(visible, known), *_bare(visible)]
    reached = 0
    for destination in sorted(found, key=lambda found: found.start):
        if destination.start >= reached:
            reached = destination.end
            yield destination


def relinked(text: str, changes: Iterable[tuple[Destination, str]]) -> str:
    """The text with other destinations; an address that stood for itself becomes the text of its link."""
    parts, position = [], 0
    for old, new in sorted(changes, key=lambda change: change[0].start):
        parts += [text[position : old.start], f"[{old.written}]({new})" if old.bare else new]
        position = old.end
    return "".join(parts) + text[position:]


def safe(destination: str) -> str:
    """The destination as every reader of Markdown takes it whole."""
    if _closing(destination) is None and destination.count("(") == destination.count(")"):
        return destination
    return destination.replace("(", "%28").replace(")", "%29")


def _linked(text: str, known: Known) -> Iterator[Destination]:
    for opening in _START.finditer(text):
        start = opening.end()
        end = _end(text, start, opening[0], known)
        if end > start:
            yield Destination(start, end, text[start:end])


def _end(text: str, start: int, opening: str, known: Known) -> int:
    """Where a destination ends: at its mark, else at the first bracket that makes it lead somewhere."""
    mark = ">" if opening.endswith("<") else '"' if opening.endswith('"') else ""
    if mark:
        line = text.find("\n", start)
        return text.find(mark, start, line if line >= 0 else len(text))
    run = _RUN.match(text, start)
    written = run[0] if run else ""
    closing = _closing(written)
    usual = len(written) if closing is None else closing
    if closing is None and not _TITLED.match(text, start + usual):
        usual = 0
    if usual and (known(written[:usual]) or _OUTER.match(written)):
        return start + usual
    ends = (index for index, char in enumerate(written) if char == ")" and index != usual)
    return start + next((end for end in islice(ends, _MOST_ENDS) if known(written[:end])), usual)


def _closing(written: str) -> int | None:
    """Where the bracket stands that closes a destination by the rules of Markdown."""
    depth = 0
    for index, char in enumerate(written):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return index
    return None


def _bare(text: str) -> Iterator[Destination]:
    for found in _BARE.finditer(text):
        yield Destination(found.start(), found.end(), found["address"], bare=True)
