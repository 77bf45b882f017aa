"""Files read in child processes: whatever one does to its reader, the command goes on."""

import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer, current_thread, main_thread
from typing import Any, Generic, NamedTuple, TypeVar, cast

from studylog.core.printed.read import PrintedNote
from studylog.core.values import dataclass
from studylog.store.pdf.worker import Kind, Reason, note_of, read_answer, serve

MOST_PROCESSES = 4
MOST_BYTES = 64 << 20
# Seconds of work; a machine that does other things too needs more by the clock.
_SECONDS = 8.0
_SECONDS_PER_MEGABYTE = 2.0
_LONGEST = 60.0
_PATIENCE = 4
# How many files may be read before the first of them is asked for.
_AHEAD = 16


_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that gave nothing, and why."""

    reason: Reason


Outcome = PrintedNote | Failed


class Task(NamedTuple):
    """What a process is asked for: a kind of answer about a file.

    What belongs to the answer lies in the folder afterwards; `words` are whatever else the kind needs.
    """

    kind: Kind
    file: Path
    folder: Path
    words: str = ""


def read_pdfs(files: Sequence[Path], folders: Sequence[Path], formula: str) -> Iterator[Outcome]:
    """What each file holds, in their order; the pictures of each lie in its folder afterwards.

    `formula` is what pictures of formulas are called in the language of the notebook.
    """
    tasks = [Task("note", file, folder, formula) for file, folder in zip(files, folders, strict=True)]
    return outcomes(tasks, note_of)


def drawn(
    kind: Kind, files: Sequence[Path], found_in: Callable[[dict[str, Any]], _Found]
) -> Iterator[tuple[_Found | Failed, Path]]:
    """What comes of each file, and the folder in which its pictures lie until all files have been read."""
    with TemporaryDirectory(prefix="studylog-", ignore_cleanup_errors=True) as scratch:
        folders = [Path(scratch, str(number)) for number in range(len(files))]
        for folder in folders:
            folder.mkdir()
        tasks = [Task(kind, file, folder) for file, folder in zip(files, folders, strict=True)]
        yield from zip(outcomes(tasks, found_in), folders, strict=True)


def outcomes(
    tasks: Sequence[Task], found_in: Callable[[dict[str, Any]], _Found]
) -> Iterator[_Found | Failed]:
    """What is found in the answer to each task, in their order."""
    count = max(1, min(MOST_PROCESSES, os.cpu_count() or 1, len(tasks)))
    readers = [_Reader(found_in) for _ in range(count)]
    done: dict[int, _Found | Failed] = {}
    begun = 0
    try:
        for number in range(len(tasks)):
            while number not in done:
                for reader in readers:
                    if reader.task is None and begun < min(len(tasks), number + _AHEAD):
                        reader.begin(begun, tasks[begun])
                        begun += 1
                for one, outcome in _finished(readers):
                    done[one] = outcome
            yield done.pop(number)
    finally:
        for reader in readers:
            reader.stop()


def _finished(readers: Sequence["_Reader[_Found]"]) -> Iterator[tuple[int, _Found | Failed]]:
    """Waits until somebody has answered, died, or run out of time."""
    busy = {reader.connection: reader for reader in readers if reader.task is not None}
    for connection in wait([connection for connection in busy if connection is not None]):
        reader = busy[cast(Connection, connection)]
        yield cast(int, reader.task), reader.finish()


class _Reader(Generic[_Found]):
    """A process that reads one file after the other; it is started when needed, and again when it died."""

    def __init__(self, found_in: Callable[[dict[str, Any]], _Found]) -> None:
        self.task: int | None = None
        self.connection: Connection | None = None
        self._found_in = found_in
        self._process: BaseProcess | None = None
        self._alarm: _Alarm | None = None

    def begin(self, number: int, task: Task) -> None:
        """Lets the process read a file, for as long as that may take."""
        size = task.file.stat().st_size / 1e6 if task.file.is_file() else 0.0
        seconds = min(_LONGEST, _SECONDS + _SECONDS_PER_MEGABYTE * size)
        connection = self.connection or self._started()
        self.task = number
        self._alarm = _Alarm(_PATIENCE * seconds, cast(BaseProcess, self._process))
        with suppress(OSError):
            # A process that died meanwhile is noticed where its answer is read.
            place = os.fspath(task.file), os.fspath(task.folder)
            connection.send_bytes(json.dumps([task.kind, *place, task.words, seconds]).encode())

    def finish(self) -> _Found | Failed:
        """What the process answered; one that died, or said what nobody understands, is replaced."""
        answer: _Found | Reason | None = None
        with suppress(OSError, EOFError, ValueError):
            answer = read_answer(cast(Connection, self.connection).recv_bytes(MOST_BYTES), self._found_in)
        late = self._alarm is not None and self._alarm.has_rung()
        late = late or (answer is None and self._has_worked_too_long())
        self.task = None
        if late or answer is None:
            self.stop()
        if answer is None:
            return Failed("slow" if late else "died")
        return Failed(cast(Reason, answer)) if isinstance(answer, str) else answer

    def _has_worked_too_long(self) -> bool:
        """Whether a process that has died was ended by its own limit."""
        process = cast(BaseProcess, self._process)
        process.join(1)
        return hasattr(signal, "SIGXCPU") and process.exitcode == -signal.SIGXCPU

    def stop(self) -> None:
        """Ends the process, whatever it is doing."""
        if self._alarm is not None:
            self._alarm.has_rung()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self.connection is not None:
            self.connection.close()
        self.task = self._alarm = self._process = self.connection = None

    def _started(self) -> Connection:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        with _deaf():
            process = context.Process(target=serve, args=(theirs,), daemon=True)
            process.start()
            # One that could not be started is none to stop.
            self._process, self.connection = process, ours
        theirs.close()
        return ours


@contextmanager
def _deaf() -> Iterator[None]:
    """Lets interrupts wait; a process that is started meanwhile never hears of them, not even at first."""
    heard: list[int] = []
    if current_thread() is not main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # What Python starts beside the first process would have them heard again.
    resource_tracker.ensure_running()
    # The mask is for the process to inherit; this one may have threads that do not mask anything.
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if heard:
        raise KeyboardInterrupt


class _Alarm:
    """Ends a process when its time is over."""

    def __init__(self, seconds: float, process: BaseProcess) -> None:
        self._rang = False
        self._timer = Timer(seconds, self._ring, (process,))
        self._timer.daemon = True
        self._timer.start()

    def has_rung(self) -> bool:
        """Whether the time was over before; from now on it ends nothing any more."""
        self._timer.cancel()
        self._timer.join()
        return self._rang

    def _ring(self, process: BaseProcess) -> None:
        self._rang = True
        process.kill()
