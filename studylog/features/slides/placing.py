"""Where lines about a paper go in the text of a note: under what already stands there of the same kind."""

import re

from studylog.core.header.parts import split
from studylog.core.model import NotePaper
from studylog.core.textlines import lines_of

# What begins something of its own, right under a line of text.
_BEGINNING = re.compile(r"[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>|\||`{3}|~{3}|<)")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+])[ \t]+\S")


def with_lines(text: str, paper: NotePaper, lines: list[str]) -> str:
    """The text with lines put under a paper; nothing else changes.

    They come after the slides that are there, in a list where there is one, else as a paragraph under the
    heading.
    """
    newline = split(text).newline
    rows = lines_of(text)
    at = _after(rows, paper)
    bullet = _bullet(rows, at)
    if bullet is not None:
        index, begin = bullet
        new = [f"{begin}{line}{newline}" for line in lines]
        return "".join([*ended(rows[:index], newline), *new, *rows[index:]])
    before, after = ended(rows[:at], newline), rows[at:]
    # Lines of one paragraph would run into each other, so each is one of its own.
    new = [part for line in lines for part in (newline, f"{line}{newline}")]
    gap = [newline] if after and after[0].strip() else []
    return "".join([*before, *new, *gap, *after])


def _after(rows: list[str], paper: NotePaper) -> int:
    """The number of rows up to the place: after the last slides, else after the title."""
    last = max((link.line for link in paper.slides), default=0)
    at = min(max(paper.place.line, last), len(rows))
    # A title may be underlined, and slides may go on in the next line of their paragraph.
    while at < len(rows) and rows[at].strip() and (last or set(rows[at].strip()) <= set("=-")):
        if _BEGINNING.match(rows[at]):
            break
        at += 1
    return at


def _bullet(rows: list[str], at: int) -> tuple[int, str] | None:
    """Where in a list the lines go, and how an item of it begins; None where no list is near."""
    above = _BULLET.match(rows[at - 1]) if at else None
    if above:
        return at, f"{above['indent']}{above['mark']} "
    index = at
    while index < len(rows) and not rows[index].strip():
        index += 1
    below = _BULLET.match(rows[index]) if index < len(rows) else None
    return (index, f"{below['indent']}{below['mark']} ") if below else None


def ended(rows: list[str], newline: str) -> list[str]:
    """The rows, of which the last ends its line."""
    if rows and not rows[-1].endswith(("\n", "\r")):
        return [*rows[:-1], rows[-1] + newline]
    return rows
