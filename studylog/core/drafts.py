"""Notes on their way in: from whatever source, a draft is a header, a text, attachments and doubts."""

from collections.abc import Mapping
from dataclasses import dataclass

from studylog.core.findings import Finding
from studylog.core.frontmatter import set_header, split

HeaderValue = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a draft refers to: the reference as written, and where the file is in the source."""

    reference: str
    file: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A note before it is written.

    `text` is the whole note, when it was found as one; otherwise `header` is put in front of it. `place` is
    where it wants to be under `notes/`, without which its date or title decide.
    """

    source: str
    text: str
    header: Mapping[str, HeaderValue]
    place: str | None = None
    attachments: tuple[Attachment, ...] = ()
    findings: tuple[Finding, ...] = ()


def note_text(draft: Draft) -> str:
    """The draft as the text of a note."""
    if not draft.header:
        return draft.text
    newline = split(draft.text).newline
    return set_header(newline + draft.text.lstrip("\r\n"), draft.header)
