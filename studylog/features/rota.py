"""Whose turn it is to moderate and to present, from what the notes say has been, and what is to come."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.people.roster import Person, Roster
from studylog.core.people.rota import Coming, Due, Turn, not_in_turn, the_line, turns_to_come
from studylog.core.settings import ROLES, Role, RotaSetting, Settings
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists
    from studylog.store.index.lists.turns import Planned


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in the line of a role, how often they had a turn, and when last."""

    role: Role
    number: int
    name: str
    turns: int
    last: date | None


@dataclass(frozen=True, slots=True)
class RoleDue:
    """Whose turn it is in a role at a meeting; without a `path` the meeting has no note yet."""

    role: Role
    due: Due
    path: str | None
    type: str | None


def the_lines(lists: "IndexLists", settings: Settings, today: date) -> tuple[Place, ...]:
    """The lines of all roles as they stand today, without those who have left."""
    roles = _roles(settings)
    return tuple(place for role in roles for place in _places(lists, settings, role, roles[role], today))


def the_next(lists: "IndexLists", settings: Settings, today: date) -> tuple[RoleDue, ...]:
    """Whose turn it is at the meetings from today on; where none is known, at the next one."""
    found: list[RoleDue] = []
    for role, setting in _roles(settings).items():
        notes = [one for one in lists.turns.coming(today) if not setting.types or one.type in setting.types]
        people, turns = _people(settings.roster, setting), _turns(lists, role, today)
        coming = _coming(role, notes, [turn for turn in turns if turn.day >= today])
        past = [turn for turn in turns if turn.day < today]
        dues = turns_to_come(people, past, _start(setting), coming or {Coming(today): None})
        found += (RoleDue(role, due, *_note(coming.get(due.coming))) for due in dues)
    return tuple(sorted(found, key=lambda one: one.due.coming.day))


def _coming(role: Role, notes: "Sequence[Planned]", turns: Sequence[Turn]) -> "dict[Coming, Planned | None]":
    """The meetings to come: those that have notes, and the days for which somebody is planned without one."""
    coming: dict[Coming, Planned | None] = {}
    told: set[date] = set()
    for note in notes:
        planned = tuple(turn.name for turn in turns if turn.day == note.day and note.day not in told)
        stated = note.moderators if role == "moderator" else planned
        told.add(note.day)
        coming[Coming(note.day, note.absent, stated, note.path)] = note
    for day in dict.fromkeys(turn.day for turn in turns if turn.day not in told):
        stated = tuple(turn.name for turn in turns if turn.day == day)
        coming[Coming(day, stated=stated)] = None
    return coming


def _note(planned: "Planned | None") -> tuple[str | None, str | None]:
    return (planned.path, planned.type) if planned else (None, None)


def moderator_on(lists: "IndexLists", settings: Settings, day: date, absent: Iterable[str]) -> str | None:
    """Whose turn it is to moderate a meeting that has no note yet; None where nobody can."""
    setting = settings.rota["moderator"]
    people = _people(settings.roster, setting)
    turns = [turn for turn in lists.turns.moderated() if turn.day < day]
    (due,) = turns_to_come(people, turns, _start(setting), [Coming(day, frozenset(absent))])
    return next(iter(due.names), None)


def _roles(settings: Settings) -> Mapping[Role, RotaSetting]:
    """The roles that the settings name; without any, all of them in the order of the roster."""
    if not settings.roster.people:
        message = say("Nobody is on the roster, so nobody has a turn.")
        raise StudylogError(message, Exit.NO_NOTEBOOK, hint=say("Write `roster:` in studylog.yaml."))
    return settings.rota or {role: RotaSetting() for role in ROLES}


def _places(
    lists: "IndexLists", settings: Settings, role: Role, setting: RotaSetting, today: date
) -> Iterable[Place]:
    # What is planned for today has not been yet.
    turns = [turn for turn in _turns(lists, role, today + timedelta(1)) if turn.day <= today]
    line = the_line(_people(settings.roster, setting), turns, _start(setting), today)
    here = [person for person in line if person.until is None or today <= person.until]
    for number, person in enumerate(here, 1):
        days = [turn.day for turn in turns if turn.name == person.name]
        yield Place(role, number, person.name, len(days), max(days, default=None))


def _turns(lists: "IndexLists", role: Role, today: date) -> tuple[Turn, ...]:
    return lists.turns.moderated() if role == "moderator" else lists.turns.presented(today)


def _start(setting: RotaSetting) -> date:
    return setting.start or date.min


def _people(roster: Roster, setting: RotaSetting) -> tuple[Person, ...]:
    """Those who take turns, in their order; without an order, the roster."""
    order = [_known(roster, name) for name in setting.order] or roster.people
    skipped = [_known(roster, name) for name in setting.skip]
    return tuple(person for person in dict.fromkeys(order) if person not in skipped)


def _known(roster: Roster, written: str) -> Person:
    person = roster.resolve(written).person
    if person is None:
        message, hint = not_in_turn(written, roster)
        raise StudylogError(message, Exit.NO_NOTEBOOK, hint=hint)
    return person
