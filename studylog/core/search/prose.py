"""The words of a note outside its questions, heading by heading, and what stands beside the questions."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from studylog.core.grammar.blocks import Block
from studylog.core.grammar.replies import Piece, Thread
from studylog.core.markdown import Token, html_text, plain
from studylog.core.parse import ReadNote
from studylog.core.search.passages import Prose, Stretch


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
            anchor, heading, line, lines = anchors.get(block.line, ""), block.text, block.line, []
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
        text = piece.text if piece.block.kind == "text" else _words(tokens, piece.block)
        if text.strip():
            yield text.strip()


def _words(tokens: Sequence[Token], block: Block) -> str:
    if block.kind == "table":
        return "\n".join(" ".join(row) for row in block.rows)
    if block.kind == "html":
        return html_text(tokens[block.start].content)
    return block.text


def _footnotes(tokens: Sequence[Token]) -> list[str]:
    """The texts of the footnotes, which stand behind everything else."""
    types = [token.type for token in tokens]
    if "footnote_block_open" not in types:
        return []
    behind = tokens[types.index("footnote_block_open") :]
    return [plain(token.children or []) for token in behind if token.type == "inline"]


def _addresses(note: ReadNote) -> Iterator[str]:
    for link in note.note.links:
        if link.url not in link.text:
            yield unquote(link.url)
