"""Programs that are run: how long each takes from its start to its end, and how much memory it has."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

Words = Sequence[str]

_EACH = 0.05
# The session is the fourth value behind the name of a process, which stands in brackets.
_SESSION = 3


class FailedError(Exception):
    """A program did not succeed; the text tells which one, and what it said last."""


def seconds(words: Words, folder: Path) -> float:
    """How long a program takes, whose output nobody reads."""
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = _start(words, folder, errors)
        # With a limit of time Python would look after pauses that grow to 50 ms, and round every figure up.
        process.wait()
        took = time.perf_counter() - began
        _succeeded(process, words, errors)
    return took


def peak(words: Words, folder: Path) -> int | None:
    """The most bytes that all processes of a program held at one time, seen twenty times a second.

    None where the system does not tell it.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    most = 0
    with tempfile.TemporaryFile() as errors:
        process = _start(words, folder, errors)
        while process.poll() is None:
            most = max(most, held(process.pid))
            time.sleep(_EACH)
        _succeeded(process, words, errors)
    return most


def held(session: int) -> int:
    """The bytes that all processes of a session hold now, by Linux; what several share is counted once."""
    return sum(map(_bytes, _processes(session)))


def said(words: Words, folder: Path) -> str:
    """What a program prints."""
    return subprocess.run(words, cwd=folder, env=_environment(), capture_output=True, text=True).stdout


def _start(words: Words, folder: Path, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """A program in a session of its own, by which its processes are known."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        words,
        cwd=folder,
        env=_environment(),
        stdin=nothing,
        stdout=nothing,
        stderr=errors,
        start_new_session=True,
    )


def _succeeded(process: subprocess.Popen[bytes], words: Words, errors: IO[bytes]) -> None:
    if process.returncode:
        errors.seek(0)
        tail = errors.read().decode("utf-8", "replace").strip()[-1000:]
        raise FailedError(f"`{Path(words[0]).name} {' '.join(words[1:])}` failed: {tail}")


def _environment() -> dict[str, str]:
    # An installed studylog is compiled once, not at each start.
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _processes(session: int) -> Iterator[int]:
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                values = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(values[_SESSION]) == session:
                yield int(entry.name)


def _bytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
