"""The words of a note outside its questions, heading by heading, and what stands beside the questions."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from studylog.core.grammar.blocks import Block
from studylog.core.grammar.replies import Piece, Thread
from studylog.core.markdown import Token, html_text, plain
from studylog.core.math import in_line
from studylog.core.parse import ReadNote
from studylog.core.search.formulas import Formulas, read_in_order
from studylog.core.search.passages import Prose, Stretch

_FORMULAS = ("math_inline", "math_inline_double")


def prose_of(note: ReadNote) -> Prose:
    """The prose of a note that was read: a pure, picklable value."""
    tokens, asked = note.reading.tokens, note.reading.asked
    threads = [(one.question.id, one.thread) for one in asked]
    taken = {
        piece.index
        for _, thread in threads
        for pieces in (thread.question, thread.context, *(reply.pieces for reply in thread.replies))
        for piece in pieces
    }
    replies = [(id_, "\n".join(_replies(tokens, thread))) for id_, thread in threads]
    for here in note.reading.carried:
        taken |= {piece.index for piece in here.written}
        replies.append((here.carried.id, "\n".join(_said(tokens, here.written))))
    # What was carried over is said where it comes from.
    taken |= note.reading.references
    blocks = [block for index, block in enumerate(note.reading.blocks) if index not in taken]
    return Prose(
        stretches=tuple(_stretches(note, blocks)),
        replies=tuple((id_, text) for id_, text in replies if text),
        links=tuple(dict.fromkeys(_addresses(note))),
        formulas=tuple(dict.fromkeys(_formulas(tokens))),
    )


def _stretches(note: ReadNote, blocks: Sequence[Block]) -> Iterator[Stretch]:
    tokens = note.reading.tokens
    anchors = {section.line: section.anchor for section in note.note.sections}
    anchor, heading, line, lines = "", "", 0, list[str]()
    for block in blocks:
        if block.kind != "heading":
            lines.append(_words(tokens, block))
        elif block.line != note.title_line:
            yield from _stretch(anchor, heading, lines, line)
            anchor, heading, line, lines = anchors.get(block.line, ""), _words(tokens, block), block.line, []
    lines += _footnotes(tokens)
    yield from _stretch(anchor, heading, lines, line)


def _stretch(anchor: str, heading: str, lines: Sequence[str], line: int) -> Iterator[Stretch]:
    text = "\n".join(filter(None, lines))
    if heading or text:
        yield Stretch(anchor, heading, text, line)


def _replies(tokens: Sequence[Token], thread: Thread) -> Iterator[str]:
    """What stands beside a question and below it, without its marks (`A.`, `답변)`)."""
    return _said(tokens, (*thread.context, *(piece for reply in thread.replies for piece in reply.pieces)))


def _said(tokens: Sequence[Token], pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        text = _words(tokens, piece.block, piece.text if piece.block.kind == "text" else None)
        if text.strip():
            yield text.strip()


def _words(tokens: Sequence[Token], block: Block, text: str | None = None) -> str:
    """What a block says, or the part of it that is given, with its formulas as they are read."""
    if block.kind == "html":
        return html_text(tokens[block.start].content)
    if text is None:
        text = "\n".join(" ".join(row) for row in block.rows) if block.kind == "table" else block.text
    return read_in_order(text, _formulas(tokens[block.start : block.end]))


def _footnotes(tokens: Sequence[Token]) -> list[str]:
    """The texts of the footnotes, which stand behind everything else."""
    types = [token.type for token in tokens]
    if "footnote_block_open" not in types:
        return []
    behind = tokens[types.index("footnote_block_open") :]
    notes = [token for token in behind if token.type == "inline"]
    return [read_in_order(plain(one.children or []), _formulas([one])) for one in notes]


def _formulas(tokens: Sequence[Token]) -> Formulas:
    """The formulas among tokens, in their order."""
    sources = filter(None, map(str.strip, _sources(tokens)))
    return tuple((source, in_line(source)) for source in sources)


def _sources(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "math_block" or (token.type == "fence" and token.info.strip() == "math"):
            yield token.content
        elif token.type == "inline":
            yield from (child.content for child in token.children or [] if child.type in _FORMULAS)


def _addresses(note: ReadNote) -> Iterator[str]:
    for link in note.note.links:
        if link.url not in link.text:
            yield unquote(link.url)
