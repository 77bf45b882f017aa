"""Commands that should answer at once, and what they take beside small programs."""

import os
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.programs import FailedError, Words, seconds
from benchmarks.record import Key, Record
from benchmarks.sites import studylog

EMPTY, GREP = "python -c pass", "rg"
ASKED = "어텐션"
# A question in which something has to be read, here the signs of code.
_ASK_READ = "ask `code`"
_STARTING = ("--version", "--help", "new", "ask", _ASK_READ)
READING = ("questions", "list", f"search {ASKED}", "status")
# What reads all notes, too, and has no bound of its own.
_ALSO = ("brief", "people", "lectures", "papers", "slides")
# A day after all notes of any notebook that is measured.
_LATE = "2099-12-31"
_WORDS = {
    "new": ("new", _LATE, "--no-edit", "--dry-run"),
    "ask": ("ask", "이 질문은 재는 동안에 적었나요?", "--lecture", "3"),
    _ASK_READ: ("ask", "`이` 질문은 재는 동안에 적었나요?", "--lecture", "4"),
}
_PATIENCE = 30.0
_FEWEST = 3


def measure_commands(record: Record, size: int, notebook: Path, rounds: int) -> None:
    """Those that only have to start beside an empty Python, those that read all notes beside `rg`."""
    # A command that writes would wait until what was built before is on the disk.
    os.sync()
    starting = [(EMPTY, (sys.executable, "-c", "pass")), *_ours(_STARTING)]
    _in_turn(record, size, notebook, starting, rounds)
    grep = shutil.which("rg")
    reading = [(GREP, (grep, "--count", ASKED, "notes"))] if grep else []
    _in_turn(record, size, notebook, [*reading, *_ours((*READING, *_ALSO))], rounds)


def measure_import(record: Record, source: Path, rounds: int) -> int:
    """Imports the PDFs of a folder into an empty notebook, and counts them."""
    count = len(list(source.glob("*.pdf")))
    for _ in range(rounds if count else 0):
        with TemporaryDirectory() as name:
            folder = Path(name)
            seconds(studylog("init", "--no-input"), folder)
            took = seconds(studylog("import", str(source), "--no-input"), folder)
            record.seconds[Key(count, "import", "command")].append(took)
    return count


def _works(record: Record, words: Words, notebook: Path) -> bool:
    try:
        seconds(words, notebook)
    except FailedError as error:
        record.failures.append(str(error))
        return False
    return True


def _ours(names: Sequence[str]) -> list[tuple[str, Words]]:
    return [(name, studylog(*_WORDS.get(name, name.split()))) for name in names]


def _in_turn(
    record: Record, size: int, notebook: Path, programs: Sequence[tuple[str, Words]], rounds: int
) -> None:
    """Runs each program once unseen, so that nothing has changed since, then all in turn.

    Slow ones are run fewer times; those that fail are left out, and told.
    """
    programs = [(name, words) for name, words in programs if _works(record, words, notebook)]
    began = time.monotonic()
    for number in range(rounds):
        if number >= _FEWEST and time.monotonic() - began > _PATIENCE * len(programs):
            break
        for name, words in programs:
            record.seconds[Key(size, name, "command")].append(seconds(words, notebook))
