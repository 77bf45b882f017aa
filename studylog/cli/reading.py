"""The index of a notebook for a command: with a bar when it takes a while, by several processes when big."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.progress import progress
from studylog.core.i18n import say
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from concurrent.futures import Executor, ProcessPoolExecutor

    from studylog.store.index.lists import IndexLists
    from studylog.store.index.opening import Index

# Below this, starting processes costs more than they save.
_MANY = 200
_MOST_PROCESSES = 8


@dataclass(slots=True)
class Pool:
    """The processes that help a command: started when there is much to do, and ended with it.

    `ready` is called before: what it imports, a forked process has, and need not import again.
    """

    ready: Callable[[], object] = int
    _processes: "list[ProcessPoolExecutor]" = field(default_factory=list)

    def workers(self, count: int) -> "Executor | None":
        """The processes for so many pieces of work; None where it is done sooner without them."""
        processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
        if processes == 1 or count < _MANY:
            return None
        if not self._processes:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context
            from threading import active_count

            from studylog.store.index.worker import begin_worker

            # A process with several threads must not be forked: what one of them held would be held for ever.
            way = "spawn" if active_count() > 1 else None
            self.ready()
            self._processes.append(ProcessPoolExecutor(processes, get_context(way), begin_worker))
        return self._processes[0]

    def close(self) -> None:
        """Ends the processes."""
        for one in self._processes:
            one.shutdown(cancel_futures=True)


@contextmanager
def indexed(
    context: Context,
    notebook: Notebook,
    pool: Pool | None = None,
    *,
    files: bool = False,
    search: bool = False,
    hold: bool = False,
    again: bool = False,
) -> "Iterator[Index]":
    """The index of the notebook, up to date; `files`, `search`, `hold` and `again` are those of `opened`."""
    from studylog.store.index.opening import opened

    with ExitStack() as stack:
        own = pool or Pool()
        with progress(context, say("Reading notes")) as update:
            opening = opened(
                notebook,
                workers=own.workers,
                progress=update,
                files=files,
                search=search,
                hold=hold,
                again=again,
            )
            index = stack.enter_context(opening)
        if pool is None:
            own.close()
        yield index


@contextmanager
def listed(context: Context, notebook: Notebook, *, files: bool = False) -> "Iterator[IndexLists]":
    """The lists of all that the notes say, out of `indexed`."""
    from studylog.store.index.lists import IndexLists

    with indexed(context, notebook, files=files) as index:
        yield IndexLists(index.db)


def read_in_lines(context: Context, lists: "IndexLists") -> dict[str, str]:
    """What people read in the place of texts with formulas, which programs and pipes get as they are."""
    drawn = context.terminal.stdout and not context.everywhere.json
    return lists.in_line() if drawn else {}
