"""The rows of notes: put into the index, and taken out of it."""

from collections.abc import Iterable
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.store.index.columns import Row

if TYPE_CHECKING:
    from studylog.store.index.entries import Entry

# The tables that hold rows of single notes; those of most are numbered in reading order.
_COLUMNS = {
    "asked": "(note, seq, question, parent, heading, value)",
    "about": "(note, seq, paper, question)",
    "mention": "(note, seq, course, number, title, line)",
    "shown": "(note, seq, value)",
    "shown_key": "(note, key, seq)",
    "carried": "(note, seq, question, value)",
    "promise": "(note, seq, done, due, id, text, people, line, question, deferring, value)",
    "kept": "(note, promise)",
    "attendance": "(note, seq, day, person, presence, evidence, moderator)",
    "voice": "(note, seq, person, part, question)",
    "promiser": "(note, seq, person)",
    "weblink": "(note, seq, url, host, value)",
    "refers": "(note, seq, kind, written, line, place, target)",
    "slides_link": "(note, seq, line, repository, place, written, title)",
    "name": "(note, key)",
    "in_line": "(note, text, line)",
    "finding": "(note, seq, severity, code, path, line, value)",
}
_UNNUMBERED = ("about", "shown_key", "name", "in_line", "kept", "promiser")
TABLES = tuple(_COLUMNS)
"""The tables with rows of single notes."""

_NOTE = """INSERT INTO note (id, file, path, rank_day, folder, stem, kind, type, day, course, title, filed,
    questions, asked, papers, summary, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def put_notes(db: Connection, entries: "Iterable[tuple[int, bytes, Entry]]") -> None:
    """Puts notes into the index, each with its number and the name of its file; none of them may be there."""
    notes: list[Row] = []
    texts: list[Row] = []
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for number, file, entry in entries:
        if entry.note and entry.text:
            notes.append((number, file, *entry.note))
            texts.append((number, *entry.text))
        for table, own in entry.rows.items():
            numbered = table not in _UNNUMBERED
            rows[table] += (
                (number, seq, *row) if numbered else (number, *row) for seq, row in enumerate(own)
            )
    db.executemany(_NOTE, notes)
    db.executemany("INSERT INTO text (note, body, prose) VALUES (?, ?, ?)", texts)
    for table, all_rows in rows.items():
        if all_rows:
            marks = ", ".join("?" * len(all_rows[0]))
            db.executemany(f"INSERT INTO {table} {_COLUMNS[table]} VALUES ({marks})", all_rows)


def remove_notes(db: Connection, numbers: Iterable[int]) -> None:
    """Takes notes out of the index, and everything that they say."""
    gone = [(number,) for number in numbers]
    db.executemany("DELETE FROM note WHERE id = ?", gone)
    for table in ("text", *TABLES):
        db.executemany(f"DELETE FROM {table} WHERE note = ?", gone)
