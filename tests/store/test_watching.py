"""A watched notebook: what changes in it is told, also in folders that came, or came back, since."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studylog.store.watching import Watch, watching

PATIENCE, QUIET = 20.0, 0.5


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("notes", "_site", ".git"):
        (tmp_path / folder).mkdir()
    return tmp_path


@pytest.fixture
def watch(root: Path) -> Iterator[Watch]:
    with watching(root, root / "_site") as watch:
        yield watch


def settle(watch: Watch) -> None:
    while watch.wait(QUIET):
        pass


def made_anew(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def moved_and_back(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere")).rename(folder)


def test_what_is_hidden_and_what_lies_in_the_site_does_not_count(root: Path, watch: Watch) -> None:
    (root / "_site/index.html").write_text("")
    (root / ".git/HEAD").write_text("")
    (root / "notes/.a.md.swp").write_text("")
    assert None is watch.wait(QUIET)
    (root / "notes/a.md").write_text("")
    assert (str(root / "notes/a.md"),) == watch.wait(PATIENCE)


def test_a_new_folder_is_told_after_it_is_watched(root: Path, watch: Watch) -> None:
    (root / "pictures").mkdir()
    assert (str(root / "pictures"),) == watch.wait(PATIENCE)
    (root / "pictures/a.png").write_text("")
    assert (str(root / "pictures/a.png"),) == watch.wait(PATIENCE)


@pytest.mark.parametrize("replace", [made_anew, moved_and_back])
def test_a_folder_that_takes_the_place_of_one_is_watched(
    root: Path, watch: Watch, replace: Callable[[Path], None]
) -> None:
    replace(root / "notes")
    settle(watch)
    (root / "notes/a.md").write_text("")
    assert (str(root / "notes/a.md"),) == watch.wait(PATIENCE)
