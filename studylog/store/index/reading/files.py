"""The files of the notebook that pages lead to or show, as the index knows them."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection

from studylog.core.decks import Deck
from studylog.core.markdown.context import PictureLink
from studylog.core.packing import unpacked
from studylog.core.values import dataclass
from studylog.store.attachments import DOCUMENTS, PICTURES, Attachment, attachment_of, ending_of
from studylog.store.index.columns import Row, place_of, quoted, unpacked_all
from studylog.store.pictures.decks import Source
from studylog.store.pictures.dressing import Dressed

_REMEMBERED = 512
_COLUMNS = "meant.path, meant.file, meant.sha256, picture.value"
_PICTURE = f"LEFT JOIN picture ON picture.sha256 = meant.sha256 AND meant.ending IN ({quoted(PICTURES)})"
_FOUND = f"""SELECT {_COLUMNS} FROM attached AS meant {_PICTURE}
    WHERE place = ? AND written = ? AND path IS NOT NULL"""
# Slides that were moved are found, whatever the link says.
_MOVED = """SELECT path, file, sha256, NULL FROM located
    WHERE place = ? AND written = ? AND path IS NOT NULL ORDER BY title LIMIT 1"""
_AT = f"SELECT {_COLUMNS} FROM meant {_PICTURE} WHERE meant.path = ? LIMIT 1"
_DECK = "SELECT deck.value FROM meant JOIN deck USING (sha256) WHERE path = ? AND ending = 'pdf' LIMIT 1"
# A link leads to a document, a picture is shown; each other file stays where it is.
_ALL = f"SELECT DISTINCT {_COLUMNS}, meant.kind FROM meant {_PICTURE} ORDER BY meant.path"
_DECKS = """SELECT meant.sha256, min(meant.file), min(meant.path), deck.value FROM deck
    JOIN meant ON meant.sha256 = deck.sha256 AND meant.ending = 'pdf'
    GROUP BY meant.sha256 ORDER BY min(meant.path)"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the notebook as a site has it, and the file that it is made from."""

    source: Source
    picture: Dressed


class IndexFiles:
    """The files that references mean; `logo` is that of the site, which no note refers to."""

    def __init__(self, db: Connection, logo: Shown | None = None) -> None:
        self._db, self._logo = db, logo
        self._found = lru_cache(_REMEMBERED)(self._row)
        self._decks = lru_cache(_REMEMBERED)(self._deck)

    def document(self, note_path: str, reference: str) -> str | None:
        """Where in the site the copy of a file lies that a page may lead to."""
        row = self._found(place_of(note_path), reference)
        return _document(row) if row else None

    def picture(self, note_path: str, reference: str) -> PictureLink | None:
        """Where in the site the copy of a picture lies, and its size."""
        row = self._found(place_of(note_path), reference)
        shown = _shown(row) if row else None
        return PictureLink(shown.name, shown.width, shown.height) if shown else None

    def copy(self, path: str) -> str | None:
        """Where in the site the copy of a document lies, by its path in the notebook."""
        row = self._db.execute(_AT, (path,)).fetchone()
        return _document(row) if row else None

    def deck(self, path: str) -> Deck | None:
        """The pages of slides, by their path in the notebook; None where nobody has looked into them."""
        return self._decks(path)

    def logo(self) -> str | None:
        """Where in the site the logo lies."""
        return self._logo.picture.name if self._logo else None

    def documents(self) -> Iterator[Attachment]:
        """The files that some page leads to, and that are copied as they are."""
        for *row, _ in self._db.execute(_ALL):
            if ending_of(row[0]) in DOCUMENTS - PICTURES:
                yield _attachment(tuple(row))

    def pictures(self) -> Iterator[Shown]:
        """The pictures that some page shows or leads to."""
        if self._logo:
            yield self._logo
        for *row, kind in self._db.execute(_ALL):
            shown = _shown(tuple(row))
            if shown and (kind == "picture" or ending_of(row[0]) in DOCUMENTS):
                yield Shown(Source(row[2], Path(os.fsdecode(row[1]))), shown)

    def decks(self) -> Iterator[tuple[str, Source, Deck]]:
        """The slides that some page leads to, by path."""
        for sha256, file, path, value in self._db.execute(_DECKS):
            yield path, Source(sha256, Path(os.fsdecode(file))), unpacked(Deck, value)

    def _row(self, place: str, written: str) -> Row | None:
        for statement in (_FOUND, _MOVED):
            row: Row | None = self._db.execute(statement, (place, written)).fetchone()
            if row:
                return row
        return None

    def _deck(self, path: str) -> Deck | None:
        return next(iter(unpacked_all(self._db, Deck, _DECK, path)), None)


def _document(row: Row) -> str | None:
    ending = ending_of(row[0])
    if ending not in DOCUMENTS:
        return None
    if ending in PICTURES:
        shown = _shown(row)
        return shown.name if shown else None
    return _attachment(row).name


def _shown(row: Row) -> Dressed | None:
    found = unpacked(Dressed, row[3]) if row[3] else None
    return found if found and found.name else None


def _attachment(row: Row) -> Attachment:
    path, file, sha256, *_ = row
    return attachment_of(path, Path(os.fsdecode(file)), sha256)
