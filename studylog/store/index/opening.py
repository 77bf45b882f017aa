"""The index of a notebook, opened and up to date: kept in the notebook, else in a folder that goes again."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.store.index.changes import find_changes, known_files
from studylog.store.index.keep import FOLDER, Shelf, State, UnusableError, key_of
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.store.index.update import Progress, Reading, Workers

_COPIES = 5


@dataclass(frozen=True, slots=True)
class Index:
    """An index that says what the notes say now.

    `file` is where others can read it; of one `id`, a later `generation` knows what changed since.
    """

    db: Connection
    file: Path
    id: str
    generation: int


@dataclass(frozen=True, slots=True)
class _Opening:
    notebook: Notebook
    key: str
    workers: "Workers"
    progress: "Progress | None"
    files: bool

    def reading(self, shelf: Shelf) -> "Reading":
        from studylog.store.index.update import Reading

        return Reading(self.workers, self.progress, shelf.now)


@contextmanager
def opened(
    notebook: Notebook,
    *,
    workers: "Workers" = lambda count: None,
    progress: "Progress | None" = None,
    files: bool = False,
    hold: bool = False,
) -> Iterator[Index]:
    """The index of a notebook, up to date.

    `files` also looks at the files that notes mean; `hold` keeps other runs from changing the index.
    """
    opening = _Opening(notebook, key_of(notebook), workers, progress, files)
    shelf = Shelf(notebook.root / FOLDER)
    with ExitStack() as stack:
        index = None if files or hold else _as_it_is(stack, opening, shelf)
        if index is None:
            index = _kept(stack, opening, shelf, hold=hold) or _elsewhere(stack, opening, shelf)
        yield index


def _as_it_is(stack: ExitStack, opening: _Opening, shelf: Shelf) -> Index | None:
    """The index of an earlier run, if no note changed since."""
    with ExitStack() as attempt:
        try:
            state = shelf.state(opening.key)
            db = attempt.enter_context(closing(shelf.reading()))
            db.execute("BEGIN")
            if find_changes(opening.notebook, known_files(db)):
                return None
        except (UnusableError, sqlite3.Error):
            return None
        stack.enter_context(attempt.pop_all())
        return Index(db, shelf.database, state.id, state.generation)


def _kept(stack: ExitStack, opening: _Opening, shelf: Shelf, *, hold: bool) -> Index | None:
    """The index in its place, brought up to date; None when it cannot be written, or others are at it."""
    try:
        with ExitStack() as lock:
            # Where nothing can be read yet, the run that writes it is waited for.
            if not lock.enter_context(shelf.held(patient=hold or not _is_usable(opening, shelf))):
                return None
            index = _current(stack, opening, shelf)
            if hold:
                stack.enter_context(lock.pop_all())
            return index
    except (OSError, sqlite3.Error):
        return None


def _is_usable(opening: _Opening, shelf: Shelf) -> bool:
    try:
        return bool(shelf.state(opening.key))
    except UnusableError:
        return False


def _current(stack: ExitStack, opening: _Opening, shelf: Shelf) -> Index:
    """The index of a shelf that nobody else writes to: changed where notes changed, or made anew."""
    # Late, because what gathers notes is slow to import, and an index that is up to date needs none of it.
    from studylog.store.index.update import fill, update

    with ExitStack() as attempt:
        try:
            state = shelf.state(opening.key)
            db = attempt.enter_context(closing(shelf.writing()))
            changed = update(
                *(db, opening.notebook, opening.reading(shelf), state.generation + 1), files=opening.files
            )
            state = replace(state, generation=state.generation + changed)
        except (UnusableError, sqlite3.DatabaseError):
            attempt.close()
            shelf.clear()
            db = attempt.enter_context(closing(shelf.writing()))
            fill(db, opening.notebook, opening.reading(shelf))
            state = State(opening.key, os.urandom(8).hex(), 1)
        shelf.leave(state)
        stack.enter_context(attempt.pop_all())
    db.execute("BEGIN")
    return Index(db, shelf.database, state.id, state.generation)


def _elsewhere(stack: ExitStack, opening: _Opening, shelf: Shelf) -> Index:
    """The same index in a folder that is gone after the run."""
    import shutil
    import tempfile

    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="studylog-", ignore_cleanup_errors=True))
    own = Shelf(Path(folder))
    own.now()
    for _ in range(_COPIES):
        try:
            state = shelf.state(opening.key)
            shutil.copyfile(shelf.database, own.database)
            if shelf.state(opening.key) == state:
                own.leave(state)
                break
        except (UnusableError, OSError):
            break
        own.clear()
    return _current(stack, opening, own)
