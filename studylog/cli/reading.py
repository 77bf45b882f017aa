"""The notebook read for a command: with a bar when it takes a while, by several processes when large."""

import os

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
    from concurrent.futures import ProcessPoolExecutor

    from studylog.store.index.workers import begin_worker
    from studylog.store.library import read_notebook

    with progress(context, say("Reading notes")) as update:
        processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
        if processes == 1 or len(note_files(notebook)) < _MANY:
            return read_notebook(notebook, None, update)
        pool = ProcessPoolExecutor(processes, initializer=begin_worker)
        try:
            return read_notebook(notebook, pool, update)
        finally:
            pool.shutdown(cancel_futures=True)
