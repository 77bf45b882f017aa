"""PDFs read in child processes: whatever a file does to the reader, the command goes on."""

import json
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

from studylog.core.printed.model import Printed, printed

Reason = Literal["damaged", "locked", "large", "slow"]

MOST_PROCESSES = 4
MOST_MEMORY = 1 << 30
MOST_BYTES = 1 << 28
_SECONDS = 8.0
_SECONDS_PER_MEGABYTE = 2.0
_LONGEST = 120.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that gave nothing, and why."""

    reason: Reason


def read_pdfs(files: Sequence[Path], folders: Sequence[Path]) -> Iterator[Printed | Failed]:
    """What each file holds, in their order; the pictures of each lie in its folder afterwards."""
    count = max(1, min(MOST_PROCESSES, os.cpu_count() or 1, len(files)))
    children: SimpleQueue[Child] = SimpleQueue()
    for _ in range(count):
        children.put(Child())

    def read(file: Path, folder: Path) -> Printed | Failed:
        child = children.get()
        try:
            return child.read(file, folder)
        finally:
            children.put(child)

    with ThreadPoolExecutor(count) as pool:
        try:
            yield from pool.map(read, files, folders)
        finally:
            pool.shutdown(cancel_futures=True)
            for _ in range(count):
                children.get().stop()


class Child:
    """A process that reads one file after the other; it is started when needed, and again when it died."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def read(self, file: Path, folder: Path) -> Printed | Failed:
        """Reads one file within its time; a child that takes longer, or dies, is replaced."""
        connection = self._connection or self._start()
        seconds = min(_LONGEST, _SECONDS + _SECONDS_PER_MEGABYTE * file.stat().st_size / 1e6)
        try:
            connection.send_bytes(json.dumps([os.fspath(file), os.fspath(folder)]).encode())
            if not connection.poll(seconds):
                self.stop()
                return Failed("slow")
            return _answer(connection.recv_bytes(MOST_BYTES))
        except (OSError, EOFError, ValueError):
            self.stop()
            return Failed("damaged")

    def _start(self) -> Connection:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        return ours

    def stop(self) -> None:
        """Ends the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def _answer(content: bytes) -> Printed | Failed:
    answer = json.loads(content)
    return Failed(answer["failed"]) if "failed" in answer else printed(answer["document"])


def _serve(connection: Connection) -> None:
    """What the child does: reads what it is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            file, folder = json.loads(connection.recv_bytes())
            connection.send_bytes(json.dumps(_read(Path(file), Path(folder))).encode())


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(file: Path, folder: Path) -> dict[str, object]:
    import pypdfium2

    from studylog.store.pdf.extract import TooMuchError, extract

    try:
        return {"document": extract(file, folder)}
    except (TooMuchError, MemoryError):
        return {"failed": "large"}
    except pypdfium2.PdfiumError as error:
        return {"failed": "locked" if "assword" in str(error) else "damaged"}
    except (ValueError, OverflowError, RuntimeError):
        return {"failed": "damaged"}
