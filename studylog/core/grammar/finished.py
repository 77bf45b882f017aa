"""What questions come to, once all of a note is read: their words, their answers, and where they stand."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.findings import Place
from studylog.core.grammar.answers.answering import answer_of, first_promise
from studylog.core.grammar.answers.replies import follow_up_at, only_marked, over_its_parts, settled, thread
from studylog.core.grammar.rules import SPOKEN
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.locators import located
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Piece, Thread
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.vocabulary import words
from studylog.core.identity import question_id
from studylog.core.model import NoteQuestion, Promise
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import signed_by
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the blocks it was read from."""

    question: NoteQuestion
    thread: Thread


@dataclass(frozen=True, slots=True)
class _Pin:
    """What a trailing `^q-…` says of its question."""

    id: str | None = None
    closed: str | None = None
    duplicate_of: str | None = None


def asked_in(memory: Memory, promised: dict[int, list[Promise]]) -> Iterator[Asked]:
    """The questions of a note, those among their replies too, each with the blocks it was read from."""
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
    if draft.unsettled:
        told = only_marked(told)
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
    locator = located(text, draft.place)
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
        papers=draft.papers,
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
