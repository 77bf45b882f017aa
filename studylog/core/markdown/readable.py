"""Markdown as a terminal can show it: what every Markdown has, and formulas as people read them in a line.

What GitHub has besides is said with what every Markdown has: a note in a box is a quote with its title.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from studylog.core.markdown.addresses import is_outside
from studylog.core.markdown.dollars import dollars
from studylog.core.math import in_line


def readable(text: str) -> list[Token]:
    """The tokens of a text, none of which is a formula: of CommonMark, with tables and what is struck out."""
    engine = MarkdownIt().enable("strikethrough").enable("table").use(dollars)
    engine.options["alerts"] = True
    return list(_read(engine.parse(text)))


def _read(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type in ("math_inline", "math_inline_double"):
            yield _words(token, token.type != "math_inline")
        elif token.type == "math_block" or (token.type == "fence" and token.info.strip() == "math"):
            yield Token("paragraph_open", "p", 1)
            yield Token("inline", "", 0, children=[_words(token, True)])
            yield Token("paragraph_close", "p", -1)
        elif token.type in ("alert_open", "alert_close"):
            yield Token(f"blockquote_{token.type[6:]}", "blockquote", token.nesting)
        elif token.type in ("alert_title_open", "alert_title_close"):
            yield Token(f"paragraph_{token.type[12:]}", "p", token.nesting)
        elif token.type == "link_open":
            yield _link(token)
        else:
            token.children = list(_read(token.children)) if token.children else token.children
            yield token


def _link(opening: Token) -> Token:
    """A link that leads to a file shows the name the file has; one to the web stays what a browser takes."""
    written = str(opening.attrs["href"])
    named = unquote(written)
    if named.isprintable() and not is_outside(written):
        opening.attrs["href"] = named
    return opening


def _words(formula: Token, display: bool) -> Token:
    return Token("text", "", 0, content=in_line(formula.content, display).strip())
