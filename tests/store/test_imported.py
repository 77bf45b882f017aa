"""The ledger of imports: what was last put before the user, in a file that other programs understand."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from studylog.core.i18n import translate
from studylog.store import files
from studylog.store.imported import Ledger, fingerprint, same, waiting
from studylog.store.notebook import Notebook, find


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    (tmp_path / "studylog.yaml").touch()
    (tmp_path / "notes").mkdir()
    return find(tmp_path)


def lines(notebook: Notebook) -> list[str]:
    return (notebook.root / "notes/.imported.sha256").read_text(encoding="utf-8").splitlines()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_lines_stand_in_order_of_their_paths(notebook: Notebook) -> None:
    ledger = Ledger(notebook)
    ledger.take("notes/나.md", b"2")
    ledger.take("notes/가/x.png", b"1")
    ledger.save()
    assert [f"{sha256(b'1')}  가/x.png", f"{sha256(b'2')}  나.md"] == lines(notebook)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum")
def test_sha256sum_checks_it(notebook: Notebook) -> None:
    ledger = Ledger(notebook)
    for name, content in {"한글 이름.md": "글\r\n둘\r\n".encode(), "a.png": b"\x89PNG\r\n\x1a\n\0"}.items():
        (notebook.root / "notes" / name).write_bytes(content)
        ledger.take(f"notes/{name}", content)
    ledger.save()
    run = subprocess.run(
        ["sha256sum", "--strict", "-c", ".imported.sha256"], cwd=notebook.root / "notes", capture_output=True
    )
    assert 0 == run.returncode


def test_a_ledger_is_read_once(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Ledger(notebook)
    first.take("notes/a.md", b"1")
    first.save()
    ledger = Ledger(notebook)
    monkeypatch.setattr(files, "read", None)
    assert ledger.has("notes/a.md", b"1")
    assert not ledger.has("notes/a.md", b"2")


def test_a_ledger_that_says_nothing_new_is_not_written(notebook: Notebook) -> None:
    Ledger(notebook).save()
    assert not (notebook.root / "notes/.imported.sha256").exists()
    ledger = Ledger(notebook)
    ledger.take("notes/a.md", b"1")
    ledger.save()
    before = (notebook.root / "notes/.imported.sha256").stat().st_mtime_ns
    again = Ledger(notebook)
    again.take("notes/a.md", b"1")
    again.save()
    assert before == (notebook.root / "notes/.imported.sha256").stat().st_mtime_ns


@pytest.mark.parametrize("first", ["가\n나\n", "가\r\n나\r\n", "가\r\n나\n"])
@pytest.mark.parametrize("second", ["가\n나\n", "가\r\n나\r\n"])
def test_line_ends_that_git_changes_make_no_other_version(
    notebook: Notebook, first: str, second: str
) -> None:
    ledger = Ledger(notebook)
    ledger.take("notes/a.md", first.encode())
    assert ledger.has("notes/a.md", second.encode())
    assert same(first.encode(), second.encode())


def test_bytes_of_a_picture_are_no_line_ends(notebook: Notebook) -> None:
    ledger = Ledger(notebook)
    ledger.take("notes/a.png", b"\0\r\n")
    assert not ledger.has("notes/a.png", b"\0\n")
    assert not same(b"\0\r\n", b"\0\n")
    assert fingerprint(b"\0\r\n\n") == sha256(b"\0\r\n\n")


def test_what_git_merged_knows_both_versions_and_no_marks(notebook: Notebook) -> None:
    merged = f"<<<<<<< ours\n{sha256(b'1')}  a.md\n=======\n{sha256(b'2')} *a.md\r\n>>>>>>> theirs\n"
    (notebook.root / "notes/.imported.sha256").write_text(merged, encoding="utf-8")
    ledger = Ledger(notebook)
    assert (True, True, False) == tuple(ledger.has("notes/a.md", version) for version in (b"1", b"2", b"3"))
    ledger.take("notes/b.md", b"4")
    ledger.save()
    assert sorted([f"{sha256(b'1')}  a.md", f"{sha256(b'2')}  a.md"]) == sorted(lines(notebook)[:2])
    assert [f"{sha256(b'4')}  b.md"] == lines(notebook)[2:]


def test_what_another_run_wrote_meanwhile_stays(notebook: Notebook) -> None:
    first, second = Ledger(notebook), Ledger(notebook)
    first.take("notes/a.md", b"1")
    second.take("notes/b.md", b"2")
    first.save()
    second.save()
    assert [f"{sha256(b'1')}  a.md", f"{sha256(b'2')}  b.md"] == lines(notebook)


def test_a_note_that_moved_takes_its_line_along(notebook: Notebook) -> None:
    ledger = Ledger(notebook)
    ledger.take("notes/a.md", b"1")
    ledger.save()
    again = Ledger(notebook)
    again.move("notes/a.md", "notes/b/c.md")
    again.save()
    assert [f"{sha256(b'1')}  b/c.md"] == lines(notebook)
    assert ["notes/b/c.md"] == [*Ledger(notebook).named("notes/b", b"1")]


def test_versions_that_wait_are_found(notebook: Notebook) -> None:
    (notebook.root / "notes/a.md.incoming").touch()
    (notebook.root / "notes/a.md").touch()
    (finding,) = waiting(notebook)
    assert ("notes/a.md", "incoming") == (finding.place.path, finding.code)
    assert "a.md.incoming" in translate(finding.message, "en")
