"""Small files in `.studylog`, beside the index: whoever finds one lost, damaged or old does without it."""

import json
import os
from errno import ENOTDIR
from pathlib import Path

from studylog.store.temporary import temporary_file

FOLDER = ".studylog"
"""Where they lie in a notebook."""


def leave(file: Path, told: object) -> None:
    """Writes what can be told as JSON, whole or not at all; OSError where that cannot be done."""
    refuse_link(file.parent)
    # Others may write at the same time: each has a file of its own, and the last one stays.
    with temporary_file(file.parent, json.dumps(told).encode(), lasting=False) as fresh:
        fresh.replace(file)


def refuse_link(folder: Path) -> None:
    """Fails where a folder is a link: a notebook from elsewhere must not lead us to files not its own."""
    if folder.is_symlink():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(folder))
