"""The first lines of a body, where a note may say what a header would."""

import re
from collections.abc import Iterator

from studylog.core.late import late
from studylog.core.sought import sought
from studylog.core.textlines import without_its_name

FIRST_LINES = 40
"""How many lines of a body may say what a header would."""

HEADING = late(r"\s{0,3}#{1,6}\s+(?P<title>\S.*)$")
"""A line that is a heading, and its title."""

# What programs put before signs when they write Markdown: `2023\. 11\. 25`, `week 6 \- notes`.
_ESCAPED = sought("\\", r"\\(?P<sign>[!-/:-@\[-`{-~])")

_ABOUT_THE_MEETING = late(
    r"정보|개요|참석|출석|\b(?:info|details|overview|attendance|logistics)", re.IGNORECASE
)


def as_read(line: str) -> str:
    """A line without the strokes that keep signs from being Markdown."""
    return _ESCAPED.sub(r"\g<sign>", line)


def as_shown(line: str) -> str:
    """A title without the signs that programs put around it: `**1\\. 공지** {#1.-공지}`."""
    bare = without_its_name(line.strip())
    # In a formula, strokes are its words.
    bare = bare if "$" in bare else as_read(bare)
    inside = bare[2:-2].strip() if bare.startswith("**") and bare.endswith("**") else ""
    return inside if inside and "**" not in inside else bare


def first_lines(body: str) -> Iterator[tuple[str, str | None]]:
    """The lines under the title, up to a heading that begins something else; of headings their titles."""
    headings = 0
    for line in body.split("\n", FIRST_LINES)[:FIRST_LINES]:
        heading = HEADING.match(line)
        if line.lstrip().startswith(("```", "~~~")):
            return
        title = heading["title"] if heading else None
        if title and not _ABOUT_THE_MEETING.search(title):
            headings += 1
            if headings > 1:
                return
        yield as_read(line), as_read(title) if title else None
