"""The index brought up to date: what changed among the notes, and everything that depends on it."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.digest.pagenames import pages_in_order
from studylog.core.findings import Finding
from studylog.core.values import dataclass
from studylog.store.attachments import Finder
from studylog.store.index import lectures, located, papers, questions
from studylog.store.index.around import Around, look_around, touch_text
from studylog.store.index.attached import look_again, look_up_new, stored_files
from studylog.store.index.columns import Row, column
from studylog.store.index.lostslides import unchecked_slides
from studylog.store.index.people import WatchedPeople
from studylog.store.index.reworded import is_reworded, put_words
from studylog.store.index.rows import put_notes, remove_notes
from studylog.store.index.said import Said
from studylog.store.index.showing import (
    Watched,
    lecture_named,
    lecture_shown,
    paper_shown,
    question_listed,
    question_told,
)
from studylog.store.index.touched import Touched
from studylog.store.index.whole import put_findings
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.store.index.entries import Entry

_WANTED = "SELECT path, file, folder, stem, page FROM note WHERE id = ?"
_QUESTION = "SELECT value, heading, short, course_rank FROM question WHERE id = ?"
_LECTURE = "SELECT value, page FROM lecture WHERE course = ? AND number = ?"
_LECTURE_NAME = "SELECT title, page FROM lecture WHERE course = ? AND number = ?"
_PAPER = "SELECT value FROM paper WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A note that is new or changed: its number, the name of its file, and what it says."""

    number: int
    file: bytes
    entry: "Entry"


def gather_all(db: Connection, notebook: Notebook, findings: Sequence[Finding]) -> None:
    """Gathers everything from the notes of an index in which nothing is gathered yet."""
    _give_pages(db)
    look_up_new(db, Finder(notebook.root))
    located.look_up_new(db, notebook)
    questions.gather_all(db, _courses(notebook))
    lectures.gather_lectures(db, None, notebook.settings)
    papers.gather_all(db, notebook.settings.roster, stored_files(db), located.stored_lost(db))
    put_findings(db, (*findings, *unchecked_slides(db, notebook)), hints_hold=False)


def change(
    db: Connection,
    notebook: Notebook,
    arrived: Sequence[Arrived],
    gone: Sequence[int],
    findings: Sequence[Finding],
) -> Touched:
    """Puts new and changed notes into the index, takes others out, and gathers what depends on them."""
    around = Around()
    arrived = list(_put_words(db, arrived, around.touched))
    numbers = [*(note.number for note in arrived), *gone]
    if not numbers:
        # All this, and what is doubtful in the notebook as a whole, depends only on what notes say to others.
        return around.touched
    look_around(db, numbers, around)
    said = Said(db, numbers)
    titles = _titles(db, numbers)
    people = WatchedPeople(db, numbers)
    wanted = _wanted(db, numbers)
    remove_notes(db, numbers)
    put_notes(db, ((note.number, note.file, note.entry) for note in arrived))
    renamed = _give_pages_again(db, numbers, wanted)
    around.touched.add("note", *renamed.values())
    look_up_new(db, Finder(notebook.root))
    located.look_up_new(db, notebook)
    look_around(db, {*(note.number for note in arrived), *renamed}, around)
    around.papers, around.lectures = said.papers(), said.lectures()
    _gather_questions(db, notebook, around)
    _gather_lectures(db, notebook, around)
    _gather_papers(db, notebook, around)
    around.touched.add("person", *people.changed(renamed))
    hold = titles == _titles(db, numbers)
    put_findings(db, (*findings, *unchecked_slides(db, notebook)), hints_hold=hold)
    return around.touched


def look_at_files(db: Connection, notebook: Notebook, findings: Sequence[Finding]) -> Touched:
    """Looks again at the files that notes mean, and gathers what depends on those that are others now."""
    around = Around()
    changed, contents = look_again(db, Finder(notebook.root))
    around.touched.add("slides", *contents)
    located.look_up_new(db, notebook)
    for note in changed | located.look_again(db, notebook):
        touch_text(db, note, around.touched)
        around.papers.update(column(db, "SELECT DISTINCT key FROM shown_key WHERE note = ?", note))
    if around.touched or around.papers:
        _gather_papers(db, notebook, around)
        find_again(db, notebook, findings)
    return around.touched


