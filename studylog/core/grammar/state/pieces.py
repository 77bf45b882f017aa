"""What a question and its answers consist of: blocks, with the marks that stood before them."""

from collections.abc import Iterator
from typing import Literal

from studylog.core.grammar.parts.blocks import Block
from studylog.core.values import dataclass, field

MarkKind = Literal["answer", "addition", "guess", "confirmation", "speaker"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a reply: its kind, the marker as written, who replies, and the text after it."""

    kind: MarkKind
    marker: str
    by: str | None
    rest: str
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One block that belongs to a question; `text` is without its marker."""

    block: Block
    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as a run of pieces: the first may carry its mark."""

    pieces: tuple[Piece, ...]

    @property
    def mark(self) -> Mark | None:
        """The mark that the reply begins with."""
        return self.pieces[0].mark


@dataclass(slots=True)
class Thread:
    """A question's pieces, told apart: the question, what stands beside it, its replies."""

    question: list[Piece]
    context: list[Piece] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)

    def pieces(self) -> Iterator[Piece]:
        """All pieces: what stands beside the question first, the replies last."""
        yield from self.context
        yield from self.question
        yield from (piece for reply in self.replies for piece in reply.pieces)
