"""Lines of runs as Markdown: a paragraph, a heading, a cell."""

import re
from collections.abc import Sequence

from studylog.core.notion.html.writing.delimiters import SIGNS, closing, opening, signs_of
from studylog.core.notion.html.writing.dress import Line
from studylog.core.notion.html.writing.escape import Hazards, escaped, escaped_wholly, hazards_of
from studylog.core.notion.html.writing.pieces import Piece, pieces_of
from studylog.core.notion.html.writing.readback import agrees, meant
from studylog.core.notion.html.writing.spans import Beside, span
from studylog.core.values import dataclass

_HARD_BREAK = "  \n"
# Lines that begin with a letter and have no sign that could mean anything need not be read back.
_HARMLESS = re.compile(r"(?:[^\W\d_][^\\`*_~$<>&|=\[\]\n]*(?:\n|$))+")
_CLOSING = re.compile(r"(?:^|(?<=\s))#+$")


@dataclass(frozen=True, slots=True)
class Care:
    """How carefully text is written: with tags for all marks; with all signs escaped and formulas as code."""

    tags: bool = False
    wholly: bool = False


CARES = (Care(), Care(tags=True), Care(tags=True, wholly=True))


def paragraph(lines: Sequence[Line]) -> str:
    """The lines of a paragraph, each on its own line."""
    wanted = meant(lines)
    markdown = ""
    for care in CARES:
        markdown = _HARD_BREAK.join(written(lines, care, starts=True))
        if _HARMLESS.fullmatch(markdown.replace(_HARD_BREAK, "\n")) or agrees(markdown, wanted):
            break
    return markdown


def heading(line: Line, level: int) -> str:
    """A heading; a sign at its end belongs to it."""
    wanted = meant([line])
    markdown = ""
    for care in CARES:
        text = _CLOSING.sub(lambda signs: f"\\{signs[0]}", written([line], care)[0])
        markdown = f"{'#' * level} {text}"
        if agrees(markdown, wanted, "heading"):
            break
    return markdown


def written(lines: Sequence[Line], care: Care, *, starts: bool = False) -> list[str]:
    """Each of the lines as Markdown, their signs seen together; `starts` when each begins a line."""
    pieces = [pieces_of(line) for line in lines]
    texts = ["".join(piece.text if piece.kind == "text" else "\ufffc" for piece in line) for line in pieces]
    done = [_finished(line, care.wholly) for line in pieces]
    signs = [signs_of(line, edges, care.tags) for line, edges in zip(pieces, done, strict=True)]
    own = "".join(map(_own_signs, pieces, done, signs))
    hazards = hazards_of(texts, own)
    return [
        _Writer(line, edges, with_signs, hazards, care).line(starts)
        for line, edges, with_signs in zip(pieces, done, signs, strict=True)
    ]


def _finished(pieces: Sequence[Piece], as_code: bool) -> dict[int, str]:
    """What is written as a whole, by its place, for what stands beside it."""
    done: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        if piece.kind == "done":
            before = done.get(index - 1, _words(pieces, index - 1))[-1:]
            after = _words(pieces, index + 1)[:1]
            alone = (index == 0 or before.isspace()) and (index + 1 == len(pieces) or after.isspace())
            done[index] = span(piece.run, Beside(before, after, alone and not as_code, as_code))
    return done


def _words(pieces: Sequence[Piece], index: int) -> str:
    """The text of a piece; empty where something else stands, or nothing."""
    is_text = 0 <= index < len(pieces) and pieces[index].kind == "text"
    return pieces[index].text if is_text else ""


def _own_signs(pieces: Sequence[Piece], done: dict[int, str], signs: set[int]) -> str:
    """The signs that a line is written with, in whatever number."""
    marks = (SIGNS[piece.layer.mark] for piece in pieces if piece.layer and piece.layer.number in signs)
    return "".join([*marks, *("$" for written in done.values() if written.lstrip().startswith("$"))])


class _Writer:
    def __init__(
        self, pieces: list[Piece], done: dict[int, str], signs: set[int], hazards: Hazards, care: Care
    ) -> None:
        self._pieces = pieces
        self._done = done
        self._signs = signs
        self._hazards = hazards
        self._care = care
        self._in_link = False

    def line(self, starts: bool) -> str:
        return "".join(
            self._piece(index, piece, starts and index == 0) for index, piece in enumerate(self._pieces)
        )

    def _piece(self, index: int, piece: Piece, start: bool) -> str:
        if piece.layer is not None:
            if piece.layer.mark == "link":
                self._in_link = piece.kind == "open"
            write = opening if piece.kind == "open" else closing
            return write(piece.layer, piece.layer.number in self._signs)
        if piece.kind == "done":
            return self._done[index]
        if self._care.wholly:
            return escaped_wholly(piece.text)
        return escaped(
            piece.text,
            self._hazards,
            start=start,
            label=self._in_link,
            before_link=self._is_link(index + 1),
        )

    def _is_link(self, index: int) -> bool:
        following = self._pieces[index] if index < len(self._pieces) else None
        if following is None:
            return False
        return following.run.kind == "image" or (
            following.layer is not None and following.layer.mark == "link"
        )
