"""The editor gets the note as one absolute argument, and what goes wrong is told with the way to the note."""

import sys
from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.store.editor import edit

WRITE_DOWN = "import sys, pathlib; pathlib.Path(sys.argv[-1]).write_text(repr(sys.argv[1:]))"


def test_the_editor_gets_its_options_and_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    edit([sys.executable, "-c", WRITE_DOWN, "--wait"], Path("-8 12; ls.md"))
    note = tmp_path / "-8 12; ls.md"
    assert repr(["--wait", str(note)]) == note.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [[], ["no-such-editor", "--wait"]])
def test_an_editor_that_is_not_there_is_named_with_the_remedy(tmp_path: Path, words: list[str]) -> None:
    with pytest.raises(StudylogError, match=r"8-12\.md") as caught:
        edit(words, tmp_path / "8-12.md")
    assert caught.value.hint is not None


def test_an_editor_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudylogError, match=r"code 3.*8-12\.md"):
        edit([sys.executable, "-c", "raise SystemExit(3)"], tmp_path / "8-12.md")
