"""Where the index lies: `.studylog/index.db`, used only when it is exactly what the last run left there."""

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from time import sleep

from studylog import __version__
from studylog.store.lock import locked, tried
from studylog.store.notebook import Notebook

FOLDER = ".studylog"
_DATABASE, _STATE, _LOCK = "index.db", "index.json", "index.lock"
# Raised with every change of the tables, of what is packed in them, and of how notes are read.
_VERSION = 2
# About a second: other commands hold the index for an instant, except the first one and a build.
_ATTEMPTS, _NAP = 40, 0.025
_BUSY_SECONDS = 60.0
_PAGE, _CACHE_KB = 8192, 64_000


class UnusableError(Exception):
    """There is no index here that could be used."""


@dataclass(frozen=True, slots=True)
class State:
    """What the last run left: `key` tells for which settings and program, `id` which index it is."""

    key: str
    id: str
    generation: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder in which an index is kept."""

    folder: Path

    @property
    def database(self) -> Path:
        """The file of the index."""
        return self.folder / _DATABASE

    def state(self, key: str) -> State:
        """The state of the index; UnusableError when it is for another key, or is not what was left here."""
        try:
            found = json.loads((self.folder / _STATE).read_text("utf-8"))
            state = State(found["key"], found["id"], found["generation"])
            stamp = found["stamp"]
        except (OSError, ValueError, KeyError, TypeError):
            raise UnusableError from None
        # Damage may show in no reading: whoever else wrote here, the notes are read anew.
        if state.key != key or stamp != self._stamp():
            raise UnusableError
        return state

    def leave(self, state: State) -> None:
        """Says that the database is whole, and what tells that it is still the same one."""
        found = {"key": state.key, "id": state.id, "generation": state.generation, "stamp": self._stamp()}
        fresh = self.folder / f"{_STATE}.new"
        fresh.write_text(json.dumps(found), "utf-8")
        fresh.replace(self.folder / _STATE)

    def reading(self) -> Connection:
        """The database, to be read."""
        return reading(self.database)

    def writing(self) -> Connection:
        """The database, to be changed."""
        return connection(f"{self.database.absolute().as_uri()}?mode=rwc")

    def clear(self) -> None:
        """Removes the index, whatever is left of it."""
        self.folder.mkdir(exist_ok=True)
        for name in (_STATE, _DATABASE, f"{_DATABASE}-journal"):
            (self.folder / name).unlink(missing_ok=True)

    @contextmanager
    def held(self, *, patient: bool) -> Iterator[bool]:
        """Holds the index against other runs; False when one does not let go, and nobody is `patient`."""
        self.folder.mkdir(exist_ok=True)
        lock = self.folder / _LOCK
        lock.touch()
        if patient:
            with locked(lock):
                yield True
            return
        for _ in range(_ATTEMPTS):
            with tried(lock) as taken:
                if taken:
                    yield True
                    return
            sleep(_NAP)
        yield False

    def now(self) -> int:
        """The time by the clock of the file system, in nanoseconds."""
        lock = self.folder / _LOCK
        lock.touch()
        return lock.stat().st_mtime_ns

    def _stamp(self) -> list[int] | None:
        try:
            status = self.database.stat()
        except OSError:
            return None
        return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def reading(database: Path) -> Connection:
    """A database that is only read."""
    return connection(f"{database.absolute().as_uri()}?mode=ro")


def connection(address: str) -> Connection:
    """An open database; what it loses in a crash of the machine is made again."""
    db = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    for setting in (
        f"page_size = {_PAGE}",
        "synchronous = OFF",
        "temp_store = MEMORY",
        f"cache_size = -{_CACHE_KB}",
    ):
        db.execute(f"PRAGMA {setting}")
    return db


def key_of(notebook: Notebook) -> str:
    """What an index depends on besides the notes: settings, the program, and the Unicode of its Python."""
    python = ".".join(map(str, sys.version_info[:2]))
    told = repr((_VERSION, __version__, python, notebook.settings, notebook.findings))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
