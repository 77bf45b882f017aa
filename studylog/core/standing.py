"""Where a team stands on a day: meetings, questions by lecture, promises, papers; as light values."""

from datetime import date

from studylog.core.carry.outlook import DuePromise, PaperOfDay
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class MeetingOfDay:
    """A meeting as the screen names it, and how many different questions stand in it."""

    path: str
    title: str
    type: str | None
    day: date
    questions: int
    papers: int
    attendees: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LectureStands:
    """How many questions about a lecture have no answer, and how many nothing but guesses."""

    course: str | None
    lecture: int | None
    open: int
    tentative: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a team stands on a day; lectures come in the order in which they were last asked about."""

    day: date
    today: tuple[MeetingOfDay, ...]
    last: MeetingOfDay | None
    next: MeetingOfDay | None
    lectures: tuple[LectureStands, ...]
    promises: tuple[DuePromise, ...]
    missing: tuple[PaperOfDay, ...]
    missing_total: int
