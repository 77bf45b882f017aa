"""The end of an archive and its list of entries, measured before anything is built of it.

Figures of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.12 to 4.3.16.
"""

import struct
from io import BytesIO
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from studylog.core.i18n import say
from studylog.core.values import dataclass
from studylog.store.archive.limits import MB, Budget, Limits
from studylog.store.archive.refusals import (
    AGAIN,
    CHECK,
    CONTRADICTION,
    ELSEWHERE,
    EMPTY,
    JOIN,
    NO_ZIP,
    UNREADABLE,
    RefusalError,
)

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s24x3H12x")
# What a figure of the small end says when the large one has it.
_MOST = (0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
_END_MARK, _LOCATOR_MARK, _END64_MARK, _ENTRY_MARK = b"PK\5\6", b"PK\6\7", b"PK\6\6", b"PK\1\2"
_LONGEST_COMMENT = 0xFFFF
# zipfile copies the rest of these fields once for each field in them: 64 KB would take it 20 ms an entry.
_LONGEST_EXTRA = 4096


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the list of entries is: `start` in the file, and `shift` bytes lie before the archive itself."""

    count: int
    size: int
    start: int
    shift: int


def find_directory(file: BinaryIO, length: int) -> Directory:
    """Reads the end of a file of so many bytes, and nothing else."""
    first = max(0, length - _END.size - _LONGEST_COMMENT - _LOCATOR.size - _END64.size)
    file.seek(first)
    tail = file.read(length - first)
    at = tail.rfind(_END_MARK)
    if at < 0 or at + _END.size > len(tail):
        raise _no_end(file)
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack_from(tail, at)
    if at + _END.size + comment != len(tail):
        raise RefusalError(CONTRADICTION, AGAIN)
    figures: tuple[int, ...] = (disk, first_disk, here, count, size, offset)
    located = at - _LOCATOR.size
    if located >= 0 and tail.startswith(_LOCATOR_MARK, located):
        at = located - _END64.size
        figures = _large_figures(tail, at, figures)
    return _checked(figures, first + at)


def list_entries(file: BinaryIO, directory: Directory, limits: Limits, budget: Budget) -> list[ZipInfo]:
    """The entries as the archive lists them, no more of them than the limits and the budget allow."""
    if directory.count > limits.entries or not budget.take_entries(directory.count):
        raise RefusalError(say("It has more than {limit} entries.", limit=limits.entries), ELSEWHERE)
    if directory.size > limits.directory:
        limit = limits.directory // MB
        raise RefusalError(say("Its list of entries is larger than {limit} MB.", limit=limit), ELSEWHERE)
    file.seek(directory.start)
    listing = file.read(directory.size)
    _measure(listing, directory.count)
    # zipfile sees exactly what was measured: the list, and an end that says no more than its size.
    end = _END.pack(_END_MARK, 0, 0, 0, 0, len(listing), 0, 0)
    try:
        with ZipFile(BytesIO(listing + end)) as archive:
            return archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise RefusalError(UNREADABLE, AGAIN) from error


def _large_figures(tail: bytes, at: int, small: tuple[int, ...]) -> tuple[int, ...]:
    """The figures of an archive with 64 bits, which must not contradict those with 32."""
    _, disk, place, disks = _LOCATOR.unpack_from(tail, at + _END64.size)
    if at < 0 or not tail.startswith(_END64_MARK, at):
        raise RefusalError(CONTRADICTION, AGAIN)
    _, length, _, _, *figures = _END64.unpack_from(tail, at)
    size, offset = figures[-2:]
    agree = all(few in (many, most) for few, many, most in zip(small, figures, _MOST, strict=True))
    # These figures come right behind the list, and say how long they are without their first two fields.
    if disk or disks > 1 or place != offset + size or length != _END64.size - 12 or not agree:
        raise RefusalError(CONTRADICTION, AGAIN)
    return tuple(figures)


def _checked(figures: tuple[int, ...], end: int) -> Directory:
    disk, first_disk, here, count, size, offset = figures
    if disk or first_disk:
        raise RefusalError(say("It is one of several parts of an archive."), JOIN)
    if here != count or offset + size > end:
        raise RefusalError(CONTRADICTION, AGAIN)
    if not count:
        raise RefusalError(EMPTY, AGAIN)
    return Directory(count, size, end - size, end - size - offset)


def _measure(listing: bytes, count: int) -> None:
    at = 0
    for _ in range(count):
        if at + _ENTRY.size > len(listing):
            raise RefusalError(UNREADABLE, AGAIN)
        mark, name, extra, comment = _ENTRY.unpack_from(listing, at)
        if mark != _ENTRY_MARK or extra > _LONGEST_EXTRA:
            raise RefusalError(UNREADABLE, AGAIN)
        at += _ENTRY.size + name + extra + comment
    if at != len(listing) or listing.startswith(_LOCATOR_MARK, max(0, at - _LOCATOR.size)):
        raise RefusalError(UNREADABLE, AGAIN)


def _no_end(file: BinaryIO) -> RefusalError:
    file.seek(0)
    if file.read(4) == b"PK\3\4":
        return RefusalError(say("It breaks off: its end is missing."), AGAIN)
    return RefusalError(NO_ZIP, CHECK)
