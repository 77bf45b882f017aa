"""The week that a team is in, and what it brought."""

from datetime import date

from studylog.core.dates.weeks import week_of
from studylog.core.weekly import Weekly
from studylog.store.index.database import Database
from studylog.store.index.days.standing import last_meeting
from studylog.store.index.days.weekly import weekly


def current(db: Database, today: date, start: date | None) -> Weekly:
    """The week of today; while it has no meeting yet, the week of the last one."""
    found = weekly(db, week_of(today, start))
    last = last_meeting(db, today)
    if found.meetings or last is None:
        return found
    return weekly(db, week_of(last.day, start))
