"""Who reads notes and weighs documents: this process, or the workers of any executor that is handed in."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from studylog.core.i18n import Message
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

Workers: TypeAlias = "Callable[[int], Executor | None]"
"""An executor for so many pieces of work; None to do them here."""


class Progress(Protocol):
    """Is told how many pieces are done, of how many, and what is done where it is not what was begun with."""

    def __call__(self, done: int, whole: int, words: Message | None = None, /) -> None: ...


# Below this, starting processes costs more than they save.
_MANY = 200
_MOST_PROCESSES = 8
# How many pieces may be under way, or done and not yet asked for: workers never wait, and memory is bounded.
_AHEAD = 16
_Piece = TypeVar("_Piece")
_Done = TypeVar("_Done")


def mapped(
    executor: "Executor | None", function: Callable[[_Piece], _Done], pieces: Iterable[_Piece]
) -> Iterator[_Done]:
    """What a function makes of each piece, in order: here, or by workers, for whom a few are made ahead.

    Where workers die, or cannot be started, it is done here; the results are the same.
    """
    if executor is None:
        yield from map(function, pieces)
        return
    from concurrent.futures import BrokenExecutor

    waiting: deque[tuple[_Piece, Future[_Done] | None]] = deque()
    for piece in pieces:
        try:
            waiting.append((piece, executor.submit(function, piece)))
        except (BrokenExecutor, OSError):
            waiting.append((piece, None))
        if len(waiting) > _AHEAD:
            yield _done(function, *waiting.popleft())
    while waiting:
        yield _done(function, *waiting.popleft())


def _done(function: Callable[[_Piece], _Done], piece: _Piece, there: "Future[_Done] | None") -> _Done:
    from concurrent.futures import BrokenExecutor

    try:
        return there.result() if there else function(piece)
    except (BrokenExecutor, OSError):
        return function(piece)


@dataclass(slots=True)
class Pool:
    """The processes that help a run: started when there is much to do, and ended with it.

    `ready` is called before: what it imports, a forked process has, and need not import again.
    """

    ready: Callable[[], object] = int
    _processes: "ProcessPoolExecutor | None" = None

    def workers(self, count: int) -> "Executor | None":
        """The processes for so many pieces of work; None where it is done sooner without them."""
        processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
        if processes == 1 or count < _MANY:
            return None
        if self._processes is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context
            from threading import active_count

            # A process with several threads must not be forked: what one of them held would be held for ever.
            way = "spawn" if active_count() > 1 else None
            self.ready()
            self._processes = ProcessPoolExecutor(processes, get_context(way), begin_worker)
        return self._processes

    def close(self) -> None:
        """Ends the processes, with all that they keep; others are started when there is much to do again."""
        processes, self._processes = self._processes, None
        if processes is not None:
            processes.shutdown(cancel_futures=True)


def begin_worker() -> None:
    """Begins a worker: leaves interrupts to the process that started it, and ends with that, however it ends.

    A worker that stayed would hold what its parent held when it forked: the lock of the index.
    """
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: "BaseProcess") -> None:
    parent.join()
    os._exit(1)
