"""What stands beside a block: headings of its level under one heading, items of its list.

What is true of them all is told of each, and looked up once: a list may have a thousand names.
"""

from collections.abc import Callable, Iterator, Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory

Verdict = Callable[[Memory, Sequence[Block]], bool]
"""What holds of all blocks that stand beside each other."""
_LOWEST = 7


def of_headings(memory: Memory, block: Block, verdict: Verdict) -> bool:
    """What holds of a heading and the others of its level in the section that is open."""
    return _of_all(memory, block, verdict, _level, block.level)


def of_items(memory: Memory, block: Block, verdict: Verdict) -> bool:
    """What holds of the items at the depth of a block, in the list that it stands in."""
    return _of_all(memory, block, verdict, _depth, 2 * block.depth)


def _level(block: Block) -> int:
    return block.level if block.kind == "heading" else _LOWEST


def _depth(block: Block) -> int:
    # What stands inside of an item is deeper than the item.
    return 2 * block.depth + (not block.item)


def _of_all(memory: Memory, block: Block, verdict: Verdict, rank: Callable[[Block], int], own: int) -> bool:
    known = memory.verdicts.get((verdict, block.index))
    if known is None:
        places = sorted(_beside(memory.blocks, block.index, rank, own))
        known = verdict(memory, [memory.blocks[place] for place in places])
        memory.verdicts |= dict.fromkeys(((verdict, place) for place in places), known)
    return known


def _beside(blocks: Sequence[Block], index: int, rank: Callable[[Block], int], own: int) -> Iterator[int]:
    """The places of that rank around a place, up to what ranks lower on either side."""
    for places in (range(index - 1, -1, -1), range(index, len(blocks))):
        for place in places:
            other = rank(blocks[place])
            if other < own:
                break
            if other == own:
                yield place
