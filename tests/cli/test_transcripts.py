"""Commands as people type them: each file in transcripts/ is a session, played in a folder of its own.

In a `console` block, `$` begins a command (with variables in front of it, if need be); the lines after it
are what stdout gets, after `! ` what stderr gets, after `→` the exit code where it is not 0. A block named
`file PATH` is put on the disk when it is reached. `<here>` stands for the folder; `TERMINAL=80` is a
terminal of 80 columns; `export NAME=VALUE` holds for all that follows; `< FILE` is what stdin gives.
"""

import io
import os
import re
import shlex
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studylog.cli import context, progress
from studylog.cli.app import main

TRANSCRIPTS = sorted(Path(__file__).with_name("transcripts").glob("*.md"))
_BLOCK = re.compile(r"^```(console|file (?P<path>[^\n]+))\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SURROUNDINGS = {
    "COLUMNS": "80",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "LANG": "C.UTF-8",
    "NO_COLOR": "1",
    "STUDYLOG_NOW": "2021-08-13T10:00",
    "TZ": "Asia/Seoul",
}
UNSET = ("EDITOR", "LC_ALL", "LC_MESSAGES", "STUDYLOG_LANG", "STUDYLOG_ME", "STUDYLOG_NOTEBOOK", "VISUAL")


@dataclass(frozen=True, slots=True)
class Call:
    """A command of a transcript, and all that is expected of it."""

    line: str
    expected: str


def calls(body: str) -> Iterator[Call]:
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, expected = piece.partition("\n")
        yield Call(line, expected)


def steps(transcript: Path, here: Path) -> Iterator[str]:
    """The sessions of a transcript; the files between them are put on the disk when they are reached."""
    for block in _BLOCK.finditer(transcript.read_text(encoding="utf-8")):
        if not block["path"]:
            yield block["body"]
            continue
        file = here / block["path"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block["body"], encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "study"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**SURROUNDINGS, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}.items():
        monkeypatch.setenv(name, value)
    set_clock()
    yield folder
    monkeypatch.undo()
    set_clock()


def set_clock() -> None:
    """Make this process believe what TZ says; a new one does by itself."""
    if hasattr(time, "tzset"):
        time.tzset()


def played(line: str, here: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says, written down as in a transcript."""
    words = shlex.split(line)
    with pytest.MonkeyPatch.context() as patch:
        # How long a busy machine takes is no matter of what a command says.
        patch.setattr(progress, "_PATIENCE_SECONDS", float("inf"))
        while "=" in words[0]:
            name, _, value = words.pop(0).partition("=")
            patch.setenv(name, value)
            if name == "TERMINAL":
                patch.setenv("COLUMNS", value)
                patch.setattr(context, "_is_terminal", lambda stream: True)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            assert name in SURROUNDINGS  # they are put back in the end
            os.environ[name] = value
            return ""
        if words[0] == "cd":
            (here / "place").write_text(words[1], encoding="utf-8")
            return ""
        place = here / "place"
        patch.chdir(here / place.read_text(encoding="utf-8") if place.exists() else here)
        if words[-2:-1] == ["<"]:
            *words, _, file = words
            patch.setattr(sys, "stdin", io.StringIO((here / file).read_text(encoding="utf-8")))
        assert words[0] == "studylog"
        code = main(words[1:])
    said = capsys.readouterr()
    out = said.out + "".join(f"! {line}\n" for line in said.err.splitlines())
    out = "".join(f"{line.rstrip()}\n" for line in out.splitlines())
    return out.replace(str(here), "<here>") + (f"→ {int(code)}\n" if code else "")


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(transcript: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for block in steps(transcript, here):
        for call in calls(block):
            assert (call.line, call.expected) == (call.line, played(call.line, here, capsys))
