"""A text as its lines."""

from studylog.core.late import late

BREAK = late(r"\r\n|\r|\n")
"""What ends a line of Markdown or YAML; `str.splitlines` knows more."""

_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# What other programs put behind a heading, so that it can be led to: `## 공지 {#공지}`.
_NAME = late(r"(?<=\S)[ \t]*\{#[^{}\s]{1,200}\}$")


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with what ends it; joined, they are the text."""
    return _LINE.findall(text)


def newline_of(text: str) -> str:
    """How the lines of a text end, as the first of them does."""
    found = BREAK.search(text)
    return found[0] if found else "\n"


def without_its_name(heading: str) -> str:
    """A heading without the name that programs put behind it: `공지 {#공지}`."""
    return _NAME.sub("", heading) if heading.endswith("}") else heading
