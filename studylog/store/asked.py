"""What was asked, kept beside the index: `.studylog/asked.json`, of use for the very same note only.

It can be lost, damaged or old at any time: the note is read then. Without an index it is not kept.
"""

import json
from contextlib import suppress

from studylog.core.asking.again import Standing
from studylog.core.packing import packed, unpacked
from studylog.store.beside import FOLDER, leave, refuse_link
from studylog.store.index.program import key_of
from studylog.store.notebook import Notebook

_NAME = "asked.json"


class LastAsked:
    """What was asked last in a notebook, as far as this program knows under these settings."""

    def __init__(self, notebook: Notebook) -> None:
        self._file = notebook.root / FOLDER / _NAME
        # Made once: with many courses in the settings, it takes a while.
        self._key = key_of(notebook)

    def standing(self) -> Standing | None:
        """How it was read; None where nobody knows."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            return unpacked(Standing, found["standing"]) if found["key"] == self._key else None
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return None

    def remember(self, now: Standing | None) -> None:
        """Keep it, or forget what was kept; whatever happens, only the next note is read."""
        with suppress(OSError):
            if now is not None:
                leave(self._file, {"key": self._key, "standing": packed(now)})
            else:
                refuse_link(self._file.parent)
                self._file.unlink(missing_ok=True)
