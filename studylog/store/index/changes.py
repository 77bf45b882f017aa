"""Which notes changed on the disk since the index was made, told without opening those that did not."""

import os
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, TypeAlias

from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.settings import Settings
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.index.workers import mapped
from studylog.store.notebook import CATALOGUE, Notebook, catalogue_path, note_names, with_paths
from studylog.store.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from studylog.store.index.entries import Entry

# How many notes a worker is handed at a time: enough to outweigh the way there and back.
_CHUNK = 16
# A file written within so many nanoseconds of being looked at may be written again without another stamp: the
# clocks of file systems tick in steps of some milliseconds, and of two seconds where times are that round.
_TICK, _LONG_TICK, _ROUND = 50_000_000, 2_500_000_000, 10_000_000
# Files from a clock that is ahead by more will not be written at that very time once more.
_AHEAD = 3_600_000_000_000
UNTRUSTED: Stamp = (-1, 0, 0, 0)
"""The stamp that no file has."""

_STAMPS = "SELECT name, size, modified, changed, inode FROM file"
_HAD = "SELECT note, sha256 FROM file WHERE name = ?"
_KNOWN = "SELECT file.note, note.path, file.sha256 FROM file JOIN note ON note.id = file.note WHERE name = ?"


class Unchanged(Enum):
    """What there is to say about a file without a new text: it has the same one, or is gone meanwhile."""

    SAME = "same"
    GONE = "gone"


Found: TypeAlias = "Entry | Finding | Unchanged"
"""What a file turns out to be when it is read: a note, a note that cannot be read, or nothing new."""


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


def find_changes(notebook: Notebook, db: Connection | None, *, notes_only: bool = False) -> Changes:
    """Compares the notes on the disk, and the list of papers unless `notes_only`, with those of an index."""
    start = len(os.fsencode(notebook.root)) + 1
    catalogue = [] if notes_only else catalogue_path(notebook)
    left = {row[0]: row for row in db.execute(_STAMPS)} if db else {}
    different: dict[str, tuple[bytes, Stamp]] = {}
    # Bare tuples, as they come from the index: with ten thousand notes, every value counts.
    for file in chain(note_names(notebook), (file for _, file in catalogue)):
        name, stamp = os.fsencode(file)[start:], stamp_of(file)
        if left.pop(name, None) != (name, *(stamp or ())):
            different[file] = name, stamp or UNTRUSTED
    paths = with_paths(notebook, different.keys() - {file for _, file in catalogue})
    paths += [pair for pair in catalogue if pair[1] in different]
    unread = (
        Unread(path, Path(file), *different[file], *_had(db, different[file][0])) for path, file in paths
    )
    return Changes(tuple(unread), tuple(sorted(number for name in left if (number := _had(db, name)[0]))))


def _had(db: Connection | None, name: bytes) -> tuple[int | None, str | None]:
    """The number and the content that the index has for a file."""
    return (db and db.execute(_HAD, (name,)).fetchone()) or (None, None)


def changes_in(notebook: Notebook, db: Connection, files: Sequence[str]) -> Changes | None:
    """What is different in some notes; None unless they are there, and the index has all of them."""
    before = os.fsencode(notebook.root) + os.sep.encode()
    unread: list[Unread] = []
    for file in files:
        name, stamp = os.fsencode(file).removeprefix(before), stamp_of(file)
        row = db.execute(_KNOWN, (name,)).fetchone()
        if row is None or stamp is None:
            return None
        number, path, sha256 = row
        unread.append(Unread(path, Path(file), name, stamp, number, sha256))
    return Changes(tuple(unread), ())


def settled(stamp: Stamp, now: int) -> Stamp:
    """A stamp to be trusted later; too fresh a one equals none.

    `now` is before the file was read, by the clock of the file system: what was written at about that time,
    or since, may have been written again behind its reading, before the clock went on.
    """
    tick = _LONG_TICK if stamp[1] % _ROUND == 0 else _TICK
    fresh = any(now - tick < time < now + _AHEAD for time in stamp[1:3])
    return UNTRUSTED if fresh else stamp


def read_entries(
    unread: Sequence[Unread], settings: Settings, executor: "Executor | None"
) -> "Iterator[tuple[Unread, Found]]":
    """What each note says, in order: read here, or by the workers of any executor, with the same results."""
    # Without workers, note by note: a bar should move.
    size = _CHUNK if executor else 1
    if executor:
        # Workers that are forked from here have what reads notes, and need not import it, each for itself.
        import_module("studylog.store.index.entries")
    pieces = (unread[start : start + size] for start in range(0, len(unread), size))
    found = chain.from_iterable(mapped(executor, partial(_read_some, settings), pieces))
    return zip(unread, found, strict=True)


def _read_some(settings: Settings, unread: Sequence[Unread]) -> "list[Found]":
    return [_read(settings, one) for one in unread]


def _read(settings: Settings, unread: Unread) -> "Found":
    # Late, because what parses notes is slow to import, and usually there is nothing to parse.
    from studylog.store.index.entries import catalogue_entry, entry_of

    try:
        content = files.read(unread.file)
    except StudylogError as error:
        if error.exit_code is Exit.NOT_FOUND:
            return Unchanged.GONE
        return Finding(Place(unread.path), "error", "unreadable", error.message, error.hint)
    if unread.sha256 is not None and files.sha256(content) == unread.sha256:
        return Unchanged.SAME
    if unread.path == CATALOGUE:
        return catalogue_entry(unread.path, content, settings)
    return entry_of(unread.path, content, settings)
