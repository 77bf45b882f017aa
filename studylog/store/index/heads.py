"""The heads of notes out of the index as it was left: to find a note, it need not be brought up to date."""

import sqlite3
from collections.abc import Iterator
from sqlite3 import Connection

from studylog.core.heads import Head
from studylog.store.index.changes import Unread, find_changes
from studylog.store.index.columns import day_of
from studylog.store.index.database import UnusableError
from studylog.store.index.keep import shelf_of
from studylog.store.index.program import key_of
from studylog.store.notebook import Notebook

_HEADS = """SELECT id, file, path, title, day, type, kind = 'meeting'
    FROM note INDEXED BY note_list"""


def known_heads(notebook: Notebook) -> tuple[dict[bytes, Head], tuple[Unread, ...]]:
    """The heads of notes that are as the index has them, by the names of their files; and all other notes."""
    try:
        with shelf_of(notebook.root).as_left(key_of(notebook)) as (db, _):
            changes = find_changes(notebook, db, notes_only=True)
            others = {*changes.gone, *(one.number for one in changes.unread)}
            return dict(_heads(db, others)), changes.unread
    except (UnusableError, sqlite3.Error, ValueError, TypeError):
        return {}, find_changes(notebook, None, notes_only=True).unread


def _heads(db: Connection, others: set[int | None]) -> Iterator[tuple[bytes, Head]]:
    for number, name, path, title, day, type_, meeting in db.execute(_HEADS):
        if number not in others:
            yield name, Head(path, title, day_of(day), type_, bool(meeting))
