"""A question while its lines are being read."""

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.pieces import Mark, Piece
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.model import QuestionKind
from studylog.core.values import dataclass

_HANGING = ("ㄴ", "└", "↳")


def _hangs(piece: Piece) -> bool:
    return piece.mark is not None and piece.mark.marker in _HANGING and not piece.block.item


@dataclass(slots=True)
class QuestionDraft:
    """A question while its lines are being read; `reference` is the id that a carried one refers to.

    `left` tells that the text went on to something else: only a mark still leads back to the question.
    `place` is where it arose, as what stands beside its words says; `unsettled` is what says that it is open.
    """

    pieces: list[Piece]
    marked: bool
    kind: QuestionKind
    number: str | None = None
    course: str | None = None
    lecture: int | None = None
    section: str | None = None
    asked_by: str | None = None
    to: str | None = None
    papers: tuple[str, ...] = ()
    parent: "QuestionDraft | None" = None
    reference: str | None = None
    left: bool = False
    place: str = ""
    unsettled: bool = False

    def add(self, block: Block, text: str | None = None) -> None:
        """Takes a block in with what it says, or with the `text` of it that counts."""
        self.pieces.append(Piece(block, block.text if text is None else text))

    def reply(self, block: Block, mark: Mark) -> None:
        """Takes in a block that replies by its mark, which leads back to the question."""
        self.left = False
        self.pieces.append(Piece(block, mark.rest, mark))

    @property
    def below(self) -> bool:
        """Whether it stands below another question in a list."""
        return self.parent is not None and not self.marked

    def is_replied_below(self, block: Block) -> bool:
        """Whether nothing marks it, and a block deeper in its list does not ask on."""
        first = self.pieces[0].block
        return (
            not self.marked and bool(first.item) and block.depth > first.depth and not ends_asking(block.text)
        )

    @property
    def answered_at_once(self) -> bool:
        """Whether its answer stands on its line."""
        at_once = len(self.pieces) > 1 and self.pieces[1].block.line == self.pieces[0].block.line
        return at_once and self.pieces[1].block.beside is None

    @property
    def takes_what_is_beside(self) -> bool:
        """Whether a mark asks, and the answer is neither on its line nor, with a mark, in a list below it.

        `ㄴ 그렇습니다` hangs there, too. Beside a box that is ticked with a question stand other boxes.
        """
        first = self.pieces[0].block
        if not self.marked or first.said.startswith("[?]") or self.answered_at_once:
            return False
        marked = (piece for piece in self.pieces[1:] if piece.mark)
        return not any(piece.block.depth > first.depth or _hangs(piece) for piece in marked)

    @property
    def answered(self) -> bool:
        """Whether a marked reply was seen."""
        return any(piece.mark for piece in self.pieces)
