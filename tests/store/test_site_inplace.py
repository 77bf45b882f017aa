"""A large site is changed file by file: whole pages at any moment, and what was begun is finished."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from studylog.core.errors import StudylogError
from studylog.store.files import sha256
from studylog.store.site import MARKER, Draft, inplace, old, site_draft, written_by_us
from studylog.store.site.latest import Built, Latest, Summary, last_built, remember_built


@pytest.fixture(autouse=True)
def _every_site_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old, "LARGEST", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "notebook/notes").mkdir(parents=True)
    return tmp_path / "notebook"


def build(output: Path, root: Path, **pages: str) -> Draft:
    with site_draft(output, root) as made:
        for name, text in pages.items():
            made.write(f"{name}.html".replace("__", "/"), text.encode())
    return made


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def inodes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.rglob("*.html")}


def test_only_what_is_different_is_written(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(output, root, a="1", b="2", notes__c="3")
    before = inodes(output)
    made = build(output, root, a="1", b="new", notes__d="4")
    assert {"a.html": "1", "b.html": "new", "notes/d.html": "4"} == tree(output)
    assert before["a.html"] == inodes(output)["a.html"]
    assert {"b.html", "notes/d.html", MARKER} == set(made.written)
    assert {"a.html", "b.html", "notes/d.html", MARKER} == written_by_us(output)


def test_a_part_of_the_site_can_be_made_alone(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(output, root, a="1", b="2", notes__c="3")
    with site_draft(output, root) as made:
        made.write("a.html", b"new")
        made.keep_all_but(iter(["notes/c.html"]))
    assert {"a.html": "new", "b.html": "2"} == tree(output)
    assert not (output / "notes").exists()


def test_what_others_put_there_stays(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(output, root, a="1")
    (output / "CNAME").write_text("study.example", "utf-8")
    build(output, root, a="2")
    assert {"CNAME": "study.example", "a.html": "2"} == tree(output)
    (output / "b.html").write_text("own", "utf-8")
    with pytest.raises(StudylogError):
        build(output, root, a="3", b="4")
    assert {"CNAME": "study.example", "a.html": "2", "b.html": "own"} == tree(output)


class _KilledError(BaseException):
    pass


def test_a_kill_at_any_moment_leaves_whole_pages_and_the_next_run_finishes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a": "1", "b": "2", "notes__c": "3", "index": "a b c"}
    new = {"a": "1", "b": "new", "notes__d": "4", "papers__e": "5", "index": "a b d e"}
    named = [{f"{name}.html".replace("__", "/"): text for name, text in one.items()} for one in (old, new)]
    moments, seen = 0, set()
    while True:
        output = tmp_path / f"site{moments}"
        build(output, root, **old)
        with monkeypatch.context() as patch:
            killed = _kill_at(patch, moments)
            with suppress(_KilledError):
                build(output, root, **new)
            done = not killed()
        left = {name: text for name, text in tree(output).items() if not name.startswith(".")}
        for name, text in left.items():
            assert text in {one.get(name) for one in named}, f"{name} at {moments}"
        for letter in left["index.html"].split():
            assert any(Path(name).stem == letter for name in left), f"a link to {letter} is dead at {moments}"
        seen.add("".join(sorted(left.values())))
        inplace.finish(output)
        assert tree(output) in named
        build(output, root, **new)
        assert named[1] == tree(output)
        moments += 1
        if done:
            break
    assert moments > 8
    assert len(seen) > 3


def _kill_at(patch: pytest.MonkeyPatch, moment: int) -> Callable[[], bool]:
    """Lets the process die at its n-th rename, removal of a file, or write; whether it did is told later."""
    calls: list[str] = []

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            calls.append(name)
            if len(calls) > moment:
                raise _KilledError
            return function(*args, **kwargs)

        return call

    for name in ("replace", "rename", "unlink", "rmdir", "write_text", "write_bytes"):
        patch.setattr(Path, name, counted(name, getattr(Path, name)))
    return lambda: len(calls) > moment


def test_what_a_site_was_built_from_is_known_until_somebody_writes_there(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(output, root, a="1")
    built = Built("index", 3, 2, "2021-08-12", sha256(b"theme"))
    assert last_built(root, output) is None
    (root / ".studylog").mkdir()
    latest = Latest(built, Summary(2, 1, 0, 0, 0), {"lectures/a.p2.html": "0"})
    remember_built(root, output, latest)
    assert latest == last_built(root, output)
    assert last_built(root, tmp_path / "other") is None
    os.utime(output / MARKER)
    assert last_built(root, output) is None


def test_what_a_site_was_built_from_is_never_written_through_a_link(root: Path, tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    build(output, root, a="1")
    elsewhere.mkdir()
    (root / ".studylog").symlink_to(elsewhere)
    remember_built(root, output, Latest(Built("index", 3, 2, "2021-08-12", ""), Summary(2, 1, 0, 0, 0)))
    assert [] == list(elsewhere.iterdir())


def test_a_site_whose_old_pages_nobody_may_see_is_put_in_place_at_once(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    build(output, root, a="1", b="private", c="3")
    (output / "CNAME").write_text("study.example", "utf-8")
    monkeypatch.setattr(inplace, "change", lambda *_: pytest.fail("changed file by file"))
    with site_draft(output, root, at_once=True) as made:
        made.write("a.html", b"new")
        made.write("c.html", b"3")
    assert {"CNAME": "study.example", "a.html": "new", "c.html": "3"} == tree(output)


def test_at_once_what_somebody_took_out_of_the_site_is_written_again(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(output, root, a="1", b="2")
    (output / "a.html").unlink()
    with site_draft(output, root, at_once=True) as made:
        assert not made.intact
        made.write("a.html", b"1")
        made.write("b.html", b"2")
    assert {"a.html": "1", "b.html": "2"} == tree(output)
