"""The SQLite of the index: opened, signed with the state it is in, and what its errors mean."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

# As long as others may take for a commit; a reader that holds on for longer is not waited for.
_BUSY_SECONDS = 2.0
# Each process that makes pages has such a cache: six times as much saves up to a tenth of its time.
_PAGE, _CACHE_KB = 8192, 10_000
# The database is as it was: it could not be reached, or there is no room for what is new.
_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}


SEARCHED = "searched"
"""The key of the generation that the search has reached."""
LOOKED_INTO = "contents"
"""The key of the generation for which the files that notes mean were last looked into."""

Database = Connection
"""An open database, in words of this package."""


class UnusableError(Exception):
    """There is no index here that could be used."""


class State(NamedTuple):
    """What the last run left: `key` tells for which settings and program, `id` which index it is."""

    key: str
    id: str
    generation: int


def connection(address: str, *, lasting: bool = False) -> Connection:
    """An open database; one that is `lasting` is whole even after the power failed."""
    db = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        for setting in (
            f"page_size = {_PAGE}",
            f"synchronous = {'NORMAL' if lasting else 'OFF'}",
            "temp_store = MEMORY",
            f"cache_size = -{_CACHE_KB}",
        ):
            db.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        db.close()
        raise
    return db


def reading(file: Path) -> Connection:
    """A database that is only read."""
    return connection(f"{file.absolute().as_uri()}?mode=ro")


def sign(db: Connection, state: State) -> None:
    """Writes into a database which state it is in, together with what makes that state."""
    db.execute("INSERT OR REPLACE INTO meta VALUES ('state', ?)", (_told(state),))


def begin(db: Connection, state: State, *, writing: bool = False) -> None:
    """Begins a transaction in which the database is in a state; UnusableError when it is in another."""
    db.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
    # This also takes the lock of a reader, so that what is read later is what it is now.
    with closing(db.execute("SELECT value FROM meta WHERE key = 'state'")) as found:
        if found.fetchone() != (_told(state),):
            raise UnusableError


def searched_generation(db: Connection) -> int | None:
    """The generation of the index that its search has reached; None where nobody has searched yet."""
    return _generation(db, SEARCHED)


def contents_generation(db: Connection) -> int | None:
    """The generation for which files were last looked into; None where nobody has asked for that yet."""
    return _generation(db, LOOKED_INTO)


def _generation(db: Connection, key: str) -> int | None:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def passes(error: BaseException) -> bool:
    """Whether an error says nothing against the database: another time it can be read."""
    return _primary(error) in _PASSING


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the database, or the disk under it, is damaged."""
    return _primary(error) in _DAMAGE


def _primary(error: BaseException) -> int | None:
    # Errors of the module itself carry no code; the upper bits of one only tell more.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _told(state: State) -> str:
    return json.dumps(state)
