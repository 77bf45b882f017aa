"""How a process begins that reads notes for another one."""

import os
import signal
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread


def begin_worker() -> None:
    """Leaves interrupts to the process that started this one, and ends with it, however that ends.

    A worker that stayed would hold what its parent held when it forked: the lock of the index.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
