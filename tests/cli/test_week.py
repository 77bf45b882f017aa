"""A week of a team, played with commands alone: the notes are those that a person would have written."""

from pathlib import Path

import pytest

from tests.cli.test_transcripts import TRANSCRIPTS, calls, here, played, steps

__all__ = ["here"]
WEEKS = {path.stem: path for path in TRANSCRIPTS if path.stem.startswith("week.")}
WRITTEN = Path(__file__).with_name("week")
KEPT = ("notes", "papers.yaml", "slides")


def files(folder: Path) -> dict[str, bytes]:
    """All that a notebook keeps, by path: notes, slides, the list of papers; not what can be made again."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in KEPT
        for path in sorted([folder / name, *(folder / name).rglob("*")])
        if path.is_file()
    }


def week(transcript: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    folder.mkdir(parents=True)
    for block in steps(transcript, folder):
        for call in calls(block):
            played(call.line, folder, capsys)
    return files(folder)


@pytest.mark.parametrize("name", WEEKS)
def test_a_week_gives_the_notes_that_a_person_would_have_written(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert files(WRITTEN / name) == week(WEEKS[name], here / "우리 스터디", capsys)


@pytest.mark.parametrize("name", WEEKS)
def test_a_week_played_again_gives_the_same_bytes(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = week(WEEKS[name], here / "first", capsys)
    assert first == week(WEEKS[name], here / "second time", capsys)
