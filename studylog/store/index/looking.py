"""What is in the files that notes mean, looked at once for each content: pictures, and pages of slides."""

from collections.abc import Iterator
from sqlite3 import Connection
from typing import TypeVar

from studylog.core.decks import Deck
from studylog.core.i18n import Message, say
from studylog.core.packing import packed
from studylog.store.index.around import touch_text
from studylog.store.index.columns import column, quoted
from studylog.store.index.contents import ENDINGS, Table, gone, new
from studylog.store.index.showing import paper_shown
from studylog.store.index.touched import Touched
from studylog.store.index.workers import Progress
from studylog.store.pictures.decks import Source, drawn_decks
from studylog.store.pictures.dressing import Dressed, dressed
from studylog.store.pictures.shelf import PictureShelf

_SLIDES, _PICTURES = say("Reading slides"), say("Reading pictures")
_Looked = TypeVar("_Looked")

_NOTES = "SELECT DISTINCT note FROM meant WHERE ending IN ({endings}) AND sha256 = ?"


def look_into_files(
    db: Connection, shelf: PictureShelf, progress: Progress | None = None, *, again: bool
) -> Touched:
    """Looks into the files that are new, forgets those that are gone; what may look different for it.

    `again` tries once more what took too long, or broke what should draw it.
    """
    touched = Touched()
    if again:
        db.execute("DELETE FROM deck WHERE trouble IN ('slow', 'died')")
    touched.add("slides", *_forget(db, "deck"))
    _forget(db, "picture")
    decks, pictures = _sources(db, "deck"), _sources(db, "picture")
    for sha256, drawn in _watched(drawn_decks(decks, shelf), len(decks), _SLIDES, progress):
        _keep(db, "deck", sha256, drawn.deck.trouble, drawn.deck)
        touched.add("slides", sha256)
        _touch(db, "deck", sha256, touched)
    for sha256, picture in _watched(dressed(pictures, shelf), len(pictures), _PICTURES, progress):
        _keep(db, "picture", sha256, picture.trouble, picture)
        _touch(db, "picture", sha256, touched)
    if touched:
        shelf.sweep({sha256 for table in ENDINGS for sha256 in column(db, f"SELECT sha256 FROM {table}")})
    return touched


def _watched(
    looked_into: Iterator[_Looked], count: int, words: Message, progress: Progress | None
) -> Iterator[_Looked]:
    """The same one after the other, while somebody is told how far it is: each may take a while."""
    if progress and count:
        progress(0, count, words)
    for done, one in enumerate(looked_into, 1):
        if progress:
            progress(done, count, words)
        yield one


def _sources(db: Connection, table: Table) -> list[Source]:
    return [Source(sha256, file) for sha256, file in new(db, table)]


def _forget(db: Connection, table: Table) -> list[str]:
    """Forgets the contents that no note means any more."""
    forgotten = gone(db, table)
    db.executemany(f"DELETE FROM {table} WHERE sha256 = ?", [(one,) for one in forgotten])
    return forgotten


def _keep(db: Connection, table: Table, sha256: str, trouble: str, value: Deck | Dressed) -> None:
    db.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", (sha256, trouble, packed(value)))


def _touch(db: Connection, table: Table, sha256: str, touched: Touched) -> None:
    """Adds what shows a content: the notes that mean it, and the papers whose slides it is."""
    for note in column(db, _NOTES.format(endings=quoted(ENDINGS[table])), sha256):
        touch_text(db, note, touched)
    for paper in column(db, "SELECT DISTINCT paper FROM paper_slides WHERE sha256 = ?", sha256):
        touched.update(paper_shown(db, paper))
