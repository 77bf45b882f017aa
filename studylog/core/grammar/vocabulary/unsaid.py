"""What stands in a note and nobody says: what a chat puts below a message; comments and ids of Obsidian."""

from studylog.core.late import late
from studylog.core.people.speakers import MINUTE
from studylog.core.sought import sought

_LONGEST = 80
# `:fire: 2`, `2 replies`, `답글 3개`, `[춘향] [오후 3:12] 이모티콘`.
_BESIDE_A_MESSAGE = late(
    # An item with nothing in it goes on with the line above, as Markdown has it.
    r"[*+•-]|(?::[a-z0-9_+'-]{1,30}:\s?\d{1,3}\s*)+"
    r"|(?:\d{1,3}\s(?:replies|reply)|(?:답글|댓글)\s?\d{1,3}개)"
    r"(?:\s+(?:[Ll]ast reply|마지막 (?:답글|댓글))[^\n]{0,40})?"
    r"|(?:View thread|스레드 보기|Also sent to the channel|\(edited\)|\(편집됨\))"
    rf"|\[[^\[\]\n]{{1,20}}\][ \t]*\[{MINUTE}\][ \t]+(?:이모티콘|(?:삭제된|가려진) 메시지입니다\.?)"
)
# `^why-seven` alone below what it names; those of questions and promises are read.
_ID = late(r"\^(?![qp]-)[A-Za-z0-9-]{1,60}")
# `%% … %%` in one paragraph; what goes on behind an empty line is read as it stands.
_COMMENT = late(r"%%(?=\s)(?:[^%]|%(?!%))*%%")
# What is left of letters that were to be bold, and are not; and the id that Obsidian gives a line.
_BEHIND = sought("** ^", r"\s(?:\*\*|\^(?![qp]-)[A-Za-z][A-Za-z0-9-]{1,40})\s*$")


def is_unsaid(text: str) -> bool:
    """Whether a paragraph, or a line of one, says nothing: a reaction, a count, a comment, an id."""
    if text.startswith("^"):
        return _ID.fullmatch(text) is not None
    if text.startswith("%%"):
        return _COMMENT.fullmatch(text) is not None
    return len(text) <= _LONGEST and _BESIDE_A_MESSAGE.fullmatch(text) is not None


def without_unsaid(text: str) -> str:
    """A text without what nobody says at its end: stars that are left, the id of a line."""
    return _BEHIND.sub("", text)
