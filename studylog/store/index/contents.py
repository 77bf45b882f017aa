"""What is in the files that notes mean, looked at once for each content: pictures, and pages of slides."""

import os
from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection

from studylog.core.decks import Deck
from studylog.core.packing import packed
from studylog.store.attachments import PICTURES
from studylog.store.index.around import touch_text
from studylog.store.index.columns import quoted
from studylog.store.index.showing import paper_shown
from studylog.store.index.touched import Thing, Touched
from studylog.store.pictures.decks import Source, drawn_decks
from studylog.store.pictures.dressing import Dressed, dressed
from studylog.store.pictures.shelf import PictureShelf

_ENDINGS = {"picture": PICTURES, "deck": frozenset({"pdf"})}
_NOTES = "SELECT DISTINCT note FROM meant WHERE ending IN ({endings}) AND sha256 = ?"


def look_into_files(db: Connection, shelf: PictureShelf, *, again: bool = False) -> Touched:
    """Looks into the files that are new, forgets those that are gone; what may look different for it.

    `again` tries once more what took too long, or broke what should draw it.
    """
    touched = Touched()
    if again:
        db.execute("DELETE FROM deck WHERE trouble IN ('slow', 'died')")
    gone = _forget(db, "deck")
    _forget(db, "picture")
    touched.add("slides", *gone)
    for sha256, drawn in drawn_decks(_new(db, "deck"), shelf):
        _keep(db, "deck", sha256, drawn.deck.trouble, drawn.deck)
        touched.add("slides", sha256)
        _touch(db, "deck", sha256, touched)
    for sha256, picture in dressed(_new(db, "picture"), shelf):
        _keep(db, "picture", sha256, picture.trouble, picture)
        _touch(db, "picture", sha256, touched)
    if touched:
        shelf.sweep({sha256 for table in _ENDINGS for (sha256,) in db.execute(f"SELECT sha256 FROM {table}")})
    return touched


def _new(db: Connection, table: str) -> list[Source]:
    """The files that were not looked into, one for each content."""
    rows = db.execute(
        f"""SELECT meant.sha256, min(meant.file) FROM meant LEFT JOIN {table} USING (sha256)
        WHERE meant.ending IN ({quoted(_ENDINGS[table])}) AND {table}.sha256 IS NULL
        GROUP BY meant.sha256 ORDER BY min(meant.path)"""
    )
    return [Source(sha256, Path(os.fsdecode(file))) for sha256, file in rows]


def _forget(db: Connection, table: str) -> list[str]:
    """Forgets the contents that no note means any more."""
    used = f"SELECT sha256 FROM meant WHERE ending IN ({quoted(_ENDINGS[table])})"
    gone = [one for (one,) in db.execute(f"SELECT sha256 FROM {table} WHERE sha256 NOT IN ({used})")]
    db.executemany(f"DELETE FROM {table} WHERE sha256 = ?", [(one,) for one in gone])
    return gone


def _keep(db: Connection, table: str, sha256: str, trouble: str, value: Deck | Dressed) -> None:
    db.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", (sha256, trouble, packed(value)))


def _touch(db: Connection, table: str, sha256: str, touched: Touched) -> None:
    """Adds what shows a content: the notes that mean it, and the papers whose slides it is."""
    for (note,) in db.execute(_NOTES.format(endings=quoted(_ENDINGS[table])), (sha256,)).fetchall():
        touch_text(db, note, touched)
    papers: Iterable[tuple[str]] = db.execute("SELECT paper FROM paper_slides WHERE sha256 = ?", (sha256,))
    things: list[Thing] = [thing for (paper,) in list(papers) for thing in paper_shown(db, paper)]
    touched.update(things)
