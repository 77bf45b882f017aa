"""The line of a toggle that always shows: HTML, because Markdown is not read there."""

import re
from html import escape, unescape

from studylog.core.notion.html.model import Run
from studylog.core.notion.html.writing.delimiters import TAGS
from studylog.core.notion.html.writing.dress import Line
from studylog.core.notion.html.writing.pieces import Layer, Piece, pieces_of
from studylog.core.notion.html.writing.spans import one_line_tex

_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&")
# No character has a longer name.
_LONGEST_NAME = 34


def summary(line: Line) -> str:
    """A line as HTML."""
    return "".join(map(_html, pieces_of(line)))


def _html(piece: Piece) -> str:
    if piece.layer is not None:
        return _edge(piece.layer, piece.kind == "open")
    return _run(piece.run)


def _escaped(text: str) -> str:
    """Text without tags and without characters by their names; other signs may stand as they are."""
    return _MARKUP.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    name = found.string[found.start() : found.start() + _LONGEST_NAME]
    return found[0] if found[0] == "&" and unescape(name) == name else escape(found[0])


def _edge(layer: Layer, opens: bool) -> str:
    if layer.mark == "link":
        return f'<a href="{layer.target}">' if opens else "</a>"
    return f"<{'' if opens else '/'}{TAGS[layer.mark]}>"


def _run(run: Run) -> str:
    text = _escaped(run.text)
    if run.kind == "code":
        return f"<code>{text}</code>"
    if run.kind == "math":
        return _escaped(f"${one_line_tex(run.text)}$")
    if run.kind == "image":
        return f'<img src="{run.source}" alt="{escape(run.text)}">'
    if run.kind == "address":
        target = run.text if "//" in run.text else f"mailto:{run.text}"
        return f'<a href="{target}">{text}</a>'
    return text
