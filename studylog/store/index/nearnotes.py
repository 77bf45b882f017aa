"""Which note is probably meant by a link or a name that leads nowhere."""

import re
from pathlib import PurePosixPath
from sqlite3 import Connection
from typing import Final
from urllib.parse import unquote

from studylog.core.text import fold, nearest
from studylog.store.index.columns import column

MOST_LOOKED_FOR: Final = 20
"""To look for the nearest name is slow: worth it for a few typing errors, not for a lost half."""

# Names of files have words in common that mean something else: `scope-functions` is no `math-functions`.
_TYPED_WRONG = 0.8
_BEHIND = re.compile(r"[?#].*", re.DOTALL)
_DIGITS = re.compile(r"\d+")


class NearNotes:
    """The notes of an index by the names of their files, looked at when they are asked for."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._looked = 0
        self._paths: dict[str, list[str]] = {}

    def by_link(self, written: str) -> str | None:
        """The path of the one note that is called so elsewhere, else of the one that is called nearly so.

        A name with other digits is that of another day, however near it is.
        """
        name = fold(_name(written))
        if not name:
            return None
        if not self._paths:
            for path in column(self._db, "SELECT path FROM note ORDER BY path"):
                self._paths.setdefault(fold(PurePosixPath(path).stem), []).append(path)
        called = self._paths.get(name, [])
        if not called and self._looked < MOST_LOOKED_FOR:
            self._looked += 1
            digits = _DIGITS.findall(name)
            named = [stem for stem in self._paths if _DIGITS.findall(stem) == digits]
            close = nearest(name, named, _TYPED_WRONG)
            called = self._paths[close] if close else []
        return called[0] if len(called) == 1 else None


def _name(written: str) -> str:
    """What a link calls the note that it leads to; empty where it leads to a file of another kind."""
    path = PurePosixPath(unquote(_BEHIND.sub("", written)).replace("\\", "/"))
    return path.stem if path.suffix.lower() in ("", ".md", ".markdown") else ""
