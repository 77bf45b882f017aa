"""A note as the parts of its page: prose and questions in reading order, every word once.

The tokens that the note was read from are cut between blocks; each cut is rendered by itself, inside the
lists and quotes that it stood in.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import groupby

from studylog.core.body.slidewords import mark_slides
from studylog.core.grammar.finished import Asked
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.references import BEGIN, END
from studylog.core.grammar.state.pieces import Reply
from studylog.core.grammar.vocabulary.words import PIN
from studylog.core.late import late
from studylog.core.markdown import Token
from studylog.core.markdown.context import RenderContext
from studylog.core.markdown.render import render
from studylog.core.markdown.slices import Around, closed_slice
from studylog.core.model import Part
from studylog.core.parse import ReadNote
from studylog.core.values import dataclass, field

# What is left of a status (`closed: …`) is the team's own words, and stays, set apart like a marker.
_DUPLICATE = re.compile(r"(?:duplicate|중복)(?:\s+of)?\s?[:：]?\s*q-\w{8}")

# What kind of box a question or an answer stood in; it has one of ours now.
_BOX = late(r"\A\[!\w{2,12}\][-+]?\s*")

_MARKER_OPEN = Token("marker_open", "span", 1, attrs={"class": "marker"})
_MARKER_CLOSE = Token("marker_close", "span", -1)

# Where a block belongs: the question by its index, and its place there (0 the question itself, 1 what stands
# beside it, 2 the first answer and so on); None for prose.
_Owner = tuple[int, int] | None


@dataclass(slots=True)
class _Growing:
    """A part while its stretches come in."""

    question: int | None
    html: str = ""
    context: str = ""
    answers: list[str] = field(default_factory=list)

    def add(self, place: int, html: str) -> None:
        if place == 0:
            self.html += html
        elif place == 1:
            self.context += html
        else:
            self.answers.append(html)

    def finished(self) -> Part:
        return Part(self.html, self.question, self.context, tuple(self.answers))


def parts_of(note: ReadNote, context: RenderContext) -> tuple[Part, ...]:
    """The parts of the page of a note that was read."""
    reading = note.reading
    tokens = _prepared(note)
    title = note.title_line
    owners = _owners(reading.blocks, reading.asked)
    shown = [block.index for block in reading.blocks if not _unseen(tokens, block, title)]
    around = Around(tokens)
    parts: list[_Growing] = []
    # What is not shown parts a run as well: all tokens between its ends are rendered.
    places = enumerate(shown)
    for (owner, _), run in groupby(places, key=lambda pair: (owners[pair[1]], pair[1] - pair[0])):
        indexes = [index for _, index in run]
        first, last = reading.blocks[indexes[0]], reading.blocks[indexes[-1]]
        slice_ = closed_slice(around.at(first.start), tokens[first.start : last.end], whole=owner is None)
        html = render(slice_, context)
        question, place = owner if owner else (None, 0)
        if not parts or question is None or parts[-1].question != question or place == 0:
            parts.append(_Growing(question))
        parts[-1].add(place, html)
    return (*(part.finished() for part in parts), *_tail(tokens, context))


def _unseen(tokens: Sequence[Token], block: Block, title: int | None) -> bool:
    """Whether a page does not show a block: the title of the note, which it has itself, and our comments."""
    if block.kind == "html":
        comment = tokens[block.start].content.strip()
        return bool(BEGIN.fullmatch(comment) or END.fullmatch(comment))
    return block.kind == "heading" and block.line == title


def carried_answers(note: ReadNote, context: RenderContext) -> tuple[tuple[str, ...], ...]:
    """The answers to each question that was carried into a note, as HTML that stands by itself."""
    tokens = _prepared(note)
    around = Around(tokens)

    def html(reply: Reply) -> str:
        first, last = reply.pieces[0].block, reply.pieces[-1].block
        return render(
            closed_slice(around.at(first.start), tokens[first.start : last.end], whole=False), context
        )

    return tuple(tuple(html(reply) for reply in here.replies) for here in note.reading.carried)


def _owners(blocks: Sequence[Block], asked: Sequence[Asked]) -> list[_Owner]:
    owners: list[_Owner] = [None] * len(blocks)
    for number, question in enumerate(asked):
        thread = question.thread
        groups = [thread.question, thread.context, *(reply.pieces for reply in thread.replies)]
        for place, pieces in enumerate(groups):
            for piece in pieces:
                owners[piece.block.index] = (number, place)
    for index, block in enumerate(blocks):
        # A line drawn inside an answer stays in it.
        before = owners[index - 1] if index else None
        after = owners[index + 1] if index + 1 < len(blocks) else None
        if block.kind == "rule" and before and before == after:
            owners[index] = before
    return owners


def _prepared(note: ReadNote) -> list[Token]:
    """The tokens with addresses on headings, marks and words for slides set apart, and without block ids."""
    tokens = list(note.reading.tokens)
    anchors = {section.line: section.anchor for section in note.note.sections}
    for block in note.reading.blocks:
        if block.kind == "heading" and block.line in anchors:
            heading = tokens[block.start]
            attrs = {**heading.attrs, "id": anchors[block.line]}
            shown = Token(heading.type, heading.tag, 1, attrs=attrs, block=True, hidden=heading.hidden)
            tokens[block.start] = shown
    for asked in note.reading.asked:
        thread = asked.thread
        for piece in (thread.question[0], *(reply.pieces[0] for reply in thread.replies)):
            _set_mark_apart(tokens, piece.block, piece.text)
    mark_slides(tokens, note.reading.blocks, note.note.papers)
    for here in note.reading.carried:
        for reply in here.replies:
            _set_mark_apart(tokens, reply.pieces[0].block, reply.pieces[0].text)
    return [_without_pins(token) if "^q-" in token.content else token for token in tokens]


def _set_mark_apart(tokens: list[Token], block: Block, text: str) -> None:
    """Puts the marker of a question or answer (`Q1.`, `답변)`) into an element of its own."""
    whole = PIN.sub("", block.text).strip() if "^q-" in block.text else block.text.strip()
    marker = whole[: len(whole) - len(text)] if whole.endswith(text) else ""
    inline = next((i for i in range(block.start, block.end) if tokens[i].type == "inline"), None)
    if not marker.strip() or inline is None:
        return
    children = _with_mark(tokens[inline].children or (), marker.rstrip())
    tokens[inline] = Token("inline", "", 0, content=tokens[inline].content, children=children, block=True)


def _with_mark(children: Sequence[Token], marker: str) -> list[Token]:
    """The tokens of a line with its marker apart, in pieces where only a part is bold: `**Q3.** (몽룡)`."""
    apart: list[Token] = []
    left = marker
    for at, child in enumerate(children):
        if not left:
            return [*apart, *children[at:]]
        if child.nesting or not child.content:
            apart.append(child)
            continue
        length = min(len(left), len(child.content))
        if child.type != "text" or child.content[:length] != left[:length]:
            return list(children)
        said, rest = _BOX.sub("", child.content[:length]), child.content[length:]
        inside = [_MARKER_OPEN, Token("text", "", 0, content=said), _MARKER_CLOSE] if said else []
        apart += [*inside, Token("text", "", 0, content=rest if said else rest.lstrip())]
        left = left[length:]
    return apart


def _without_pins(token: Token) -> Token:
    if token.type != "inline":
        return token
    clean = copy(token)
    clean.children = []
    for child in token.children or []:
        pin = PIN.search(child.content) if child.type == "text" else None
        clean.children += _unpinned(child, pin) if pin else [child]
    return clean


def _unpinned(text: Token, pin: re.Match[str]) -> Iterator[Token]:
    """A text without the id in it; what a team says to its state stands in an element of its own."""
    yield Token("text", "", 0, content=text.content[: pin.start()])
    if status := _DUPLICATE.sub("", text.content[pin.end("id") : pin.end()]).strip():
        inside = Token("text", "", 0, content=status)
        yield from (Token("text", "", 0, content=" "), _MARKER_OPEN, inside, _MARKER_CLOSE)
    yield Token("text", "", 0, content=text.content[pin.end() :])


def _tail(tokens: Sequence[Token], context: RenderContext) -> Iterator[Part]:
    """The footnotes, which stand behind everything."""
    start = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), None)
    if start is not None:
        yield Part(render(tokens[start:], context))
