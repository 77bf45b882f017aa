"""The files of the notebook that pages lead to or show, as the index knows them."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection

from studylog.core.markdown import PictureLink
from studylog.store.attachments import DOCUMENTS, PICTURES, Attachment, attachment_of
from studylog.store.index.columns import Row, place_of

_REMEMBERED = 512
_FOUND = """SELECT path, file, sha256, width, height FROM attached
    WHERE place = ? AND written = ? AND path IS NOT NULL"""
# Slides that were moved are found, whatever the link says.
_MOVED = """SELECT path, file, sha256, NULL, NULL FROM located
    WHERE place = ? AND written = ? AND path IS NOT NULL ORDER BY title LIMIT 1"""
_AT = """SELECT path, file, sha256 FROM attached WHERE path = ?1
    UNION ALL SELECT path, file, sha256 FROM located WHERE path = ?1 LIMIT 1"""
# A link leads to a document, a picture is shown; each other file stays where it is.
_ALL = """SELECT DISTINCT attached.path, attached.file, attached.sha256, refers.kind FROM attached
    JOIN refers ON refers.place = attached.place AND refers.written = attached.written
    WHERE attached.path IS NOT NULL AND refers.kind <> 'wikilink'
    UNION SELECT path, file, sha256, 'link' FROM located WHERE path IS NOT NULL ORDER BY 1"""


class IndexFiles:
    """The files that references mean; `logo` is that of the site, which no note refers to."""

    def __init__(self, db: Connection, logo: Attachment | None = None) -> None:
        self._db, self._logo = db, logo
        self._found = lru_cache(_REMEMBERED)(self._row)

    def document(self, note_path: str, reference: str) -> str | None:
        """Where in the site the copy of a file lies that a page may lead to."""
        row = self._found(place_of(note_path), reference)
        found = _attachment(row) if row else None
        return found.name if found and found.ending in DOCUMENTS else None

    def picture(self, note_path: str, reference: str) -> PictureLink | None:
        """Where in the site the copy of a picture lies, and its size."""
        row = self._found(place_of(note_path), reference)
        found = _attachment(row) if row else None
        if row is None or found is None or found.ending not in PICTURES:
            return None
        return PictureLink(found.name, row[3], row[4])

    def copy(self, path: str) -> str | None:
        """Where in the site the copy of a document lies, by its path in the notebook."""
        row = self._db.execute(_AT, (path,)).fetchone()
        found = _attachment(row) if row else None
        return found.name if found and found.ending in DOCUMENTS else None

    def logo(self) -> str | None:
        """Where in the site the logo lies."""
        return self._logo.name if self._logo else None

    def all(self) -> Iterator[Attachment]:
        """Every file that some page leads to or shows."""
        if self._logo:
            yield self._logo
        for path, file, sha256, kind in self._db.execute(_ALL):
            found = _attachment((path, file, sha256))
            if found.ending in (PICTURES if kind == "picture" else DOCUMENTS):
                yield found

    def _row(self, place: str, written: str) -> Row | None:
        for statement in (_FOUND, _MOVED):
            row: Row | None = self._db.execute(statement, (place, written)).fetchone()
            if row:
                return row
        return None


def _attachment(row: Row) -> Attachment:
    path, file, sha256, *_ = row
    return attachment_of(path, Path(os.fsdecode(file)), sha256)
