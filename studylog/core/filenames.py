"""Names that every file system takes: Windows, macOS and Linux, a memory stick and a teammate's clone."""

import re

from studylog.core.late import late
from studylog.core.text import nfc, short_hash

LONGEST = 240
"""Bytes of a name: what file systems take, less what is hung on (`.incoming`)."""

_FORBIDDEN = late('[\x00-\x1f\x7f-\x9f<>:"/\\\\|?*\u2028\u2029\ud800-\udfff\ufffe\uffff]+')
# Windows opens a device for these, whatever follows the first dot.
_DEVICE = late(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))", re.IGNORECASE)
_ENDING = late(r"\.[A-Za-z0-9]{1,10}$")


def portable(name: str) -> str:
    """A name for one file or folder, as close to the given one as every system allows; it is its own name.

    It is never hidden, and never longer than `LONGEST`: what is cut ends in a hash of the whole.
    """
    plain = " ".join(_FORBIDDEN.sub(" ", nfc(name)).split()).strip(". ")
    ending = _ending(plain)
    plain = plain.removesuffix(ending).rstrip(". ") + ending
    plain = _DEVICE.sub(r"\1_", plain, count=1) if is_device(plain) else plain
    return _bounded(plain or short_hash(name), name)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for that of a device."""
    return _DEVICE.match(name) is not None


def portable_path(path: str) -> str:
    """A relative path with `/`, each part of it a name that every system takes."""
    return "/".join(portable(part) for part in path.split("/") if part.strip(". "))


def numbered(name: str, number: int) -> str:
    """The name with a number before its ending: `x.png` is `x-2.png`."""
    ending = _ending(name)
    return portable(f"{name.removesuffix(ending)}-{number}{ending}")


def _bounded(plain: str, name: str) -> str:
    if len(plain.encode()) <= LONGEST:
        return plain
    ending = _ending(plain)
    mark = "-" + short_hash(name)
    begin = plain.removesuffix(ending).encode()[: LONGEST - len((mark + ending).encode())]
    return begin.decode(errors="ignore").rstrip(". ") + mark + ending


def _ending(name: str) -> str:
    found = _ENDING.search(name)
    return found[0] if found and found.start() else ""
