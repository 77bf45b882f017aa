"""Which notes changed on the disk since the index was made, told without opening those that did not."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.settings import Settings
from studylog.store import files
from studylog.store.notebook import Notebook, note_paths

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from studylog.store.index.entries import Entry

# How many notes a worker is handed at a time: enough to outweigh the way there and back.
_CHUNK = 16
# A file written within so many nanoseconds of being looked at may be written again without another stamp: the
# clocks of file systems tick in steps of some milliseconds, and of two seconds where times are that round.
_TICK, _LONG_TICK, _ROUND = 50_000_000, 2_500_000_000, 10_000_000

Stamp = tuple[int, int, int, int]
"""What tells that a file is what it was: size, times of modification and of change in nanoseconds, inode."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A note on the disk that the index does not have like this; `number` is None for a new one."""

    path: str
    file: Path
    name: bytes
    stamp: Stamp
    number: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different on the disk: notes to read, and the numbers of those that are gone."""

    unread: tuple[Unread, ...]
    gone: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.unread or self.gone)


class Known(NamedTuple):
    """A file as the index knows it."""

    number: int
    stamp: Stamp
    sha256: str


def known_files(db: Connection) -> dict[bytes, Known]:
    """The files of the index by name."""
    rows = db.execute("SELECT name, note, size, modified, changed, inode, sha256 FROM file")
    return {
        name: Known(number, (size, modified, changed, inode), sha256)
        for name, number, size, modified, changed, inode, sha256 in rows
    }


def find_changes(notebook: Notebook, known: Mapping[bytes, Known]) -> Changes:
    """Compares the notes on the disk with those of the index."""
    start = len(os.fsencode(notebook.root)) + 1
    unread: list[Unread] = []
    left = dict(known)
    for path, file in note_paths(notebook):
        name = os.fsencode(file)[start:]
        had = left.pop(name, None)
        stamp = _stamp(file)
        if had is None or stamp is None or had.stamp != stamp:
            number, sha256 = (had.number, had.sha256) if had else (None, None)
            unread.append(Unread(path, Path(file), name, stamp or (0, 0, 0, 0), number, sha256))
    return Changes(tuple(unread), tuple(had.number for had in left.values()))


def _stamp(file: str) -> Stamp | None:
    try:
        status = os.stat(file)  # noqa: PTH116 - to make ten thousand paths takes longer than to look at files
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def settled(stamp: Stamp, now: int) -> Stamp:
    """A stamp to be trusted later: too fresh a one equals none; `now` is by the clock of the file system."""
    tick = _LONG_TICK if stamp[1] % _ROUND == 0 else _TICK
    return (-1, *stamp[1:]) if max(stamp[1], stamp[2]) > now - tick else stamp


def read_entries(
    unread: Sequence[Unread], settings: Settings, executor: "Executor | None"
) -> "Iterator[tuple[Unread, Entry | Finding | None]]":
    """What each note says, in order: None where it says what it said, a finding where it cannot be read.

    Notes are read here, or by the workers of any executor; the results are the same.
    """
    read = partial(_read, settings)
    found = executor.map(read, unread, chunksize=_CHUNK) if executor else map(read, unread)
    return zip(unread, found, strict=True)


def _read(settings: Settings, unread: Unread) -> "Entry | Finding | None":
    # Late, because what parses notes is slow to import, and mostly there is nothing to parse.
    from studylog.store.index.entries import entry_of

    try:
        content = files.read(unread.file)
    except StudylogError as error:
        return Finding(Place(unread.path), "error", "unreadable", error.message, error.hint)
    if unread.sha256 is not None and files.sha256(content) == unread.sha256:
        return None
    return entry_of(unread.path, content, settings)
