"""The index for what must not wait: only where it says what the notes say, or soon can."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from sqlite3 import Connection

from studylog.core.errors import StudylogError
from studylog.store.index.changes import find_changes, known_files
from studylog.store.index.database import UnusableError, begin
from studylog.store.index.keep import FOLDER, Shelf
from studylog.store.index.opening import opened
from studylog.store.index.program import key_of
from studylog.store.notebook import Notebook

# So many notes are read without being noticed.
_SOON = 60


@contextmanager
def ready(notebook: Notebook) -> Iterator[Connection | None]:
    """The index, up to date; None where too many notes would have to be read first, or it cannot be read."""
    with ExitStack() as stack:
        yield _ready(notebook, stack)


def _ready(notebook: Notebook, stack: ExitStack) -> Connection | None:
    shelf = Shelf(notebook.root / FOLDER)
    changes = None
    with ExitStack() as attempt:
        try:
            state = shelf.state(key_of(notebook))
            db = attempt.enter_context(closing(shelf.reading()))
            begin(db, state)
            changes = find_changes(notebook, known_files(db))
        except (UnusableError, sqlite3.Error, ValueError, TypeError):
            changes = find_changes(notebook, {})
        else:
            if not changes:
                stack.enter_context(attempt.pop_all())
                return db
    if len(changes.unread) + len(changes.gone) > _SOON:
        return None
    try:
        return stack.enter_context(opened(notebook)).db
    except (StudylogError, sqlite3.Error):
        return None
