"""What tells that a file is what it was, without opening it."""

import os
from pathlib import Path

# SQLite holds whole numbers of 64 bits with a sign: some inodes, and times after 2262, do not fit.
_HELD = 0x7FFF_FFFF_FFFF_FFFF

Stamp = tuple[int, int, int, int]
"""What tells that a file is what it was: size, times of modification and of change in nanoseconds, inode."""


def stamp_of(file: str | Path) -> Stamp | None:
    """The stamp of a file; None when there is none."""
    try:
        status = os.stat(file)  # noqa: PTH116 - to make ten thousand paths takes longer than to look at files
    except OSError:
        return None
    modified, changed = status.st_mtime_ns & _HELD, status.st_ctime_ns & _HELD
    return status.st_size, modified, changed, status.st_ino & _HELD
