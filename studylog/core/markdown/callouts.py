"""Boxes: a quote whose first line says what it is, `[!info] Title`, and those of GitHub.

Only a page has boxes. Whoever reads a note has the quote as it is written.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from studylog.core.late import late

_KIND = late(r"\[!(?P<kind>[A-Za-z][\w-]{1,19})\](?P<fold>[-+]?)(?:[ \t]+|(?=\n)|\Z)")
_BREAKS = frozenset({"softbreak", "hardbreak"})


class _Box(NamedTuple):
    """What a box is: the tokens of its title, the rest of its first paragraph, and how it is folded."""

    title: list[Token]
    rest: list[Token]
    fold: str


def boxed(tokens: Sequence[Token]) -> Iterable[Token]:
    """The same with a `callout` in the place of each quote that is one; `info` tells how it is folded."""
    if any(token.type in ("blockquote_open", "alert_open") for token in tokens):
        return _boxed(tokens)
    return tokens


def _boxed(tokens: Sequence[Token]) -> Iterator[Token]:
    open_: list[bool] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.type == "blockquote_open":
            box = _box(tokens[at : at + 2])
            open_.append(box is not None)
            if box is None:
                yield token
                continue
            yield from _opening(box.title, box.fold)
            # The first paragraph is left without its first line, if anything is left of it.
            yield from (tokens[at], _inline(box.rest)) if box.rest else ()
            at += 2 if box.rest else 3
        elif token.type == "blockquote_close" and open_ and open_.pop():
            yield Token("callout_close", "div", -1)
        else:
            yield from _alert(token)


def _alert(token: Token) -> Iterator[Token]:
    if token.type in ("alert_open", "alert_close"):
        yield Token(f"callout_{token.type[6:]}", "div", token.nesting)
    elif token.type in ("alert_title_open", "alert_title_close"):
        yield Token(f"callout_title_{token.type[12:]}", "p", token.nesting)
    else:
        yield token


def _opening(title: list[Token], fold: str) -> Iterator[Token]:
    yield Token("callout_open", "div", 1, info=fold)
    yield Token("callout_title_open", "p", 1, info=fold)
    yield _inline(title)
    yield Token("callout_title_close", "p", -1)


def _inline(children: list[Token]) -> Token:
    return Token("inline", "", 0, children=children)


def _box(below: Sequence[Token]) -> _Box | None:
    """The box that a quote is which begins with these tokens, a paragraph and its words."""
    if [token.type for token in below] != ["paragraph_open", "inline"]:
        return None
    children = below[1].children or []
    found = _KIND.match(children[0].content) if children and children[0].type == "text" else None
    if found is None:
        return None
    behind = children[0].content[found.end() :]
    words = [Token("text", "", 0, content=behind)] if behind else []
    line = next((at for at, child in enumerate(children) if child.type in _BREAKS), len(children))
    title = [*words, *children[1:line]] or [Token("text", "", 0, content=found["kind"].capitalize())]
    return _Box(title, children[line + 1 :], found["fold"])
