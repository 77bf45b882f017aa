"""Whatever happens to the files of the index: the answers are those of one made anew.

A sample runs here; `make sweep-index` damages thousands.
"""

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.store.index import update
from studylog.store.index.opening import opened
from studylog.store.notebook import Notebook, find
from tests.indexes import SAMPLE, digest, later, made_anew, notebook, told

DAMAGES = int(os.environ.get("STUDYLOG_DAMAGES", "40"))
FILES = (
    "index.db",
    "index.json",
    "index.lock",
    ".studylog-0123456789ab.tmp",
    "index.db-journal",
    "index.db-wal",
)

Damage = Callable[[random.Random, Path], None]


def flip_bytes(chance: random.Random, file: Path) -> None:
    content = bytearray(file.read_bytes()) or bytearray(b"x")
    for _ in range(chance.choice((1, 1, 3, 100))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    file.write_bytes(content)


def cut_off(chance: random.Random, file: Path) -> None:
    size = file.stat().st_size
    os.truncate(file, chance.choice((0, 1, chance.randrange(size + 1), max(0, size - 8192))))


def zeros(chance: random.Random, file: Path) -> None:
    content = file.read_bytes()
    at = chance.randrange(len(content) + 1)
    file.write_bytes(content[:at] + bytes(chance.randrange(9000)) + content[at + 9000 :])


def garbage(chance: random.Random, file: Path) -> None:
    file.write_bytes(chance.randbytes(chance.choice((0, 7, 100, 5000))))


def more(chance: random.Random, file: Path) -> None:
    file.write_bytes(file.read_bytes() + chance.randbytes(chance.randrange(1, 9000)))


def missing(chance: random.Random, file: Path) -> None:
    file.unlink()


def folder(chance: random.Random, file: Path) -> None:
    file.unlink()
    file.mkdir()


def link(chance: random.Random, file: Path) -> None:
    file.unlink()
    file.symlink_to(chance.choice(("nowhere", "../notes", "../notes/용어집.md", "index.db")))


def copy(chance: random.Random, file: Path) -> None:
    """Another file with the same content."""
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content)


def former(chance: random.Random, file: Path) -> None:
    """The file of an index of other notes."""
    source = file.parent.parent / "former" / file.name
    file.write_bytes(source.read_bytes() if source.exists() else b"")


def strange_state(chance: random.Random, file: Path) -> None:
    """A state that is something else: of another program, of another generation, or no state at all."""
    state = file.parent / "index.json"
    told = json.loads(state.read_text()) if state.stat().st_size else {}
    key = chance.choice(("key", "id", "generation", "stamp"))
    told[key] = chance.choice((None, 0, 7, -1, "x", [], {}, 10**30, 1.5, True, told.get(key)))
    state.write_text(chance.choice((json.dumps(told), "[" * 100_000, "null", "[]", "NaN", '"x"')))


DAMAGE: tuple[Damage, ...] = (
    *(flip_bytes, flip_bytes, cut_off, zeros, garbage, more, missing, folder, link, copy, former),
    strange_state,
)


def damage(chance: random.Random, shelf: Path) -> str:
    """Damages one file of the index, sometimes with its times put back; what was done."""
    file = shelf / chance.choice((*FILES, "index.db", "index.json"))
    file.touch()
    status = file.stat()
    how = chance.choice(DAMAGE)
    how(chance, file)
    if chance.random() < 0.3 and file.exists():
        # As far as a program can: the time of change is the system's own.
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    return f"{how.__name__} {file.name}"


@pytest.fixture
def sample(tmp_path: Path) -> Notebook:
    root = tmp_path / "notebook"
    book = notebook(root, {"former.md": "# 옛 노트\n\nQ. 예전 질문?\n"})
    with opened(book):
        shutil.copytree(root / ".studylog", root / "former")
    (root / "notes" / "former.md").unlink()
    return notebook(root, SAMPLE)


