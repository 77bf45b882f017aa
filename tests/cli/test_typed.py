"""What somebody typed in the editor is never lost: where it cannot be used, it stays in its file."""

import shlex
import sys
from pathlib import Path

import pytest

from studylog.cli.app import main
from studylog.core.errors import Exit

TYPED = "미래 시점을 가립니다.\n\n그래서 가중치가 0이 됩니다."
NOTE = """---
date: 2021-08-12
---

Q. 마스킹은 왜 하나요? ^q-k3f9a2bc

Q. 왜 나누나요? ^q-k3f9a2bd 닫음: 다음 과정
"""
EDITOR = """
import sys
from pathlib import Path
file = Path(sys.argv[-1])
file.write_text({typed!r} + file.read_text(encoding="utf-8"), encoding="utf-8")
sys.exit({code})
"""


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A note with an open question and a closed one; temporary files come into a folder of their own."""
    note = tmp_path / "study" / "notes" / "2021-08-12.md"
    note.parent.mkdir(parents=True)
    note.write_text(NOTE, encoding="utf-8")
    (tmp_path / "study" / "studylog.yaml").write_text("language: ko\n", encoding="utf-8")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "study")
    monkeypatch.delenv("VISUAL", raising=False)
    return note


def answered(note: Path, monkeypatch: pytest.MonkeyPatch, id_: str, typed: str, code: int = 0) -> int:
    """How an answer in an editor ended, in which somebody types a text."""
    script = note.parents[2] / "editor.py"
    script.write_text(EDITOR.format(typed=typed, code=code), encoding="utf-8")
    monkeypatch.setenv("EDITOR", shlex.join([Path(sys.executable).as_posix(), script.as_posix()]))
    return main(["answer", id_, "--edit"])


def left(note: Path) -> list[Path]:
    """The temporary files that are there afterwards."""
    return [file for file in (note.parents[2] / "temporary").rglob("*") if file.is_file()]


def test_what_was_typed_is_put_under_its_question_and_leaves_nothing_behind(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Exit.DONE == answered(note, monkeypatch, "q-k3f9a2bc", TYPED)
    assert f"^q-k3f9a2bc\n\nA. {TYPED}\n" in note.read_text(encoding="utf-8")
    assert [] == left(note)


@pytest.mark.parametrize(
    ("id_", "code", "ended"), [("q-k3f9a2bd", 0, Exit.DECIDE), ("q-k3f9a2bc", 3, Exit.PROBLEMS)]
)
def test_what_cannot_be_used_stays_where_the_command_says(
    id_: str,
    code: int,
    ended: Exit,
    note: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended == answered(note, monkeypatch, id_, TYPED, code)
    (file,) = left(note)
    assert file.read_text(encoding="utf-8").startswith(TYPED)
    assert str(file) in capsys.readouterr().err
    assert NOTE == note.read_text(encoding="utf-8")


@pytest.mark.parametrize(("code", "ended"), [(0, Exit.USAGE), (3, Exit.PROBLEMS)])
def test_nothing_typed_leaves_nothing_behind(
    code: int, ended: Exit, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ended == answered(note, monkeypatch, "q-k3f9a2bc", "", code)
    assert [] == left(note)
    assert NOTE == note.read_text(encoding="utf-8")


def test_an_editor_that_takes_the_file_away_has_typed_nothing(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking = [Path(sys.executable).as_posix(), "-c", "import os, sys; os.remove(sys.argv[-1])"]
    monkeypatch.setenv("EDITOR", shlex.join(taking))
    assert Exit.USAGE == main(["answer", "q-k3f9a2bc", "--edit"])
    assert [] == list((note.parents[2] / "temporary").iterdir())
