"""What a command asks of the index of a notebook, and whether an index of an earlier run has all of it."""

import os
from collections.abc import Callable
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.values import dataclass
from studylog.store.index.database import State, contents_generation, searched_generation
from studylog.store.index.keep import Shelf
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.store.index.workers import Progress, Workers
    from studylog.store.pictures.shelf import PictureShelf


@dataclass(frozen=True, slots=True)
class Reading:
    """How notes are read: by which workers, who is told of the progress, what time the file system has.

    With a shelf for `pictures`, files that notes mean are looked into, too, and `again` what took too long.
    """

    workers: "Workers"
    progress: "Progress | None"
    now: Callable[[], int]
    pictures: "PictureShelf | None" = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asks of the index that a shelf has of a notebook; the options are those of `opened`."""

    notebook: Notebook
    shelf: Shelf
    key: str
    workers: "Workers"
    progress: "Progress | None"
    files: bool
    search: bool
    look_at: tuple[str, ...]
    again: bool

    def reading(self) -> Reading:
        """How notes are read for it, by the clock of its shelf."""
        pictures = None
        if self.files or self.search:
            from studylog.store.pictures.shelf import shelf_of

            pictures = shelf_of(self.notebook.root)
        return Reading(self.workers, self.progress, self.shelf.now, pictures, self.again)

    def refresh_search(self, db: Connection, generation: int) -> None:
        """Brings the search up to a generation, if it is asked for."""
        if self.search:
            from studylog.store.index.search.refresh import refresh_search

            refresh_search(db, self.notebook.settings.roster, generation, self.workers)

    def first(self) -> State:
        """The state of an index that is made anew."""
        return State(self.key, os.urandom(8).hex(), 1)

    def is_told(self, db: Connection, generation: int) -> bool:
        """Whether an index whose notes are what they were also has all else that is asked of it."""
        known = {searched_generation(db), contents_generation(db)}
        if self.again or (self.search and known != {generation}):
            return False
        return not self.files or _files_stand(db, self.notebook)


def _files_stand(db: Connection, notebook: Notebook) -> bool:
    """Whether the files that notes mean were looked into, and are where and what they were."""
    from studylog.store.attachments import Finder
    from studylog.store.index import attached, contents, located

    if not contents.all_known(db):
        return False
    return attached.is_as_known(db, Finder(notebook.root)) and located.is_as_known(db, notebook)
