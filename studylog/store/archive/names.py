"""What the entries of an archive are called: in whatever encoding, of whatever length."""

import hashlib
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from zipfile import ZipInfo

from studylog.core.i18n import say
from studylog.core.text import nfc
from studylog.store.archive.refusals import AGAIN, ELSEWHERE, UNREADABLE, RefusalError

_UTF_8 = 0x800
_UNICODE_PATH = 0x7075
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What no honest name has and a terminal may obey."""

# In the order of trial: the last one knows all bytes, so that no name is without an answer.
_ENCODINGS = ("utf-8", "cp949", "cp437")
# Unicode's own limit for streams (UAX 15); beyond it, composing a name takes the square of its length.
_MOST_MARKS = 30
_LONGEST = 255
# What a page of Notion is recognised by, and what a program opens a file by.
_LONGEST_END = 60
_END = re.compile(r"(?: ?[0-9a-f]{32}(?:_all)?)?(?:\.\w{1,10})?\Z", re.ASCII)


def decoded(info: ZipInfo) -> tuple[bytes, str]:
    """The name of an entry as its bytes, and as the text that they mean (NFC)."""
    if info.flag_bits & _UTF_8:
        return info.orig_filename.encode(), _clean(_composed(info.orig_filename))
    # Without the flag, zipfile reads each byte as a letter of CP437.
    raw = info.orig_filename.encode("cp437")
    return raw, _clean(_composed(_unicode_path(info.extra, raw) or _guessed(raw)))


def shortened(name: str) -> str:
    """The path with names that file systems take; of longer ones the beginning, an id and the ending stay."""
    return "/".join(_short(part) for part in name.split("/"))


def _short(part: str) -> str:
    if len(part.encode()) <= _LONGEST:
        return part
    found = _END.search(part[-_LONGEST_END:])
    end = found.group() if found else ""
    # Two long names may begin alike.
    mark = "~" + hashlib.sha256(part.encode()).hexdigest()[:8]
    begin = part.removesuffix(end).encode()[: _LONGEST - len(mark + end)]
    return begin.decode(errors="ignore").rstrip() + mark + end


def _clean(name: str) -> str:
    """The name without what means nothing on the way: `./a//b` is `a/b`, and `./` the folder itself."""
    way = [part for part in name.split("/") if part not in ("", ".")]
    start = "/" if name.startswith("/") else ""
    end = "/" if name.endswith(("/", "/.")) else ""
    return start + ("/".join(way) or ".") + end


def _composed(name: str) -> str:
    marks = 0
    for char in "" if name.isascii() else name:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > _MOST_MARKS:
            raise RefusalError(say("Its name piles up marks on one letter."), ELSEWHERE, name)
    return nfc(name)


def _guessed(raw: bytes) -> str:
    for encoding in _ENCODINGS[:-1]:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode(_ENCODINGS[-1])


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name beside the name, as Info-ZIP writes it; only when it was made for this very name."""
    for field in _fields(extra, _UNICODE_PATH):
        if field[:5] == struct.pack("<BL", 1, zlib.crc32(raw)):
            try:
                return field[5:].decode()
            except UnicodeDecodeError as error:
                # As newer versions of zipfile do.
                raise RefusalError(UNREADABLE, AGAIN) from error
    return None


def _fields(extra: bytes, kind: int) -> Iterator[bytes]:
    at = 0
    while at + 4 <= len(extra):
        this, length = struct.unpack_from("<HH", extra, at)
        if this == kind:
            yield extra[at + 4 : at + 4 + length]
        at += 4 + length
