"""Indexes for tests: filled in memory, and told row by row in terms that do not depend on their history."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

from studylog.core.settings import Settings
from studylog.store.index.database import connection
from studylog.store.index.entries import entry_of
from studylog.store.index.refresh import gather_all
from studylog.store.index.request import Reading
from studylog.store.index.rows import put_notes
from studylog.store.index.update import SCHEMA, fill
from studylog.store.notebook import Notebook, find
from studylog.store.pictures.shelf import shelf_of

TABLES = {
    "note": "path, rank_day, folder, stem, page, kind, type, day, course, title, filed, questions, asked, "
    "papers, summary, value",
    "asked": "question, seq, parent, heading, value",
    "about": "seq, paper, question",
    "mention": "seq, course, number, title, line",
    "shown": "seq, value",
    "shown_key": "key, seq",
    "carried": "question, seq, value",
    "promise": "seq, done, due, id, text, people, line, question, deferring, value",
    "kept": "promise",
    "attendance": "seq, day, person, presence, evidence, moderator",
    "voice": "seq, person, part, question",
    "promiser": "seq, person",
    "weblink": "seq, url, host, value",
    "refers": "seq, kind, written, line, place, target",
    "slides_link": "seq, line, repository, place, written, title",
    "name": "key",
    "in_line": "text, line",
    "finding": "seq, severity, code, path, line, value",
    "paper_note": "paper",
    "text": "body, prose",
    "question": "*",
    "lecture": "*",
    "paper": "*",
    "paper_key": "*",
    "paper_slides": "*",
    "presenter": "*",
    "picture": "*",
    "deck": "*",
    "located": "*",
}
WHOLE = (
    *("question", "lecture", "paper", "paper_key", "paper_slides", "presenter"),
    *("picture", "deck", "located"),
)


def notebook(root: Path, notes: dict[str, str], settings: str = "") -> Notebook:
    """A notebook with these notes, by their paths under `notes/`."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "studylog.yaml").write_text(settings, encoding="utf-8")
    for path, text in notes.items():
        file = root / "notes" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return find(root)


@contextmanager
def fresh(notebook: Notebook) -> Iterator[Connection]:
    """An index in memory, filled with the notebook as it is."""
    db = connection("file::memory:")
    try:
        fill(db, notebook, Reading(lambda count: None, None, lambda: 0, shelf_of(notebook.root)))
        yield db
    finally:
        db.close()


def indexed(notes: Iterable[tuple[str, str]], settings: Settings) -> Connection:
    """An index in memory of notes that are nowhere else: pairs of path and text; paths may be alike."""
    db = connection("file::memory:")
    db.executescript(SCHEMA.read_text("utf-8"))
    entries = (entry_of(path, text.encode(), settings) for path, text in notes)
    put_notes(db, ((number, f"{number}".encode(), entry) for number, entry in enumerate(entries, 1)))
    gather_all(db, Notebook(Path("/nowhere"), settings), ())
    return db


def told(db: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of an index, notes by their files instead of their numbers."""
    return {table: sorted(_rows(db, table, columns), key=repr) for table, columns in TABLES.items()}


def _rows(db: Connection, table: str, columns: str) -> Iterable[tuple[object, ...]]:
    if table in WHOLE:
        return db.execute(f"SELECT {columns} FROM {table}")
    if table == "note":
        return db.execute(f"SELECT file, {columns} FROM note")
    listed = ", ".join(f"{table}.{column.strip()}" for column in columns.split(","))
    return db.execute(f"SELECT note.file, {listed} FROM {table} LEFT JOIN note ON note.id = {table}.note")


def digest(db: Connection) -> str:
    """All that an index says, in one line."""
    return hashlib.sha256(repr(told(db)).encode("utf-8", "surrogatepass")).hexdigest()


def made_anew(notebook: Notebook) -> str:
    """What an index says that was never anywhere else."""
    with fresh(notebook) as db:
        return digest(db)


def later(folder: Path) -> None:
    """Waits until the clock of the file system has gone on, so that what is written now is seen to be new."""
    clock = folder / "clock"
    clock.touch()
    begin = clock.stat().st_mtime_ns
    while clock.stat().st_mtime_ns == begin:
        clock.touch()
    clock.unlink()


SAMPLE = {
    "2021/8-2.md": "---\ndate: 2021-08-02\ntype: daily\n---\n#### 6강\n\nQ1. 왜 나누나요?\nA1. 커서요.\n",
    "2021/8-3.md": "---\ndate: 2021-08-03\ntype: daily\n---\n[[용어집]] [s](/slides/a.pdf)\n\n- [ ] 공유\n",
    "용어집.md": "---\ntitle: 용어집\n---\n배치 정규화 $x^2$ <https://a.b/c>\n",
}
"""A few notes that have something in most tables."""
