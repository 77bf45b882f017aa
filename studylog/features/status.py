"""Where the team stands today: what the index tells, who is expected, what is not committed."""

from datetime import date

from studylog.core.standing import Standing
from studylog.core.values import dataclass
from studylog.store.git import uncommitted
from studylog.store.index.database import Database
from studylog.store.index.days.standing import standing
from studylog.store.notebook import MARKER, NOTES, SLIDES, Notebook


@dataclass(frozen=True, slots=True)
class Status:
    """Where the team stands; `uncommitted` is None where git cannot tell."""

    standing: Standing
    expected: tuple[str, ...]
    absent: tuple[str, ...]
    uncommitted: tuple[str, ...] | None


def status(notebook: Notebook, db: Database, today: date) -> Status:
    """Where the team stands today."""
    found = standing(db, today)
    there, absent = expected(notebook, found, today)
    return Status(found, there, absent, uncommitted(notebook.root, NOTES, SLIDES, MARKER))


def expected(notebook: Notebook, found: Standing, today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is expected today, and who is known to be absent: as the notes of the day say, else the team."""
    canonical = notebook.settings.roster.canonical
    absent = dict.fromkeys(canonical(name) for one in found.today for name in one.absent)
    named = dict.fromkeys(canonical(name) for one in found.today for name in one.attendees)
    team = named or dict.fromkeys(person.name for person in notebook.settings.roster.active_on(today))
    return tuple(name for name in team if name not in absent), tuple(absent)
