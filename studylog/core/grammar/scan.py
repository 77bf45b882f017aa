"""The scan itself: blocks go past the table of rules once, and what was remembered becomes values."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.findings import Place
from studylog.core.grammar import headings, words
from studylog.core.grammar.agreed import without_rules
from studylog.core.grammar.answering import answer_of, first_promise
from studylog.core.grammar.blocks import Block, blocks_of
from studylog.core.grammar.carried import (
    CarriedHere,
    carried_blocks,
    carried_in,
    carried_line,
    kept_in,
    written_under,
)
from studylog.core.grammar.division import divide
from studylog.core.grammar.drafts import QuestionDraft
from studylog.core.grammar.locators import locate
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.pieces import Piece, Thread
from studylog.core.grammar.plaintitles import as_title
from studylog.core.grammar.promises import is_over_turns, promises_in, promises_in_table, to_do_beside
from studylog.core.grammar.replies import follow_up_at, over_its_parts, settled, thread
from studylog.core.grammar.rules import HANDLERS, SPOKEN, begins_something
from studylog.core.grammar.scope import Scope
from studylog.core.grammar.sentences import ends_asking
from studylog.core.grammar.spoken import speakers_in
from studylog.core.grammar.todolists import to_do_items
from studylog.core.grammar.upcoming import upcoming_items
from studylog.core.identity import question_id
from studylog.core.markdown import Token
from studylog.core.model import LectureMention, Link, NotePaper, NoteQuestion, Promise, SectionKind
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import signed_by
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the blocks it was read from."""

    question: NoteQuestion
    thread: Thread


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the body of one note says, with the tokens it was read from."""

    tokens: tuple[Token, ...]
    blocks: tuple[Block, ...]
    asked: tuple[Asked, ...]
    papers: tuple[NotePaper, ...]
    lectures: tuple[LectureMention, ...]
    promises: tuple[Promise, ...]
    links: tuple[Link, ...]
    speakers: tuple[str, ...]
    section_kinds: dict[int, SectionKind]
    carried: tuple[CarriedHere, ...] = ()
    kept: tuple[str, ...] = ()
    references: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Pin:
    """What a trailing `^q-…` says of its question."""

    id: str | None = None
    closed: str | None = None
    duplicate_of: str | None = None


def scan(tokens: Sequence[Token], scope: Scope, title_line: int | None = None) -> Reading:
    """Reads the tokens of a body; the heading at `title_line` is the note's title and says nothing else."""
    divided = divide(tokens, lambda line, above, whole: begins_something(scope, line, above, whole))
    blocks = blocks_of(divided)
    memory = Memory(
        scope, blocks, carried_blocks(divided, blocks), course=scope.course, lecture=scope.lecture
    )
    title = next((block for block in blocks if block.kind == "heading" and block.line == title_line), None)
    headings.section_of_title(memory, title.text if title else scope.title)
    links: list[Link] = []
    for block in blocks:
        if block.line == title_line and block.kind == "heading":
            continue
        _apply(memory, block)
        for text, url in block.links:
            course = memory.course or scope.course_of_day
            links.append(Link(text, url, block.line, course, memory.lecture, memory.heading))
    memory.close_paper()
    promised = _promises(memory)
    asked = tuple(_asked(memory, promised))
    carried = tuple(carried_in(memory, promised))
    lectures = (replace(seen, course=seen.course or scope.course_of_day) for seen in memory.found.lectures)
    return Reading(
        tokens=tuple(divided),
        blocks=blocks,
        asked=asked,
        papers=tuple(memory.found.papers),
        lectures=tuple(lectures),
        promises=tuple(_told(promised, asked, carried)),
        links=tuple(links),
        speakers=speakers_in(blocks, scope.roster, title_line),
        section_kinds=memory.found.section_kinds,
        carried=carried,
        kept=tuple(dict.fromkeys(kept_in(memory))),
        references=memory.carried - written_under(memory),
    )


def _apply(memory: Memory, block: Block) -> None:
    if block.index in memory.carried:
        carried_line(memory, block)
        return
    if block.index - 1 in memory.carried:
        memory.close_question()
    block = as_title(block, memory.scope.patterns)
    memory.pass_on(block)
    for handle in HANDLERS[block.kind]:
        if handle(memory, block):
            break
    said_by = memory.speaking or memory.person
    if said_by and block.index not in memory.found.speakers:
        memory.found.speakers[block.index] = said_by


def _promises(memory: Memory) -> dict[int, list[Promise]]:
    """The promises by block; what is only quoted as code or asked promises nothing."""
    scope = memory.scope
    found: dict[int, list[Promise]] = {}
    # Of what was carried over, only what people wrote there promises anything.
    carried = memory.carried - written_under(memory)
    # What asks in a list to tick off is a question, and nobody promises it.
    unmarked = (draft.pieces[0] for draft in memory.found.questions if not draft.marked)
    ticked = {piece.block.index for piece in unmarked if piece.block.task and _asks(piece.text)}
    to_do = to_do_items(memory.blocks, scope.roster) if scope.minutes else {}
    upcoming = upcoming_items(memory.blocks) if scope.minutes else {}
    kinds, kind = memory.found.section_kinds, ""
    for block in memory.blocks:
        kind = kinds.get(block.line, kind) if block.kind == "heading" else kind
        if block.index in carried or block.index in ticked or block.kind not in ("text", "table"):
            continue
        if is_over_turns(memory, block):
            continue
        if block.kind == "table":
            promises = list(promises_in_table(block, scope))
        else:
            said_by = memory.found.speakers.get(block.index)
            beside = "" if said_by is not None and to_do_beside(memory, block) else None
            advised = kind == "mentoring"
            listed = to_do.get(block.index, beside)
            there = upcoming.get(block.index)
            promises = list(
                promises_in(block, scope, said_by, listed=listed, upcoming=there, advised=advised)
            )
        if promises:
            found[block.index] = promises
    return without_rules(memory.blocks, found)


