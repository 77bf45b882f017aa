"""Where the data of the entries lie: each behind a header of its own, and no byte belongs to two of them."""

import struct
from collections.abc import Sequence
from typing import BinaryIO

from studylog.core.i18n import say
from studylog.core.values import replace
from studylog.store.archive.entries import Entry
from studylog.store.archive.refusals import AGAIN, HEADER, RefusalError, printable

_HEADER = struct.Struct("<4s2x2H4x3L2H")
_MARK = b"PK\3\4"
_SIZES_FOLLOW = 0x8
_IN_EXTRA_FIELD = 0xFFFFFFFF


def located(file: BinaryIO, entries: Sequence[Entry], end: int) -> list[Entry]:
    """The entries with the place of their data; all of them lie before `end`, where the list begins."""
    found = [replace(entry, start=_start(file, entry, end)) for entry in entries]
    reached, before = 0, ""
    for entry in sorted(found, key=lambda entry: entry.place):
        if entry.place < reached:
            reason = say("Its data overlaps that of {other}.", other=printable(before))
            raise RefusalError(reason, AGAIN, entry.name)
        reached, before = entry.start + entry.packed, entry.name
    if reached > end:
        raise _outside(before)
    return found


def _start(file: BinaryIO, entry: Entry, end: int) -> int:
    if entry.place + _HEADER.size > end:
        raise _outside(entry.name)
    file.seek(entry.place)
    header: tuple[bytes, int, int, int, int, int, int, int] = _HEADER.unpack(file.read(_HEADER.size))
    mark, flags, method, crc, packed, size, name, extra = header
    if mark != _MARK or file.read(name) != entry.raw:
        raise RefusalError(HEADER, AGAIN, entry.name)
    told = () if flags & _SIZES_FOLLOW else ((crc, entry.crc), (packed, entry.packed), (size, entry.size))
    if method != entry.method or any(here not in (there, _IN_EXTRA_FIELD) for here, there in told):
        raise RefusalError(HEADER, AGAIN, entry.name)
    return entry.place + _HEADER.size + name + extra


def _outside(entry: str) -> RefusalError:
    return RefusalError(say("Its data lies outside of the archive."), AGAIN, entry)
