"""Starting is a feature: what a command does not need, it neither imports nor reads."""

from pathlib import Path

import pytest

from studylog.cli.words.catalogue import COMMANDS
from studylog.core.errors import Exit
from tests.cli.processes import index, played

# What takes long to import: nothing of it is loaded unless the table says so.
HEAVY = {
    *(
        "asyncio",
        "concurrent",
        "ctypes",
        "dataclasses",
        "email",
        "http",
        "multiprocessing",
        "socket",
        "sqlite3",
        "ssl",
    ),
    *("subprocess", "unittest", "xml", "zipfile"),
    *("bs4", "jinja2", "markdown_it", "math_core", "mdit_py_plugins", "nh3", "PIL", "pydantic", "pygments"),
    *("pypdfium2", "rich", "typer", "yaml"),
}
# Usual settings and headers are read without a parser of YAML, usual words without Typer, usual templates
# without jinja2.
NOTHING: frozenset[str] = frozenset()
GIT = frozenset({"subprocess"})
INDEX = frozenset({"sqlite3"})
READER = INDEX | {"dataclasses", "markdown_it", "mdit_py_plugins", "math_core"}
NOTES = READER | {"concurrent", "nh3", "pygments"}
TYPER = frozenset({"dataclasses", "subprocess", "typer"})
# What each call may import of it when the index knows all notes.
MAY_IMPORT: dict[str, frozenset[str]] = {
    "": NOTHING,
    "--version": NOTHING,
    "--help": NOTHING,
    "--lang ko -h": NOTHING,
    "new": GIT | INDEX,
    "new 2021-08-13": GIT | INDEX,
    "new 2021-08-13 --author 이몽룡 --lecture 7 --json": INDEX,
    "open": INDEX,
    "carry 2021-08-12": INDEX,
    "carry 2021-08-12 --json": INDEX,
    "attend --absent 성춘향": INDEX,
    "list": INDEX,
    "list --person 이몽룡 --lecture 7 --json": INDEX,
    "show": INDEX,
    "show --section 7강": NOTES,
    "questions": INDEX,
    "questions --all --json": INDEX,
    "questions --all --format md": INDEX,
    "ask 왜요? --lecture 7 --by 이몽룡": READER,
    "ask 왜요? --json": READER,
    "answer q-3xb7 그래서요": READER,
    "close q-3xb7 --reason 그만": READER,
    "lectures": INDEX,
    "lectures 7": INDEX,
    "lectures 7 --json": INDEX,
    "status": INDEX | GIT,
    "brief": INDEX,
    "brief --json": INDEX,
    "week": INDEX,
    "papers": INDEX,
    "people": INDEX,
    "people 이몽룡": INDEX,
    "people --attendance --json": INDEX,
    "rota": INDEX,
    "rota next --json": INDEX,
    "papers missing": INDEX,
    "papers plan": INDEX,
    "papers add VGG --date 8/20": INDEX,
    "papers plan VGG --date 8/20": NOTES,
    "slides": INDEX,
    "slides check": INDEX,
    "slides thumbs": NOTES,
    "slides check --fix": NOTES,
    "slides add Birch.pdf": NOTES,
    "init sub": NOTHING,
    "import a.md": NOTES,
    "build": NOTES | {"jinja2"},
    "serve --port 70000": NOTHING,
    "check": INDEX,
    "doctor": GIT,
    # What is unusual is explained by Typer, and by nothing else.
    "list --unknown": TYPER,
    **{f"{name} --help": TYPER for name in COMMANDS},
}
# `serve` goes on until it is ended: what it imports first is told by what it refuses.
REFUSED = ("list --unknown", "serve --port 70000")
# And what may be needed for what the shell offers.
MAY_OFFER = {
    "studylog ne": TYPER,
    "studylog new --ab": TYPER,
    "studylog new --absent 성": TYPER,
    "studylog open 2021": TYPER | INDEX,
    "studylog answer q-": TYPER | INDEX,
    "studylog ask 왜요? --lecture ": TYPER,
}
NOTE = """---
title: 8/12(목) 회의록
date: 2021-08-12
type: daily
attendees: [성춘향, 이몽룡]
---
#### 7강

Q. 왜 $x$로 나누나요? [자료](https://slides.example/7.pdf)

```python
print(1)
```

### 논문 리뷰

#### Birch
"""


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    (tmp_path / "studylog.yaml").write_text("roster: [성춘향, 이몽룡]\n", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2021-08-12.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "a.md").write_text("글\n", encoding="utf-8")
    (tmp_path / "Birch.pdf").write_text("%PDF-1.4\n", encoding="utf-8")
    index(tmp_path)
    return tmp_path


