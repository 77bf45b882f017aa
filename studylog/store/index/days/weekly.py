"""What a week brought, out of the index: its meetings in columns, its questions whole."""

from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from studylog.core.dates.weeks import Week
from studylog.core.model import Question
from studylog.core.weekly import MadePromise, Weekly
from studylog.store.index.columns import KEPT, RANK, day_of, names_of, unpacked_all
from studylog.store.index.days.formulas import formulas_in, formulas_of
from studylog.store.index.days.outlook import papers_of
from studylog.store.index.days.standing import MEETING, meetings

_MEETINGS = f"{MEETING} rank_day BETWEEN ? AND ? ORDER BY rank_day, path, file"
_ASKED = f"SELECT value FROM question WHERE asked_on BETWEEN ? AND ? ORDER BY {RANK}"
_ANSWERED = f"""SELECT value FROM question WHERE answered_on BETWEEN ?1 AND ?2 AND asked_on < ?1
    ORDER BY {RANK}"""
_ORIGINAL = "SELECT id, text, first_path FROM question WHERE id = ?"
_PAPERS = """SELECT title, presenter, day FROM paper WHERE presented = 1 AND day BETWEEN ? AND ?
    ORDER BY day, title"""
_PROMISES = f"""SELECT promise.id, promise.text, promise.people, promise.due, promise.done OR {KEPT},
    note.path FROM note JOIN promise ON promise.note = note.id
    WHERE note.kind = 'meeting' AND note.rank_day BETWEEN ? AND ?
    ORDER BY note.rank_day, note.path, note.file, promise.seq"""


def weekly(db: Connection, week: Week) -> Weekly:
    """What a week brought."""
    days = (week.first.isoformat(), week.last.isoformat())
    asked = unpacked_all(db, Question, _ASKED, *days)
    answered = unpacked_all(db, Question, _ANSWERED, *days)
    originals = tuple(_originals(db, (*asked, *answered)))
    return Weekly(
        week=week,
        meetings=tuple(meetings(db, _MEETINGS, *days)),
        asked=asked,
        answered=answered,
        papers=tuple(papers_of(db, _PAPERS, *days)),
        promises=tuple(
            MadePromise(id_, text, names_of(people), day_of(due), bool(kept), formulas_in(db, text, path))
            for id_, text, people, due, kept, path in db.execute(_PROMISES, days)
        ),
        originals=originals,
        formulas=tuple(_formulas(db, (*asked, *answered), (path for _, _, path in originals))),
    )


def _originals(db: Connection, questions: Sequence[Question]) -> Iterator[tuple[str, str, str]]:
    for id_ in dict.fromkeys(one.duplicate_of for one in questions if one.duplicate_of):
        yield from db.execute(_ORIGINAL, (id_,))


def _formulas(
    db: Connection, questions: Sequence[Question], others: Iterable[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    places = (place.path for one in questions for place in one.places)
    answers = (answer.place.path for one in questions for answer in one.answers)
    for path in dict.fromkeys((*places, *answers, *others)):
        if found := formulas_of(db, path):
            yield path, found
