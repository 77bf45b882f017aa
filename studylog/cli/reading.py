"""The notebook read for a command: with a bar when it takes a while, by several processes when large."""

import os
import signal

from studylog.cli.context import Context
from studylog.cli.progress import progress
from studylog.core.i18n import say
from studylog.core.model import Collection
from studylog.store.notebook import Notebook, note_files

# Below this, starting processes costs more than they save.
_MANY = 200
_MOST_PROCESSES = 8


def collected(context: Context, notebook: Notebook) -> Collection:
    """All that the notes of the notebook say."""
    from studylog.store.library import read_notebook

    with progress(context, say("Reading notes")) as update:
        processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
        if processes == 1 or len(note_files(notebook)) < _MANY:
            return read_notebook(notebook, None, update)
        from concurrent.futures import ProcessPoolExecutor

        pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts_to_us)
        try:
            return read_notebook(notebook, pool, update)
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_us() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
