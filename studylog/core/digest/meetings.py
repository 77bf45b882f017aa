"""The list of all meetings, by month and week, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from studylog.core.dates import find_date, weekday_number
from studylog.core.digest.attendance import Attendee, attendees
from studylog.core.digest.lines import StateCount, Target, questions_in, state_counts
from studylog.core.digest.site import Site
from studylog.core.digest.words import lecture_name
from studylog.core.header import type_title
from studylog.core.i18n import Message
from studylog.core.model import Note


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting on a list: what it dealt with in one line."""

    day: date | None
    page: str
    title: str
    type: str
    lectures: tuple[Message, ...]
    papers: tuple[str, ...]
    questions: int
    states: tuple[StateCount, ...]
    people: tuple[Attendee, ...]
    present: int


@dataclass(frozen=True, slots=True)
class MeetingWeek:
    """The meetings of one week; `number` counts from the start of the study."""

    number: int | None
    first: date
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingMonth:
    """The weeks of one month."""

    first: date
    weeks: tuple[MeetingWeek, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """All meetings: by month, and those without a date."""

    months: tuple[MeetingMonth, ...]
    undated: tuple[MeetingLine, ...]
    types: tuple[str, ...]
    total: int


def meetings_page(site: Site) -> MeetingsPage:
    """The list of all meetings."""
    dated = [note for note in reversed(site.meetings) if note.date]
    undated = [note for note in site.meetings if note.date is None]
    lines = [(note.date, meeting_line(site, note)) for note in dated if note.date]
    months = groupby(lines, key=lambda pair: pair[0].replace(day=1))
    return MeetingsPage(
        months=tuple(MeetingMonth(first, _weeks(site, list(pairs))) for first, pairs in months),
        undated=tuple(meeting_line(site, note) for note in undated),
        types=tuple(sorted({meeting_type(site, note) for note in site.meetings} - {""})),
        total=len(site.meetings),
    )


def meeting_line(site: Site, note: Note) -> MeetingLine:
    """A meeting on one line."""
    questions = questions_in(site, note)
    people = attendees(site, note)
    papers = (paper.titles[0] for paper in note.papers if paper.titles and not paper.planned)
    return MeetingLine(
        day=note.date,
        page=site.addresses.notes[note.path],
        title=subject(note),
        type=meeting_type(site, note),
        lectures=_lectures(note),
        papers=tuple(dict.fromkeys(papers)),
        questions=len(questions),
        states=state_counts(questions),
        people=people,
        present=sum(person.presence == "present" for person in people),
    )


def meeting_type(site: Site, note: Note) -> str:
    """What people call the type of a meeting; empty where it has none."""
    return type_title(note.type, site.language) if note.type else ""


def subject(note: Note) -> str:
    """The title of a meeting without its date, which stands beside it; empty when it says no more."""
    words = note.title.split()
    dated = next((count for count in (1, 2) if _is_date(words[:count])), 0)
    rest = " ".join(words[dated:])
    return "" if rest.casefold() in ("", "회의록", "회의", "minutes", "meeting", "meeting minutes") else rest


def _lectures(note: Note) -> tuple[Message, ...]:
    """The lectures of a meeting; a course is named with its first one only."""
    keys = dict.fromkeys((lecture.course or note.course, lecture.number) for lecture in note.lectures)
    named: set[str | None] = set()
    names = []
    for course, number in sorted(keys, key=lambda key: (key[0] or "", key[1])):
        names.append(lecture_name(None if course in named else course, number))
        named.add(course)
    return tuple(name for name in names if name)


def _is_date(words: Sequence[str]) -> bool:
    """Whether words are a date and nothing else, such as `8/12(목)` or `Thu 8/12`."""
    *before, last = words or [""]
    return find_date(last) is not None and all(weekday_number(word) is not None for word in before)


def neighbours(site: Site, note: Note) -> tuple[Target | None, Target | None]:
    """The meetings before and after one."""
    position = site.positions.get(note.path)
    if position is None:
        return None, None
    before = site.meetings[position - 1] if position else None
    after = site.meetings[position + 1] if position + 1 < len(site.meetings) else None
    return meeting_target(site, before), meeting_target(site, after)


def meeting_target(site: Site, note: Note | None) -> Target | None:
    """A meeting under its title."""
    return Target(note.title, site.addresses.notes[note.path]) if note else None


def _weeks(site: Site, lines: Sequence[tuple[date, MeetingLine]]) -> tuple[MeetingWeek, ...]:
    start = site.settings.start
    weeks = groupby(lines, key=lambda pair: _week(pair[0], start))
    return tuple(
        MeetingWeek(number, first, tuple(line for _, line in pairs)) for (number, first), pairs in weeks
    )


def _week(day: date, start: date | None) -> tuple[int | None, date]:
    """The number and first day of the week a day lies in; weeks count from the start of the study."""
    if start is None or day < start:
        return None, day - timedelta(days=day.weekday())
    weeks = (day - start).days // 7
    return weeks + 1, start + timedelta(weeks=weeks)
