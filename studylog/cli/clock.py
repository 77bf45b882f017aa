"""Moments that the environment tells, and moments as the clocks of another zone show them."""

from datetime import UTC, date, datetime

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say

# What a clock can say: seconds count from the first of these, and weeks go on beyond the last.
_YEARS = range(1970, 9999)


def moment_of(written: str) -> datetime:
    """The moment that STUDYLOG_NOW tells; without an offset, as the clock on the wall here shows it."""
    try:
        moment = datetime.fromisoformat(written)
        if moment.year in _YEARS:
            return moment.astimezone()
    except (ValueError, OverflowError):
        pass
    raise _no_moment("STUDYLOG_NOW", written, "2021-08-12T18:00")


def day_of_epoch(written: str) -> date:
    """The day that SOURCE_DATE_EPOCH tells in seconds of UTC."""
    try:
        moment = datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError):
        moment = None
    if moment is None or moment.year not in _YEARS:
        raise _no_moment("SOURCE_DATE_EPOCH", written, "1628748000")
    return moment.date()


def in_zone(moment: datetime, zone: str, *, wall: bool) -> datetime:
    """The moment in a zone; a zone that this machine does not know changes nothing."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment
    return moment.replace(tzinfo=known) if wall else moment.astimezone(known)


def _no_moment(variable: str, written: str, example: str) -> StudylogError:
    message = say("{variable} is not a moment: {value}.", variable=variable, value=written)
    return StudylogError(message, Exit.USAGE, hint=say("Write it like {example}.", example=example))
