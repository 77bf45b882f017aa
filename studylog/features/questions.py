"""Which questions are meant: by state, lecture, people and age."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Collection, Question, State
from studylog.core.people import Roster
from studylog.core.text import fold

# What the words of the command line mean; a promise without an answer leaves its question open.
OPEN: frozenset[State] = frozenset({"open", "deferred"})
TENTATIVE: frozenset[State] = frozenset({"tentative"})
ANSWERED: frozenset[State] = frozenset({"answered", "confirmed"})

_AGE = re.compile(r"(?P<number>[0-9]{1,5}) *(?P<unit>d|days?|일|w|weeks?|주|)", re.IGNORECASE)
_ROLES = {"멘토": "mentor", "멘토님": "mentor"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the questions shall have; None asks for nothing. Person and course are named as the team does."""

    states: frozenset[State] | None = None
    course: str | None = None
    lecture: int | None = None
    person: str | None = None
    to: str | None = None
    age_days: int | None = None


def wanted_questions(
    collection: Collection, wanted: Wanted, roster: Roster, today: date
) -> tuple[Question, ...]:
    """The questions that have all that is wanted, in order of course, lecture and place."""
    rules: tuple[Callable[[Question], bool], ...] = (
        lambda question: wanted.states is None or question.state in wanted.states,
        lambda question: wanted.course is None or question.course == wanted.course,
        lambda question: wanted.lecture is None or question.lecture == wanted.lecture,
        lambda question: wanted.person is None or wanted.person in _people(question, roster),
        lambda question: wanted.to is None or _role(question.to or "") == _role(wanted.to),
        lambda question: wanted.age_days is None or (age_days(question, today) or 0) >= wanted.age_days,
    )
    return tuple(question for question in collection.questions if all(rule(question) for rule in rules))


def age_days(question: Question, today: date) -> int | None:
    """Days since the question was first asked; None when no meeting says when."""
    days = [place.date for place in question.places if place.date is not None]
    return max(0, (today - min(days)).days) if days else None


def read_age(written: str) -> int:
    """An age as it is typed, `7d`, `2w`, `7일` or `2주`, in days."""
    found = _AGE.fullmatch(written.strip())
    if found is None:
        message = say("“{text}” is not an age.", text=written)
        raise StudylogError(message, Exit.USAGE, hint=say("Write it like {example}.", example="7d, 2w"))
    weeks = found["unit"].lower().startswith(("w", "주"))
    return int(found["number"]) * (7 if weeks else 1)


def _people(question: Question, roster: Roster) -> set[str]:
    """Who asked or answered."""
    names = {question.asked_by, *(answer.by for answer in question.answers)}
    return {roster.canonical(name) for name in names if name}


def _role(name: str) -> str:
    return fold(_ROLES.get(name, name))
