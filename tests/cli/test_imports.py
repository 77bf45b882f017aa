"""Starting is a feature: what a command does not need, it does not import."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studylog.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
HEAVY = {"bs4", "jinja2", "markdown_it", "pydantic", "rich", "sqlite3", "yaml"}
PLAYED = """
import contextlib, io, json, sys
from studylog.__main__ import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    code = main()
print(json.dumps([code, sorted(sys.modules)]))
"""


def imported(folder: Path, *words: str) -> set[str]:
    """The modules of the process that the command ran in."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    command = [sys.executable, "-c", PLAYED, *words]
    run = subprocess.run(command, capture_output=True, check=True, cwd=folder, env=environment)
    code, modules = json.loads(run.stdout)
    assert 0 == code
    return {*modules}


@pytest.mark.parametrize("words", [("--help",), ("--lang", "ko", "-h"), ()])
def test_help_needs_no_library_at_all(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "studylog.yaml").write_text("language: ko\n", encoding="utf-8")
    assert set() == imported(tmp_path, *words) & (HEAVY | {"typer"})


def test_the_version_needs_nothing_but_python(tmp_path: Path) -> None:
    ours = {name for name in imported(tmp_path, "--version") if name.startswith("studylog.")}
    assert {"studylog.__main__"} == ours


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_reads_no_notes(tmp_path: Path, command: str) -> None:
    assert set() == imported(tmp_path, command, "--help") & (HEAVY - {"yaml"})


def test_one_command_does_not_import_the_others(tmp_path: Path) -> None:
    commands = {"studylog.cli.questions", "studylog.cli.build", "studylog.cli.imports", "studylog.cli.doctor"}
    assert set() == imported(tmp_path, "new", "--help") & commands


def test_importing_markdown_needs_no_reader_of_anything_else(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").touch()
    (tmp_path / "a.md").write_text("글\n", encoding="utf-8")
    assert set() == imported(tmp_path, "import", "a.md") & {
        "bs4",
        "markdownify",
        "pypdfium2",
        "PIL",
        "jinja2",
    }
    assert (tmp_path / "notes/a.md").exists()


def test_a_new_note_needs_no_markdown_and_no_table(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").write_text("roster: [홍길동]\n", encoding="utf-8")
    unneeded = {"bs4", "markdown_it", "pydantic", "pygments", "rich", "sqlite3", "math_core", "nh3"}
    assert set() == imported(tmp_path, "new") & unneeded
    assert 1 == len([*tmp_path.glob("notes/*/*.md")])
    # And so the second time, when it is only opened.
    assert set() == imported(tmp_path, "new") & unneeded
    assert set() == imported(tmp_path, "open") & unneeded