def _asks(text: str) -> bool:
    signs = (words.ASKS_INDIRECTLY.search, words.ASKS_IN_ENGLISH.match)
    return ends_asking(text) or any(sign(text) for sign in signs)


def _told(
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


def _asked(memory: Memory, promised: dict[int, list[Promise]]) -> Iterator[Asked]:
    asked = (draft for draft in memory.found.questions if not _is_empty(draft))
    drafts = [part for draft in asked for part in _with_follow_ups(draft, memory.scope.roster)]
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    in_parts = {id(draft.parent) for draft in drafts if draft.number}
    for draft in drafts:
        told, pin = _told_apart(draft, memory.scope.roster, in_parts=id(draft) in in_parts)
        yield _finished(memory.scope, draft, told, pin, numbers.get(id(draft.parent)), promised)


def _told_apart(draft: QuestionDraft, roster: Roster, *, in_parts: bool) -> tuple[Thread, _Pin]:
    pieces, pin, pinned = _without_pin(_without_headings_below(draft.pieces))
    told = thread(pieces, pinned)
    return settled(over_its_parts(told) if in_parts else told, roster, draft.asked_by), pin


def _without_headings_below(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a question without headings at their end: they stand over what comes next.

    Where a heading asks, a smaller one may be all of its answer.
    """
    end = len(pieces)
    if pieces[0].block.kind != "heading":
        while pieces[end - 1].block.kind == "heading" and pieces[end - 1].mark is None:
            end -= 1
    return pieces[:end]


def _is_empty(draft: QuestionDraft) -> bool:
    """Whether there are only marks, as a template has them, and nobody asked anything."""
    return all(
        piece.block.kind in SPOKEN and words.NOTHING_ASKED.fullmatch(piece.text) for piece in draft.pieces
    )


def _with_follow_ups(draft: QuestionDraft, roster: Roster) -> list[QuestionDraft]:
    """The question, and those that its replies led to."""
    drafts = [draft]
    while (at := follow_up_at(draft.pieces, roster)) is not None:
        pieces, draft.pieces = draft.pieces[at:], draft.pieces[:at]
        said = pieces[0].mark
        pieces[0] = replace(pieces[0], mark=None)
        by = said.by if said else None
        draft = replace(draft, pieces=pieces, marked=False, number=None, asked_by=by, parent=draft)
        drafts.append(draft)
    return drafts


def _finished(
    scope: Scope,
    draft: QuestionDraft,
    told: Thread,
    pin: _Pin,
    parent: int | None,
    promised: dict[int, list[Promise]],
) -> Asked:
    text = "\n".join(piece.text.strip() for piece in told.question).strip()
    locator = locate(text) or locate(draft.place)
    lecture = locator.lecture if locator and locator.lecture is not None else draft.lecture
    course = draft.course or scope.course_of_day
    question = NoteQuestion(
        id=pin.id or question_id(course, lecture, text),
        text=text,
        marked=draft.marked,
        kind=draft.kind,
        course=course,
        lecture=lecture,
        locator=locator,
        asked_by=draft.asked_by or signed_by(text, scope.roster),
        to=draft.to,
        answers=tuple(answer_of(scope, reply) for reply in told.replies),
        promise=first_promise(told.pieces(), promised),
        place=Place(scope.path, draft.pieces[0].block.line),
        section=draft.section,
        number=draft.number,
        parent=parent,
        pinned=pin.id is not None,
        closed=pin.closed,
        duplicate_of=pin.duplicate_of,
        paper=draft.paper,
    )
    return Asked(question, told)


def _without_pin(pieces: Sequence[Piece]) -> tuple[list[Piece], _Pin, int | None]:
    """The pieces without block ids, what the first id says, and which of the pieces it stands behind."""
    pin = _Pin()
    pinned: int | None = None
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        match = words.PIN.search(piece.text) if piece.block.kind in SPOKEN else None
        if match is None:
            kept.append(piece)
            continue
        text = words.PIN.sub("", piece.text).strip()
        if text or not index:
            kept.append(replace(piece, text=text))
        if pin.id is None:
            pin, pinned = _pin(match), len(kept) - 1
    return kept, pin, pinned


def _pin(match: re.Match[str]) -> _Pin:
    if not match["verb"]:
        return _Pin(match["id"])
    reason = (match["reason"] or "").strip()
    other = words.QUESTION_ID.search(reason)
    if other and (match["verb"] in ("duplicate", "중복") or words.DUPLICATE.search(reason)):
        return _Pin(match["id"], duplicate_of=other[0])
    return _Pin(match["id"], closed=reason)
