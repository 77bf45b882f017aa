"""Slides with the places that link to them, and the links that lead to slides which are elsewhere now."""

import os
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from studylog.store.notebook import CATALOGUE

_PLACES = f"""SELECT slides_link.written, coalesce(note.path, '{CATALOGUE}'), slides_link.line,
    slides_link.title FROM slides_link LEFT JOIN note ON note.id = slides_link.note
    ORDER BY note.rank_day, note.path, note.file, slides_link.seq"""
_MOVED = f"""SELECT DISTINCT coalesce(note.path, '{CATALOGUE}'), file.name, slides_link.line, located.written,
    located.found_at, located.path IS NOT NULL
    FROM located JOIN slides_link USING (place, written, title)
    JOIN file ON file.note = slides_link.note LEFT JOIN note ON note.id = slides_link.note
    WHERE located.status = 'moved' ORDER BY 1, file.name, slides_link.line"""


class SlidesPlace(NamedTuple):
    """Where a note, or the list of papers, links to slides, and under which title of a paper."""

    path: str
    line: int
    title: str


class MovedLink(NamedTuple):
    """A link of a file to slides that moved, on a line of it; `own` slides lie in the notebook."""

    path: str
    file: Path
    line: int
    written: str
    found_at: str
    own: bool


class SlidesList:
    """The links to slides of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def places(self) -> dict[str, tuple[SlidesPlace, ...]]:
        """Where each link stands, by the link as it is written, in order of the notes."""
        found: dict[str, list[SlidesPlace]] = {}
        for written, *place in self._db.execute(_PLACES):
            found.setdefault(written, []).append(SlidesPlace(*place))
        return {written: tuple(places) for written, places in found.items()}

    def moved(self) -> Iterator[MovedLink]:
        """The links to slides that are known to be elsewhere; files relative to the notebook."""
        for path, name, line, written, found_at, own in self._db.execute(_MOVED):
            yield MovedLink(path, Path(os.fsdecode(name)), line, written, found_at, bool(own))
