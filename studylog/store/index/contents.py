"""Which of the files that notes mean were looked into, each content once."""

import os
from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection
from typing import Literal

from studylog.store.attachments import PICTURES
from studylog.store.index.columns import column, quoted

Table = Literal["picture", "deck"]
"""What was found in contents: pictures, and pages of slides."""

ENDINGS: Mapping[Table, frozenset[str]] = {"picture": PICTURES, "deck": frozenset({"pdf"})}
"""The endings of the files that are looked into."""


def all_known(db: Connection) -> bool:
    """Whether all files were looked into, and none of them is gone."""
    return not any(new(db, table) or gone(db, table) for table in ENDINGS)


def new(db: Connection, table: Table) -> list[tuple[str, Path]]:
    """The contents that were not looked into, each with a file that has it."""
    rows = db.execute(
        f"""SELECT meant.sha256, min(meant.file) FROM meant LEFT JOIN {table} USING (sha256)
        WHERE meant.ending IN ({quoted(ENDINGS[table])}) AND {table}.sha256 IS NULL
        GROUP BY meant.sha256 ORDER BY min(meant.path)"""
    )
    return [(sha256, Path(os.fsdecode(file))) for sha256, file in rows]


def gone(db: Connection, table: Table) -> list[str]:
    """The contents that were looked into, and that no note means any more."""
    used = f"SELECT sha256 FROM meant WHERE ending IN ({quoted(ENDINGS[table])})"
    return column(db, f"SELECT sha256 FROM {table} WHERE sha256 NOT IN ({used})")
