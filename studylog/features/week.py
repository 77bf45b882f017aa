"""The week that is meant, and what it brought."""

from datetime import date, timedelta

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.weekly import Weekly
from studylog.core.weeks import Week, week_of
from studylog.store.index.database import Database
from studylog.store.index.standing import last_meeting
from studylog.store.index.weekly import weekly


def numbered(number: int, start: date | None) -> Week:
    """The week with a number, counted from the start of the study."""
    if start is None:
        raise StudylogError(
            say("The notebook does not say when its first week began, so there is no week {n}.", n=number),
            Exit.USAGE,
            hint=say("Write `start: 2021-08-02` into studylog.yaml, or give a date such as 2021-08-12."),
        )
    if number < 1:
        raise StudylogError(say("Weeks count from 1."), Exit.USAGE)
    return week_of(start + timedelta((number - 1) * 7), start)


def current(db: Database, today: date, start: date | None) -> Weekly:
    """The week of today; while it has no meeting yet, the week of the last one."""
    found = weekly(db, week_of(today, start))
    last = last_meeting(db, today)
    if found.meetings or last is None:
        return found
    return weekly(db, week_of(last.day, start))