def heavy(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules} & HEAVY


def test_every_command_is_in_the_table() -> None:
    assert {*COMMANDS} == {call.split(" ")[0] for call in MAY_IMPORT} & {*COMMANDS}
    assert frozenset().union(*MAY_IMPORT.values(), *MAY_OFFER.values()) <= HEAVY


@pytest.mark.parametrize("call", MAY_IMPORT)
def test_a_command_imports_only_what_it_may(notebook: Path, call: str) -> None:
    code, modules, _ = played(notebook, *call.split())
    assert code == (Exit.USAGE if call in REFUSED else Exit.DONE)
    assert set() == heavy(modules) - MAY_IMPORT[call]


@pytest.mark.parametrize("call", ["list", "questions", "lectures", "papers", "slides", "check"])
def test_where_notes_changed_a_command_may_import_what_reads_them(notebook: Path, call: str) -> None:
    (notebook / "notes" / "2021-08-13.md").write_text(NOTE, encoding="utf-8")
    code, modules, _ = played(notebook, *call.split())
    assert Exit.DONE == code
    assert "markdown_it" in modules
    assert set() == heavy(modules) - NOTES


@pytest.mark.parametrize("line", MAY_OFFER)
def test_what_the_shell_offers_imports_only_what_it_may(notebook: Path, line: str) -> None:
    position = str(line.count(" "))
    asked = {"_STUDYLOG_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": position}
    code, modules, _ = played(notebook, variables=asked)
    assert Exit.DONE == code
    assert set() == heavy(modules) - MAY_OFFER[line]


def test_the_version_needs_nothing_but_python(tmp_path: Path) -> None:
    _, modules, _ = played(tmp_path, "--version")
    assert ["studylog.__main__"] == sorted(name for name in modules if name.startswith("studylog."))


def test_one_command_does_not_import_the_others(notebook: Path) -> None:
    home = "studylog.cli.commands"
    others = {f"{home}.{line.module or name}" for name, line in COMMANDS.items() if name != "new"}
    for words in (("new",), ("new", "--help")):
        _, modules, _ = played(notebook, *words)
        assert set() == modules & others


def test_a_new_note_opens_only_notes_that_may_be_of_its_day_when_the_index_is_fresh(notebook: Path) -> None:
    for day in range(1, 31):
        (notebook / "notes" / f"2021-09-{day:02}.md").write_text(NOTE, encoding="utf-8")
    (notebook / "notes" / "page.md").write_text("글\n", encoding="utf-8")
    index(notebook)
    code, _, opened = played(notebook, "new", "2021-09-07", "--dry-run")
    assert (Exit.DONE, ["2021-09-07.md", "page.md"]) == (code, sorted(opened))


@pytest.mark.parametrize("call", ["new 2021-08-13", "list", "questions", "status"])
def test_what_is_asked_often_makes_no_hash_and_loads_few_sentences(notebook: Path, call: str) -> None:
    code, modules, _ = played(notebook, "--lang", "ko", *call.split())
    assert Exit.DONE == code
    assert set() == modules & {"hashlib", "studylog.locale.ko.help"}


@pytest.mark.parametrize("call", ["new 2021-08-13", "ask 왜요?"])
def test_what_must_not_wait_does_without_what_brings_the_index_up_to_date(notebook: Path, call: str) -> None:
    updating = {f"studylog.store.index.{name}" for name in ("opening", "changes", "update", "refresh")}
    code, modules, _ = played(notebook, *call.split(), variables={"STUDYLOG_NOW": "2021-08-12T18:00"})
    assert Exit.DONE == code
    assert "studylog.store.index.ready" in modules
    assert set() == modules & updating


def test_a_plain_question_behind_its_like_is_asked_without_what_reads_notes(notebook: Path) -> None:
    on_the_day = {"STUDYLOG_NOW": "2021-08-12T18:00"}
    for question, reads in (("왜요?", True), ("또 왜요?", False), ("*정말* 왜요?", True), ("왜요?", True)):
        code, modules, _ = played(notebook, "ask", question, "--lecture", "7", variables=on_the_day)
        assert Exit.DONE == code
        assert reads == ("markdown_it" in modules)
