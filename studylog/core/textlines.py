"""A text as its lines."""

from studylog.core.late import late

# Only these end a line in Markdown; `str.splitlines` knows more.
_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with what ends it; joined, they are the text."""
    return _LINE.findall(text)
