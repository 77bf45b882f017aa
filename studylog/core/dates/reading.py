"""Reading the dates that people write in notes, in Korean and in English."""

import re
import unicodedata
from datetime import date, datetime
from datetime import time as clock_time

from studylog.core.dates.forms import MONTHS_EN, WEEKDAYS_EN, WEEKDAYS_KO, Written, dates_in, whole_dates
from studylog.core.late import late
from studylog.core.values import dataclass

_LEAP_YEAR = 2000
# Programs write the first day of all for none; before it, weeks could not be counted back.
_FIRST_YEAR = 1000
# To the minute, without an offset from the time of the world or with one.
_ISO_LENGTHS = (16, 22)
_RANGE = late(r" *(?:→|->|⇒|~) *")


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a text says of a day: the year may be missing; the weekday (0 is Monday) is a checksum."""

    year: int | None
    month: int
    day: int
    time: clock_time | None = None
    weekday: int | None = None


def find_date(text: str) -> DateParts | None:
    """The first date in a text; fractions, versions, numbers of lectures, minutes and links are none."""
    readings = (read(written) for written in dates_in(normal(text)))
    return next((parts for parts in readings if parts), None)


def begins_with_date(text: str) -> bool:
    """Whether a text begins with a date that has its year, with the weekday before it or without."""
    first = next((written for written in dates_in(normal(text)) if read(written)), None)
    return first is not None and first.year is not None and first.start == 0


def parse_date(text: str) -> DateParts | None:
    """The date that the whole text is, with or without `@`, weekday and time; of a range, its beginning."""
    beginning = _RANGE.split(normal(text).strip().removeprefix("@").strip(), maxsplit=1)[0]
    if day := _iso_day(beginning):
        return DateParts(day.year, day.month, day.day)
    for written in whole_dates(beginning):
        parts = read(written)
        if parts and (parts.time is None) == (written.clock is None):
            return parts
    return None


def _iso_day(text: str) -> date | None:
    """The day as headers nearly always have it, 2021-08-12, which no other pattern need be compiled for."""
    try:
        day = date.fromisoformat(text) if len(text) == 10 and text[4] == text[7] == "-" else None
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def parse_moment(text: str) -> datetime | None:
    """The moment that the whole text is, as wall time; midnight where it names only the day."""
    if moment := _iso_moment(text):
        return moment
    parts = parse_date(text)
    day = on_year(parts, None) if parts else None
    if parts is None or day is None:
        return None
    return datetime.combine(day, parts.time or clock_time())


def _iso_moment(text: str) -> datetime | None:
    """The moment as our own headers have it, 2021-08-12T21:30+09:00, again without any pattern."""
    if len(text) not in _ISO_LENGTHS or not text.isascii() or text[10] != "T":
        return None
    day = _iso_day(text[:10])
    try:
        moment = datetime.fromisoformat(text) if day and text[13] == ":" else None
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if moment else None


def normal(text: str) -> str:
    """The text with full-width digits and signs made plain; positions of matches refer to it."""
    return unicodedata.normalize("NFKC", text)


def read(written: Written) -> DateParts | None:
    """What a date in a text says; None where the calendar has no such day."""
    year, month, day = _year(written.year), _month(written.core["month"]), int(written.core["day"])
    parts = DateParts(year, month, day, _time(written.clock), weekday_number(written.weekday))
    return parts if (_day(_LEAP_YEAR, parts) if year is None else on_year(parts, None)) else None


def on_year(parts: DateParts, near: date | None) -> date | None:
    """The day in its year, else in the year that brings it nearest to `near`; None for no such day."""
    if parts.year is not None:
        return _day(parts.year, parts) if parts.year >= _FIRST_YEAR else None
    if near is None:
        return None
    candidates = (_day(near.year + offset, parts) for offset in (-1, 0, 1))
    return min((day for day in candidates if day), key=lambda day: abs(day - near), default=None)


def weekday_matches(parts: DateParts, day: date) -> bool:
    """Whether the day has the weekday that is written, or none is written."""
    return parts.weekday is None or parts.weekday == day.weekday()


def weekday_number(written: str) -> int | None:
    """0 for Monday, 월, 월요일, mon …; None for what is no weekday."""
    word = normal(written).strip(" ()[].,").casefold()
    if word and word[0] in WEEKDAYS_KO and word[1:] in ("", "요일"):
        return WEEKDAYS_KO.index(word[0])
    return WEEKDAYS_EN.index(word[:3]) if word[:3] in WEEKDAYS_EN else None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    number = int(written.strip("'"))
    return number if len(written) == 4 else 2000 + number


def _month(written: str) -> int:
    return int(written) if written[0].isdigit() else MONTHS_EN.index(written[:3].lower()) + 1


def _time(match: re.Match[str] | None) -> clock_time | None:
    if match is None:
        return None
    hour = int(match["hour"])
    half = (match["half"] or match["half_after"] or "").replace(".", "").casefold()
    if half in ("오전", "am") and hour == 12:
        hour = 0
    elif half in ("오후", "pm") and hour < 12:
        hour += 12
    minute = 30 if match["past"] else int(match["minute"] or match["minutes"] or 0)
    second = int(match["second"] or 0)
    return clock_time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _day(year: int, parts: DateParts) -> date | None:
    try:
        return date(year, parts.month, parts.day)
    except ValueError:
        return None
