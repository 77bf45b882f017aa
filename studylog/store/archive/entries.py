"""What an archive says of each of its entries, and whether that can be an honest file."""

import stat
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from studylog.core.i18n import Message, say
from studylog.core.values import dataclass
from studylog.store.archive.limits import MB, Limits
from studylog.store.archive.names import CONTROL, decoded, shortened
from studylog.store.archive.refusals import AGAIN, ELSEWHERE, HEADER, PASSWORD, RefusalError, bomb

Doubt = tuple[Message, Message]

# Traditional and strong encryption, and a hidden list of entries.
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PATCHED = 0x20
_REPARSE_POINT = 0x400


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `raw` and `name` as the archive has its name, `path` as a file system takes it.

    `place` is where its header lies in the file and `start` where its data does, once that is known.
    """

    raw: bytes
    name: str
    path: str
    flags: int
    method: int
    place: int
    packed: int
    size: int
    crc: int
    start: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether it only says that there is a folder."""
        return self.name.endswith("/")

    @property
    def is_root(self) -> bool:
        """Whether it is the folder around all others, which some programs list."""
        return self.name == "./"

    @property
    def is_rubbish(self) -> bool:
        """Whether macOS added it and nobody misses it."""
        parts = self.name.split("/")
        return parts[0] == "__MACOSX" or parts[-1] == ".DS_Store"


def judged(info: ZipInfo, shift: int, limits: Limits) -> Entry:
    """The entry that an archive lists, if it can be an honest one; `shift` bytes lie before the archive."""
    raw, name = decoded(info)
    entry = Entry(
        raw=raw,
        name=name,
        path=shortened(name),
        flags=info.flag_bits,
        method=info.compress_type,
        place=info.header_offset + shift,
        packed=info.compress_size,
        size=info.file_size,
        crc=info.CRC,
    )
    for reason, hint in (*_doubts(entry, info.external_attr), *_excesses(entry, limits)):
        raise RefusalError(reason, hint, name)
    return entry


def _doubts(entry: Entry, attributes: int) -> Iterator[Doubt]:
    kind = stat.S_IFMT(attributes >> 16)
    if kind == stat.S_IFLNK or attributes & _REPARSE_POINT:
        yield say("It is a link."), ELSEWHERE
    elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield say("It is neither a file nor a folder."), ELSEWHERE
    elif (kind == stat.S_IFDIR and not entry.is_folder) or (entry.is_folder and entry.size):
        yield say("It is a folder with the content of a file."), ELSEWHERE
    if CONTROL.search(entry.name):
        yield say("Its name holds a character that cannot be printed."), ELSEWHERE
    if entry.flags & _ENCRYPTED:
        yield say("It is encrypted."), PASSWORD
    if entry.method not in (ZIP_STORED, ZIP_DEFLATED) or entry.flags & _PATCHED:
        yield say("It is packed in a way that studylog does not know."), ELSEWHERE
    elif entry.method == ZIP_STORED and entry.packed != entry.size:
        yield HEADER, AGAIN


def _excesses(entry: Entry, limits: Limits) -> Iterator[Doubt]:
    if entry.size > limits.file:
        yield say("It is larger than {limit} MB.", limit=limits.file // MB), ELSEWHERE
    if limits.is_bomb(entry.size, entry.packed):
        yield bomb(limits.ratio), ELSEWHERE
    if entry.path.rstrip("/").count("/") > limits.depth:
        yield say("It lies more than {limit} folders deep.", limit=limits.depth), ELSEWHERE
    if len(entry.path.encode()) > limits.path:
        yield say("Its path is longer than {limit} bytes.", limit=limits.path), ELSEWHERE
