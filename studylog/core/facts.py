"""What a note is, told without reading its body: title, day, type, and whether it is a meeting.

Commands that only look for a note (`new`, `open`) need no more than this, and no Markdown.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from studylog.core.dates.figures import day_in_figures
from studylog.core.dates.reading import DateParts, find_date, on_year, parse_date
from studylog.core.doubts import no_day, odd_bytes, odd_day, odd_title, unknown_people
from studylog.core.findings import Finding, Place
from studylog.core.header.firstlines import as_shown
from studylog.core.header.firsttitle import day_of_first_line, name_of_first_line
from studylog.core.header.keys import note_type
from studylog.core.header.opening import with_opening
from studylog.core.header.parts import Split, split
from studylog.core.header.reading import Header, read_header
from studylog.core.late import late
from studylog.core.settings import Settings
from studylog.core.text import decode, nfc
from studylog.core.values import dataclass, replace

# Notes of these types are knowledge, not minutes. A paper with a day was read together: that is a meeting.
_PAGE_TYPES = frozenset({"paper", "topic", "resource"})
_DATED_MEETINGS = frozenset({"paper"})
_TITLE_HEADING = late(r"^#[ \t]+(?P<title>\S.*)$")
_FENCE = late(r"^\s{0,3}(?:```|~~~)")
_TITLE_WITHIN = 40
# `# 1. 5강` is the first of several sections, where the first line says what meets.
_NUMBERED = late(r"\d{1,2}[.)]\s")
# `2022`, `2022-03`, `2022년 봄`; `2021-2022` names no year.
_OF_A_YEAR = late(
    r"(?P<year>(?:19|20)\d\d)(?!\d|\s?[-–~_]\s?(?:(?:19|20)\d\d|1[3-9]|[2-9]\d)(?!\d))"
    r"(?:(?:[-_. ]|년\s?)(?P<month>0[1-9]|1[0-2]|[1-9](?=월))(?!\d))?"
)
# A day without a year is one of the year that begins a month before a study does.
_MIDDLE = timedelta(days=150)


@dataclass(frozen=True, slots=True)
class Facts:
    """A note before its body is read; `title_line` is the heading that gave the title, if one did."""

    path: str
    text: str
    split: Split
    header: Header
    title: str
    title_line: int | None
    kind: Literal["meeting", "page"]
    type: str | None
    day: date | None
    findings: tuple[Finding, ...] = ()


class _Title(NamedTuple):
    """What a note is called, the line that says so, and that line again where it is a heading.

    Where only the file is called so, that is line 1.
    """

    text: str
    line: int = 1
    heading: int | None = None


class _Dated(NamedTuple):
    """The day of a note as it is written, if it is, and the line that has it, or should.

    What a header calls a date may be `unread`, whatever else tells the day.
    """

    parts: DateParts | None
    line: int
    unread: str | None = None


def note_facts(path: str, content: bytes, settings: Settings, *, doubts: bool = True) -> Facts:
    """What a note is; reading never fails, what is odd becomes a finding unless nobody wants `doubts`."""
    decoded = decode(content)
    # Everything is compared in composed form, so everything is read in it; the file itself is not touched.
    text = decoded.text if decoded.text.isascii() else nfc(decoded.text)
    parted = split(text)
    stated = read_header(parted, path)
    opening = with_opening(stated.header, parted.body, parted.body_line, settings.roster)
    header = opening.header
    title = _title(header, parted, path, stated.lines.get("title", 1))
    type_ = note_type(header.type) if header.type else None
    dated = _dated(header, title, path, parted, stated.lines.get("date", opening.day))
    day = on_year(dated.parts, _near(header, path, settings)) if dated.parts else None
    knowledge = type_ in _PAGE_TYPES and not (type_ in _DATED_MEETINGS and header.date)
    kind: Literal["meeting", "page"] = "meeting" if day and not knowledge else "page"
    facts = Facts(path, text, parted, header, title.text, title.heading, kind, type_, day)
    if not doubts:
        return facts
    odd = (
        *odd_bytes(decoded, path),
        *stated.findings,
        *_doubts(facts, dated),
        *unknown_people(path, parted, header, opening.people, settings.roster),
    )
    return replace(facts, findings=odd)


def _doubts(facts: Facts, dated: _Dated) -> Iterator[Finding]:
    """What is odd about the day of a note."""
    header, type_ = facts.header, facts.type
    place = Place(facts.path, dated.line)
    yield from odd_day(place, dated.unread, dated.parts, facts.day)
    if header.date and facts.day:
        yield from odd_title(place, facts.title, facts.day)
    yield from no_day(place, None if type_ in _PAGE_TYPES else type_, facts.day)


def _title(header: Header, parted: Split, path: str, stated_at: int) -> _Title:
    heading = _first_heading(parted)
    if header.title:
        same = heading and heading.text == header.title
        return _Title(header.title, stated_at, heading.heading if heading and same else None)
    numbered = heading is not None and _NUMBERED.match(heading.text)
    if heading and not numbered:
        return heading
    named = name_of_first_line(parted.body)
    if named:
        name, above, is_heading = named
        line = parted.body_line + above
        return _Title(name, line, line if is_heading else None)
    if heading:
        return heading
    return _Title(PurePosixPath(path).stem)


def _first_heading(parted: Split) -> _Title | None:
    """The first heading of level 1 near the top of the body."""
    for offset, line in enumerate(parted.body.split("\n", _TITLE_WITHIN)[:_TITLE_WITHIN]):
        if _FENCE.match(line):
            return None
        match = _TITLE_HEADING.match(line.rstrip("\r")) if line.startswith("#") else None
        if match:
            # Signs behind the words close the heading: `# 회의록 #`.
            title = as_shown(match["title"].rstrip(" \t").rstrip("#").rstrip(" \t"))
            at = parted.body_line + offset
            return _Title(title or match["title"][0], at, at)
    return None


def _dated(header: Header, title: _Title, path: str, parted: Split, stated_at: int | None) -> _Dated:
    """The day as it is stated, else as the title, the file name or the first line of the body has it."""
    stated = header.date and (parse_date(header.date) or find_date(header.date))
    parts = stated or find_date(title.text) or find_date(PurePosixPath(path).stem)
    first = None if parts else day_of_first_line(parted.body)
    if header.date and not stated:
        return _Dated(first[0] if first else parts, stated_at or title.line, header.date)
    if first:
        return _Dated(first[0], parted.body_line + first[1])
    return _Dated(parts or _in_figures(header, title.text, path), stated_at or title.line)


def _in_figures(header: Header, title: str, path: str) -> DateParts | None:
    """The day as `Week2_0812` has it, near the time of writing."""
    near = [moment.date() for moment in (header.created, header.updated) if moment]
    names = (title, PurePosixPath(path).stem) if near else ()
    return next(filter(None, (day_in_figures(name, near) for name in names)), None)


def _near(header: Header, path: str, settings: Settings) -> date | None:
    """A day near the meeting, to tell its year by."""
    moment = header.created or header.updated
    if moment:
        return moment.date()
    in_name = find_date(PurePosixPath(path).stem)
    if in_name and (named := on_year(in_name, None)):
        return named
    folder = next(filter(None, map(_OF_A_YEAR.match, reversed(path.split("/")[:-1]))), None)
    if folder:
        return date(int(folder["year"]), int(folder["month"] or 7), 1)
    begins = settings.start or min((one.since for one in settings.courses if one.since), default=None)
    return min(begins, date.max - _MIDDLE) + _MIDDLE if begins else None