def find_again(db: Connection, notebook: Notebook, findings: Sequence[Finding]) -> None:
    """Tells anew what is doubtful in the whole, of notes that are what they were."""
    put_findings(db, (*findings, *unchecked_slides(db, notebook)), hints_hold=True)


def _give_pages(db: Connection) -> dict[int, str]:
    """Gives every note the name of its page; what those that had another one were called."""
    rows = db.execute("SELECT id, folder, stem, page FROM note ORDER BY path, file").fetchall()
    pages = pages_in_order((folder, stem) for _, folder, stem, _ in rows)
    changed = [(page, row) for row, page in zip(rows, pages, strict=True) if page != row[3]]
    db.executemany("UPDATE note SET page = ? WHERE id = ?", [(page, row[0]) for page, row in changed])
    return {row[0]: row[3] for _, row in changed if row[3]}


def _give_pages_again(db: Connection, notes: Sequence[int], before: dict[int, Row]) -> dict[int, str]:
    """The same after some notes were put anew: where all want what they wanted `before`, they get it."""
    after = _wanted(db, notes)
    if {note: row[:-1] for note, row in before.items()} != {note: row[:-1] for note, row in after.items()}:
        return _give_pages(db)
    db.executemany("UPDATE note SET page = ? WHERE id = ?", [(row[-1], note) for note, row in before.items()])
    return {}


def _wanted(db: Connection, notes: Sequence[int]) -> dict[int, Row]:
    """What decides about the pages of some notes, and last the page that each has."""
    rows = (db.execute(_WANTED, (note,)).fetchone() for note in notes)
    return {note: row for note, row in zip(notes, rows, strict=True) if row}


def _put_words(db: Connection, arrived: Sequence[Arrived], touched: Touched) -> Iterator[Arrived]:
    """Puts the words of notes that say nothing else to anybody; the notes that do."""
    for note in arrived:
        if is_reworded(db, note.number, note.entry):
            touched.add("note", *put_words(db, note.number, note.entry))
        else:
            yield note


def _titles(db: Connection, notes: Sequence[int]) -> list[str]:
    """What some notes are called, and where they lie: the same where none was renamed."""
    statement = "SELECT title || char(10) || path FROM note WHERE id = ?"
    return sorted(title for note in notes for title in column(db, statement, note))


def _gather_questions(db: Connection, notebook: Notebook, around: Around) -> None:
    ids = {*around.questions, *questions.kin(db, around.questions)}
    watched = Watched(db, _QUESTION, question_listed, ids)
    told = Watched(db, _QUESTION, question_told, ids, questions.without_lines)
    before = {id_: questions.lecture_of(db, id_) for id_ in ids}
    questions.gather_some(db, around.questions, _courses(notebook))
    ids |= questions.kin(db, around.questions)
    for id_, things in watched.changed(ids):
        around.touched.update(things)
        around.lectures |= {*before.get(id_, ()), *questions.lecture_of(db, id_)}
    for _, things in told.changed(ids):
        around.touched.update(things)


def _gather_lectures(db: Connection, notebook: Notebook, around: Around) -> None:
    watched = Watched(db, _LECTURE, lecture_shown, around.lectures)
    named = Watched(db, _LECTURE_NAME, lecture_named, around.lectures)
    lectures.gather_lectures(db, around.lectures, notebook.settings)
    for _, things in (*watched.changed(around.lectures), *named.changed(around.lectures)):
        around.touched.update(things)


def _gather_papers(db: Connection, notebook: Notebook, around: Around) -> None:
    if not around.papers:
        return
    family = papers.related(db, around.papers)
    watched = Watched(db, _PAPER, paper_shown, papers.with_keys(db, family))
    papers.gather_some(db, family, notebook.settings.roster, stored_files(db), located.stored_lost(db))
    for _, things in watched.changed(papers.with_keys(db, family)):
        around.touched.update(things)


def _courses(notebook: Notebook) -> tuple[str, ...]:
    return tuple(course.name for course in notebook.settings.courses)
