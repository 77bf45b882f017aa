"""Raw HTML in a note: what is no markup becomes text, already in the token stream.

A tag that HTML does not have, that nothing may use, or that is opened or closed without its partner in the
same paragraph (`vector<b>`) is a word that somebody wrote, not markup.
"""

from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from studylog.core.markdown.tags import ALLOWED, SOURCES, TRANSPARENT, VOID, Tag, pieces, read_tag

_MARKUP = ALLOWED | TRANSPARENT


def rawhtml(md: MarkdownIt) -> None:
    """Make the engine tell markup from words in angle brackets."""
    md.block.ruler.at("html_block", _block, {"alt": ["paragraph", "reference", "blockquote"]})
    md.core.ruler.after("inline", "rawhtml", _words)


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not line.startswith("<"):
        return False
    first = next(pieces(line))
    if isinstance(first, Tag) and first.name not in _MARKUP | SOURCES:
        return False
    return html_block(state, start, end, silent)


def _words(state: StateCore) -> None:
    for token in state.tokens:
        if token.children and any(child.type == "html_inline" for child in token.children):
            _pair(token.children)


def _pair(children: list[Token]) -> None:
    """Pair the tags of a paragraph; those that remain alone are text."""
    waiting: list[tuple[str, Token]] = []
    names: Counter[str] = Counter()
    for child in children:
        tag = read_tag(child.content) if child.type == "html_inline" else None
        if tag is None or (tag.name in VOID and not tag.closing):
            continue
        if tag.name not in _MARKUP or (tag.closing and not names[tag.name]):
            child.type = "text"
        elif tag.closing:
            _close(waiting, names, tag.name)
        else:
            waiting.append((tag.name, child))
            names[tag.name] += 1
    for _, child in waiting:
        child.type = "text"


def _close(waiting: list[tuple[str, Token]], names: Counter[str], closed: str) -> None:
    """Take back to the tag that is closed; those opened after it remain alone."""
    name, child = waiting.pop()
    names[name] -= 1
    while name != closed:
        child.type = "text"
        name, child = waiting.pop()
        names[name] -= 1
