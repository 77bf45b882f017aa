"""What is doubtful in the notebook as a whole: in its settings, between notes, between notes and files."""

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from studylog.core.doubts import odd_page_name
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.model import Carried, Paper
from studylog.core.packing import packed, unpacked
from studylog.core.text import nearest
from studylog.core.values import replace
from studylog.store.attachments import DOCUMENTS, PICTURES, lost_file, lost_picture, may_be_lost
from studylog.store.index.columns import column, quoted, unpacked_all
from studylog.store.index.lostslides import lost_slides
from studylog.store.index.nearnotes import MOST_LOOKED_FOR, NearNotes
from studylog.store.notebook import CATALOGUE
from studylog.store.pictures.doubts import unshown_picture, unshown_slides

_Hints = dict[tuple[str, str], Finding]
"""What was said of links and names that lead nowhere, by code and by what is written."""

_WHOLE = 0
"""What stands in place of the number of a note with findings about the whole notebook: no note has it."""

_ORDER = "ORDER BY note.rank_day, note.path, note.file, refers.seq"
_WIKILINKS = f"""SELECT note.path, refers.line, refers.written FROM refers JOIN note ON note.id = refers.note
    WHERE refers.kind = 'wikilink' AND refers.target IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM name WHERE name.key = refers.target) {_ORDER}"""
_FILES = f"""SELECT coalesce(note.path, ?), refers.line, refers.kind, refers.written FROM attached
    JOIN refers ON refers.place = attached.place AND refers.written = attached.written
    LEFT JOIN note ON note.id = refers.note
    WHERE attached.path IS NULL AND refers.kind <> 'wikilink' AND refers.line > 0
    AND NOT EXISTS (SELECT 1 FROM note other WHERE other.path = refers.target)
    AND NOT EXISTS (SELECT 1 FROM slides_link JOIN located USING (place, written, title)
        WHERE slides_link.note = refers.note AND located.written = refers.written) {_ORDER}"""
# What is there, but cannot be shown: pictures as such, and slides page by page.
_SHOWN = f"""SELECT note.path, refers.line, refers.written, coalesce(picture.trouble, 'unknown')
    FROM meant refers JOIN note ON note.id = refers.note
    LEFT JOIN picture ON picture.sha256 = refers.sha256 AND refers.ending IN ({quoted(PICTURES)})
    WHERE refers.kind = 'picture' AND refers.line > 0
    AND (picture.trouble <> '' OR refers.ending NOT IN ({quoted(PICTURES | DOCUMENTS)})) {_ORDER}"""
_DECKS = f"""SELECT note.path, refers.line, refers.written, deck.trouble
    FROM deck JOIN meant refers ON refers.sha256 = deck.sha256 AND refers.ending = 'pdf'
    JOIN note ON note.id = refers.note
    WHERE deck.trouble NOT IN ('', 'unread') AND refers.line > 0 {_ORDER}"""
_LOST_REFERENCES = """SELECT note.path, carried.value FROM carried JOIN note ON note.id = carried.note
    WHERE NOT EXISTS (SELECT 1 FROM question WHERE question.id = carried.question)
    ORDER BY note.rank_day, note.path, note.file, carried.seq"""
# Of two pages that want one name, the later gets another.
_TWICE = """SELECT note.path, first.path, note.page
    FROM (SELECT folder, stem FROM note GROUP BY folder, stem HAVING count(*) > 1) twice
    JOIN note ON note.folder = twice.folder AND note.stem = twice.stem
    JOIN note first ON first.id = (SELECT id FROM note one
        WHERE one.folder = twice.folder AND one.stem = twice.stem ORDER BY path, file LIMIT 1)
    WHERE note.id <> first.id AND (note.folder = 'notes' OR first.path = note.path)
    ORDER BY note.path, note.file"""


