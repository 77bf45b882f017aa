"""The folder of a site: built beside it, put in its place whole, and never where it does not belong."""

import os
from pathlib import Path

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.store.files import sha256
from studylog.store.site import MARKER, check_output, site_draft, written_by_us


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    root = tmp_path / "notebook"
    (root / "notes").mkdir(parents=True)
    (root / "notes/a.md").write_text("# a", "utf-8")
    (root / "studylog.yaml").touch()
    return root


def built(output: Path, root: Path, **pages: str) -> None:
    with site_draft(output, root) as draft:
        for name, text in pages.items():
            draft.write(f"notes/{name}.html", text.encode())


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_site_is_put_into_a_new_folder_with_its_parents(notebook: Path, tmp_path: Path) -> None:
    output = tmp_path / "deep" / "er" / "site"
    built(output, notebook, 가="하나")
    assert "하나" == (output / "notes/가.html").read_text("utf-8")
    assert {MARKER, "notes/가.html"} == written_by_us(output)


def test_an_empty_folder_may_be_used(notebook: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    built(tmp_path / "site", notebook, a="1")
    assert "notes/a.html" in tree(tmp_path / "site")


def test_pages_that_are_gone_go(notebook: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    built(output, notebook, a="1", b="2")
    built(output, notebook, a="3")
    assert {"notes/a.html", MARKER} == set(tree(output))
    assert b"3" == tree(output)["notes/a.html"]


def test_equal_sites_are_equal_bytes(notebook: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        built(tmp_path / name, notebook, b="2", a="1")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_what_others_put_there_is_carried_over(notebook: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    built(output, notebook, a="1", b="2")
    (output / "CNAME").write_text("study.example", "utf-8")
    (output / ".git/refs/heads").mkdir(parents=True)
    (output / ".git/HEAD").write_text("ref", "utf-8")
    (output / "notes/mine.txt").write_text("own", "utf-8")
    (output / "link").symlink_to("CNAME")
    built(output, notebook, a="3")
    assert {"CNAME", ".git/HEAD", "notes/mine.txt", "notes/a.html", "link", MARKER} == set(tree(output))
    assert (output / ".git/refs/heads").is_dir()
    assert (output / "link").is_symlink()
    assert not (output / "notes/b.html").exists()


def test_somebody_elses_file_in_the_way_is_not_overwritten(notebook: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    built(output, notebook, a="1")
    (output / "notes/b.html").write_text("own", "utf-8")
    before = tree(output)
    with pytest.raises(StudylogError) as caught:
        built(output, notebook, a="1", b="2")
    assert Exit.DECIDE == caught.value.exit_code
    assert before == tree(output)


def test_a_failure_on_the_way_leaves_the_old_site_and_no_rest(notebook: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    built(output, notebook, a="1")
    before = tree(tmp_path)
    with pytest.raises(ZeroDivisionError), site_draft(output, notebook) as draft:
        draft.write("index.html", b"new")
        raise ZeroDivisionError
    assert before == tree(tmp_path)


@pytest.mark.parametrize("name", ["x" * 300, f"notes/{'x' * 300}", f"{'x' * 300}/a.html"])
def test_what_the_disk_refuses_is_told_of_the_site_and_not_of_the_folder_beside_it(
    notebook: Path, tmp_path: Path, name: str
) -> None:
    output = tmp_path / "site"
    with pytest.raises(StudylogError) as caught, site_draft(output, notebook) as draft:
        draft.write(name, b"page")

    assert str(output) == dict(caught.value.message.args)["path"]


def test_of_a_file_of_the_notebook_its_own_path_is_told(notebook: Path, tmp_path: Path) -> None:
    with pytest.raises(StudylogError) as caught, site_draft(tmp_path / "site", notebook) as draft:
        draft.copy(notebook / "gone.png", "assets/a.png", "0" * 64)

    assert str(notebook / "gone.png") == dict(caught.value.message.args)["path"]


def test_a_copy_is_checked(notebook: Path, tmp_path: Path) -> None:
    source = notebook / "notes/a.md"
    with pytest.raises(StudylogError, match="changed"), site_draft(tmp_path / "site", notebook) as draft:
        draft.copy(source, "assets/a.md", sha256(b"# a"))
        draft.copy(source, "assets/b.md", sha256(b"something else"))
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "inside", [".", "..", "notes", "notes/site", "slides", "templates/x", ".git", ".studylog/x"]
)
def test_the_notebook_itself_is_refused(notebook: Path, inside: str) -> None:
    with pytest.raises(StudylogError) as caught:
        check_output(notebook / inside, notebook)
    assert Exit.USAGE == caught.value.exit_code


def test_a_folder_of_the_notebook_that_is_nobodys_is_fine(notebook: Path) -> None:
    check_output(notebook / "_site", notebook)


@pytest.mark.parametrize("content", [None, "", "studylog site 9\n", "\x00", "CNAME"])
def test_a_folder_that_is_not_ours_is_refused(notebook: Path, tmp_path: Path, content: str | None) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "thesis.tex").write_text("years", "utf-8")
    if content is not None:
        (home / MARKER).write_text(content, "utf-8")
    before = tree(home)
    with pytest.raises(StudylogError) as caught:
        built(home, notebook, a="1")
    assert Exit.USAGE == caught.value.exit_code
    assert before == tree(home)


def test_a_file_is_refused(notebook: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(StudylogError):
        built(tmp_path / "file", notebook, a="1")
    assert "x" == (tmp_path / "file").read_text("utf-8")


def test_a_link_to_the_notebook_is_the_notebook(notebook: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(notebook)
    with pytest.raises(StudylogError):
        check_output(tmp_path / "link", notebook)


def test_a_link_to_a_site_stays_a_link(notebook: Path, tmp_path: Path) -> None:
    built(tmp_path / "real", notebook, a="1")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    built(tmp_path / "link", notebook, a="2")
    assert (tmp_path / "link").is_symlink()
    assert b"2" == tree(tmp_path / "real")["notes/a.html"]


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are not known here")
def test_the_rights_of_the_folder_stay(notebook: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    built(output, notebook, a="1")
    output.chmod(0o750)
    built(output, notebook, a="2")
    assert 0o750 == output.stat().st_mode & 0o777
