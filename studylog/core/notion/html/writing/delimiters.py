"""How marks are written: `**` where every reader of Markdown takes it for one, a tag where some do not.

CommonMark asks what stands on both sides of `**`. Behind a bracket and before a letter, as in
`**한국어(Korean)**는`, it closes nothing; studylog reads it all the same, others do not.
"""

import unicodedata
from collections.abc import Mapping, Sequence

from studylog.core.notion.html.writing.pieces import Layer, Piece

SIGNS = {"bold": "**", "italic": "*", "strike": "~~"}
TAGS = {"bold": "b", "italic": "i", "strike": "s", "underline": "u", "sup": "sup", "sub": "sub"}
_ROUNDS = 4


def signs_of(pieces: Sequence[Piece], edges: Mapping[int, str], only_tags: bool) -> set[int]:
    """The numbers of the layers that are written with signs; `edges` are the finished pieces as written."""
    layers = {piece.layer.number: piece.layer for piece in pieces if piece.kind == "open" and piece.layer}
    signs = {number for number, layer in layers.items() if layer.mark in SIGNS and not only_tags}
    for _ in range(_ROUNDS):
        failing = _failing(pieces, edges, signs)
        if not failing:
            return signs
        signs -= failing
    return set()


def opening(layer: Layer, with_sign: bool) -> str:
    """What begins a layer."""
    if layer.mark == "link":
        return "["
    return SIGNS[layer.mark] if with_sign else f"<{TAGS[layer.mark]}>"


def closing(layer: Layer, with_sign: bool) -> str:
    """What ends a layer."""
    if layer.mark == "link":
        return f"]({layer.target})"
    return SIGNS[layer.mark] if with_sign else f"</{TAGS[layer.mark]}>"


def _failing(pieces: Sequence[Piece], edges: Mapping[int, str], signs: set[int]) -> set[int]:
    failing: set[int] = set()
    for index, piece in enumerate(pieces):
        if piece.layer is None or piece.layer.number not in signs:
            continue
        sign = SIGNS[piece.layer.mark][0]
        before = _beside(pieces, edges, signs, index, -1, sign)
        after = _beside(pieces, edges, signs, index, 1, sign)
        inner, outer = (after, before) if piece.kind == "open" else (before, after)
        if not _leans(inner, outer):
            failing.add(piece.layer.number)
    return failing


def _beside(
    pieces: Sequence[Piece], edges: Mapping[int, str], signs: set[int], index: int, step: int, sign: str
) -> str:
    """The character beside a run of signs, on the side of `step`; empty at the end of the line."""
    index += step
    while 0 <= index < len(pieces):
        piece = pieces[index]
        if piece.layer is None:
            written = edges[index] if piece.kind == "done" else piece.text
        else:
            write = opening if piece.kind == "open" else closing
            written = write(piece.layer, piece.layer.number in signs)
        if piece.layer is None or written.strip(sign):
            return written[0 if step > 0 else -1]
        index += step
    return ""


def _leans(inner: str, outer: str) -> bool:
    """Whether a run of signs leans on `inner`, seen from `outer` on its other side, by strict rules."""
    if not inner or inner.isspace():
        return False
    return _category(inner) not in "PS" or not outer or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(char: str) -> bool:
    return _category(char) == "P" or (char.isascii() and _category(char) == "S")


def _category(char: str) -> str:
    return unicodedata.category(char)[0]
