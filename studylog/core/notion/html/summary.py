"""The line of a toggle that always shows: HTML, because Markdown is not read there."""

import re
from html import escape

from studylog.core.notion.html.delimiters import TAGS
from studylog.core.notion.html.dress import Line
from studylog.core.notion.html.model import Run
from studylog.core.notion.html.pieces import Layer, Piece, pieces_of
from studylog.core.notion.html.spans import one_line_tex

# What would be a tag, or a character by its name; other signs may stand as they are.
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")


def summary(line: Line) -> str:
    """A line as HTML."""
    return "".join(map(_html, pieces_of(line)))


def _html(piece: Piece) -> str:
    if piece.layer is not None:
        return _edge(piece.layer, piece.kind == "open")
    return _run(piece.run)


def _edge(layer: Layer, opens: bool) -> str:
    if layer.mark == "link":
        return f'<a href="{layer.target}">' if opens else "</a>"
    return f"<{'' if opens else '/'}{TAGS[layer.mark]}>"


def _run(run: Run) -> str:
    text = _MARKUP.sub(lambda found: escape(found[0]), run.text)
    if run.kind == "code":
        return f"<code>{text}</code>"
    if run.kind == "math":
        return _MARKUP.sub(lambda found: escape(found[0]), f"${one_line_tex(run.text)}$")
    if run.kind == "image":
        return f'<img src="{run.source}" alt="{escape(run.text)}">'
    if run.kind == "address":
        target = run.text if "//" in run.text else f"mailto:{run.text}"
        return f'<a href="{target}">{text}</a>'
    return text
