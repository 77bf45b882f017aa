"""Notebooks and notes with strange names, times, rights and links: the index says what is there."""

import os
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from studylog.store.index.opening import opened
from studylog.store.notebook import Notebook, find
from tests.indexes import SAMPLE, digest, fresh, made_anew, notebook, told

ROOT = Path(__file__).parents[3]
NAMES = ["스터디 노트", "was? #1 100% a&b=c;d", "%2e%00", "file:x", "mode=memory", "é" * 20, " ", "'\"\\"]


def agrees(book: Notebook, *, kept: bool = True) -> None:
    """Two commands say what an index made anew says; `kept` when the first leaves it for the second."""
    expected = made_anew(book)
    with opened(book) as first:
        assert expected == digest(first.db)
        assert kept == (first.file == book.root / ".studylog" / "index.db")
    with opened(book) as second:
        assert expected == digest(second.db)
        assert kept == ((first.id, first.generation) == (second.id, second.generation))


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_may_have_any_name(tmp_path: Path, name: str) -> None:
    agrees(notebook(tmp_path / name, SAMPLE))
    assert [name] == [path.name for path in tmp_path.iterdir()]


def test_a_name_that_is_no_utf_8_is_a_name_too(tmp_path: Path) -> None:
    root = tmp_path / os.fsdecode(b"\xb3\xeb\xc6\xae")
    book = notebook(root, SAMPLE)
    for name in (b"\xb3\xeb\xc6\xae.md", b"\xb3\xeb\xc6\xaf.md"):
        (root / "notes" / os.fsdecode(name)).write_text("Q. 왜요?\n", encoding="utf-8")
    agrees(book)
    (root / "notes" / os.fsdecode(b"\xb3\xeb\xc6\xae.md")).unlink()
    agrees(book)


def test_names_that_differ_only_before_nfc_are_two_notes(tmp_path: Path) -> None:
    book = notebook(tmp_path, {"나.md": "하나", unicodedata.normalize("NFD", "나.md"): "둘\n\nQ. 왜요?\n"})
    agrees(book)
    with opened(book) as index:
        assert [(2,)] == index.db.execute("SELECT count(*) FROM note WHERE path = 'notes/나.md'").fetchall()
    (tmp_path / "notes" / unicodedata.normalize("NFD", "나.md")).unlink()
    agrees(book)


@pytest.mark.parametrize("seconds", [-1, 0, 2**31, 2**32, 2**33 + 7, 10_000_000_000, 15_000_000_000])
def test_a_clock_may_stand_anywhere(tmp_path: Path, seconds: int) -> None:
    book = notebook(tmp_path, SAMPLE)
    note = tmp_path / "notes" / "용어집.md"
    for text in ("eins\n", "zwei\n"):
        note.write_text(text)
        os.utime(note, (seconds, seconds))
        agrees(book)


def test_another_text_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    book = notebook(tmp_path, SAMPLE)
    note = tmp_path / "notes" / "용어집.md"
    note.write_text("Q. aaaa\n")
    os.utime(note, (1_600_000_000, 1_600_000_000))
    agrees(book)
    other = tmp_path / "other"
    other.write_text("Q. bbbb\n")
    os.utime(other, (1_600_000_000, 1_600_000_000))
    other.replace(note)
    agrees(book)
    note.write_text("Q. cccc\n")
    os.utime(note, (1_600_000_000, 1_600_000_000))
    agrees(book)


def test_one_file_under_two_names_is_two_notes(tmp_path: Path) -> None:
    book = notebook(tmp_path, SAMPLE)
    os.link(tmp_path / "notes" / "용어집.md", tmp_path / "notes" / "hard.md")
    agrees(book)
    (tmp_path / "notes" / "hard.md").write_text("anders")
    agrees(book)


def test_a_link_inside_of_the_notebook_is_followed_and_one_out_of_it_is_not(tmp_path: Path) -> None:
    book = notebook(tmp_path / "notebook", SAMPLE)
    papers, notes = book.root / "papers", book.root / "notes"
    papers.mkdir()
    (papers / "one.md").write_text("Q. eins?\n")
    (papers / "two.md").write_text("Q. zwei?\n")
    (tmp_path / "secret.md").write_text("Q. geheim?\n")
    (notes / "link.md").symlink_to("../papers/one.md")
    (notes / "out.md").symlink_to(tmp_path / "secret.md")
    agrees(book)
    with fresh(book) as db:
        assert 4 == len(told(db)["note"])
    (notes / "link.md").unlink()
    (notes / "link.md").symlink_to("../papers/two.md")
    agrees(book)
    (papers / "two.md").write_text("Q. drei?\n")
    agrees(book)
    (papers / "two.md").unlink()
    agrees(book)


