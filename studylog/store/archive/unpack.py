"""An archive becomes a folder: all is checked, then written under a name that nobody uses, then there."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.values import dataclass
from studylog.store.archive.collisions import refuse_collisions
from studylog.store.archive.content import content
from studylog.store.archive.directory import find_directory, list_entries
from studylog.store.archive.entries import Entry, judged
from studylog.store.archive.layout import located
from studylog.store.archive.limits import MB, Budget, Limits
from studylog.store.archive.refusals import (
    AGAIN,
    CHECK,
    ELSEWHERE,
    EMPTY,
    NO_ZIP,
    RefusalError,
    bomb,
    printable,
    told_of,
)
from studylog.store.failures import shown, told
from studylog.store.names import safe_join
from studylog.store.temporary import temporary_folder


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of an archive.

    `folder` is new, and nothing else is in it. `paths` has the files by their names in the archive (NFC,
    `/`), in its order; a name too long for a file system stands there whole, as references have it.
    """

    folder: Path
    paths: Mapping[str, Path]
    findings: tuple[Finding, ...] = ()


def extract(
    archive: Path, folder: Path, limits: Limits = Limits(), budget: Budget | None = None
) -> Extracted:
    """Unpacks a zip archive into a new folder below `folder`; archives inside of it stay archives.

    What is unsafe, damaged or too much is an error, and leaves nothing behind. Archives that are unpacked
    with one budget share what it has left.
    """
    with told_of(archive), told(archive), _opened(archive) as file:
        budget = budget or Budget.of(limits)
        entries = _checked(file, folder, limits, budget)
        with _existing(folder), told(folder), temporary_folder(folder) as stage:
            for entry in entries:
                _write(_target(stage, entry), content(file, archive, entry), limits, budget)
            place = next(path for path in (folder / str(n) for n in count(1)) if not os.path.lexists(path))
            stage.rename(place)
    paths = {entry.name: place / entry.path for entry in entries}
    return Extracted(place, paths, tuple(_renamed(archive, entries)))


@contextmanager
def _opened(archive: Path) -> Iterator[BinaryIO]:
    # A pipe would be waited for; a folder is told by the system.
    if not stat.S_ISREG(archive.stat().st_mode) and not archive.is_dir():
        raise RefusalError(NO_ZIP, CHECK)
    with archive.open("rb") as file:
        yield file


@contextmanager
def _existing(folder: Path) -> Iterator[None]:
    """Makes the folder, if need be, and removes it again if nothing came to lie in it."""
    with told(folder):
        is_new = not folder.exists()
        folder.mkdir(exist_ok=True)
    try:
        yield
    finally:
        if is_new:
            with suppress(OSError):
                folder.rmdir()


def _checked(file: BinaryIO, folder: Path, limits: Limits, budget: Budget) -> list[Entry]:
    """The files of an archive, once nothing is left to check but their content."""
    length = file.seek(0, os.SEEK_END)
    directory = find_directory(file, length)
    listed = list_entries(file, directory, limits, budget)
    entries = [judged(info, directory.shift, limits) for info in listed]
    for entry in entries:
        if not entry.is_root:
            _target(folder, entry)
    entries = [entry for entry in located(file, entries, directory.start) if not entry.is_rubbish]
    refuse_collisions(entries)
    files = [entry for entry in entries if not entry.is_folder]
    total = sum(entry.size for entry in files)
    if limits.is_bomb(total, length):
        raise RefusalError(bomb(limits.ratio), ELSEWHERE)
    if total > budget.size:
        raise _too_much(limits)
    if not files:
        raise RefusalError(EMPTY, AGAIN)
    return files


def _target(root: Path, entry: Entry) -> Path:
    try:
        return safe_join(root, entry.path)
    except StudylogError as error:
        raise RefusalError(error.message, ELSEWHERE) from error


def _write(path: Path, pieces: Iterator[bytes], limits: Limits, budget: Budget) -> None:
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            for piece in pieces:
                # What comes is counted, whatever was stated.
                if not budget.take(len(piece)):
                    raise _too_much(limits)
                file.write(piece)


def _too_much(limits: Limits) -> RefusalError:
    return RefusalError(say("More than {limit} MB would be unpacked.", limit=limits.total // MB), ELSEWHERE)


def _renamed(archive: Path, entries: Sequence[Entry]) -> Iterator[Finding]:
    pairs = (zip(entry.name.split("/"), entry.path.split("/"), strict=True) for entry in entries)
    # Many files may lie in one folder with a long name.
    for name, short in dict.fromkeys(chain.from_iterable(pairs)):
        if name != short:
            message = say(
                "The name {name} is too long for a file; it was shortened to {new}.",
                name=printable(name),
                new=short,
            )
            yield Finding(Place(shown(archive.name)), "note", "long-name", message)
