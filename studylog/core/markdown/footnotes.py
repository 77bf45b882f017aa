"""Footnotes, gathered at the end of the token stream, with every definition kept.

`footnote_ref` (inline; `meta`: id, subId, label), then at the end `footnote_block_open`, and for each note
`footnote_open` … `footnote_anchor` … `footnote_close`. The plugin's own way of gathering drops definitions
that nothing refers to, and those that repeat a label; here they follow the others.
"""

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin


def footnotes(md: MarkdownIt) -> None:
    """Teach the engine `[^1]`, `[^1]: …` and `^[…]`."""
    md.use(footnote_plugin, move_to_end=False)
    md.core.ruler.after("inline", "footnotes", _gather)


def _gather(state: StateCore) -> None:
    if not any(state.env.get("footnotes", {}).values()):
        return
    definitions = _take_definitions(state)
    notes: dict[int, dict[str, Any]] = state.env.get("footnotes", {}).get("list", {})
    if not notes and not definitions:
        return
    state.tokens.append(Token("footnote_block_open", "section", 1, block=True))
    for number, note in notes.items():
        body = _inline_note(note) if "tokens" in note else _first(definitions, note["label"])
        state.tokens += _footnote(number, note.get("label"), max(1, note.get("count", 1)), body)
    for number, (label, body) in enumerate(definitions, len(notes)):
        state.tokens += _footnote(number, label, 0, body)
    state.tokens.append(Token("footnote_block_close", "section", -1, block=True))


def _take_definitions(state: StateCore) -> list[tuple[str, list[Token]]]:
    """Cut the definitions out of the stream; one inside another is taken out of it, too."""
    kept: list[Token] = []
    taken: list[tuple[str, list[Token]]] = []
    current: list[list[Token]] = [kept]
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            taken.append((str(token.meta["label"]), []))
            current.append(taken[-1][1])
        elif token.type == "footnote_reference_close":
            current.pop()
        else:
            current[-1].append(token)
    state.tokens = kept
    return taken


def _first(definitions: list[tuple[str, list[Token]]], label: str) -> list[Token]:
    for index, (name, body) in enumerate(definitions):
        if name == label:
            del definitions[index]
            return body
    return []


def _inline_note(note: dict[str, Any]) -> list[Token]:
    inline = Token("inline", "", 0, block=True, children=note["tokens"], content=note["content"])
    return [
        Token("paragraph_open", "p", 1, block=True),
        inline,
        Token("paragraph_close", "p", -1, block=True),
    ]


def _footnote(number: int, label: str | None, count: int, body: list[Token]) -> list[Token]:
    anchors = [
        Token("footnote_anchor", "", 0, meta={"id": number, "subId": index, "label": label})
        for index in range(count)
    ]
    at = len(body) - 1 if body and body[-1].type == "paragraph_close" else len(body)
    meta = {"id": number, "label": label, "used": count > 0}
    opening = Token("footnote_open", "li", 1, block=True, meta=meta)
    closing = Token("footnote_close", "li", -1, block=True)
    return [opening, *body[:at], *anchors, *body[at:], closing]
