"""Who was at the latest meetings, as a grid: a line for each person, a column for each meeting."""

from collections.abc import Collection, Iterator, Sequence

from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.cli.shown.width import width
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.people.attendance import Presence
from studylog.core.people.roster import Roster
from studylog.core.words import PRESENCES
from studylog.store.index.lists.people import Met

# All of them take one column of a terminal, also where Hangul is usual.
MARKS: dict[Presence, str] = {"present": "✓", "seen": "▫", "absent": "✗", "unknown": "⋅"}
"""How each presence is drawn."""

_PITCH = 3
_BETWEEN = 2
_LEAST = 4


def meetings_that_fit(columns: int, roster: Roster) -> int:
    """How many meetings a grid of so many columns has room for."""
    names = max((width(person.name) for person in roster.people), default=8)
    return max(_LEAST, (columns - names - _BETWEEN) // _PITCH)


def attendance_grid(meetings: Sequence[Met], roster: Roster) -> Table:
    """The meetings with the roster and the guests; nothing where no meeting has anybody."""
    if not any(one.people for one in meetings):
        return Table((), ())
    lines = [
        (Cell(""), Cell(_months(meetings), "dim")),
        (Cell(""), Cell("".join(f"{one.day.day:>{_PITCH}}" for one in meetings), "dim")),
        *((Cell(name), Cell(_line(name, meetings))) for name in _names(meetings, roster)),
    ]
    columns = (Column(say("Name")), Column(say("Meetings")))
    return Table(columns, (Rows(tuple(lines)),), header=False)


def attendance_records(meetings: Sequence[Met]) -> Table:
    """The same for a pipe: a line for each person of each meeting."""
    columns = tuple(map(Column, (say("Date"), say("Path"), say("Name"), say("There"), say("Shown by"))))
    rows = (
        (met.day.isoformat(), met.path, one.name, one.presence, ",".join(one.evidence))
        for met in meetings
        for one in met.people
    )
    return Table(columns, (Rows(tuple(rows)),))


def legend(language: Language, among: Collection[Presence | None] = tuple(MARKS)) -> Message:
    """What the marks mean, on one line; only those `among` which some are drawn."""
    words = (
        f"{mark} {translate(PRESENCES[presence], language)}"
        for presence, mark in MARKS.items()
        if presence in among
    )
    return say("{words}", words="   ".join(words))


def mark(presence: Presence | None) -> str:
    """The mark of a presence; a blank where somebody did not belong to the team, or nothing is told."""
    return MARKS[presence] if presence else " "


def _names(meetings: Sequence[Met], roster: Roster) -> Iterator[str]:
    known = [person.name for person in roster.people]
    here = dict.fromkeys(one.name for met in meetings for one in met.people)
    yield from (name for name in known if name in here)
    yield from (name for name in here if name not in known)


def _line(name: str, meetings: Sequence[Met]) -> str:
    presences = ({one.name: one.presence for one in met.people}.get(name) for met in meetings)
    return "".join(f"{mark(presence):>{_PITCH}}" for presence in presences)


def _months(meetings: Sequence[Met]) -> str:
    """The months over the days on which they begin, as `9/`; the first with its year where there is room."""
    line = ""
    for index, met in enumerate(meetings):
        before = meetings[index - 1].day if index else None
        if before is None or (before.year, before.month) != (met.day.year, met.day.month):
            new_year = before is None or before.year != met.day.year
            line = line.ljust(index * _PITCH) + " " + (f"{met.day:%Y-%m}" if new_year else f"{met.day:%m}")
    return line
