"""A notebook is found from within, and its notes are all found, each once, and nothing beside them."""

import os
import unicodedata
from pathlib import Path

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.settings import Settings
from studylog.store.notebook import Notebook, find, note_files
from studylog.store.references import file_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "notebook"
    put(folder / "studylog.yaml", "name: 우리 스터디\n")
    (folder / "notes").mkdir()
    return folder


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def paths(root: Path) -> list[str]:
    return [note.path for note in note_files(Notebook(root, Settings()))]


def test_the_notebook_is_found_from_any_folder_in_it(root: Path) -> None:
    deep = root / "notes" / "week-1"
    deep.mkdir()
    assert root == find(deep).root == find(root).root
    assert "우리 스터디" == find(deep).settings.name


def test_outside_of_a_notebook_the_way_to_start_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudylogError) as caught:
        find(tmp_path)
    assert Exit.NO_NOTEBOOK == caught.value.exit_code
    assert caught.value.hint is not None
    assert "studylog init" in caught.value.hint.text


def test_a_named_folder_is_a_notebook_itself_or_an_error(root: Path) -> None:
    assert root == find(Path("/"), named=root).root
    for wrong in (root / "notes", root / "nowhere"):
        with pytest.raises(StudylogError) as caught:
            find(root, named=wrong)
        assert Exit.NO_NOTEBOOK == caught.value.exit_code
        assert wrong.name in str(caught.value)


def test_an_empty_file_is_a_marker_and_a_folder_is_none(tmp_path: Path) -> None:
    put(tmp_path / "a" / "studylog.yaml")
    (tmp_path / "a" / "b" / "studylog.yaml").mkdir(parents=True)
    assert tmp_path / "a" == find(tmp_path / "a" / "b").root


def test_notes_are_markdown_files_at_any_depth_in_order(root: Path) -> None:
    for name in ("b.md", "A.MD", "주/a.markdown", "x.txt", ".hidden.md", ".git/c.md", "md", "b.md.bak"):
        put(root / "notes" / name)
    put(root / "README.md")
    assert ["notes/A.MD", "notes/b.md", "notes/주/a.markdown"] == paths(root)


def test_a_notebook_without_notes_has_none(root: Path) -> None:
    (root / "notes").rmdir()
    assert [] == paths(root)


def test_names_on_the_disk_stay_and_paths_are_nfc(root: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "회의.md")
    put(root / "notes" / decomposed, "NFD")
    put(root / "notes" / "회의.md", "NFC")
    notes = note_files(Notebook(root, Settings()))
    assert ["notes/회의.md", "notes/회의.md"] == [note.path for note in notes]
    assert {"NFC", "NFD"} == {note.file.read_text(encoding="utf-8") for note in notes}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names as text")
def test_a_name_that_is_no_utf8_is_shown_with_a_mark_and_can_be_opened(root: Path) -> None:
    (root / "notes" / os.fsdecode(b"\xb0\xa1.md")).write_bytes(b"cp949")
    (note,) = note_files(Notebook(root, Settings()))
    assert "notes/\ufffd\ufffd.md" == note.path
    assert b"cp949" == note.file.read_bytes()


def test_links_out_of_the_notebook_are_not_followed(root: Path) -> None:
    put(root.parent / "secret" / "diary.md")
    (root / "notes" / "folder").symlink_to(root.parent / "secret")
    (root / "notes" / "file.md").symlink_to(root.parent / "secret" / "diary.md")
    (root / "notes" / "gone.md").symlink_to("nowhere.md")
    assert [] == paths(root)


def test_notes_that_are_a_link_out_of_the_notebook_are_an_error_not_an_empty_list(root: Path) -> None:
    put(root.parent / "elsewhere" / "a.md")
    (root / "notes").rmdir()
    (root / "notes").symlink_to(root.parent / "elsewhere")
    with pytest.raises(StudylogError, match="outside of the notebook"):
        paths(root)


def test_links_inside_the_notebook_add_what_is_not_there_already(root: Path) -> None:
    put(root / "notes" / "z" / "a.md")
    put(root / "archive" / "b.md")
    put(root / "archive" / "deep" / "c.md")
    put(root / ".studylog" / "old.md")
    for name, target in {
        "again": "z",
        "again.md": "z/a.md",
        "archive": "../archive",
        "b.md": "../archive/b.md",
        "deep": "../archive/deep",
        "hidden": "../.studylog",
        "round": "..",
        "self": "self",
    }.items():
        (root / "notes" / name).symlink_to(target)
    assert ["notes/archive/b.md", "notes/archive/deep/c.md", "notes/z/a.md"] == paths(root)


def test_a_notebook_that_is_reached_through_a_link_is_the_same(root: Path) -> None:
    put(root / "notes" / "a.md")
    link = root.parent / "link"
    link.symlink_to(root)
    assert ["notes/a.md"] == paths(link)
    assert link == find(link / "notes").root


@pytest.mark.parametrize(
    ("reference", "file"),
    [
        ("../slides/Xception_이몽룡.pdf", "slides/Xception_이몽룡.pdf"),
        ("../slides/Xception_%EC%9D%B4%EB%AA%BD%EB%A3%A1.pdf#page=3", "slides/Xception_이몽룡.pdf"),
        (unicodedata.normalize("NFD", "../slides/Xception_이몽룡.pdf"), "slides/Xception_이몽룡.pdf"),
        ("/slides/C#.pdf", "slides/C#.pdf"),
        ("./week/../picture 1.png?raw=true", "notes/picture 1.png"),
        ("picture%201.png", "notes/picture 1.png"),
        ("", None),
        ("#a-heading", None),
        ("..", None),
        ("missing.png", None),
        ("../slides", None),
        ("../../secret.png", None),
        ("/../secret.png", None),
        ("%2e%2e/%2e%2e/secret.png", None),
        ("../out/secret.png", None),
        ("../.git/config", None),
        ("a\0b", None),
        ("a%00b", None),
        ("https://example.org/picture%201.png", None),
        ("//example.org/picture%201.png", None),
        ("file:///etc/passwd", None),
        ("x" * 5000, None),
    ],
)
def test_what_a_note_refers_to_is_a_file_of_the_notebook_or_nothing(
    root: Path, reference: str, file: str | None
) -> None:
    put(root / "slides" / unicodedata.normalize("NFD", "Xception_이몽룡.pdf"))
    for name in ("slides/C#.pdf", "notes/picture 1.png", "notes/8-12.md", ".git/config", "../secret.png"):
        put(root / name)
    (root / "out").symlink_to(root.parent)
    found = file_of(root, "notes/8-12.md", reference)
    shown = found and unicodedata.normalize("NFC", str(found.relative_to(root)))
    assert file == shown
