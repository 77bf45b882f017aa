"""The attendance strip: a cell for each meeting, from left to right, filled as surely as it is known."""

from collections.abc import Sequence
from datetime import date

from studylog.core.digest.meetings.attendance import EVIDENCE
from studylog.core.digest.targets import Target, card_target
from studylog.core.i18n import Message
from studylog.core.library import Attended
from studylog.core.people.attendance import Evidence, Presence
from studylog.core.values import dataclass
from studylog.core.words import PRESENCES

SIZE = 13.0
_GAP = 3.0
_ROW = 24


@dataclass(frozen=True, slots=True)
class StripCell:
    """A meeting: whether somebody was there, and what shows it where nothing is stated."""

    x: float
    y: float
    day: date
    presence: Presence
    word: Message
    evidence: tuple[Message, ...]
    meeting: Target


@dataclass(frozen=True, slots=True)
class PresenceCount:
    """How many meetings have a presence."""

    presence: Presence
    word: Message
    count: int


@dataclass(frozen=True, slots=True)
class AttendanceStrip:
    """The strip as drawn, and the figures that say the same in words."""

    width: float
    height: float
    size: float
    cells: tuple[StripCell, ...]
    counts: tuple[PresenceCount, ...]
    first: date
    last: date


def strip(meetings: Sequence[Attended], beside: int = 0) -> AttendanceStrip | None:
    """The strip of meetings, which come with the newest first; None without any that has a date.

    Where strips stand under each other, `beside` is the most meetings of one: their newest are in one column.
    """
    dated = [(one.note.day, one) for one in reversed(meetings) if one.note.day]
    if not dated:
        return None
    before = max(beside - len(dated), 0)
    cells = tuple(_cell(at, day, one) for at, (day, one) in enumerate(dated, before))
    places = before + len(cells)
    presences = [cell.presence for cell in cells]
    return AttendanceStrip(
        width=_place(min(places, _ROW)) - _GAP,
        height=_place(-(-places // _ROW)) - _GAP,
        size=SIZE,
        cells=cells,
        counts=tuple(
            PresenceCount(presence, word, presences.count(presence))
            for presence, word in PRESENCES.items()
            if presence in presences
        ),
        first=dated[0][0],
        last=dated[-1][0],
    )


def _cell(at: int, day: date, one: Attended) -> StripCell:
    return StripCell(
        x=_place(at % _ROW),
        y=_place(at // _ROW),
        day=day,
        presence=one.presence,
        word=PRESENCES[one.presence],
        evidence=_words(one.evidence),
        meeting=card_target(one.note),
    )


def _words(evidence: Sequence[Evidence]) -> tuple[Message, ...]:
    return tuple(EVIDENCE[how] for how in evidence)


def _place(number: int) -> float:
    return number * (SIZE + _GAP)
