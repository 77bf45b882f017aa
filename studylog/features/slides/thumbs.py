"""The pictures of slides, made before somebody builds the site, and what became of each PDF."""

from studylog.core.decks import Trouble
from studylog.core.values import dataclass
from studylog.store.index.database import Database
from studylog.store.index.reading.files import IndexFiles


@dataclass(frozen=True, slots=True)
class Thumbs:
    """The pages of one PDF: how many it has, of how many there is a picture, and why of none."""

    path: str
    sha256: str
    pages: int
    drawn: int
    trouble: Trouble


def thumbs(db: Database) -> tuple[Thumbs, ...]:
    """What became of the slides, by path: of an index that was opened with its `files`, and `again`."""
    return tuple(
        Thumbs(path, source.sha256, deck.pages, deck.drawn, deck.trouble)
        for path, source, deck in IndexFiles(db).decks()
    )
