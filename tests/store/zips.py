"""Zip archives byte by byte, so that they can lie wherever a program that writes them never would."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

UTF_8 = 0x800
REGULAR, FOLDER, LINK = 0o100644 << 16, 0o040755 << 16, 0o120777 << 16
_LARGE = 0xFFFFFFFF


@dataclass(frozen=True)
class Member:
    """An entry. What is None is told truly; `raw` is the data as it lies in the archive."""

    name: bytes
    data: bytes = b"text"
    method: int = 0
    flags: int = 0
    attributes: int = REGULAR
    extra: bytes = b""
    raw: bytes | None = None
    crc: int | None = None
    packed: int | None = None
    size: int | None = None
    place: int | None = None
    version: int = 20
    comment: bytes = b""
    local_name: bytes | None = None
    local_method: int | None = None
    local_size: int | None = None
    local_crc: int | None = None
    local_mark: bytes = b"PK\3\4"
    has_header: bool = True

    @property
    def content(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return deflated(self.data) if self.method == 8 else self.data

    def local(self) -> bytes:
        name = self.name if self.local_name is None else self.local_name
        head = struct.pack(
            "<4s5H3L2H",
            self.local_mark,
            self.version,
            self.flags,
            self.method if self.local_method is None else self.local_method,
            0,
            0x21,
            self._crc if self.local_crc is None else self.local_crc,
            self._packed,
            self._size if self.local_size is None else self.local_size,
            len(name),
            0,
        )
        return head + name + self.content

    def listed(self, place: int) -> bytes:
        head = struct.pack(
            "<4s6H3L5H2L",
            b"PK\1\2",
            self.version,
            self.version,
            self.flags,
            self.method,
            0,
            0x21,
            self._crc,
            self._packed,
            self._size,
            len(self.name),
            len(self.extra),
            len(self.comment),
            0,
            0,
            self.attributes,
            place if self.place is None else self.place,
        )
        return head + self.name + self.extra + self.comment

    @property
    def _crc(self) -> int:
        return zlib.crc32(self.data) if self.crc is None else self.crc

    @property
    def _packed(self) -> int:
        return len(self.content) if self.packed is None else self.packed

    @property
    def _size(self) -> int:
        return len(self.data) if self.size is None else self.size


def member(name: str, data: bytes = b"text", **told: object) -> Member:
    """An entry with a name in UTF-8, and the flag that says so."""
    flags = UTF_8 | int(str(told.pop("flags", 0)))
    return Member(name.encode(), data, flags=flags, **told)  # type: ignore[arg-type]


@cache
def deflated(data: bytes) -> bytes:
    """The data as deflate packs it, without a head and a tail of its own."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def field(kind: int, data: bytes) -> bytes:
    """An extra field of an entry."""
    return struct.pack("<HH", kind, len(data)) + data


def unicode_path(name: str, raw: bytes) -> bytes:
    """The name beside the name, made for certain bytes."""
    return field(0x7075, struct.pack("<BL", 1, zlib.crc32(raw)) + name.encode())


def zipped(
    *members: Member,
    before: bytes = b"",
    after: bytes = b"",
    comment: bytes = b"",
    disk: int = 0,
    count: int | None = None,
    here: int | None = None,
    size: int | None = None,
    offset: int | None = None,
    comment_size: int | None = None,
    large: bytes | None = None,
) -> bytes:
    """An archive of entries; the figures of its end are true where they are None."""
    body, listing = _body(members)
    count = len(members) if count is None else count
    end = struct.pack(
        "<4s4H2LH",
        b"PK\5\6",
        disk,
        disk,
        min(count if here is None else here, 0xFFFF),
        min(count, 0xFFFF),
        len(listing) if size is None else size,
        len(body) if offset is None else offset,
        len(comment) if comment_size is None else comment_size,
    )
    return before + body + listing + (large or b"") + end + comment + after


def large_end(
    members: Iterable[Member],
    *,
    count: int | None = None,
    size: int | None = None,
    offset: int | None = None,
    place: int | None = None,
    length: int = 44,
    disks: int = 1,
    mark: bytes = b"PK\6\6",
) -> bytes:
    """The figures with 64 bits that come before the end."""
    members = tuple(members)
    body, listing = _body(members)
    count = len(members) if count is None else count
    record = struct.pack(
        "<4sQ2H2L4Q",
        mark,
        length,
        45,
        45,
        0,
        0,
        count,
        count,
        len(listing) if size is None else size,
        len(body) if offset is None else offset,
    )
    behind = len(body) + len(listing) if place is None else place
    return record + struct.pack("<4sLQL", b"PK\6\7", 0, behind, disks)


def zipped64(*members: Member, **told: int) -> bytes:
    """An archive whose figures are all in its large end."""
    large = large_end(members, **told)  # type: ignore[arg-type]
    return zipped(*members, count=0xFFFF, size=_LARGE, offset=_LARGE, large=large)


def _body(members: Iterable[Member]) -> tuple[bytes, bytes]:
    body, listing = bytearray(), bytearray()
    for one in members:
        listing += one.listed(len(body))
        if one.has_header:
            body += one.local()
    return bytes(body), bytes(listing)
