"""What a team has before it: the meetings around today, and what was promised."""

from datetime import date

from studylog.core.dates.labels import distance, week_name
from studylog.core.digest.meetings.lines import MeetingLine, meeting_line
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target, card_target
from studylog.core.i18n import Message
from studylog.core.library import NoteEntry, Promised
from studylog.core.text import brief
from studylog.core.values import dataclass

_FAR = 45


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting seen from today; `distance` is None where it is too far to count days."""

    line: MeetingLine
    title: str
    day: date
    distance: Message | None
    week: Message | None
    moderator: str | None


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Something somebody said they would do; `late` when its day has passed, `done` when it is kept."""

    text: str
    who: str | None
    due: date | None
    distance: Message | None
    late: bool
    note: Target
    done: bool = False


def meeting(site: Site, entry: NoteEntry | None, today: date) -> Meeting | None:
    """A meeting with its distance from today."""
    if entry is None or entry.note.date is None:
        return None
    note, day = entry.note, entry.note.date
    return Meeting(
        line=meeting_line(site, entry),
        title=note.title,
        day=day,
        distance=_near(day, today),
        week=week_name(day, site.settings.start),
        moderator=note.header.moderator,
    )


def promise_lines(site: Site, today: date, most: int) -> tuple[PromiseLine, ...]:
    """Promises that are not kept yet: those due next first, then the late ones, then those without a day."""
    return tuple(promise_line(one, today) for one in site.library.promises.waiting(today, most))


def _near(day: date, today: date) -> Message | None:
    days = (day - today).days
    return distance(days) if abs(days) <= _FAR else None


def promise_line(promised: Promised, today: date) -> PromiseLine:
    """A promise with the note that has it; it is late when its day has passed and it is not kept."""
    promise, due = promised.promise, promised.promise.due
    return PromiseLine(
        text=brief(promise.text),
        who=", ".join(promise.people) or None,
        due=due,
        distance=_near(due, today) if due else None,
        late=due is not None and due < today and not promise.done,
        done=promise.done,
        note=card_target(promised.note),
    )
