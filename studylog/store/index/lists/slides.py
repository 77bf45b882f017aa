"""Slides with the places that link to them, and the links that lead to slides which are elsewhere now."""

import os
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from studylog.core.listed import ListedSlides
from studylog.store.index.columns import CATALOGUE_NUMBER, names_of
from studylog.store.notebook import CATALOGUE

_LISTED = """SELECT paper.id, title, aliases, presenter, evidence, url, path, sha256, status, found_at
    FROM paper JOIN paper_slides ON paper_slides.paper = paper.id ORDER BY rank_day, title, id, seq"""
_NOTES = "SELECT id, path, day FROM note INDEXED BY note_list ORDER BY day IS NULL, day, path, file"
_LINKS = "SELECT written, note, line, title FROM slides_link ORDER BY note, seq"
_SHOWN = "SELECT paper, note FROM paper_note"
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
    """The slides of an index, and the links to them."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def lines(self) -> tuple[ListedSlides, ...]:
        """All slides, in the order of their papers."""
        names = cache(names_of)
        return tuple(
            ListedSlides(id_, title, names(aliases), *rest)
            for id_, title, aliases, *rest in self._db.execute(_LISTED)
        )

    @cached_property
    def _notes(self) -> dict[int, tuple[str, str | None]]:
        """The paths and days of notes, in their order: to join their long rows costs more than the rest."""
        return {number: (path, day) for number, path, day in self._db.execute(_NOTES)}

    def places(self) -> dict[str, tuple[SlidesPlace, ...]]:
        """Where each link stands, by the link as it is written, in order of the notes."""
        order = {number: place for place, number in enumerate((*self._notes, CATALOGUE_NUMBER))}
        found: dict[str, list[SlidesPlace]] = {}
        for written, note, line, title in sorted(self._db.execute(_LINKS), key=lambda link: order[link[1]]):
            path, _ = self._notes.get(note, (CATALOGUE, None))
            found.setdefault(written, []).append(SlidesPlace(path, line, title))
        return {written: tuple(places) for written, places in found.items()}

    def shown(self) -> dict[tuple[str, str], str | None]:
        """When papers were presented: the days of notes, by the ids of papers and the paths of notes."""
        notes = self._notes
        return {
            (paper, path): day
            for paper, (path, day) in ((paper, notes[note]) for paper, note in self._db.execute(_SHOWN))
        }

    def moved(self) -> Iterator[MovedLink]:
        """The links to slides that are known to be elsewhere; files relative to the notebook."""
        for path, name, line, written, found_at, own in self._db.execute(_MOVED):
            yield MovedLink(path, Path(os.fsdecode(name)), line, written, found_at, bool(own))
