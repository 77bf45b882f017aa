"""A reply as an answer, and the promises that stand among the replies."""

from collections.abc import Iterable, Mapping, Sequence

from studylog.core.findings import Place
from studylog.core.grammar.answers.marks import guesses
from studylog.core.grammar.answers.silence import is_thanks
from studylog.core.grammar.state.pieces import Piece, Reply
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.vocabulary import words
from studylog.core.model import Answer, Promise
from studylog.core.people.speakers import signed_by

Promised = Mapping[int, Sequence[Promise]]
"""The promises of a note by the blocks that they stand in."""


def answer_of(scope: Scope, reply: Reply) -> Answer:
    """What a reply says, who says it, and how sure it is."""
    text = "\n".join(piece.text.strip() for piece in reply.pieces if piece.text.strip())
    mark, first = reply.mark, reply.pieces[0].block
    by = (mark.by if mark else None) or signed_by(text, scope.roster) or _named_inside(scope, reply)
    if mark is None:
        guess = guesses(scope.patterns, text) or bool(words.RHETORICAL.search(text.split("\n")[0]))
        return Answer(text, None, by, guess, False, Place(scope.path, first.line))
    confirmed = mark.kind == "confirmation" or bool(mark.by and words.TO_MENTOR.search(mark.by))
    return Answer(
        text, mark.marker, by, mark.guess and not confirmed, confirmed, Place(scope.path, first.line)
    )


def _named_inside(scope: Scope, reply: Reply) -> str | None:
    """Who has signed the first line of an answer, else whom a line behind names or thanks: `답변자: 춘향`."""
    first = next((piece.text for piece in reply.pieces if piece.text.strip()), "")
    signed = signed_by(first.partition("\n")[0], scope.roster) or signed_by(first, scope.roster)
    if signed:
        return signed
    for piece in reply.pieces[1:]:
        thanked = words.THANKED.search(piece.text) if is_thanks(piece) else None
        if thanked:
            return scope.roster.canonical(thanked["name"] or thanked["behind"])
        label = scope.patterns.answered_by.match(piece.block.text)
        if label and not piece.text:
            return scope.roster.canonical(piece.block.text[label.end() :].strip())
    return None


def first_promise(pieces: Iterable[Piece], promised: Promised) -> Promise | None:
    """What was promised in some pieces first."""
    return next((promise for piece in pieces for promise in promised.get(piece.block.index, ())), None)
