"""Temporary files and folders beside their target: gone after each run, swept after a killed one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from studylog.core.late import late

_OURS = late(r"\.studylog-[0-9a-f]{12}\.tmp")
_BINARY = getattr(os, "O_BINARY", 0)
# No write and no build takes as long; were one asleep meanwhile, it would fail and lose nothing.
_ABANDONED_SECONDS = 600


@contextmanager
def temporary_file(folder: Path, content: bytes, *, lasting: bool = True) -> Iterator[Path]:
    """A new file in the folder; it is gone afterwards unless it was renamed.

    What is `lasting` is safe on the disk before it can be renamed.
    """
    path = _new_name(folder)
    try:
        now = create(path, content, lasting=lasting)
        sweep(folder, now)
        yield path
    finally:
        with suppress(OSError):
            path.unlink()


@contextmanager
def temporary_folder(folder: Path) -> Iterator[Path]:
    """A new folder in the folder; it is gone afterwards, with whatever is in it, unless it was renamed."""
    path = _new_name(folder)
    path.mkdir()
    try:
        sweep(folder, path.stat().st_mtime)
        yield path
    finally:
        remove_tree(path)


def sweep(folder: Path, now: float) -> None:
    """Removes what killed runs left in a folder; `now` is in seconds, by the clock of the file system."""
    with suppress(OSError), os.scandir(folder) as entries:
        left = [Path(entry.path) for entry in entries if is_temporary(entry.name)]
        for path in left:
            if now - path.stat().st_mtime > _ABANDONED_SECONDS:
                remove_tree(path)


def remove_tree(path: Path) -> None:
    """Removes a temporary file or folder of ours, and refuses everything else."""
    if not is_temporary(path.name):
        raise ValueError(f"not a temporary file of studylog: {path}")
    # Late, because it imports every format of archives, and folders are rare.
    from shutil import rmtree

    # What cannot be removed now is swept by a later run.
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink()


def is_temporary(name: str) -> bool:
    """Whether a name is one that only studylog gives, and only to what it may remove."""
    return _OURS.fullmatch(name) is not None


def create(path: Path, content: bytes, *, lasting: bool = True) -> float:
    """Writes a file that does not exist, on the disk if it is `lasting`; returns when that was (seconds)."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if lasting:
            os.fsync(descriptor)
        return os.fstat(descriptor).st_mtime
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Waits until the disk has the names in a folder, where the system can.

    Nothing is torn without it: after a power cut there is the old or the new, whole. So it never fails.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _new_name(folder: Path) -> Path:
    return folder / f".studylog-{os.urandom(6).hex()}.tmp"
