"""git is asked without a shell, and its absence is no error."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from studylog.store import git
from studylog.store.git import running
from tests.repositories import pretended_git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = tmp_path / "-C 이상한 이름; touch hacked"
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


def pretend(folder: Path, script: str) -> None:
    """The only program is one called git that does something else."""
    pretended_git(folder, script)
    os.environ["PATH"] = str(folder)


def test_the_name_is_the_one_git_would_use_here(repository: Path) -> None:
    assert git.user_name(repository) is None
    subprocess.run(["git", "-C", str(repository), "config", "user.name", "홍길동"], check=True)
    assert "홍길동" == git.user_name(repository)
    assert git.user_name(repository.parent) is None


def test_a_repository_is_told_from_a_folder(repository: Path, tmp_path: Path) -> None:
    (repository / "notes").mkdir()
    (tmp_path / "plain").mkdir()
    assert git.is_repository(repository)
    assert git.is_repository(repository / "notes")
    assert not git.is_repository(tmp_path / "plain")
    assert not git.is_repository(tmp_path / "nowhere")


def test_a_hook_of_another_repository_does_not_mislead(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").mkdir()
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    assert not git.is_repository(tmp_path / "plain")


def test_the_version_begins_with_a_number() -> None:
    version = git.git_version()
    assert version is not None
    assert version[0].isdigit()


def test_where_git_is_absent_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git.git_version() is None
    assert git.user_name(tmp_path) is None
    assert not git.is_repository(tmp_path)


def test_git_is_never_waited_for_long_and_gets_no_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setenv("PATH", str(tmp_path))
    pretend(tmp_path, "import time; time.sleep(60)")
    began = time.monotonic()
    assert git.git_version() is None
    assert time.monotonic() - began < 10
    monkeypatch.setattr(running, "PATIENCE_SECONDS", 20)
    pretend(tmp_path, "import os, sys; print(repr(sys.stdin.read()), os.environ['GIT_TERMINAL_PROMPT'])")
    assert "'' 0" == git.git_version()


def test_what_is_not_committed_is_told_by_path(tmp_path: Path) -> None:
    assert git.uncommitted(tmp_path, "notes") is None
    folder = tmp_path / "공책"
    (folder / "notes").mkdir(parents=True)
    for words in (["init", "-q"], ["config", "user.name", "a"], ["config", "user.email", "a@b.c"]):
        subprocess.run(["git", "-C", tmp_path, *words], check=True)
    for name in ("가 나.md", "b.md", "c.md"):
        (folder / "notes" / name).write_text("글\n", encoding="utf-8")
    subprocess.run(["git", "-C", tmp_path, "add", "."], check=True)
    subprocess.run(["git", "-C", tmp_path, "commit", "-qm", "x"], check=True)
    assert () == git.uncommitted(folder, "notes")
    (folder / "notes" / "가 나.md").write_text("다른 글\n", encoding="utf-8")
    (folder / "notes" / "d.md").write_text("글\n", encoding="utf-8")
    (folder / "notes" / "b.md").unlink()
    found = git.uncommitted(folder, "notes") or ()
    assert ["notes/b.md", "notes/d.md", "notes/가 나.md"] == sorted(found)


def test_a_path_keeps_the_blank_that_it_begins_with(repository: Path) -> None:
    (repository / " 초안.md").write_text("글\n", encoding="utf-8")
    assert (" 초안.md",) == git.uncommitted(repository)
