"""Days as people type them on the command line: 어제, tomorrow, 8/12, 8/12(목), W2D4, 2주 4일."""

import re
from datetime import date, timedelta

from studylog.core.dates.forms import WEEKDAYS_KO, whole_dates
from studylog.core.dates.labels import WEEKDAYS
from studylog.core.dates.reading import DateParts, normal, on_year, parse_date, weekday_matches
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.late import late

_WORDS = {
    "오늘": 0,
    "today": 0,
    "어제": -1,
    "yesterday": -1,
    "그제": -2,
    "그저께": -2,
    "엊그제": -2,
    "그끄저께": -3,
    "내일": 1,
    "tomorrow": 1,
    "모레": 2,
    "내일모레": 2,
    "글피": 3,
}
_WEEK_AND_DAY = (
    late(r"w(?:eek)? *(?P<week>[0-9]{1,3}) *d(?:ay)? *(?P<day>[0-9])", re.IGNORECASE),
    late(r"(?P<week>[0-9]{1,3}) *주(?:차)? *(?P<day>[0-9]) *일(?:차|째)?"),
)
_WEEK = 7


def when(text: str, *, today: date, start: date | None) -> date:
    """The day that somebody typed, nearest to today where it has no year; raises StudylogError."""
    written = normal(text).strip()
    day = _by_word(written, today) or _by_week(written, start) or _by_date(written, today)
    if day is None:
        raise _unreadable(written)
    return day


def is_day(text: str) -> bool:
    """Whether a word that somebody typed is meant as a day, be it a possible one or not."""
    written = normal(text).strip()
    by_week = any(form.fullmatch(written) for form in _WEEK_AND_DAY)
    return by_week or written.casefold() in _WORDS or any(whole_dates(written))


def _by_word(written: str, today: date) -> date | None:
    offset = _WORDS.get(written.casefold())
    return None if offset is None else _shifted(today, offset, written)


def _by_week(written: str, start: date | None) -> date | None:
    match = next((found for form in _WEEK_AND_DAY if (found := form.fullmatch(written))), None)
    if match is None:
        return None
    if start is None:
        raise _usage(
            say(
                "The notebook does not say when its first week began, so {text} is no day yet.", text=written
            ),
            say("Write `start: 2021-08-02` into studylog.yaml, or give a date such as 2021-08-12."),
        )
    week, number = int(match["week"]), int(match["day"])
    if week < 1 or not 1 <= number <= _WEEK:
        raise _usage(
            say("There is no day {text}: weeks count from 1, days from 1 to 7.", text=written),
            say("W2D4 is the fourth day of the second week."),
        )
    return _shifted(start, (week - 1) * _WEEK + number - 1, written)


def _by_date(written: str, today: date) -> date | None:
    parts = parse_date(written)
    if parts is None:
        return None
    day = on_year(parts, today)
    if day is None:
        raise _no_such_day(written)
    if not weekday_matches(parts, day):
        raise _wrong_weekday(parts, day)
    return day


def _shifted(day: date, offset: int, written: str) -> date:
    try:
        return day + timedelta(offset)
    except OverflowError:
        raise _no_such_day(written) from None


def _unreadable(written: str) -> StudylogError:
    if any(whole_dates(written)):
        return _no_such_day(written)
    return _usage(
        say("“{text}” is not a date.", text=written),
        say("Dates are written like 2021-08-12, 8/12, 8월 12일, yesterday, tomorrow or W2D4."),
    )


def _no_such_day(written: str) -> StudylogError:
    return _usage(say("There is no such day: {text}.", text=written), say("Check the month and the day."))


def _wrong_weekday(parts: DateParts, day: date) -> StudylogError:
    written, really = parts.weekday or 0, day.weekday()
    message = say(
        "{day} is a {weekday} ({short}), not a {other} ({other_short}).",
        day=day.isoformat(),
        weekday=WEEKDAYS[really],
        short=WEEKDAYS_KO[really],
        other=WEEKDAYS[written],
        other_short=WEEKDAYS_KO[written],
    )
    return _usage(message, say("Correct the day or the weekday, or leave the weekday out."))


def _usage(message: Message, hint: Message) -> StudylogError:
    return StudylogError(message, Exit.USAGE, hint=hint)