def unreadable(book: Notebook) -> list[str]:
    """The notes of which the index says that they cannot be read."""
    with opened(book) as index:
        found = index.db.execute(
            "SELECT path FROM finding WHERE code = 'unreadable' ORDER BY path"
        ).fetchall()
    return [path for (path,) in found]


def test_a_note_that_cannot_be_read_is_a_finding_as_long_as_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, SAMPLE | {"a.md": "a", "b.md": "b"})
    with opened(book):
        pass
    refused = {"a.md", "c.md"}
    read_bytes = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name in refused:
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    for name in ("a.md", "c.md"):
        (tmp_path / "notes" / name).write_text("neu")
    assert ["notes/a.md", "notes/c.md"] == unreadable(book)
    agrees(book)
    refused.remove("c.md")
    assert ["notes/a.md"] == unreadable(book)
    agrees(book)
    refused.add("c.md")
    (tmp_path / "notes" / "c.md").write_text("noch einmal")
    assert ["notes/a.md", "notes/c.md"] == unreadable(book)
    (tmp_path / "notes" / "c.md").unlink()
    assert ["notes/a.md"] == unreadable(book)
    refused.clear()
    assert [] == unreadable(book)
    agrees(book)


def test_a_note_that_goes_while_it_is_read_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = notebook(tmp_path, SAMPLE | {"a.md": "a"})
    read_bytes = Path.read_bytes

    def going(path: Path) -> bytes:
        if path.name in ("a.md", "b.md"):
            path.unlink()
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", going)
    with opened(book) as index:
        assert 3 == len(told(index.db)["note"])
    (tmp_path / "notes" / "b.md").write_text("b")
    assert [] == unreadable(book)
    agrees(book)


def test_slides_that_cannot_be_read_are_slides_that_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, SAMPLE)
    slides = tmp_path / "slides" / "a.pdf"
    slides.parent.mkdir()
    slides.write_bytes(b"%PDF")
    opening = Path.open

    def refusing(path: Path, *args: object, **kwargs: object) -> object:
        if path == slides:
            raise PermissionError(13, "Permission denied", str(path))
        return opening(path, *args, **kwargs)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refusing)
        with opened(book, files=True) as index:
            assert [(None,)] == index.db.execute("SELECT path FROM attached").fetchall()
    with opened(book, files=True) as index:
        assert [("slides/a.pdf",)] == index.db.execute("SELECT path FROM attached").fetchall()
        assert made_anew(book) == digest(index.db)


# Everything is imported before the rights are gone, wherever Python lies.
NOBODY = """
import os, sys
from importlib.resources import files
from pathlib import Path
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from tests.indexes import digest, made_anew
root, other = map(Path, sys.argv[1:])
made_anew(find(other))
with opened(find(other), files=True) as index:
    digest(index.db)
schema = files("studylog.store.index") / "schema.sql"
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
if not os.access(schema, os.R_OK):
    sys.exit("others may not read studylog here")
with opened(find(root)) as index:
    print(digest(index.db))
"""


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that everybody may look into; those of pytest are its own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def as_nobody(root: Path, other: Path) -> str:
    """What somebody without rights in the notebook is told."""
    words = [sys.executable, "-c", NOBODY, str(root), str(other)]
    run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if "others may not" in run.stderr:
        pytest.skip(run.stderr.strip())
    assert "" == run.stderr
    return run.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can be somebody else")
def test_whoever_may_only_read_is_told_the_same(public: Path) -> None:
    book = notebook(public / "notebook", SAMPLE)
    other = notebook(public / "other", SAMPLE).root
    assert made_anew(book) == as_nobody(book.root, other)
    assert not (book.root / ".studylog").exists()
    with opened(book) as index:
        id_ = index.id
    assert made_anew(book) == as_nobody(book.root, other)
    (book.root / "notes" / "용어집.md").write_text("anders")
    assert made_anew(book) == as_nobody(book.root, other)
    (book.root / "notes" / "2021" / "8-3.md").chmod(0)
    assert made_anew(book) != as_nobody(book.root, other)
    with opened(book) as index:
        assert id_ == index.id
        assert made_anew(book) == digest(index.db)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    book = notebook(tmp_path, SAMPLE)
    tmp_path.chmod(0o555)
    try:
        agrees(book, kept=False)
    finally:
        tmp_path.chmod(0o755)
    agrees(book)


def test_a_notebook_elsewhere_has_an_index_of_its_own(tmp_path: Path) -> None:
    book = notebook(tmp_path / "one", SAMPLE)
    agrees(book)
    (tmp_path / "one").rename(tmp_path / "two")
    agrees(find(tmp_path / "two"))
