"""Commands in processes of their own, and what they import and open there."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from studylog.store.index.keep import Shelf
from studylog.store.index.opening import opened
from studylog.store.notebook import find

ROOT = Path(__file__).parents[2]
PLAYED = """
import contextlib, io, json, os, sys
from pathlib import Path
opened = []
def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith(".md"):
        opened.append(Path(os.fsdecode(arguments[0])).name)
sys.addaudithook(watch)
from studylog.__main__ import main
code = 0
shown, told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(told):
    try:
        code = main()
    except SystemExit as ended:
        code = ended.code
print(json.dumps([code, sorted(sys.modules), opened]))
"""


def played(
    folder: Path, *words: str, variables: Mapping[str, str] | None = None
) -> tuple[int, set[str], list[str]]:
    """How the command ended, the modules of the process that it ran in, and the notes that it opened."""
    known = {
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "EDITOR": "true",
        "STUDYLOG_NOW": "2021-08-12T18:00+09:00",
    }
    run = subprocess.run(
        [sys.executable, "-c", PLAYED, *words],
        capture_output=True,
        check=True,
        cwd=folder,
        env={**os.environ, **known, **(variables or {})},
    )
    code, modules, opened = json.loads(run.stdout)
    return code, {*modules}, opened


def index(folder: Path) -> None:
    """Makes the index of a notebook as if its notes had been written some time ago.

    What was written just before it was looked at is not trusted: it would be opened once more.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Shelf, "now", lambda shelf: time.time_ns() + 10**10)
        with opened(find(folder)):
            pass
