"""The block of what was carried over: its lines refer to questions and promises, and ask nothing anew."""

from collections.abc import Iterator, Sequence

from studylog.core.findings import Place
from studylog.core.grammar.answers.answering import Promised, answer_of, first_promise
from studylog.core.grammar.answers.marks import mark_of
from studylog.core.grammar.answers.replies import split
from studylog.core.grammar.answers.silence import answers_nothing
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.questions import lines
from studylog.core.grammar.references import BEGIN, END, PROMISE_ID, REFERENCE
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Piece, Reply
from studylog.core.grammar.vocabulary import words
from studylog.core.markdown import Token
from studylog.core.model import Carried
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class CarriedHere:
    """A question that was carried into a note, what was written under it there, and the replies in that."""

    carried: Carried
    written: tuple[Piece, ...]
    replies: tuple[Reply, ...]


def carried_blocks(tokens: Sequence[Token], blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks between the two comments; where the second is missing, those up to the next heading."""
    inside: set[int] = set()
    begun, headings = False, 0
    for block in blocks:
        comment = tokens[block.start].content.strip() if block.kind == "html" else ""
        headings += begun and block.kind == "heading"
        if begun and END.fullmatch(comment):
            inside.add(block.index)
        if begun and (END.fullmatch(comment) or headings > 1):
            begun = False
        if BEGIN.fullmatch(comment):
            begun, headings = True, 0
        if begun:
            inside.add(block.index)
    return frozenset(inside)


def carried_line(memory: Memory, block: Block) -> None:
    """A line of the block: a reference, a reply to the one before it, a new question, or only words."""
    reference = REFERENCE.search(block.text) if block.item and block.kind == "text" else None
    if reference:
        draft = QuestionDraft([Piece(block, block.text)], marked=True, kind="asked")
        draft.reference = reference["id"]
        memory.question = draft
        memory.found.references.append(draft)
    elif block.kind == "heading" or not _belongs(memory, block):
        memory.close_question()


def _belongs(memory: Memory, block: Block) -> bool:
    """Whether a line belongs to what stands before it, or asks something itself; it is taken in then."""
    if lines.marked_question(memory, block):
        return True
    beside = block.depth == 0 or bool(block.item and block.depth == 1)
    mark = mark_of(memory, block) if block.kind == "text" else None
    if mark and not (block.item and beside and mark[0].kind == "speaker"):
        return lines.reply(memory, block)
    if beside or memory.question is None:
        return False
    return lines.prose(memory, block)


def written_under(memory: Memory) -> set[int]:
    """The blocks of the block that people wrote: those that belong to a reference or to a question."""
    drafts = (*memory.found.references, *memory.found.questions)
    under = {piece.block.index for draft in drafts for piece in draft.pieces}
    return under - {draft.pieces[0].block.index for draft in memory.found.references}


def carried_in(memory: Memory, promised: Promised) -> Iterator[CarriedHere]:
    """The questions that were carried into a note, each with what was written under it."""
    for draft in memory.found.references:
        if draft.reference and draft.reference.startswith("q-"):
            written = draft.pieces[1:]
            replies = tuple(filter(_answers, split(written) if written else ()))
            yield CarriedHere(
                Carried(
                    id=draft.reference,
                    answers=tuple(answer_of(memory.scope, reply) for reply in replies),
                    promise=first_promise(written, promised),
                    place=Place(memory.scope.path, draft.pieces[0].block.line),
                ),
                tuple(written),
                replies,
            )


def _answers(reply: Reply) -> bool:
    """Whether a reply answers: what only promises does not, nor what only goes on asking."""
    asks = reply.mark is None and all(
        piece.block.kind == "text" and words.QUESTION_SIGN.search(piece.text) for piece in reply.pieces
    )
    return not (asks or answers_nothing(reply))


def kept_in(memory: Memory) -> Iterator[str]:
    """The ids of promises that a note keeps: by a tick or an answer at a reference, or by naming them."""
    references = {draft.pieces[0].block.index: draft for draft in memory.found.references}
    for block in memory.blocks:
        draft = references.get(block.index)
        if draft is None:
            if block.kind == "text" and PROMISE_ID.may_be_in(block.text):
                yield from (found[0] for found in PROMISE_ID.finditer(block.text))
        elif draft.reference and draft.reference.startswith("p-"):
            answered = any(piece.mark for piece in draft.pieces[1:])
            yield from (draft.reference,) if answered or draft.pieces[0].block.task == "done" else ()
