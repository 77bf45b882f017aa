"""Where the index cannot be kept, it is made in a folder that goes again; where none has room, in memory."""

import sqlite3
import tempfile
from pathlib import Path
from sqlite3 import Connection

import pytest

from studylog.store.index import database, keep
from studylog.store.index.opening import opened
from tests.indexes import SAMPLE, digest, made_anew, notebook

PAGES = (1, 2, 10, 20, 1_000_000)


def give_room(monkeypatch: pytest.MonkeyPatch, *pages: int) -> None:
    """Lets databases grow to so many pages: those in the notebook, and those in other folders."""
    kept, other = pages

    def small(address: str, *, lasting: bool = False) -> Connection:
        db = database.connection(address, lasting=lasting)
        db.execute(f"PRAGMA max_page_count = {kept if lasting else other}")
        return db

    monkeypatch.setattr(keep, "connection", small)


@pytest.mark.parametrize("pages", PAGES)
@pytest.mark.parametrize("elsewhere", [1, 20, 1_000_000])
def test_a_disk_that_fills_up_changes_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: int, elsewhere: int
) -> None:
    book = notebook(tmp_path, SAMPLE)
    give_room(monkeypatch, pages, elsewhere)
    for text in ("", "Q. 왜요?\n" * 200):
        (tmp_path / "notes" / "new.md").write_text(text, encoding="utf-8")
        with opened(book, files=True) as index:
            assert made_anew(book) == digest(index.db)
            where = "kept" if pages > 1000 else "elsewhere" if elsewhere > 1000 else "memory"
            assert where == place(index.file, tmp_path)


def test_a_disk_that_fills_up_while_the_index_grows_changes_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, SAMPLE)
    with opened(book) as index:
        (full,) = index.db.execute("PRAGMA page_count").fetchone()
    (tmp_path / "notes" / "new.md").write_text("Q. 왜요?\n" * 200, encoding="utf-8")
    for elsewhere, expected in ((full, "memory"), (1_000_000, "elsewhere")):
        with monkeypatch.context() as patch:
            give_room(patch, full, elsewhere)
            with opened(book) as index:
                assert made_anew(book) == digest(index.db)
                assert expected == place(index.file, tmp_path)
    with opened(book) as index:
        assert made_anew(book) == digest(index.db)
        assert "kept" == place(index.file, tmp_path)


def place(file: Path | None, root: Path) -> str:
    """Where an index is."""
    return "memory" if file is None else "kept" if file.is_relative_to(root) else "elsewhere"


def test_without_any_folder_to_write_to_the_index_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, SAMPLE)
    (tmp_path / ".studylog").write_text("in the way")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with opened(book) as index:
        assert index.file is None
        assert made_anew(book) == digest(index.db)


def test_a_folder_elsewhere_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = notebook(tmp_path / "notebook", SAMPLE)
    (tmp_path / "notebook" / ".studylog").write_text("in the way")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "elsewhere"))
    with pytest.raises(KeyboardInterrupt), opened(book) as index:
        assert index.file and index.file.is_relative_to(tmp_path / "elsewhere")
        raise KeyboardInterrupt
    assert [] == list((tmp_path / "elsewhere").iterdir())


def test_an_index_elsewhere_is_not_taken_for_a_later_one_of_the_notebook(tmp_path: Path) -> None:
    book = notebook(tmp_path, SAMPLE)
    with opened(book, hold=True) as held:
        with opened(book) as same:
            assert (held.id, held.generation) == (same.id, same.generation)
        (tmp_path / "notes" / "용어집.md").write_text("anders")
        with opened(book) as other:
            assert "elsewhere" == place(other.file, tmp_path)
            assert held.id != other.id
            assert made_anew(book) == digest(other.db)
    with opened(book) as index:
        assert (held.id, held.generation + 1) == (index.id, index.generation)


def test_a_reader_that_does_not_end_stops_no_writer(tmp_path: Path) -> None:
    book = notebook(tmp_path, SAMPLE)
    with opened(book) as reader:
        before = digest(reader.db)
        (tmp_path / "notes" / "용어집.md").write_text("anders")
        with opened(book) as other:
            assert made_anew(book) == digest(other.db)
        assert before == digest(reader.db)
    with opened(book) as index:
        assert made_anew(book) == digest(index.db)
        assert "kept" == place(index.file, tmp_path)


def test_what_is_left_of_the_power_is_whole(tmp_path: Path) -> None:
    """Kept indexes wait for the disk: their stamp says nothing of pages that were still on their way."""
    shelf = keep.Shelf(tmp_path)
    for lasting, expected in ((True, 1), (False, 0)):
        db = keep.Shelf(tmp_path, lasting=lasting).writing()
        assert (expected,) == db.execute("PRAGMA synchronous").fetchone()
        db.close()
    assert shelf.lasting


def test_a_database_that_cannot_be_opened_is_let_go_of(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        keep.Shelf(tmp_path / "nowhere").reading()
