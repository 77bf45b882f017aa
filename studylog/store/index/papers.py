"""The papers of the index: those that share a key are one, so only what hangs together is gathered anew."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from sqlite3 import Connection

from studylog.core.findings import Place
from studylog.core.listed import NAMES
from studylog.core.model import NotePaper, Paper, Plan
from studylog.core.packing import packed, unpacked
from studylog.core.papers.gathered import NotePapers, gather_papers, rank
from studylog.core.papers.groups import all_keys
from studylog.core.papers.slides import FindFile, FindLost, Shown
from studylog.core.papers.states import last_day
from studylog.core.people.roster import Roster
from studylog.store.index.columns import NO_DAY, Row, column
from studylog.store.index.people import presenter_rows
from studylog.store.index.wanted import want
from studylog.store.notebook import CATALOGUE

_TABLES = (
    ("paper", "id"),
    ("paper_key", "paper"),
    ("paper_note", "paper"),
    ("paper_slides", "paper"),
    ("presenter", "paper"),
)
# What the list of papers says stands in front: it is no note, and has no day.
_SHOWN = """SELECT DISTINCT coalesce(note.rank_day, ''), coalesce(note.path, ''), note.file, 0, shown.seq,
    note.day, shown.value FROM {shown} LEFT JOIN note ON note.id = shown.note"""
_SHOWN_WANTED = """wanted CROSS JOIN shown_key ON shown_key.key = wanted.key
    JOIN shown ON shown.note = shown_key.note AND shown.seq = shown_key.seq"""
_ASKED = """SELECT note.rank_day, note.path, note.file, 1, about.seq, about.paper, about.question
    FROM {about} JOIN note ON note.id = about.note"""
_ASKED_WANTED = "wanted CROSS JOIN about ON about.paper = wanted.key"
_RELATED = """SELECT other.key FROM wanted CROSS JOIN shown_key one ON one.key = wanted.key
    JOIN shown_key other ON other.note = one.note AND other.seq = one.seq"""


def gather_all(db: Connection, roster: Roster, find_file: FindFile, find_lost: FindLost) -> None:
    """Gathers the papers of an index that has none yet."""
    _put(db, gather_papers(_notes(db, "shown", "about"), roster, find_file, find_lost))


def related(db: Connection, keys: Iterable[str]) -> set[str]:
    """The keys, and all that some paper of a note has together with one of them."""
    found: set[str] = set()
    waiting = set(keys)
    while waiting:
        found |= waiting
        want(db, waiting)
        waiting = set(column(db, _RELATED)) - found
    return found


def with_keys(db: Connection, keys: Iterable[str]) -> set[str]:
    """The ids of the papers that were gathered under one of the keys."""
    want(db, keys)
    return set(column(db, "SELECT DISTINCT paper FROM wanted JOIN paper_key USING (key)"))


def gather_some(
    db: Connection, family: Iterable[str], roster: Roster, find_file: FindFile, find_lost: FindLost
) -> None:
    """Gathers anew the papers with these keys, which are all that hang together."""
    gone = [(id_,) for id_ in with_keys(db, family)]
    papers = gather_papers(_notes(db, _SHOWN_WANTED, _ASKED_WANTED), roster, find_file, find_lost)
    for table, key in _TABLES:
        db.executemany(f"DELETE FROM {table} WHERE {key} = ?", gone)
    _put(db, papers)


def _notes(db: Connection, shown: str, about: str) -> Iterator[NotePapers]:
    """What notes say of papers, note by note in order."""
    rows: list[Row] = [*db.execute(_SHOWN.format(shown=shown)), *db.execute(_ASKED.format(about=about))]
    rows.sort(key=lambda row: (row[0], row[1], row[2] or b"", *row[3:5]))
    for (_, path, _), found in groupby(rows, key=lambda row: row[:3]):
        own = list(found)
        yield NotePapers(
            [_shown(path, day, value) for *_, kind, _, day, value in own if kind == 0],
            [(key, id_) for *_, kind, _, key, id_ in own if kind == 1],
        )


def _shown(path: str, day: str | None, value: str) -> Shown:
    day_shown = date.fromisoformat(day) if day else None
    return Shown(path or CATALOGUE, day_shown, unpacked(NotePaper, value), has_page=bool(path))


def _put(db: Connection, papers: Iterable[Paper]) -> None:
    for paper in papers:
        row = _row(paper)
        db.execute(f"INSERT INTO paper VALUES ({', '.join('?' * len(row))})", row)
        db.executemany("INSERT INTO presenter VALUES (?, ?, ?, ?)", presenter_rows(paper))
        db.executemany("INSERT INTO paper_key VALUES (?, ?)", [(key, paper.id) for key in _keys(paper)])
        db.executemany(
            "INSERT OR IGNORE INTO paper_note SELECT id, ? FROM note WHERE path = ?",
            [(paper.id, one.path) for one in paper.presented],
        )
        db.executemany(
            "INSERT INTO paper_slides VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (paper.id, seq, one.url, one.path, one.sha256, one.status, one.found_at)
                for seq, one in enumerate(paper.slides)
            ],
        )


def _row(paper: Paper) -> Row:
    day = last_day(paper)
    first, title = rank(paper)
    rank_day = NO_DAY if first == date.max else first.isoformat()
    return (
        *(paper.id, title, bool(paper.presented), bool(paper.planned), day and day.isoformat()),
        *(paper.slides_missing, paper.by_another, bool(paper.guesses), rank_day, paper.presenter),
        *(paper.presenter_evidence, paper.year, *_plan(paper.planned)),
        " ".join(day.isoformat() for day in paper.presented_on),
        " ".join(dict.fromkeys(one.status for one in paper.slides)),
        packed(paper.aliases, NAMES),
        packed(tuple(guess.name for guess in paper.guesses), NAMES),
        packed(paper),
    )


def _plan(plan: Plan | None) -> Row:
    """When a paper is planned for, who presents it, and where that stands."""
    if plan is None:
        return None, "", ""
    place = f"{plan.place.path}:{plan.place.line}"
    return plan.date and plan.date.isoformat(), ", ".join(plan.presenters), place


def _keys(paper: Paper) -> list[str]:
    """All keys under which a paper was gathered."""
    names = NotePaper((paper.title, *paper.aliases), Place(""))
    numbers = NotePaper((), Place(""), arxiv=paper.arxiv, doi=paper.doi)
    return sorted({*all_keys(names), *all_keys(numbers)})
