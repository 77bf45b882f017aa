"""How a name from a note, an archive or a command becomes a path: below its folder, or not at all."""

import os
import unicodedata
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.filenames import is_device
from studylog.core.i18n import Message, say
from studylog.core.late import late

_LONGEST = 255
_BYTES_OF_A_SYLLABLE = 3
_DRIVE = late(r"[A-Za-z]:")
_UNPRINTABLE = late(r"[\x00-\x1f\x7f]")


def safe_join(root: Path, relative: str) -> Path:
    """The path below a folder that a relative name with `/` means; refuses whatever could lead elsewhere.

    New names are NFC. Links on the way count with the place they lead to.
    """
    relative = unicodedata.normalize("NFC", relative)
    if _DRIVE.match(relative) or relative.startswith("/"):
        raise _refused(relative, say("It is an absolute path."))
    parts = [part for part in relative.split("/") if part not in ("", ".")]
    if not parts:
        raise _refused(relative, say("It is empty."))
    for part in parts:
        _check(part, relative)
    path = root.joinpath(*parts)
    if not real(path).is_relative_to(real(root)):
        raise _refused(relative, say("A link on its way leads out of the folder."))
    return path


def real(path: Path, *, strict: bool = False) -> Path:
    """The path with all links followed; `strict` raises OSError for what is not there or is a circle."""
    # Path.resolve gives up on circles with another exception, and even when not asked to be strict.
    return Path(os.path.realpath(path, strict=strict))


def _check(part: str, relative: str) -> None:
    if not part.strip(". "):
        raise _refused(relative, say("It leads out of the folder."))
    if "\\" in part or _UNPRINTABLE.search(part):
        raise _refused(relative, say("It holds a backslash or a character that cannot be printed."))
    if is_device(part):
        raise _refused(relative, say("Windows keeps this name for a device."))
    if len(part.encode("utf-8", "surrogateescape")) > _LONGEST:
        raise _too_long(part)


def _refused(relative: str, reason: Message) -> StudylogError:
    name = _UNPRINTABLE.sub("�", relative.encode("utf-8", "replace").decode())
    return StudylogError(
        say("This cannot be a file name: {name}. {reason}", name=name, reason=reason), Exit.USAGE
    )


def _too_long(part: str) -> StudylogError:
    return StudylogError(
        say(
            "The name {name}… is too long: {count} bytes, where file systems take {limit}.",
            name=part[:20],
            count=len(part.encode("utf-8", "surrogateescape")),
            limit=_LONGEST,
        ),
        Exit.USAGE,
        hint=say(
            "Hangul takes three bytes a syllable, so {count} syllables fit.",
            count=_LONGEST // _BYTES_OF_A_SYLLABLE,
        ),
    )
