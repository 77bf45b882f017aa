"""The minute that the title of a lecture names, `### 4강 7분`: what is asked below it arose there."""

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.late import late
from studylog.core.values import dataclass

_LONGEST_TITLE = 40
# Any heading ends what stands below a line that is none.
_DEEPEST = 7
_MARKED = late(r"\W*(?:[QA]|질문|답|해설|정답|풀이)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A `place` in a lecture, and the title that names it."""

    place: str
    title: Block

    def ends_at(self, block: Block) -> bool:
        """Whether a block stands below that title no more."""
        if block.kind == "heading":
            return block.level <= (self.title.level or _DEEPEST)
        if block.kind == "rule":
            return not block.text
        if self.title.item:
            return block.depth < self.title.depth + bool(block.item)
        return self.title.kind == "text" and _is_title(block)


def _is_title(block: Block) -> bool:
    """Whether a bold line is one more title, and neither asks nor marks what does."""
    if not block.bold or block.depth or len(block.text) > _LONGEST_TITLE:
        return False
    return not (ends_asking(block.text) or _MARKED.match(block.text))
