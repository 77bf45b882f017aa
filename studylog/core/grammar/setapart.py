"""Questions that are set apart by their letters: slanted or bold, with no more than a name behind."""

from collections.abc import Sequence

from studylog.core.late import late
from studylog.core.markdown import Token, plain

STYLES = ("em_open", "strong_open")
"""What begins such letters."""

_ENDS = late(r"[?？][\s!?？.~\"'”’)]*$")
_NAME = late(r"\s*(?:[(（][^()（）\n]{1,20}[)）]|[-–—]\s?[^\s,.]{1,15})?\s*")


def asks_apart(line: Sequence[Token]) -> bool:
    """Whether a line is a question in letters of its own: `*Why seven?* (Ada)`."""
    visible = [child for child in line if child.content.strip() or child.nesting]
    if not visible or visible[0].type not in STYLES:
        return False
    end = next((i for i, child in enumerate(visible) if i and child.nesting < 0 and not child.level), None)
    if end is None or not _ENDS.search(plain(visible[:end])):
        return False
    return _NAME.fullmatch(plain(visible[end + 1 :])) is not None
