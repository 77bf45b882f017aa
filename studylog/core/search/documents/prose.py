"""The words of a note outside its questions, heading by heading, and what stands beside the questions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from urllib.parse import unquote

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.pieces import Piece, Thread
from studylog.core.markdown import Token, html_text, plain
from studylog.core.math import in_line
from studylog.core.parse import ReadNote
from studylog.core.search.documents.formulas import Formulas, read_in_order
from studylog.core.search.documents.said import Prose, Stretch

_FORMULAS = ("math_inline", "math_inline_double")


def prose_of(note: ReadNote) -> Prose:
    """The prose of a note that was read: a pure, picklable value."""
    spoken, asked = _Spoken(note.reading.tokens), note.reading.asked
    threads = [(one.question.id, one.thread) for one in asked]
    taken = {
        piece.block.index
        for _, thread in threads
        for pieces in (thread.question, thread.context, *(reply.pieces for reply in thread.replies))
        for piece in pieces
    }
    replies = [(id_, "\n".join(_replies(spoken, thread))) for id_, thread in threads]
    for here in note.reading.carried:
        taken |= {piece.block.index for piece in here.written}
        replies.append((here.carried.id, "\n".join(_said(spoken, here.written))))
    # What was carried over is said where it comes from.
    taken |= note.reading.references
    blocks = [block for block in note.reading.blocks if block.index not in taken]
    return Prose(
        stretches=tuple(_stretches(note, spoken, blocks)),
        replies=tuple((id_, text) for id_, text in replies if text),
        links=tuple(dict.fromkeys(_addresses(note))),
        formulas=tuple(dict.fromkeys(chain.from_iterable(spoken.formulas.values()))),
    )


def _stretches(note: ReadNote, spoken: "_Spoken", blocks: Sequence[Block]) -> Iterator[Stretch]:
    anchors = {section.line: section.anchor for section in note.note.sections}
    anchor, heading, line, lines = "", "", 0, list[str]()
    for block in blocks:
        if block.kind != "heading":
            lines.append(spoken.words(block))
        elif block.line != note.title_line:
            yield from _stretch(anchor, heading, lines, line)
            anchor, heading, line, lines = anchors.get(block.line, ""), spoken.words(block), block.line, []
    lines += spoken.footnotes()
    yield from _stretch(anchor, heading, lines, line)


def _stretch(anchor: str, heading: str, lines: Sequence[str], line: int) -> Iterator[Stretch]:
    text = "\n".join(filter(None, lines))
    if heading or text:
        yield Stretch(anchor, heading, text, line)


def _replies(spoken: "_Spoken", thread: Thread) -> Iterator[str]:
    """What stands beside a question and below it, without its marks (`A.`, `답변)`)."""
    return _said(spoken, (*thread.context, *(piece for reply in thread.replies for piece in reply.pieces)))


def _said(spoken: "_Spoken", pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        text = spoken.words(piece.block, piece.text if piece.block.kind == "text" else None)
        if text.strip():
            yield text.strip()


class _Spoken:
    """The tokens of a note as words, formulas as they are read; these by the place of their token."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.formulas: dict[int, Formulas] = {
            place: found for place, token in enumerate(tokens) if (found := _formulas(token))
        }

    def words(self, block: Block, text: str | None = None) -> str:
        """What a block says, or the part of it that is given."""
        if block.kind == "html":
            return html_text(self._tokens[block.start].content)
        if text is None:
            text = "\n".join(" ".join(row) for row in block.rows) if block.kind == "table" else block.text
        return self._read(text, range(block.start, block.end))

    def footnotes(self) -> list[str]:
        """The texts of the footnotes, which stand behind everything else."""
        types = [token.type for token in self._tokens]
        if "footnote_block_open" not in types:
            return []
        return [
            self._read(plain(self._tokens[place].children or []), (place,))
            for place in range(types.index("footnote_block_open"), len(types))
            if types[place] == "inline"
        ]

    def _read(self, text: str, places: Iterable[int]) -> str:
        if not self.formulas:
            return text
        return read_in_order(text, [one for place in places for one in self.formulas.get(place, ())])


def _formulas(token: Token) -> Formulas:
    """The formulas of a token, as they are written and as they are read."""
    if token.type == "inline":
        formulas = [child for child in token.children or () if child.type in _FORMULAS]
    elif token.type == "math_block" or (token.type == "fence" and token.info.strip() == "math"):
        formulas = [token]
    else:
        return ()
    read = ((one.content, in_line(one.content, one.type != "math_inline")) for one in formulas)
    return tuple((source.strip(), line.strip()) for source, line in read if source.strip())


def _addresses(note: ReadNote) -> Iterator[str]:
    for link in note.note.links:
        if link.url not in link.text:
            yield unquote(link.url)
