"""What a command opens: of a thousand notes none that did not change."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studylog.core.errors import Exit
from tests.cli.processes import index, played

NOTE = """---
date: 20{year:02}-08-12
type: daily
attendees: [이몽룡]
---
#### {year}강

Q. 왜 {number}로 나누나요?
A. (몽룡) 그래서요.

### 논문 리뷰

#### 논문 {number}
"""
LISTING = (
    "list",
    "list --person 이몽룡 --json",
    "questions --all",
    "questions --all --json",
    "lectures",
    "papers",
)
CHANGED = "2021-0500.md"


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("notebook")
    (root / "studylog.yaml").write_text("roster: [이몽룡]\n", encoding="utf-8")
    (root / "notes").mkdir()
    for number in range(1000):
        write(root, f"2021-{number:04}.md", NOTE.format(year=number // 50, number=number))
    index(root)
    yield root


def write(root: Path, name: str, text: str) -> None:
    (root / "notes" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("call", [*LISTING, "check", "open 2019-08-12", "open notes/2021-0007.md"])
def test_nothing_is_opened_or_parsed_where_nothing_changed(notebook: Path, call: str) -> None:
    code, modules, opened = played(notebook, *call.split())
    assert code in (Exit.DONE, Exit.DECIDE)
    assert [] == opened
    assert "markdown_it" not in modules


@pytest.mark.parametrize("call", ["show notes/2021-0007.md", "attend notes/2021-0007.md"])
def test_opened_is_the_note_that_is_shown(notebook: Path, call: str) -> None:
    code, modules, opened = played(notebook, *call.split())
    assert (Exit.DONE, {"2021-0007.md"}) == (code, {*opened})
    assert "markdown_it" not in modules


@pytest.mark.parametrize("call", [*LISTING, "check"])
def test_of_a_thousand_notes_the_one_that_changed_is_parsed(notebook: Path, call: str) -> None:
    write(notebook, CHANGED, NOTE.format(year=20, number=call))
    code, modules, opened = played(notebook, *call.split())
    assert (Exit.DONE, [CHANGED]) == (code, opened)
    assert "markdown_it" in modules


@pytest.mark.parametrize("call", ["open 2020-08-12", "open notes/2021-0007.md"])
def test_to_find_a_note_only_the_header_of_the_one_that_changed_is_read(notebook: Path, call: str) -> None:
    write(notebook, CHANGED, NOTE.format(year=20, number=call))
    code, modules, opened = played(notebook, *call.split())
    assert (Exit.DONE, [CHANGED]) == (code, opened)
    assert "markdown_it" not in modules
