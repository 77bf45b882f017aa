"""The text of a file that is to be changed: as it is in its bytes, or refused."""

from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.text import decode


def editable(content: bytes, path: str) -> str:
    """The text of a note or a list, byte order mark and all; one that is not UTF-8 is not changed."""
    decoded = decode(content)
    if decoded.lossy or decoded.encoding not in ("utf-8", "utf-8-sig"):
        raise StudylogError(
            say("{file} is not UTF-8, so it is not changed.", file=path),
            hint=say("Save it as UTF-8 in your editor first."),
        )
    return content.decode("utf-8")
