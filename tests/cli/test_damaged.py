"""What reads first and then answers does so from a damaged index, too, and says and writes it once."""

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.store import files
from studylog.store.index.damage import DamagedError, once_more
from studylog.store.index.keep import Shelf
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from studylog.store.slides.ledger import remember
from tests.cli.test_transcripts import here, played
from tests.store.index.test_damage import forge

__all__ = ["here"]

NOTE = """---
date: 2021-08-12
type: daily
attendees: [이몽룡, 성춘향]
---
[어제](없는 노트.md)

#### 7강

Q1. 왜 $x^2$로 나누나요? ^q-k3f9a2bc

Q2. 마스킹은 왜 하나요? ^q-k3f9a2bd
A2. (몽룡) 미래를 가려요.

### 논문 리뷰

#### ResNet

발표: 성춘향 [slides](slides/resnet.pdf)

- [ ] (춘향) 정리해서 공유하기
"""
READING = (
    *("list", "list --match 미래 --json", "questions --all", "questions --json", "questions --format md"),
    *("lectures", "lectures 7 --json", "status", "status --json", "brief", "brief --json"),
    *("week 2021-08-12", "week --json 2021-08-12", "search 마스킹", "people", "people 이몽룡 --json"),
    *("people --attendance", "rota", "rota next --json"),
)
LOOKING_AT_FILES = ("papers", "papers missing --json", "slides", "slides --json", "slides check", "check")
# What is read to see whether the index is as it should be: where that is lost, it is made anew at once.
FIRST = ("meta", "file")
FIRST_FOR_FILES = (*FIRST, "note", "attached", "refers", "picture", "deck", "located", "slides_link", "clone")


@pytest.fixture
def team(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # As if notes had been written some time ago: fresh ones would be read, and the damage seen, at once.
    monkeypatch.setattr(Shelf, "now", lambda shelf: time.time_ns() + 10**10)
    (here / "notes").mkdir()
    (here / "notes" / "2021-08-12.md").write_text(NOTE, encoding="utf-8")
    (here / "studylog.yaml").write_text("roster: [이몽룡, 성춘향]\n", encoding="utf-8")
    (here / "papers.yaml").write_text("- VGG\n", encoding="utf-8")
    return here


def damage(root: Path, kept: tuple[str, ...]) -> None:
    """Loses what is read only when the index is in use: the pages in which tables and their orders begin."""
    file = root / ".studylog" / "index.db"
    with closing(sqlite3.connect(file)) as db:
        (size,) = db.execute("PRAGMA page_size").fetchone()
        pages = db.execute(
            f"SELECT rootpage FROM sqlite_master WHERE rootpage > 0 AND tbl_name NOT IN {kept}"
        )
        starts = [(page - 1) * size for (page,) in pages]
    content = bytearray(file.read_bytes())
    for start in starts:
        content[start : start + size] = b"\xff" * size
    file.write_bytes(content)
    forge(file.parent)


def state(root: Path) -> str:
    return str(json.loads((root / ".studylog" / "index.json").read_text())["id"])


@pytest.mark.parametrize("terminal", ["", "TERMINAL=80 "])
@pytest.mark.parametrize("words", [*READING, *LOOKING_AT_FILES])
def test_what_reads_answers_at_once(
    team: Path, words: str, terminal: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = f"{terminal}studylog {words}"
    played(call, team, capsys)
    expected, id_ = played(call, team, capsys), state(team)
    damage(team, FIRST_FOR_FILES if words in LOOKING_AT_FILES else FIRST)
    assert expected == played(call, team, capsys)
    assert id_ != state(team)


def test_what_writes_says_that_it_was_damaged_writes_nothing_and_is_right_the_next_time(
    team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note, call = team / "notes" / "2021-08-12.md", "studylog close q-k3f9a2bc --reason 그만"
    played("studylog list", team, capsys)
    damage(team, FIRST)
    assert played(call, team, capsys) == (
        "! studylog: error: The index in .studylog was damaged.\n"
        "!   Run the command again: the index is made anew from the notes.\n"
        "→ 1\n"
    )
    assert note.read_text("utf-8") == NOTE
    assert "damaged" not in played(call, team, capsys)
    assert 1 == note.read_text("utf-8").count("그만")


def test_a_site_is_built_at_once_and_told_once(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    played("studylog build -o whole", team, capsys)
    for options in ("", " --public"):
        expected = played(f"studylog build{options} -o whole", team, capsys)
        damage(team, FIRST_FOR_FILES)
        assert expected.replace("whole", "again") == played(f"studylog build{options} -o again", team, capsys)
        assert files_in(team / "whole") == files_in(team / "again")


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by their paths in it."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in found}


def test_links_to_slides_are_mended_at_once_and_once(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (team / "slides" / "2021").mkdir(parents=True)
    slides, note = team / "slides" / "resnet.pdf", team / "notes" / "2021-08-12.md"
    slides.write_bytes(b"%PDF-1.4 of its own")
    remember(team, "slides/resnet.pdf", files.sha256_of(slides))
    text = NOTE.replace("(slides/", "(../slides/")
    note.write_text(text, encoding="utf-8")
    slides.rename(team / "slides" / "2021" / "resnet.pdf")
    assert "moved\t" in played("studylog slides check", team, capsys)
    expected = played("studylog slides check --fix --dry-run", team, capsys)
    damage(team, FIRST_FOR_FILES)
    assert expected == played("studylog slides check --fix --dry-run", team, capsys)
    damage(team, FIRST_FOR_FILES)
    assert "damaged" not in played("studylog slides check --fix", team, capsys)
    assert text.replace("slides/resnet.pdf", "slides/2021/resnet.pdf") == note.read_text("utf-8")


@pytest.mark.parametrize("words", ["new", "ask '마스킹은 왜 하나요?'"])
def test_what_is_looked_up_on_the_way_to_a_new_note_is_looked_up_once_more(
    team: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    played("studylog list", team, capsys)
    call, coming = f"studylog {words}", team / "notes" / "2021" / "2021-08-13-daily.md"
    expected = played(f"{call} --dry-run", team, capsys)
    damage(team, FIRST)
    assert expected == played(f"{call} --dry-run", team, capsys)
    damage(team, FIRST)
    assert "damaged" not in played(call, team, capsys)
    assert 1 == coming.read_text("utf-8").count("왜 $x^2$로 나누나요?")


def test_it_is_asked_once_more_and_not_again() -> None:
    attempts = []

    @once_more
    def ask(error: type[StudylogError]) -> None:
        attempts.append(error)
        raise DamagedError("here")

    with pytest.raises(DamagedError):
        ask(DamagedError)
    assert 2 == len(attempts)


def test_another_error_is_not_asked_about_again(team: Path) -> None:
    attempts = []

    @once_more
    def ask() -> None:
        with opened(find(team)) as index:
            attempts.append(index.id)
            index.db.execute("SELECT * FROM nowhere")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        ask()
    assert 1 == len(attempts)
