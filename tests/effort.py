"""What something takes this process, in seconds of its CPU: no test fails because a machine is busy."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails where what stands in it takes longer."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds


def effort(doing: Callable[[], object], times: int) -> float:
    """What something takes: the least of so many times."""

    def once() -> float:
        began = time.process_time()
        doing()
        return time.process_time() - began

    return min(once() for _ in range(times))
