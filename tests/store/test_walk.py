"""Walking through folders that change meanwhile."""

import os
import shutil
from pathlib import Path

import pytest

from studylog.store import walk as walking
from studylog.store.walk import walk


def test_a_folder_that_goes_while_it_is_walked_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "note.md").touch()
    scandir = os.scandir

    def removing(path: str) -> object:
        if path == str(tmp_path / "b"):
            shutil.rmtree(path)
        return scandir(path)

    monkeypatch.setattr(walking.os, "scandir", removing)
    assert [str(tmp_path / "a" / "note.md")] == list(walk(tmp_path, tmp_path))
