"""Replies that answer nothing: they thank, nod or promise, or say that nobody knows."""

from studylog.core.grammar.state.pieces import Piece, Reply
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.leftopen import says_nothing, will_find_out
from studylog.core.people.roster import Roster


def is_thanks(piece: Piece) -> bool:
    """Whether a line only thanks, or says that it is understood."""
    return piece.block.kind == "text" and not piece.block.links and bool(words.THANKS.match(piece.text))


def answers_nothing(reply: Reply) -> bool:
    """Whether a reply is empty, or only promises an answer, or only thanks."""
    # What only closes an element, or only is a label over what others say, says nothing.
    silent = ("html", "heading")
    pieces = [piece for piece in reply.pieces if piece.block.kind not in silent or piece.text.strip()]
    if any(piece.block.kind != "text" or piece.block.links for piece in pieces):
        return False
    said = [piece for piece in pieces if not is_thanks(piece)]
    return all(says_nothing(piece.text) for piece in said)


def only_defers(reply: Reply, roster: Roster) -> bool:
    """Whether a reply is only that somebody known will find out."""
    first = reply.pieces[0]
    return len(reply.pieces) == 1 and first.block.kind == "text" and will_find_out(first.text, roster)


def only_nods(reply: Reply, asker: str | None, *, answered: bool) -> bool:
    """Whether somebody only says `넵` to an answer, or who asked does to anything."""
    mark = reply.mark
    if mark is None or mark.kind != "speaker" or len(reply.pieces) > 1:
        return False
    return bool(words.NODS.fullmatch(mark.rest)) and (answered or mark.by == asker)