def test_a_damaged_index_gives_the_answers_of_a_fresh_one(sample: Notebook) -> None:
    chance = random.Random(1224)
    shelf = sample.root / ".studylog"
    expected = made_anew(sample)
    for number in range(DAMAGES):
        with opened(sample) as index:
            assert shelf / "index.db" == index.file
        later(sample.root)
        done = f"{number}: {damage(chance, shelf)}"
        if chance.random() < 0.2:
            note = sample.root / "notes" / "용어집.md"
            note.write_text(f"---\ntitle: 용어집\n---\n새 줄 {number}\n", encoding="utf-8")
            expected = made_anew(sample)
        for files in (chance.random() < 0.3, False):
            with opened(sample, files=files) as index:
                assert expected == digest(index.db), done
        if any((shelf / name).is_dir() for name in FILES):
            shutil.rmtree(shelf)
    assert SAMPLE["2021/8-2.md"] == (sample.root / "notes/2021/8-2.md").read_text("utf-8")


@pytest.mark.parametrize("what", ["missing", "file", "dangling", "folder"])
def test_no_place_for_the_index_is_no_trouble(sample: Notebook, what: str) -> None:
    shelf = sample.root / ".studylog"
    shutil.rmtree(shelf)
    if what == "file":
        shelf.write_text("a file")
    elif what == "dangling":
        shelf.symlink_to(sample.root / "nowhere")
    elif what == "folder":
        (shelf / "index.db" / "of somebody").mkdir(parents=True)
    with opened(sample) as index:
        assert made_anew(sample) == digest(index.db)
        assert (what == "missing") == (index.file == shelf / "index.db")
    assert what != "folder" or (shelf / "index.db" / "of somebody").is_dir()


def test_a_link_in_a_notebook_from_elsewhere_leads_the_index_nowhere(
    sample: Notebook, tmp_path: Path
) -> None:
    others = tmp_path / "others"
    others.mkdir()
    names = ("index.db", "index.json", ".studylog-0123456789ab.tmp", "index.lock", "index.db-journal")
    for name in names:
        (others / name).write_text("not ours")
    shelf = sample.root / ".studylog"
    shutil.rmtree(shelf)
    shelf.symlink_to(others)
    with opened(sample) as index:
        assert made_anew(sample) == digest(index.db)
    shelf.unlink()
    shelf.mkdir()
    for name in (*names, "index.new"):
        (shelf / name).symlink_to(others / name)
    with opened(sample, hold=True) as index:
        assert made_anew(sample) == digest(index.db)
    assert {name: "not ours" for name in names} == {file.name: file.read_text() for file in others.iterdir()}


def test_a_copied_notebook_is_read_anew_once(
    sample: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(sample) as index:
        id_ = index.id
    shutil.copytree(sample.root, tmp_path / "copy", copy_function=shutil.copy2)
    copied = find(tmp_path / "copy")
    with opened(copied) as index:
        first = index.id
        assert made_anew(sample) == digest(index.db)
    monkeypatch.setattr(update, "fill", None)
    with opened(copied) as index:
        assert first == index.id != id_
    with opened(sample) as index:
        assert id_ == index.id


def forge(shelf: Path) -> None:
    """Makes the state fit the database as it is, as if the disk itself had lost some of it."""
    told = json.loads((shelf / "index.json").read_text())
    status = (shelf / "index.db").stat()
    told["stamp"] = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
    (shelf / "index.json").write_text(json.dumps(told))


def lose(shelf: Path, table: str) -> None:
    """Overwrites the page in which a table begins."""
    with closing(sqlite3.connect(shelf / "index.db")) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    content = bytearray((shelf / "index.db").read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    (shelf / "index.db").write_bytes(content)
    forge(shelf)


@pytest.mark.parametrize("table", ["meta", "file"])
def test_what_a_disk_loses_of_the_list_of_notes_is_made_anew_at_once(sample: Notebook, table: str) -> None:
    with opened(sample) as index:
        id_ = index.id
    lose(sample.root / ".studylog", table)
    with opened(sample) as index:
        assert made_anew(sample) == digest(index.db)
        assert id_ != index.id


def test_damage_that_shows_while_reading_is_a_sentence_and_gone_the_next_time(sample: Notebook) -> None:
    with opened(sample):
        pass
    lose(sample.root / ".studylog", "weblink")
    with pytest.raises(StudylogError, match="damaged"), opened(sample) as index:
        told(index.db)
    with opened(sample) as index:
        assert made_anew(sample) == digest(index.db)


def test_an_error_of_a_command_is_not_taken_for_damage(sample: Notebook) -> None:
    with opened(sample) as index:
        id_ = index.id
    with pytest.raises(sqlite3.OperationalError, match="no such table"), opened(sample) as index:
        index.db.execute("SELECT * FROM nowhere")
    with opened(sample) as index:
        assert id_ == index.id
