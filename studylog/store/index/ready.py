"""The index for what must not wait: only where it soon says what the notes say that matter for a day.

To look at ten thousand files takes longer than to write a new note. What is open mostly stands in the latest
notes: those are looked at, older ones are taken to be as they were. For what only guesses, none is looked at.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from sqlite3 import Connection

from studylog.core.errors import StudylogError
from studylog.store.heads import Lately
from studylog.store.index.database import UnusableError
from studylog.store.index.keep import shelf_of
from studylog.store.index.program import key_of
from studylog.store.notebook import Notebook
from studylog.store.stamps import stamp_of

# How many notes can be read without anybody noticing.
_SOON = 60
# What an index that is damaged, or is another one since, may lead to.
_BROKEN = (UnusableError, sqlite3.Error, ValueError, TypeError, LookupError)
_COUNT = "SELECT count(*) FROM file"
_STAMP = "SELECT size, modified, changed, inode FROM file WHERE name = ?"


@contextmanager
def ready(notebook: Notebook, notes: Lately) -> Iterator[Connection | None]:
    """The index as the notes that matter for a day want it; None where that would take long, or fails."""
    with ExitStack() as stack:
        db = _ready(notebook, notes, stack)
        with shelf_of(notebook.root).in_use():
            yield db


@contextmanager
def as_left(notebook: Notebook) -> Iterator[Connection | None]:
    """The index as the last run left it, whatever notes changed since; None where there is none."""
    shelf = shelf_of(notebook.root)
    with ExitStack() as stack:
        try:
            db, _ = stack.enter_context(shelf.as_left(key_of(notebook)))
        except _BROKEN:
            yield None
            return
        with shelf.in_use():
            yield db


def _ready(notebook: Notebook, notes: Lately, stack: ExitStack) -> Connection | None:
    different = notes.total
    with ExitStack() as attempt:
        try:
            db, _ = attempt.enter_context(shelf_of(notebook.root).as_left(key_of(notebook)))
            different = _different(db, notebook, notes)
        except _BROKEN:
            pass
        else:
            if not different:
                stack.enter_context(attempt.pop_all())
                return db
    if different > _SOON:
        return None
    from studylog.store.index.opening import opened

    try:
        return stack.enter_context(opened(notebook)).db
    except (StudylogError, sqlite3.Error):
        return None


def _different(db: Connection, notebook: Notebook, notes: Lately) -> int:
    """How many notes are others than the index knows, as far as their number and the latest of them tell."""
    known: int = db.execute(_COUNT).fetchone()[0]
    start = len(os.fsencode(notebook.root)) + 1
    changed = sum(
        db.execute(_STAMP, (os.fsencode(file)[start:],)).fetchone() != stamp_of(file)
        for _, file in notes.paths
    )
    return max(int(changed), abs(notes.total - known))
