"""What commands say of a note, or of the list of papers, that is not read, or otherwise than it looks."""

from pathlib import Path

import pytest

from tests.cli.test_transcripts import here, played
from tests.refused import refuse

__all__ = ["here"]


@pytest.fixture
def team(here: Path) -> Path:
    (here / "notes").mkdir()
    (here / "notes" / "2021-08-12.md").write_text("Q. 왜요?\n", encoding="utf-8")
    (here / "studylog.yaml").write_text("", encoding="utf-8")
    return here


def test_a_list_in_another_encoding_is_shown_and_told(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (team / "papers.yaml").write_bytes("- 그림 논문\n".encode("utf-16"))
    said = played("studylog papers --lang ko", team, capsys)
    assert "그림-논문\t그림 논문" in said
    assert "! papers.yaml:1:1: 경고[encoding]: 파일이 UTF-8이 아니라 UTF-16-LE로 쓰여 있습니다." in said


def test_a_note_in_another_encoding_is_none_of_it(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (team / "notes" / "2021-08-13.md").write_bytes("Q. 언제요?\n".encode("utf-16"))
    (team / "papers.yaml").write_text("- VGG\n", encoding="utf-8")
    assert "encoding" not in played("studylog papers", team, capsys)


def test_a_list_that_cannot_be_opened_is_told(
    team: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (team / "papers.yaml").write_text("- VGG\n", encoding="utf-8")
    refuse(monkeypatch, "papers.yaml")
    said = played("studylog papers", team, capsys)
    assert "! papers.yaml:1:1: error[unreadable]: Nobody may read it.\n" in said
    assert "No papers yet." not in said


@pytest.mark.parametrize("command", ["papers", "check"])
def test_a_folder_in_its_place_is_told(team: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    (team / "papers.yaml").mkdir()
    said = played(f"studylog {command}", team, capsys)
    assert "papers.yaml:1:1: error[unreadable]: A file is needed here, but this is a folder: " in said
    assert "No papers yet." not in said


@pytest.mark.parametrize(
    "command",
    [
        *("list", "list --json", "questions", "status", "search 왜요"),
        *("brief 8/13", "lectures", "papers", "people", "people --attendance"),
    ],
)
def test_a_note_that_cannot_be_read_is_missed(
    team: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    missed = "! 1 note could not be read: notes/2021-08-12.md\n!   `studylog check` says why.\n"
    assert missed not in played(f"studylog {command}", team, capsys)
    (team / "notes" / "2021-08-12.md").write_text("Q. 언제요?\n", encoding="utf-8")
    refuse(monkeypatch, "2021-08-12.md")
    said = played(f"studylog {command}", team, capsys)
    assert missed in said
    assert "왜요?" not in said
