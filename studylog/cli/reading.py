"""The notebook read for a command: with a bar when it takes a while, by several processes when large."""

import os
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import TYPE_CHECKING, TypeVar

from studylog.cli.context import Context
from studylog.cli.progress import progress
from studylog.core.i18n import say
from studylog.core.model import Collection
from studylog.store.notebook import Notebook, note_files

if TYPE_CHECKING:
    from studylog.core.search.passages import Prose
    from studylog.core.search.source import Source

_Found = TypeVar("_Found")
_Reader = Callable[[Notebook, Executor | None, Callable[[int, int], None]], _Found]

# Below this, starting processes costs more than they save.
_MANY = 200
_MOST_PROCESSES = 8


def collected(context: Context, notebook: Notebook) -> Collection:
    """All that the notes of the notebook say."""
    from studylog.store.library import read_notebook

    return _read(context, notebook, read_notebook)


def searchable(context: Context, notebook: Notebook) -> "Source":
    """All that can be found in the notebook."""
    from studylog.core.digest.addresses import assign
    from studylog.core.search.index import index_of
    from studylog.core.search.passages import documents_of

    collection, prose = with_prose(context, notebook)
    return index_of(documents_of(collection, prose, assign(collection), notebook.settings.roster))


def with_prose(context: Context, notebook: Notebook) -> "tuple[Collection, Mapping[str, Prose]]":
    """All that the notes of the notebook say, and the prose of each by its path."""
    from studylog.store.library import read_prose

    return _read(context, notebook, read_prose)


def _read(context: Context, notebook: Notebook, read: "_Reader[_Found]") -> _Found:
    from concurrent.futures import ProcessPoolExecutor

    with progress(context, say("Reading notes")) as update:
        processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
        if processes == 1 or len(note_files(notebook)) < _MANY:
            return read(notebook, None, update)
        pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts_to_us)
        try:
            return read(notebook, pool, update)
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_us() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
