"""What was asked, kept beside the index: `.studylog/asked.json`, of use for the very same note only.

It can be lost, damaged or old at any time: the note is read then. Without an index it is not kept.
"""

import json
import os
from contextlib import suppress

from studylog.core.asking.again import Standing
from studylog.core.packing import packed, unpacked
from studylog.store.index.keep import FOLDER
from studylog.store.index.program import key_of
from studylog.store.notebook import Notebook

_NAME = "asked.json"


class LastAsked:
    """What was asked last in a notebook, as far as this program knows under these settings."""

    def __init__(self, notebook: Notebook) -> None:
        self._file = notebook.root / FOLDER / _NAME
        # With many courses in the settings, it is felt.
        self._key = key_of(notebook)

    def standing(self) -> Standing | None:
        """How it was read; None where nobody knows."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            return unpacked(Standing, found["standing"]) if found["key"] == self._key else None
        except (OSError, ValueError, KeyError, TypeError, LookupError, RecursionError):
            return None

    def remember(self, now: Standing | None) -> None:
        """Keep it, or forget what was kept; whatever happens, only the next note is read."""
        file = self._file
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
                    json.dump({"key": self._key, "standing": packed(now)}, new)
                fresh.replace(file)
            finally:
                fresh.unlink(missing_ok=True)
