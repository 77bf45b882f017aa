"""Who helps to build a site, and who is told how far it has come."""

from collections.abc import Callable

from studylog.core.values import dataclass
from studylog.store.index.workers import Progress, Workers


@dataclass(frozen=True, slots=True)
class Helping:
    """Workers that make pages, what is called when none are left to make, and who is told of the progress.

    `progress(done, all)` is called after each piece of work.
    """

    workers: Workers
    dismiss: Callable[[], object]
    progress: Progress | None = None


ALONE = Helping(lambda count: None, int)
"""Nobody helps."""
