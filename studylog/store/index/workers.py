"""Who reads notes and weighs documents: this process, or the workers of any executor that is handed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from concurrent.futures import Executor

Workers: TypeAlias = "Callable[[int], Executor | None]"
"""An executor for so many pieces of work; None to do them here."""

Progress = Callable[[int, int], None]
"""Is told how many pieces are done, of how many."""
