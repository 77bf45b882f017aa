"""The library that pages ask, over the tables of the index."""

from sqlite3 import Connection

from studylog.core.library import Counts
from studylog.store.index.reading.findings import IndexFindings
from studylog.store.index.reading.lectures import IndexLectures
from studylog.store.index.reading.links import IndexLinks
from studylog.store.index.reading.meetings import IndexMeetings
from studylog.store.index.reading.notes import IndexNotes
from studylog.store.index.reading.papers import IndexPapers
from studylog.store.index.reading.promises import IndexPromises
from studylog.store.index.reading.questions import IndexQuestions

_COUNTS = (
    "note WHERE kind = 'meeting'",
    "question",
    "lecture",
    "paper",
    "note WHERE kind = 'page'",
    "(SELECT DISTINCT url FROM weblink)",
    "finding",
)


class IndexLibrary:
    """All notes of an index; what a page asks again is remembered until the library is let go."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self.notes = IndexNotes(db)
        self.meetings = IndexMeetings(db)
        self.questions = IndexQuestions(db)
        self.links = IndexLinks(db)
        self.lectures = IndexLectures(db, self.links)
        self.papers = IndexPapers(db)
        self.promises = IndexPromises(db)
        self.findings = IndexFindings(db)

    def close(self) -> None:
        """Lets go of the index."""
        self._db.close()

    def counts(self) -> Counts:
        """How much there is of everything."""
        return Counts(*(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTS))
