"""What a meeting begins with: what it finds before it, and the meeting before it."""

from datetime import date

from studylog.core.carry.outlook import Outlook
from studylog.core.standing import MeetingOfDay
from studylog.core.values import dataclass
from studylog.store.index.database import Database
from studylog.store.index.days.outlook import outlook
from studylog.store.index.days.standing import last_meeting


@dataclass(frozen=True, slots=True)
class Brief:
    """What stands at the beginning of the meeting of a day."""

    outlook: Outlook
    last: MeetingOfDay | None


def brief(db: Database, day: date) -> Brief:
    """What the meeting of a day begins with."""
    return Brief(outlook(db, day, ""), last_meeting(db, day))
