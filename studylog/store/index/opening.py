"""The index of a notebook, opened and up to date: kept in the notebook, else in a folder that goes again."""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.values import dataclass, replace
from studylog.store.index.changes import Changes, find_changes
from studylog.store.index.database import (
    LOOKED_INTO,
    State,
    UnusableError,
    begin,
    connection,
    contents_generation,
    passes,
    sign,
)
from studylog.store.index.keep import Shelf, shelf_of
from studylog.store.index.program import key_of
from studylog.store.index.request import Request
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.store.index.workers import Progress, Workers

# What a damaged index may lead to while it is changed; where nothing shows, its stamp has told.
_BROKEN = (UnusableError, sqlite3.Error, zlib.error, ValueError, TypeError, LookupError)
_CANNOT = (UnusableError, sqlite3.Error, OSError)


@dataclass(frozen=True, slots=True)
class Index:
    """An index that says what the notes say now.

    `file` is where others can read it, None when it is in memory; of one `id`, a later `generation` knows
    what changed since.
    """

    db: Connection
    file: Path | None
    id: str
    generation: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """What changed among the notes since an index was left in a state."""

    state: State
    changes: Changes


@contextmanager
def opened(
    notebook: Notebook,
    *,
    workers: "Workers" = lambda count: None,
    progress: "Progress | None" = None,
    files: bool = False,
    search: bool = False,
    hold: bool = False,
    look_at: Sequence[str] = (),
    again: bool = False,
) -> Iterator[Index]:
    """The index of a notebook, up to date.

    `files` also looks at the files that notes mean, `search` also brings the search up to date; both look
    into those files that are new, and `again` into those that could not be drawn. `hold` keeps other runs
    from changing the index. Only those notes are looked at that `look_at` names, by somebody who knows which
    ones changed; without any, all of them.
    """
    shelf, key = shelf_of(notebook.root), key_of(notebook)
    request = Request(notebook, shelf, key, workers, progress, files, search, tuple(look_at), again)
    with ExitStack() as stack:
        index, seen = (None, None) if hold else _as_it_is(stack, request)
        if index is None:
            index = _kept(stack, request, seen, hold=hold) or _elsewhere(stack, request, seen)
        with shelf.in_use():
            yield index


def _as_it_is(stack: ExitStack, request: Request) -> tuple[Index | None, _Seen | None]:
    """The index of an earlier run, if it says all there is to say; else what was seen to have changed."""
    with ExitStack() as attempt:
        try:
            db, state = attempt.enter_context(request.shelf.as_left(request.key))
            seen = _Seen(state, find_changes(request.notebook, db))
            if seen.changes or not request.is_told(db, state.generation):
                return None, seen
        except _BROKEN:
            return None, None
        stack.enter_context(attempt.pop_all())
        return Index(db, request.shelf.database, state.id, state.generation), None


def _kept(stack: ExitStack, request: Request, seen: _Seen | None, *, hold: bool) -> Index | None:
    """The index in its place, brought up to date; None when it cannot be written, or others are at it."""
    try:
        with ExitStack() as lock:
            if not lock.enter_context(request.shelf.held(patient=hold)):
                return None
            index = None
            if hold and not request.look_at:
                index, seen = _as_it_is(stack, request)
            index = index or _current(stack, request, seen)
            if hold:
                stack.enter_context(lock.pop_all())
            return index
    except _CANNOT:
        return None


def _current(stack: ExitStack, request: Request, seen: _Seen | None) -> Index:
    """The index of a shelf that nobody else writes to: changed where notes changed, or made anew."""
    try:
        return _changed(stack, request, seen)
    except _BROKEN as error:
        if passes(error):
            raise
        return _made(stack, request)


def _changed(stack: ExitStack, request: Request, seen: _Seen | None) -> Index:
    # Late here and below: what gathers notes is slow to import, and usually there is nothing to gather.
    from studylog.store.index.update import update

    with ExitStack() as attempt:
        db, state = attempt.enter_context(request.shelf.as_left(request.key, writing=True))
        later = state._replace(generation=state.generation + 1)
        # If the index is another one meanwhile, other notes may have changed since.
        changes = seen.changes if seen and seen.state == state else None
        if update(db, request, later.generation, changes):
            sign(db, later)
            state = later
        return _left(stack, attempt, request, db, state)


def _made(stack: ExitStack, request: Request) -> Index:
    from studylog.store.index.update import fill
    from studylog.store.memory import give_back

    with ExitStack() as attempt:
        request.shelf.clear()
        db = attempt.enter_context(closing(request.shelf.writing()))
        fill(db, request.notebook, request.reading())
        state = request.first()
        sign(db, state)
        index = _left(stack, attempt, request, db, state)
        give_back()
        return index


def _left(stack: ExitStack, attempt: ExitStack, request: Request, db: Connection, state: State) -> Index:
    """Leaves a database for later runs, and goes on reading it."""
    if request.search and contents_generation(db) != state.generation:
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (LOOKED_INTO, state.generation))
    request.refresh_search(db, state.generation)
    db.execute("COMMIT")
    request.shelf.leave(state)
    begin(db, state)
    stack.enter_context(attempt.pop_all())
    return Index(db, request.shelf.database, state.id, state.generation)


def _elsewhere(stack: ExitStack, request: Request, seen: _Seen | None) -> Index:
    """The same index in a folder that is gone after the run, or in memory where no folder has room."""
    try:
        with ExitStack() as attempt:
            index = _in_folder(attempt, request, seen)
            stack.enter_context(attempt.pop_all())
            return index
    except _CANNOT:
        return _in_memory(stack, request)


def _in_folder(stack: ExitStack, request: Request, seen: _Seen | None) -> Index:
    import tempfile

    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="studylog-", ignore_cleanup_errors=True))
    own = Shelf(Path(folder), lasting=False)
    copied = _copied(request, own)
    index = _current(stack, replace(request, shelf=own), seen)
    if copied and index.generation > copied.generation:
        # What others make of the next generation is something else.
        return replace(index, id=request.first().id)
    return index


def _copied(request: Request, own: Shelf) -> State | None:
    """Copies the index as it was left, if it is whole."""
    try:
        with request.shelf.as_left(request.key) as (db, state), closing(own.writing()) as copy:
            db.backup(copy)
        own.leave(state)
    except _CANNOT:
        return None
    return state


def _in_memory(stack: ExitStack, request: Request) -> Index:
    from studylog.store.index.update import fill

    db = stack.enter_context(closing(connection("file::memory:")))
    fill(db, request.notebook, replace(request.reading(), now=lambda: 0))
    state = request.first()
    request.refresh_search(db, state.generation)
    return Index(db, None, state.id, state.generation)
