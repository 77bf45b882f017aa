"""An index is for one program and its settings: another one makes its own."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from studylog.store.index import program
from studylog.store.index.opening import opened
from studylog.store.index.program import LIBRARIES, key_of
from tests.indexes import SAMPLE, digest, made_anew, notebook

ROOT = Path(__file__).parents[3]
# They write commands, pages and drafts; what a note says does not hang on them.
NO_READERS = {"watchfiles", "typer", "rich", "jinja2", "beautifulsoup4"}


@pytest.mark.parametrize("what", ["_VERSION", "__version__", "installed", "settings"])
def test_an_index_of_another_program_or_of_other_settings_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    book = notebook(tmp_path, SAMPLE)
    with opened(book) as index:
        id_ = index.id
    if what == "settings":
        book = notebook(tmp_path, {}, "courses:\n  - {name: AI Math, from: 2021-08-02}\n")
    elif what == "installed":
        monkeypatch.setattr(program, what, lambda libraries: ("markdown_it_py_9.0",))
    else:
        monkeypatch.setattr(program, what, "0.0.0")
    with opened(book) as index:
        assert id_ != index.id
        id_ = index.id
        assert made_anew(book) == digest(index.db)
    with opened(book) as index:
        assert id_ == index.id


def test_a_program_has_one_key_in_every_run(tmp_path: Path) -> None:
    book = notebook(tmp_path, {}, "roster:\n  - {name: 홍길동, aliases: [길동]}\nsite: {title: x}\n")
    asking = (
        "import sys; from pathlib import Path; from studylog.store.notebook import find; "
        "from studylog.store.index.program import key_of; print(key_of(find(Path(sys.argv[1]))))"
    )
    keys = {
        subprocess.run(
            [sys.executable, "-c", asking, str(tmp_path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert {key_of(book)} == keys


def test_every_library_that_reads_notes_is_part_of_the_key() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {
        re.match(r"[\w-]+", line)[0]
        for line in (*project["dependencies"], *project["optional-dependencies"]["pdf"])
    }
    named = {name.replace("_", "-") for name in LIBRARIES.values()} - {"linkify-it-py"}
    assert {name for name in needed if name not in NO_READERS} == named
    found = program.installed(LIBRARIES)
    assert all(any(one.startswith(f"{name}_") for one in found) for name in LIBRARIES.values()), found
