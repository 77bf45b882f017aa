"""What nobody can mean to write: nothing at all, and signs that no reader sees."""

import unicodedata

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.text import nfc

_BLANKS = "\t\n"
# Signs that turn the direction of what follows make a line look like another one.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINES = late(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")


def plain_text(written: str, empty: Message) -> str:
    """What was written, in composed form, its lines ended alike; refused are nothing, and unseen signs."""
    text = nfc(_LINES.sub("\n", written)).strip("\n")
    for at, char in enumerate(text, 1):
        if (unicodedata.category(char) in ("Cc", "Cs") and char not in _BLANKS) or char in _TURNING:
            code = f"U+{ord(char):04X}"
            raise StudylogError(
                say("The text has a sign that nobody sees: {code}, as its character {at}.", code=code, at=at),
                Exit.USAGE,
                hint=say("Leave it out and run the command again."),
            )
    if not any(char.isalnum() for char in text):
        raise StudylogError(empty, Exit.USAGE)
    return text


def plain_line(written: str) -> str:
    """What was written, on one line; it may be empty."""
    if not written.strip():
        return ""
    return " ".join(plain_text(written, say("The text is empty.")).split())
