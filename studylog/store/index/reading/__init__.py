"""The library that pages ask, over the tables of the index."""

from collections.abc import Iterator
from sqlite3 import Connection

from studylog.core.library import Counts, Kind
from studylog.store.index.columns import number_of
from studylog.store.index.reading.decoded import Decoded
from studylog.store.index.reading.findings import IndexFindings
from studylog.store.index.reading.lectures import IndexLectures
from studylog.store.index.reading.links import IndexLinks
from studylog.store.index.reading.meetings import IndexMeetings
from studylog.store.index.reading.notes import IndexNotes
from studylog.store.index.reading.papers import IndexPapers
from studylog.store.index.reading.people import IndexPeople
from studylog.store.index.reading.promises import IndexPromises
from studylog.store.index.reading.questions import IndexQuestions

_COUNTS = (
    "note WHERE kind = 'meeting'",
    "question",
    "lecture",
    "paper",
    "note WHERE kind = 'page'",
    "(SELECT DISTINCT url FROM weblink)",
)
# Lectures come where they were last asked about, papers where they were first presented.
_TOGETHER = """SELECT 'note', page, rank_day AS day, path, 0 FROM note
    UNION ALL SELECT 'question', id, first_day, first_path, 1 FROM question
    UNION ALL SELECT 'paper', paper.id, note.rank_day, note.path, 2 FROM paper LEFT JOIN note ON note.id = (
        SELECT id FROM paper_note JOIN note ON note.id = paper_note.note
        WHERE paper_note.paper = paper.id ORDER BY rank_day, path LIMIT 1)
    UNION ALL SELECT 'lecture', page, (SELECT max(first_day) FROM question
        WHERE question.course = lecture.course AND question.lecture = lecture.number), NULL, 3 FROM lecture
    ORDER BY day, path, 5, 2"""


class IndexLibrary:
    """All notes of an index; what a page asks again is remembered until the library is let go."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        decoded = Decoded(db)
        self.notes = IndexNotes(db, decoded)
        self.meetings = IndexMeetings(db, decoded)
        self.questions = IndexQuestions(db, decoded)
        self.links = IndexLinks(db, decoded)
        self.lectures = IndexLectures(db, decoded, self.links)
        self.papers = IndexPapers(db, decoded)
        self.promises = IndexPromises(db)
        self.people = IndexPeople(db, decoded)
        self.findings = IndexFindings(db)

    def close(self) -> None:
        """Lets go of the index."""
        self._db.close()

    def together(self) -> Iterator[tuple[Kind, str, str]]:
        """Everything that has a page: its kind, what it is found by, and its day."""
        return ((kind, key, day or "") for kind, key, day, *_ in self._db.execute(_TOGETHER))

    def counts(self) -> Counts:
        """How much there is of everything."""
        return Counts(*(number_of(self._db, f"SELECT count(*) FROM {table}") for table in _COUNTS))
