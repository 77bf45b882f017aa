"""An open index made to say what the notes say now: filled anew, or changed where they changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.findings import Finding
from studylog.store.index.changes import Unread, find_changes, known_files, read_entries, settled
from studylog.store.index.refresh import Arrived, change, gather_all, look_at_files
from studylog.store.index.rows import put_notes
from studylog.store.index.touched import remember
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from concurrent.futures import Executor

SCHEMA = Path(__file__).with_name("schema.sql")
"""The tables of the index."""

# So many notes are held at a time on their way into the tables.
_BATCH = 500

Workers = Callable[[int], "Executor | None"]
"""An executor for reading so many notes; None to read them here."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """How notes are read: by which workers, who is told of the progress, what time the file system has."""

    workers: Workers
    progress: Progress | None
    now: Callable[[], int]


def fill(db: Connection, notebook: Notebook, reading: Reading) -> None:
    """Makes the tables in an empty database, and fills them with all notes."""
    db.executescript(SCHEMA.read_text("utf-8"))
    db.execute("BEGIN")
    unread = find_changes(notebook, {}).unread
    unreadable: dict[int, Finding] = {}
    arriving = _arriving(db, unread, notebook, reading, unreadable)
    while batch := list(islice(arriving, _BATCH)):
        put_notes(db, ((note.number, note.file, note.entry) for note in batch))
    gather_all(db, notebook, (*notebook.findings, *unreadable.values()))
    db.execute("COMMIT")


def update(db: Connection, notebook: Notebook, reading: Reading, generation: int, *, files: bool) -> bool:
    """Brings a filled index up to date; whether anything is different in this new generation.

    `files` looks again at the files that notes mean.
    """
    db.execute("BEGIN IMMEDIATE")
    changes = find_changes(notebook, known_files(db))
    unreadable: dict[int, Finding] = {}
    arrived = list(_arriving(db, changes.unread, notebook, reading, unreadable))
    gone = [*changes.gone, *unreadable]
    db.executemany("DELETE FROM file WHERE note = ?", [(number,) for number in gone])
    findings = (*notebook.findings, *unreadable.values())
    if arrived or gone or unreadable:
        remember(db, change(db, notebook, arrived, gone, findings), generation)
    touched = look_at_files(db, notebook, findings) if files else ()
    remember(db, touched, generation)
    db.execute("COMMIT")
    return bool(arrived or gone or touched)


def _arriving(
    db: Connection,
    unread: Sequence[Unread],
    notebook: Notebook,
    reading: Reading,
    unreadable: dict[int, Finding],
) -> Iterator[Arrived]:
    """The notes that say something else than before; the stamps of all that were read are kept."""
    (last,) = db.execute("SELECT coalesce(max(note), 0) FROM file").fetchone()
    numbers = count(last + 1)
    read = read_entries(unread, notebook.settings, reading.workers(len(unread)) if unread else None)
    for done, (one, found) in enumerate(read, 1):
        if reading.progress:
            reading.progress(done, len(unread))
        number = one.number or next(numbers)
        if isinstance(found, Finding):
            unreadable[number] = found
            continue
        sha256 = found.sha256 if found else one.sha256
        stamp = settled(one.stamp, reading.now())
        db.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", (number, one.name, *stamp, sha256)
        )
        if found is not None:
            yield Arrived(number, one.name, found)