def put_findings(db: Connection, given: Sequence[Finding], *, hints_hold: bool) -> None:
    """Puts what is doubtful in the whole into the index; `hints_hold` when no note was renamed since."""
    hints = _hints(db) if hints_hold else {}
    db.execute("DELETE FROM finding WHERE note = ?", (_WHOLE,))
    findings = [
        *(*given, *_wikilinks(db, hints), *_files(db, hints), *_shown(db)),
        *(*lost_slides(db), *_names(db), *_references(db), *_guesses(db)),
    ]
    db.executemany(
        "INSERT INTO finding (note, seq, severity, code, path, line, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (_WHOLE, seq, one.severity, one.code, one.place.path, one.place.line, packed(one))
            for seq, one in enumerate(findings)
        ],
    )


def unreadable_in(db: Connection) -> tuple[Finding, ...]:
    """The findings of the notes that could not be read, by path."""
    statement = "SELECT value FROM finding WHERE note = ? AND code = 'unreadable' ORDER BY path"
    return unpacked_all(db, Finding, statement, _WHOLE)


def _hints(db: Connection) -> _Hints:
    statement = "SELECT value FROM finding WHERE note = ? AND code IN ('wikilink', 'dead-link')"
    findings = unpacked_all(db, Finding, statement, _WHOLE)
    return {(one.code, str(one.message.args[0][1])): one for one in findings}


def _wikilinks(db: Connection, known: _Hints) -> Iterator[Finding]:
    """Wikilinks to pages that are not there."""
    titles: list[str] = []
    looked = 0
    for path, line, written in db.execute(_WIKILINKS).fetchall():
        page = written.partition("#")[0].strip()
        if ("wikilink", page) not in known:
            titles = titles or column(db, "SELECT title FROM note ORDER BY path")
            near = nearest(page, titles) if looked < MOST_LOOKED_FOR else None
            known["wikilink", page] = _wikilink(page, near)
            looked += 1
        yield replace(known["wikilink", page], place=Place(path, line))


def _wikilink(page: str, near: str | None) -> Finding:
    hint = say("Did you mean {near}?", near=near) if near else None
    return Finding(Place(""), "warning", "wikilink", say("No note is called “{page}”.", page=page), hint)


def _files(db: Connection, known: _Hints) -> Iterator[Finding]:
    """Links and pictures whose files are not there."""
    notes = NearNotes(db)
    for path, line, kind, written in db.execute(_FILES, (CATALOGUE,)).fetchall():
        if kind == "picture" and may_be_lost(written):
            yield lost_picture(Place(path, line), written)
        elif may_be_lost(written):
            if ("dead-link", written) not in known:
                known["dead-link", written] = lost_file(Place(""), written, notes.by_link(written))
            yield replace(known["dead-link", written], place=Place(path, line))


def _shown(db: Connection) -> Iterator[Finding]:
    """Pictures and slides that are there, and cannot be shown."""
    for path, line, written, trouble in db.execute(_SHOWN):
        yield unshown_picture(Place(path, line), written, trouble)
    for path, line, written, trouble in db.execute(_DECKS):
        yield unshown_slides(Place(path, line), written, trouble)


def _references(db: Connection) -> Iterator[Finding]:
    """Answers under a reference to a question that stands nowhere any more."""
    for path, value in db.execute(_LOST_REFERENCES):
        carried = unpacked(Carried, value)
        if carried.answers:
            yield Finding(
                Place(path, carried.place.line),
                "warning",
                "lost-reference",
                say("What is answered here is asked nowhere: {id}.", id=carried.id),
                say("Pin the question in its note with ^{id}, or move the answer to it.", id=carried.id),
            )


def _guesses(db: Connection) -> Iterator[Finding]:
    """Names of papers that were taken for one because they are alike."""
    statement = "SELECT value FROM paper WHERE guessed = 1 ORDER BY rank_day, title, id"
    for paper in unpacked_all(db, Paper, statement):
        for guess in paper.guesses:
            message = say("“{name}” is taken for the paper “{title}”.", name=guess.name, title=paper.title)
            hint = say("Say in {file} whether it is: under “aliases”, or under “not”.", file=CATALOGUE)
            yield Finding(guess.place, "note", "paper-guess", message, hint)


def _names(db: Connection) -> Iterable[Finding]:
    return (odd_page_name(*row) for row in db.execute(_TWICE))
