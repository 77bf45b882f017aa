"""What a note promises, once all of it is read: where, and about which question."""

from collections.abc import Iterator, Sequence

from studylog.core.grammar.carried import CarriedHere, written_under
from studylog.core.grammar.finished import Asked
from studylog.core.grammar.promises.agreed import without_rules
from studylog.core.grammar.promises.promises import (
    Standing,
    is_over_turns,
    promises_in,
    promises_in_table,
    to_do_beside,
)
from studylog.core.grammar.promises.todolists import is_over_tasks, to_do_items
from studylog.core.grammar.promises.upcoming import upcoming_items
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Piece, Thread
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.late import late
from studylog.core.model import Promise
from studylog.core.values import replace

# `(L5) why does it …`
_PLACE = late(r"^\s*[(\[][^()\[\]\n]{1,20}[)\]]\s*")


def promises_of(memory: Memory) -> dict[int, list[Promise]]:
    """The promises by block; what is only quoted as code or asked promises nothing."""
    scope = memory.scope
    found: dict[int, list[Promise]] = {}
    # Of what was carried over, only what people wrote there promises anything.
    carried = memory.carried - written_under(memory)
    # What asks in a list to tick off is a question, and nobody promises it.
    drafts = (draft for draft in memory.found.questions if draft.pieces[0].block.task)
    ticked = {draft.pieces[0].block.index for draft in drafts if draft.marked or _asks(draft.pieces[0].text)}
    to_do = to_do_items(memory.blocks, scope.roster) if scope.minutes else {}
    upcoming = upcoming_items(memory.blocks, scope.roster) if scope.minutes else {}
    kinds, kind = memory.found.section_kinds, ""
    for block in memory.blocks:
        kind = kinds.get(block.line, kind) if block.kind == "heading" else kind
        if block.index in carried or block.index in ticked or block.kind not in ("text", "table"):
            continue
        if is_over_turns(memory, block) or is_over_tasks(memory.blocks, block):
            continue
        if block.kind == "table":
            promises = list(promises_in_table(block, scope))
        else:
            said_by = memory.found.speakers.get(block.index)
            beside = "" if said_by is not None and to_do_beside(memory, block) else None
            listed, there = to_do.get(block.index, beside), upcoming.get(block.index)
            standing = Standing(said_by, listed, there, advised=kind == "mentoring")
            promises = list(promises_in(block, scope, standing))
        # Who presents what is a plan.
        promises = [one for one in promises if one.text not in memory.found.agreed]
        if promises:
            found[block.index] = promises
    return without_rules(memory.blocks, found)


def _asks(text: str) -> bool:
    text = _PLACE.sub("", text)
    signs = (words.ASKS_INDIRECTLY.search, words.ASKS_IN_ENGLISH.match)
    return ends_asking(text) or any(sign(text) for sign in signs)


def told_promises(
    promised: dict[int, list[Promise]], asked: Sequence[Asked], carried: Sequence[CarriedHere]
) -> Iterator[Promise]:
    """The promises, each with the question that it is about, and whether that waits for nothing else."""
    about: dict[int, tuple[str, bool]] = {}
    for one in asked:
        for piece, deferring in _deferring(one.thread):
            about[piece.block.index] = one.question.id, deferring
    for here in carried:
        for piece in here.written:
            about[piece.block.index] = here.carried.id, not here.carried.answers
    for index, group in promised.items():
        question, deferring = about.get(index, (None, False))
        yield from (replace(promise, question=question, deferring=deferring) for promise in group)


def _deferring(told: Thread) -> Iterator[tuple[Piece, bool]]:
    """Each piece, and whether a question waits for what it promises: nothing, or only later, answers it."""
    answering = {id(piece) for reply in told.replies for piece in reply.pieces}
    last = max((reply.pieces[0].block.index for reply in told.replies), default=None)
    for piece in told.pieces():
        yield piece, id(piece) not in answering and (last is None or last > piece.block.index)
