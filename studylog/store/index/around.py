"""What shows something of a note, or depends on it: asked before it changes, and again afterwards."""

from collections.abc import Iterable
from sqlite3 import Connection

from studylog.core.model import Link
from studylog.core.packing import unpacked
from studylog.core.values import dataclass, field
from studylog.store.index.columns import Row, column
from studylog.store.index.lectures import Key, lectures_in
from studylog.store.index.touched import Touched, lecture_key, month_of

_BEFORE = """SELECT page FROM note WHERE kind = 'meeting' AND (rank_day, path, file) < (?, ?, ?)
    ORDER BY rank_day DESC, path DESC, file DESC LIMIT 1"""
_AFTER = """SELECT page FROM note WHERE kind = 'meeting' AND (rank_day, path, file) > (?, ?, ?)
    ORDER BY rank_day, path, file LIMIT 1"""
# Where a link of the web stands for the first time: there its line is on the list of links.
_FIRST_LINK = """SELECT note.day, weblink.value FROM weblink JOIN note ON note.id = weblink.note
    WHERE weblink.url = ? ORDER BY note.kind, note.rank_day, note.path, note.file, weblink.seq LIMIT 1"""
_LINKED_FROM = """SELECT DISTINCT refers.note FROM refers
    WHERE refers.target = (SELECT path FROM note WHERE id = ?1) AND refers.kind <> 'wikilink'
    UNION SELECT refers.note FROM name JOIN refers ON refers.target = name.key
    WHERE name.note = ?1 AND (refers.kind = 'wikilink' OR refers.kind = 'picture')"""
_LINKED_TO = """SELECT other.page FROM refers JOIN note other ON other.path = refers.target
    WHERE refers.note = ?1 AND refers.kind <> 'wikilink'
    UNION SELECT other.page FROM refers JOIN name ON name.key = refers.target JOIN note other
    ON other.id = name.note WHERE refers.note = ?1 AND refers.kind = 'wikilink'"""
# The weeks in which its questions were asked and answered have pieces of their answers.
_DAYS = """SELECT question.asked_on FROM asked JOIN question ON question.id = asked.question
    WHERE asked.note = ?1 UNION SELECT question.answered_on FROM asked
    JOIN question ON question.id = asked.question WHERE asked.note = ?1
    UNION SELECT day FROM note WHERE id = ?1"""
# The notes that say how questions of theirs went on in one, and those whose promises one keeps.
_CARRIED_FROM = """SELECT DISTINCT other.page FROM carried JOIN asked ON asked.question = carried.question
    JOIN note other ON other.id = asked.note WHERE carried.note = ?"""
_KEPT = """SELECT DISTINCT other.page FROM kept JOIN promise ON promise.id = kept.promise
    JOIN note other ON other.id = promise.note WHERE kept.note = ?"""
_KEPT_BY = """SELECT DISTINCT promiser.person FROM kept JOIN promise ON promise.id = kept.promise
    JOIN promiser ON promiser.note = promise.note AND promiser.seq = promise.seq WHERE kept.note = ?"""
_PAPERS = """SELECT DISTINCT paper FROM shown_key JOIN paper_key USING (key)
    WHERE note = ? AND key NOT LIKE 'named:%' AND key NOT LIKE 'base:%'"""
_SLIDES = "SELECT DISTINCT sha256 FROM meant WHERE note = ? AND ending = 'pdf'"


@dataclass(slots=True)
class Around:
    """What has to be gathered anew with some notes, and what may look different."""

    questions: set[str] = field(default_factory=set)
    lectures: set[Key] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    touched: Touched = field(default_factory=Touched)


def look_around(db: Connection, notes: Iterable[int], around: Around) -> None:
    """Adds what depends on some notes as they are in the index now."""
    for note in notes:
        row = db.execute(
            "SELECT kind, day, filed, rank_day, path, file FROM note WHERE id = ?", (note,)
        ).fetchone()
        if row is None:
            # The list of papers is no note, and is shown by its papers alone.
            _papers(db, note, around)
        else:
            _in_lists(db, row, around.touched)
            _gathered(db, note, around)
            _linked(db, note, around)
            touch_text(db, note, around.touched)


def touch_text(db: Connection, note: int, touched: Touched) -> None:
    """Adds all pages that show text of a note: its own, those of its questions and of its papers.

    A note that questions were carried into is named where they stand.
    """
    touched.add("note", *column(db, "SELECT page FROM note WHERE id = ?", note))
    touched.add("question", *column(db, "SELECT DISTINCT question FROM asked WHERE note = ?", note))
    touched.add("question", *column(db, "SELECT DISTINCT question FROM carried WHERE note = ?", note))
    touched.add("note", *column(db, _CARRIED_FROM, note))
    touched.add("paper", *column(db, "SELECT paper FROM paper_note WHERE note = ?", note))
    touched.add("days", *column(db, _DAYS, note))


def _in_lists(db: Connection, row: Row, touched: Touched) -> None:
    kind, day, filed, *order = row
    touched.add("dated", month_of(day))
    if kind == "meeting":
        touched.add("meetings", month_of(day))
        touched.add("note", *column(db, _BEFORE, *order), *column(db, _AFTER, *order))
    else:
        touched.add("notes", filed)


def _gathered(db: Connection, note: int, around: Around) -> None:
    around.questions.update(column(db, "SELECT question FROM asked WHERE note = ?", note))
    around.questions.update(column(db, "SELECT question FROM carried WHERE note = ?", note))
    around.touched.add("note", *column(db, _KEPT, note))
    around.touched.add("person", *column(db, _KEPT_BY, note))
    around.touched.add("lecture", *(lecture_key(*key) for key in lectures_in(db, note)))
    _papers(db, note, around)


def _papers(db: Connection, note: int, around: Around) -> None:
    around.touched.add("paper", *column(db, _PAPERS, note))


def _linked(db: Connection, note: int, around: Around) -> None:
    around.touched.add("note", *column(db, _LINKED_TO, note))
    around.touched.add("slides", *column(db, _SLIDES, note))
    for other in column(db, _LINKED_FROM, note):
        touch_text(db, other, around.touched)
    for url in column(db, "SELECT DISTINCT url FROM weblink WHERE note = ?", note):
        for day, value in db.execute(_FIRST_LINK, (url,)):
            link = unpacked(Link, value)
            around.touched.add("resources", month_of(day))
            around.touched.lecture(link.course or "", link.lecture)
