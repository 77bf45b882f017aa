"""A finished folder takes the place of another in one step, or after a killed run in the next one."""

from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.store import folders
from studylog.store.folders import exchange, staging
from studylog.store.temporary import remove_tree


def site(folder: Path, word: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(word, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()
    }


@pytest.fixture(params=["in one step", "by two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "by two renames":
        monkeypatch.setattr(folders, "swapped", lambda *_: False)


@pytest.mark.usefixtures("_way")
def test_what_was_built_takes_the_place_and_the_old_site_is_gone(tmp_path: Path) -> None:
    target = site(tmp_path / "_site", "old")
    with staging(target) as stage:
        (stage / "index.html").write_text("new", encoding="utf-8")
        assert {"index.html": "old"} == tree(target)
        exchange(stage, target)
        assert {"index.html": "old"} == tree(stage)
    assert {"_site/index.html": "new"} == tree(tmp_path)
    assert ["_site"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.usefixtures("_way")
def test_a_first_site_is_a_plain_rename_into_folders_that_are_made(tmp_path: Path) -> None:
    target = tmp_path / "public" / "_site"
    with staging(target) as stage:
        (stage / "index.html").write_text("new", encoding="utf-8")
        exchange(stage, target)
    assert {"public/_site/index.html": "new"} == tree(tmp_path)


@pytest.mark.usefixtures("_way")
def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    target = site(tmp_path / "_site", "old")
    with pytest.raises(RuntimeError), staging(target) as stage:
        (stage / "index.html").write_text("half", encoding="utf-8")
        raise RuntimeError
    assert {"_site/index.html": "old"} == tree(tmp_path)


@pytest.mark.usefixtures("_way")
def test_of_a_link_the_folder_it_leads_to_is_exchanged(tmp_path: Path) -> None:
    real = site(tmp_path / "web" / "site", "old")
    link = tmp_path / "_site"
    link.symlink_to(real)
    with staging(link) as stage:
        (stage / "index.html").write_text("new", encoding="utf-8")
        exchange(stage, link)
    assert link.is_symlink()
    assert {"index.html": "new"} == tree(real)


@pytest.mark.parametrize("killed_after", [1, 2])
def test_a_run_killed_between_the_renames_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_after: int
) -> None:
    class Killed(BaseException):
        pass

    target, new = site(tmp_path / "_site", "old"), site(tmp_path / "new", "new")
    rename, calls = Path.rename, []

    def rename_and_die(path: Path, to: Path) -> Path:
        calls.append(path)
        if len(calls) > killed_after:
            raise Killed
        return rename(path, to)

    monkeypatch.setattr(folders, "swapped", lambda *_: False)
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(Path, "rename", rename_and_die)
        exchange(new, target)
    folders.recover(target)
    assert {"index.html": "old" if killed_after == 1 else "new"} == tree(target)
    exchange(site(tmp_path / "newer", "newer"), target)
    assert {"index.html": "newer"} == tree(target)


def test_only_what_studylog_named_is_ever_removed(tmp_path: Path) -> None:
    precious = site(tmp_path / "home", "precious")
    with pytest.raises(ValueError, match="home"):
        remove_tree(precious)
    stage = site(tmp_path / ".studylog-0123456789ab.tmp", "ours")
    (stage / "link").symlink_to(precious)
    remove_tree(stage)
    assert {"home/index.html": "precious"} == tree(tmp_path)


def test_a_file_in_the_place_of_the_site_stays(tmp_path: Path) -> None:
    (tmp_path / "_site").write_text("a file", encoding="utf-8")
    with pytest.raises(StudylogError), staging(tmp_path / "_site") as stage:
        exchange(stage, tmp_path / "_site")
    assert {"_site": "a file"} == tree(tmp_path)
