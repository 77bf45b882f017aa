"""An open index made to say what the notes say now: filled anew, or changed where they changed."""

from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from sqlite3 import Connection

from studylog.core.findings import Finding
from studylog.core.values import dataclass, field
from studylog.store.index.changes import (
    UNTRUSTED,
    Changes,
    Found,
    Unchanged,
    Unread,
    changes_in,
    find_changes,
    read_entries,
    settled,
)
from studylog.store.index.columns import CATALOGUE_NUMBER
from studylog.store.index.refresh import Arrived, change, find_again, gather_all, look_at_files
from studylog.store.index.request import Reading, Request
from studylog.store.index.rows import put_notes
from studylog.store.index.touched import Touched, remember
from studylog.store.index.whole import unreadable_in
from studylog.store.notebook import CATALOGUE, Notebook

SCHEMA = Path(__file__).with_name("schema.sql")
"""The tables of the index."""

# How many notes are held at a time on their way into the tables.
_BATCH = 500


def fill(db: Connection, notebook: Notebook, reading: Reading) -> None:
    """Makes the tables in an empty database, and fills them with all notes; the transaction is left open."""
    db.executescript(f"BEGIN;\n{SCHEMA.read_text('utf-8')}")
    taking = _Taking(db, notebook, reading, reading.now())
    arriving = taking.arriving(find_changes(notebook, None).unread)
    while batch := list(islice(arriving, _BATCH)):
        put_notes(db, ((note.number, note.file, note.entry) for note in batch))
    gather_all(db, notebook, taking.findings())
    if _look_inside(db, reading):
        find_again(db, notebook, taking.findings())


def update(db: Connection, request: Request, generation: int, changes: Changes | None = None) -> bool:
    """Brings a filled index up to what is asked of it, in an open transaction; whether that changed it.

    Where the `changes` are known already, no note is looked at to find them.
    """
    notebook, reading = request.notebook, request.reading()
    taking = _Taking(db, notebook, reading, reading.now())
    if changes is None:
        # What could not be read may be readable now: that shows in nothing but in trying all of it.
        some = changes_in(notebook, db, request.look_at) if not unreadable_in(db) else None
        changes = some or find_changes(notebook, db)
    arrived = list(taking.arriving(changes.unread))
    gone = [*changes.gone, *taking.gone, *taking.unreadable]
    db.executemany("DELETE FROM file WHERE note = ?", [(number,) for number in (*changes.gone, *taking.gone)])
    different = bool(arrived or changes.gone or taking.gone or taking.found() != unreadable_in(db))
    if different:
        remember(db, change(db, notebook, arrived, gone, taking.findings()), generation)
    touched = look_at_files(db, notebook, taking.findings()) if request.files else ()
    remember(db, touched, generation)
    inside = _look_inside(db, reading)
    if inside:
        find_again(db, notebook, taking.findings())
        remember(db, inside, generation)
    return bool(different or touched or inside)


def _look_inside(db: Connection, reading: Reading) -> Touched:
    if reading.pictures is None:
        return Touched()
    # Late, because what draws pictures is slow to import, and usually nobody asks what is in files.
    from studylog.store.index.looking import look_into_files

    return look_into_files(db, reading.pictures, reading.progress, again=reading.again)


@dataclass(slots=True)
class _Taking:
    """Notes on their way into an index, and which of them cannot be read, or are gone; `now` is before."""

    db: Connection
    notebook: Notebook
    reading: Reading
    now: int
    unreadable: dict[int, Finding] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)

    def arriving(self, unread: Sequence[Unread]) -> Iterator[Arrived]:
        """The notes that say something else than before; the stamps of all that are there are kept."""
        (last,) = self.db.execute("SELECT max(coalesce(max(note), 0), 0) FROM file").fetchone()
        numbers = count(last + 1)
        workers = self.reading.workers(len(unread)) if unread else None
        for done, (one, found) in enumerate(read_entries(unread, self.notebook.settings, workers), 1):
            if self.reading.progress:
                self.reading.progress(done, len(unread))
            number = one.number or (CATALOGUE_NUMBER if one.path == CATALOGUE else next(numbers))
            if found is Unchanged.GONE:
                self.gone.append(number)
                continue
            self._keep(number, one, found)
            if not isinstance(found, (Finding, Unchanged)):
                yield Arrived(number, one.name, found)

    def findings(self) -> tuple[Finding, ...]:
        """What is doubtful in the settings, and the notes that cannot be read."""
        return (*self.notebook.findings, *self.found())

    def found(self) -> tuple[Finding, ...]:
        """The notes that cannot be read, by path."""
        return tuple(sorted(self.unreadable.values(), key=lambda finding: finding.place.path))

    def _keep(self, number: int, one: Unread, found: Found) -> None:
        """Keeps by what a file is known, and what it held."""
        sha256 = one.sha256 if isinstance(found, (Finding, Unchanged)) else found.sha256
        stamp = settled(one.stamp, self.now)
        if isinstance(found, Finding):
            self.unreadable[number] = found
            # Whether it can be read may change without any trace on it: it is tried each time.
            sha256, stamp = "", UNTRUSTED
        self.db.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", (number, one.name, *stamp, sha256)
        )
