"""Reading the dates that people write in notes, in Korean and in English."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time

from studylog.core.dateforms import (
    MONTHS_EN,
    WEEKDAYS_EN,
    WEEKDAYS_KO,
    matches,
    whole_matches,
    written_weekday,
)

_LEAP_YEAR = 2000
_RANGE = re.compile(r" *(?:→|->|⇒|~) *")


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
    readings = (_parts(match) for match in matches(_normal(text)))
    return next((parts for parts in readings if parts), None)


def parse_date(text: str) -> DateParts | None:
    """The date that the whole text is, with or without `@`, weekday and time; of a range, its beginning."""
    beginning = _RANGE.split(_normal(text).strip().removeprefix("@").strip(), maxsplit=1)[0]
    for match in whole_matches(beginning):
        parts = _parts(match)
        if parts and (parts.time is None) == (match["hour"] is None):
            return parts
    return None


def parse_moment(text: str) -> datetime | None:
    """The moment that the whole text is, as wall time; midnight where it names only the day."""
    parts = parse_date(text)
    day = on_year(parts, None) if parts else None
    if parts is None or day is None:
        return None
    return datetime.combine(day, parts.time or clock_time())


def on_year(parts: DateParts, near: date | None) -> date | None:
    """The day in its year, else in the year that brings it nearest to `near`; None for no such day."""
    if parts.year is not None:
        return _day(parts.year, parts)
    if near is None:
        return None
    candidates = (_day(near.year + offset, parts) for offset in (-1, 0, 1))
    return min((day for day in candidates if day), key=lambda day: abs(day - near), default=None)


def weekday_matches(parts: DateParts, day: date) -> bool:
    """Whether the day has the weekday that is written, or none is written."""
    return parts.weekday is None or parts.weekday == day.weekday()


def weekday_number(written: str) -> int | None:
    """0 for Monday, 월, 월요일, mon …; None for what is no weekday."""
    word = _normal(written).strip(" ()[].,").casefold()
    if word and word[0] in WEEKDAYS_KO and word[1:] in ("", "요일"):
        return WEEKDAYS_KO.index(word[0])
    return WEEKDAYS_EN.index(word[:3]) if word[:3] in WEEKDAYS_EN else None


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _parts(match: re.Match[str]) -> DateParts | None:
    year, month, day = _year(match["year"]), _month(match["month"]), int(match["day"])
    parts = DateParts(year, month, day, _time(match), weekday_number(written_weekday(match)))
    return parts if _day(_LEAP_YEAR if year is None else year, parts) else None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    number = int(written.strip("'"))
    return number if len(written) == 4 else 2000 + number


def _month(written: str) -> int:
    return int(written) if written[0].isdigit() else MONTHS_EN.index(written[:3].lower()) + 1


def _time(match: re.Match[str]) -> clock_time | None:
    if match["hour"] is None:
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
