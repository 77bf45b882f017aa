"""The text of a file that is to be changed: as it is in its bytes, or refused."""

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.text import decode
from studylog.core.unmerged import two_versions, undecided, unmerged


def editable(content: bytes, path: str) -> str:
    """The text of a note or a list, byte order mark and all.

    One that is not UTF-8 is not changed, nor one in which somebody has to decide between two versions first.
    """
    decoded = decode(content)
    if decoded.lossy or decoded.encoding not in ("utf-8", "utf-8-sig"):
        raise StudylogError(
            say("{file} is not UTF-8, so it is not changed.", file=path),
            hint=say("Save it as UTF-8 in your editor first."),
        )
    text = content.decode("utf-8")
    if any(unmerged(text)):
        _refuse_versions(text, path)
    return text


def _refuse_versions(text: str, path: str) -> None:
    # Whatever was written into one of them would be lost with it, or stand twice.
    from studylog.core.header.parts import split
    from studylog.core.markdown import parse

    parts = split(text)
    for marks in undecided(text, parse(parts.body, parts.body_line)):
        why = two_versions(path, marks[0] + 1)
        message = say("{why} Nothing was written.", why=why.message)
        raise StudylogError(message, Exit.DECIDE, place=why.place, hint=why.hint)
