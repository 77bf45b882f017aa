"""What was asked, kept beside the index: `.studylog/asked.json`, of use for the very same note only.

It can be lost, damaged or old at any time: the note is read then. Without an index it is not kept.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from studylog.core.asking.again import Standing
from studylog.core.packing import packed, unpacked
from studylog.store.index.keep import FOLDER
from studylog.store.index.program import key_of
from studylog.store.notebook import Notebook

_NAME = "asked.json"


def standing(notebook: Notebook) -> Standing | None:
    """What was asked last, by this program and with these settings; None where nobody knows."""
    try:
        found = json.loads(_file(notebook).read_text("utf-8"))
        return unpacked(Standing, found["standing"]) if found["key"] == key_of(notebook) else None
    except (OSError, ValueError, KeyError, TypeError, LookupError, RecursionError):
        return None


def remember(notebook: Notebook, now: Standing | None) -> None:
    """Keeps what was asked last, or forgets what was kept; whatever happens, only the next note is read."""
    file = _file(notebook)
    if file.parent.is_symlink() or not file.parent.is_dir():
        return
    with suppress(OSError):
        if now is None:
            file.unlink(missing_ok=True)
            return
        # Others may write at the same time: each has a file of its own, and the last one stays.
        fresh = file.with_name(f"{_NAME}.{os.getpid()}.new")
        try:
            with fresh.open("x", encoding="utf-8") as new:
                json.dump({"key": key_of(notebook), "standing": packed(now)}, new)
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)


def _file(notebook: Notebook) -> Path:
    return notebook.root / FOLDER / _NAME
