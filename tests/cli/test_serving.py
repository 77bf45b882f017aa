"""`studylog serve --open` shows the page of the meeting of today in a browser, else the first page of all."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from tests.cli.processes import ROOT
from tests.features.site_notebook import make

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a browser of this kind is not started there")
# As a browser, it says where it was sent.
BROWSER = shlex.join([sys.executable, "-c", "import sys; print('sent', sys.argv[1], file=sys.stderr)", "%s"])
PATIENCE = 60


@contextmanager
def served(folder: Path, today: str, browser: str) -> Iterator["subprocess.Popen[str]"]:
    """A notebook that is served and opened, with no other browser to be found."""
    variables = {"PYTHONPATH": str(ROOT), "STUDYLOG_NOW": today, "BROWSER": browser, "STUDYLOG_LANG": "en"}
    with subprocess.Popen(
        [sys.executable, "-m", "studylog", "serve", "--open"],
        cwd=folder,
        env={**os.environ, **variables, "PATH": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        # Nobody waits for ever for what is not said.
        late = Timer(PATIENCE, process.kill)
        late.start()
        yield process
        process.send_signal(signal.SIGINT)
        process.communicate()
        late.cancel()


def said(process: "subprocess.Popen[str]", beginning: str) -> str | None:
    """The rest of the first line that begins so; None when none does."""
    assert process.stderr
    return next(
        (line[len(beginning) :].strip() for line in process.stderr if line.startswith(beginning)), None
    )


@pytest.mark.parametrize(
    ("today", "page"),
    [
        ("2021-08-11T18:00+09:00", "meetings/2021-08-11-daily.html"),
        ("2021-12-24T18:00+09:00", "index.html"),
    ],
)
def test_the_page_of_today_opens_in_the_browser(tmp_path: Path, today: str, page: str) -> None:
    with served(make(tmp_path / "우리 노트", "ko"), today, BROWSER) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        assert address + page == said(process, "sent ")


def test_without_a_browser_the_address_is_told(tmp_path: Path) -> None:
    with served(
        make(tmp_path / "notebook", "ko"), "2021-08-11T18:00+09:00", "nothing-of-that-name"
    ) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address == said(process, "No browser could be opened; the address is ")
