"""What stands below a title: a heading over all up to the next one as large, or a line over a list."""

from collections.abc import Callable, Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.values import dataclass


@dataclass(slots=True)
class Below:
    """Where blocks, one after the other, stand below what `is_title` takes for a title.

    Whoever goes over the blocks tells of a `line` that is one: not every line stands over a list.
    """

    is_title: Callable[[Block], bool]
    heading: Block | None = None
    line: Block | None = None

    def reach(self, block: Block) -> None:
        """What has ended or begins where a block stands."""
        if block.kind == "heading":
            self.line = None
            if self.heading is None or block.level <= self.heading.level:
                self.heading = block if self.is_title(block) else None
        elif self.line is not None and block.depth <= self.line.depth:
            self.line = None

    @property
    def title(self) -> str | None:
        """The title right above; None where none is open."""
        over = self.line or self.heading
        return over.text if over else None


def is_over_items(blocks: Sequence[Block], block: Block) -> bool:
    """Whether an item stands right below a block, deeper than that."""
    after = next(iter(blocks[block.index + 1 : block.index + 2]), None)
    return after is not None and bool(after.item) and after.depth > block.depth
