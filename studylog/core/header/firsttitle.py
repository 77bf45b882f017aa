"""What the first line of a body calls its meeting, and the day that it names."""

import re

from studylog.core.dates.reading import DateParts, begins_with_date, find_date
from studylog.core.header.firstlines import FIRST_LINES, HEADING, as_read, as_shown
from studylog.core.header.keys import PEOPLE
from studylog.core.header.labelled import labelled
from studylog.core.header.labels import labels
from studylog.core.late import late
from studylog.core.text import without_emoji

_MEETS = late(
    r"회의|모임|스터디|세미나|미팅|스크럼|데일리|회차|\b(?:meeting|study|seminar|group|club|circle|sync|scrum|minutes)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 80
_TITLED = late(rf"(?:{labels('title')})\s?[:：]\s*(?P<title>\S.{{0,78}}\S)$", re.IGNORECASE)
_BEGINS_WITH_DAY = late(r"(?:19|20)\d\d\s?[-./년].{0,40}$")
# `Session 3, September 25, 2025, room 204` below the name of a group.
_BEGINS_WITH_NUMBER = late(
    r"(?:(?:session|meeting|week)\s?#?\d{1,3}|제?\s?\d{1,3}\s?(?:회차?|차시?))(?!\w).{0,50}(?:19|20)\d\d",
    re.IGNORECASE,
)
# `### 2021.02.02 (Day 12)`: a heading that is only a day.
_ONLY_A_DAY = late(
    r"(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[.일]?"
    r"(?:\s?[(（\[]?(?:(?:day|week)\s?\d{1,3}|\d{1,3}\s?(?:일차|주차|회차?)|[월화수목금토일](?:요일)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})[)）\]]?){0,2}\W*",
    re.IGNORECASE,
)
_SENTENCE = late(r"[.!?:：|,]$|^[-*+>|<`]")


def day_of_first_line(body: str) -> tuple[DateParts, int] | None:
    """The day in a first line that names a meeting, or right below, and the lines above that day."""
    above, first, below = _first_line(body)
    if len(first) > _LONGEST_TITLE or not (_MEETS.search(first) or _is_day_over_people(body, first)):
        return None
    day = find_date(first)
    if day is None and _BEGINS_WITH_DAY.match(below):
        day, above = find_date(below), above + 1
    if day is None and HEADING.match(first):
        day, above = _numbered_day(body, above)
    return (day, above) if day else None


def _is_day_over_people(body: str, first: str) -> bool:
    """Whether a heading is only a day, and the next line says who was there or who led."""
    heading = HEADING.match(first)
    if heading is None or not _ONLY_A_DAY.fullmatch(without_emoji(heading["title"]).strip()):
        return False
    below = [line for line in map(as_shown, body.split("\n", FIRST_LINES)[:FIRST_LINES]) if line][1:2]
    return any(name.removeprefix("maybe_") in PEOPLE for line in below for name, _ in labelled(line))


def _numbered_day(body: str, at: int) -> tuple[DateParts | None, int]:
    """The day in the line that stands next below a heading and numbers its meeting, and the lines above.

    A line that begins with the day says of a meeting that it is one by the weekday or the time.
    """
    lines = body.split("\n", FIRST_LINES)[at + 1 : FIRST_LINES]
    below = next((below for below, line in enumerate(lines, at + 1) if line.strip()), at)
    line = as_read(lines[below - at - 1]).strip(" \t\r*_") if below > at else ""
    if len(line) > _LONGEST_TITLE:
        return None, below
    day = find_date(line)
    begins = day and (day.time or day.weekday is not None) and begins_with_date(line)
    return (day if begins or _BEGINS_WITH_NUMBER.match(line) else None), below


def name_of_first_line(body: str) -> tuple[str, int, bool] | None:
    """What the first line of a body calls its meeting, the empty lines above, and whether it is a heading.

    It says so itself (`제목: …`), or has the day of a meeting in it; a plain line also when what is said
    of the meeting begins right below.
    """
    above, first, below = _first_line(body)
    heading = HEADING.match(first)
    text = heading["title"] if heading else first
    called = _TITLED.match(text)
    if called:
        return called["title"], above, bool(heading)
    if heading and _is_day_over_people(body, first):
        return text, above, True
    if len(text) > _LONGEST_TITLE or not _MEETS.search(text) or _SENTENCE.search(text):
        return None
    if any(labelled(without_emoji(text))):
        return None
    told = bool(_BEGINS_WITH_DAY.match(below)) or any(labelled(without_emoji(below)))
    return (text, above, bool(heading)) if find_date(text) or (told and not heading) else None


def _first_line(body: str) -> tuple[int, str, str]:
    """How many empty lines a body begins with, its first line, and the one right below."""
    lines = [as_shown(line) for line in body.split("\n", FIRST_LINES)[:FIRST_LINES]]
    at = next((at for at, line in enumerate(lines) if line), 0)
    return at, lines[at], lines[at + 1] if at + 1 < len(lines) else ""
