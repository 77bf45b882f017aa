"""A file that nobody may read, whoever runs the tests: permissions stop no superuser."""

from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.core.i18n import Message
from studylog.store import files


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """From now on, files of that name cannot be read."""
    read = files.read

    def refused(file: Path) -> bytes:
        if file.name == name:
            raise StudylogError(Message("Nobody may read it."))
        return read(file)

    monkeypatch.setattr(files, "read", refused)
