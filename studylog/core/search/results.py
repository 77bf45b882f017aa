"""What is shown of a document that was found: its headline and a passage, both with the words marked."""

from studylog.core.search.documents.document import Document
from studylog.core.search.queries.query import Query
from studylog.core.search.snippets import ROOM, Piece, snippet
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """A document that was found, with its score.

    The headline is its title, or the question that it is; the passage has most of what was looked for.
    """

    document: Document
    score: float
    headline: tuple[Piece, ...]
    passage: tuple[Piece, ...]


def result_of(document: Document, score: float, query: Query, room: int = ROOM) -> Result:
    """What is shown of a document, in passages of so many columns."""
    headline = snippet(document.title or document.heading, query, room)
    others = (document.text, document.heading) if document.title else (document.text,)
    passages = [snippet(text, query, room) for text in others if text]
    hit = next((one for one in passages if any(piece.hit for piece in one)), None)
    return Result(document, score, headline, hit or (passages[0] if passages else ()))


def words_of(pieces: tuple[Piece, ...]) -> str:
    """The text of a passage, without its marks."""
    return "".join(piece.text for piece in pieces)
