"""Where a team stands on a day, out of columns."""

from collections.abc import Iterator
from datetime import date, timedelta
from sqlite3 import Connection

from studylog.core.listed import Summary
from studylog.core.packing import unpacked
from studylog.core.questions import UNSETTLED
from studylog.core.standing import LectureStands, MeetingOfDay, Standing
from studylog.store.index.columns import NO_DAY, number_of, quoted
from studylog.store.index.days.outlook import LATE, papers_of, promises_between

MEETING = "SELECT path, title, type, day, questions, papers, summary FROM note WHERE kind = 'meeting' AND "
"""The beginning of a query for `meetings`."""

_TODAY = f"{MEETING} rank_day = ? ORDER BY path, file"
_LAST = f"{MEETING} rank_day < ? ORDER BY rank_day DESC, path DESC, file DESC LIMIT 1"
_NEXT = f"{MEETING} rank_day > ? AND rank_day < '{NO_DAY}' ORDER BY rank_day, path, file LIMIT 1"
_LECTURES = f"""SELECT nullif(course, ''), lecture, sum(state <> 'tentative'), sum(state = 'tentative')
    FROM question WHERE state IN ({quoted(UNSETTLED)})
    GROUP BY course, lecture
    ORDER BY max(coalesce(asked_on, '')) DESC, course_rank, course_name, lecture_rank"""
_MISSING = "SELECT title, presenter, day FROM paper WHERE missing = 1 ORDER BY day DESC, title LIMIT ?"
_MISSING_COUNT = "SELECT count(*) FROM paper WHERE missing = 1"
_PROMISES, _SLIDES = 20, 5
_SOON = timedelta(days=7)


def standing(db: Connection, today: date) -> Standing:
    """Where the team stands: what is promised for two weeks back and one ahead."""
    day = today.isoformat()
    return Standing(
        day=today,
        today=tuple(meetings(db, _TODAY, day)),
        last=next(meetings(db, _LAST, day), None),
        next=next(meetings(db, _NEXT, day), None),
        lectures=tuple(LectureStands(*row) for row in db.execute(_LECTURES)),
        promises=tuple(promises_between(db, today - LATE, today + _SOON, today, _PROMISES)),
        missing=tuple(papers_of(db, _MISSING, _SLIDES)),
        missing_total=number_of(db, _MISSING_COUNT),
    )


def last_meeting(db: Connection, day: date) -> MeetingOfDay | None:
    """The last meeting before a day."""
    return next(meetings(db, _LAST, day.isoformat()), None)


def meetings(db: Connection, statement: str, *args: object) -> Iterator[MeetingOfDay]:
    """The meetings of a query for the columns of `MeetingOfDay`."""
    for path, title, type_, day, questions, papers, value in db.execute(statement, args):
        summary = unpacked(Summary, value)
        people = (summary.attendees, summary.absent)
        yield MeetingOfDay(path, title, type_, date.fromisoformat(day), questions, papers, *people)
