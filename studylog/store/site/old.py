"""The site that was built last: its files, and whether all of them still are as we wrote them."""

import os
from pathlib import Path

from studylog.store.failures import told
from studylog.store.folders import left_aside
from studylog.store.names import real
from studylog.store.site import inplace
from studylog.store.site.marker import MARKER, manifest

# How many files a site may have to be looked through, and exchanged as a whole: more would take too long.
LARGEST = 2_000


def old_files(target: Path, *, all_looked_at: bool = False) -> tuple[dict[str, str], bool]:
    """The files of a site that still are as we wrote them, with their hashes; whether all of them are."""
    found = manifest(target) or {}
    if len(found) > LARGEST and not all_looked_at:
        return found, True
    with told(target):
        written = (target / MARKER).stat().st_mtime_ns if found else 0
        left = {name: sha256 for name, sha256 in found.items() if _is_as_written(target / name, written)}
        return left, len(left) == len(found)


def is_whole(output: Path, files: int) -> bool:
    """Whether a site of so many files is there as we wrote it, as far as we look; none of it half done."""
    target = real(output)
    if left_aside(target) or inplace.is_begun(target):
        return False
    return files > LARGEST or old_files(target)[1]


def _is_as_written(path: Path, written: int) -> bool:
    """Whether a file is there, and nobody wrote to it after our last word."""
    try:
        return os.lstat(path).st_mtime_ns <= written
    except OSError:
        return False
