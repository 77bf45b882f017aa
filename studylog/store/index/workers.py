"""Who reads notes and weighs documents: this process, or the workers of any executor that is handed in."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Workers: TypeAlias = "Callable[[int], Executor | None]"
"""An executor for so many pieces of work; None to do them here."""

Progress = Callable[[int, int], None]
"""Is told how many pieces are done, of how many."""

# So many pieces are under way or done and not yet asked for: workers never wait, and memory does not grow.
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
