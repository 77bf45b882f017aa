"""Link definitions that no link uses: words on a line of their own, like any others.

`[1]: https://…` names an address for links elsewhere. Where there are none, or it was never meant as one
(`[Q]: 왜?`), Markdown would swallow the line; here it becomes a paragraph.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def definitions(md: MarkdownIt) -> None:
    """Keep the definitions that nothing refers to."""
    md.options["inline_definitions"] = True
    md.options["store_labels"] = True
    md.core.ruler.after("inline", "definitions", _keep)


def _keep(state: StateCore) -> None:
    if not any(token.type == "definition" for token in state.tokens):
        return
    used = set(_labels(state.tokens))
    kept: list[Token] = []
    for token in state.tokens:
        if token.type != "definition":
            kept.append(token)
        elif _unused(token, used):
            kept += _paragraph(token)
    state.tokens = kept


def _unused(token: Token, used: set[tuple[str, str]]) -> bool:
    return (normalizeReference(str(token.meta["label"])), str(token.meta["url"])) not in used


def _labels(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        if "label" in token.meta and token.type in ("link_open", "image"):
            yield str(token.meta["label"]), str(token.attrs.get("href", token.attrs.get("src", "")))
        yield from _labels(token.children or ())


def _paragraph(token: Token) -> list[Token]:
    label, url, title = (str(token.meta[key]) for key in ("label", "url", "title"))
    children = [Token("text", "", 0, content=f"[{label}]: ")]
    children += [
        Token("link_open", "a", 1, attrs={"href": url}, markup="linkify", info="auto"),
        Token("text", "", 0, content=url, level=1),
        Token("link_close", "a", -1, markup="linkify", info="auto"),
    ]
    if title:
        children.append(Token("text", "", 0, content=f' "{title}"'))
    content = "".join(child.content for child in children)
    level = token.level
    return [
        Token("paragraph_open", "p", 1, map=token.map, level=level, block=True),
        Token(
            "inline", "", 0, map=token.map, level=level + 1, block=True, content=content, children=children
        ),
        Token("paragraph_close", "p", -1, level=level, block=True),
    ]
