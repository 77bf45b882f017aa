"""Lines that say what a letter stands for: `Q : …` beside `K : …` asks nothing."""

import re

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.late import late

# `Q = Query`, or `Q : …` beside `K : …` and `V : …`, define letters and ask nothing.
_DEFINES = late(r"^\s*(?:[KV]|keys?|values?|키|값|밸류)s?\s?[=:：–—-]", re.IGNORECASE | re.MULTILINE)
_QUERY = late(r"^\s*Q(?:uery|ueries)?\s?[:：=–—-]")


def defines_a_letter(text: str, neighbours: str) -> bool:
    """Whether `Q : …` only says what the letter Q stands for, as K and V do beside it."""
    if not _QUERY.match(text):
        return False
    return bool(_DEFINES.search(text) or _DEFINES.search(neighbours))


def is_a_letter(memory: Memory, block: Block) -> bool:
    """Whether a line says what Q stands for, which the lines around it may show."""
    near = (*memory.preceding(block, 2), *memory.following(block, 2))
    # `K = np.exp(…)` in code only computes.
    said = (other.text for other in near if other.kind not in ("code", "math"))
    return defines_a_letter(block.text, "\n".join(said))
