"""Notes on their way in: from whatever source, a draft is a header, a text, attachments and doubts."""

from collections.abc import Mapping

from studylog.core.findings import Finding
from studylog.core.header.edit import set_header
from studylog.core.header.parts import split
from studylog.core.values import dataclass

HeaderValue = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes with a draft.

    `reference` is the destination exactly as the text (or a header value) has it, empty where nothing refers
    to the file; `file` is where it is now. `place` is its path under `notes/` when the text can stay as it
    is; without one it comes to lie in a folder beside the note, and the reference is mended.
    """

    reference: str
    file: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to another page: the destination exactly as the text has it, and the `source` of that draft."""

    reference: str
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A note before it is written.

    `source` names it to a person, and is unique in its source. `text` is the whole note, when it was found as
    one; otherwise `header` is put in front of it. `place` is where it wants to be under `notes/`, without
    which its date or title decide. `lost` are the references that lead to nothing in the source. `visible` is
    what a person could read in the source, as plain text taken without the way that made `text`. `origin`
    names the folder of a note that is known by nothing but its place in that.
    """

    source: str
    text: str
    header: Mapping[str, HeaderValue]
    place: str | None = None
    attachments: tuple[Attachment, ...] = ()
    pages: tuple[PageLink, ...] = ()
    lost: tuple[str, ...] = ()
    visible: str = ""
    findings: tuple[Finding, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A source, or a part of one, that gives no draft, and the finding that says why.

    A finding that is no error is a remark: a part is missing, a file belongs to no page.
    """

    source: str
    finding: Finding


def note_text(draft: Draft) -> str:
    """The draft as the text of a note."""
    if not draft.header:
        return draft.text
    newline = split(draft.text).newline
    return set_header(newline + draft.text.lstrip("\r\n"), draft.header)
