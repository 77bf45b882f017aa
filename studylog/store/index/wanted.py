"""A list of keys inside the database, so that one statement answers for many."""

from collections.abc import Iterable
from sqlite3 import Connection


def want(db: Connection, keys: Iterable[str]) -> None:
    """Fills the table `wanted`, which later statements join."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (key TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM wanted")
    db.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
