"""A note in two parts: the header between `---` lines, and the body."""

from typing import Literal

from studylog.core.late import late
from studylog.core.textlines import BREAK, newline_of
from studylog.core.values import dataclass

_OPENING = late(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = late(r"(?:(?<=\n)|(?<=\r)(?!\n))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_KEY = late(r"(?:^|[\r\n])[ \t]*(?![#\s]|-[ \t])[^\r\n:]{1,80}:(?=\s|\Z)")
_TEXT = late(r"(?:^|[\r\n])[ \t]*[^\s#]")


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a note, with the line of the file on which each begins, and how its lines end.

    `header` is None where there is none. `loose` tells why a note that begins with `---` has no header all
    the same: no line closes it (`unclosed`), or what stands between two rules is text (`prose`).
    """

    header: str | None
    header_line: int
    body: str
    body_line: int
    newline: str = "\n"
    bom: bool = False
    loose: Literal["unclosed", "prose"] | None = None


def split(text: str) -> Split:
    """Part a note; every character is in `header`, in `body`, in the lines around the header or the BOM."""
    bom = text.startswith("\ufeff")
    newline = newline_of(text)
    opening = _OPENING.match(text, int(bom))
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return Split(None, 1, text[bom:], 1, newline, bom, "unclosed" if opening else None)
    header = text[opening.end() : closing.start()]
    if not _is_header(header):
        return Split(None, 1, text[bom:], 1, newline, bom, "prose")
    body_line = 1 + len(BREAK.findall(text, 0, closing.end()))
    return Split(header, 2, text[closing.end() :], body_line, newline, bom)


def _is_header(block: str) -> bool:
    """Whether the lines between two `---` are meant as a header, and not as text between two rules."""
    if _KEY.search(block):
        return True
    # Comments may be keys that somebody switched off; after a blank line they are headings of a text.
    return not _TEXT.search(block) and not (block.strip() and block.lstrip(" \t").startswith(("\n", "\r")))
