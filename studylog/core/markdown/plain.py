"""The words of tokens and of raw HTML, without their markup."""

import re
from collections.abc import Sequence
from html import unescape

from markdown_it.token import Token

from studylog.core.late import late
from studylog.core.markdown.tags import ALLOWED, BLOCKS, SOURCES, TRANSPARENT, Aside, Tag, pieces

_BREAK = late(r"<br\b[^>]*>", re.IGNORECASE)
_VERBATIM = frozenset(
    {"text", "text_special", "code_inline", "math_inline", "math_inline_double", "wikilink", "embed"}
)


def plain(children: Sequence[Token]) -> str:
    """The text of inline tokens; a line break, soft or hard, is a newline."""
    return "".join(map(_words, children))


def html_text(html: str) -> str:
    """The text of an HTML block, without tags and comments; each block element stands on its own line."""
    text = "".join(map(_text, pieces(html)))
    return "\n".join(filter(None, (line.strip() for line in text.splitlines())))


def _words(token: Token) -> str:
    if token.type in _VERBATIM:
        return token.content
    if token.type == "image":
        return plain(token.children or [])
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return "\n" if _BREAK.fullmatch(token.content) else ""
    return ""


def _text(piece: str | Tag | Aside) -> str:
    if isinstance(piece, str):
        return unescape(piece)
    if isinstance(piece, Aside) or piece.name in SOURCES:
        return ""
    if piece.name not in ALLOWED | TRANSPARENT:
        return piece.source
    if piece.name in ("td", "th"):
        return " "
    return "\n" if piece.name in BLOCKS else ""
