"""Which questions are meant: by state, lecture, people and age."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.listed import ListedQuestion
from studylog.core.people.roster import Roster
from studylog.core.text import fold
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.core.model import State
    from studylog.store.index.lists import IndexLists

# What the words of the command line mean; a promise without an answer leaves its question open.
OPEN: "frozenset[State]" = frozenset({"open", "deferred"})
TENTATIVE: "frozenset[State]" = frozenset({"tentative"})
ANSWERED: "frozenset[State]" = frozenset({"answered", "confirmed"})
CLOSED: "frozenset[State]" = frozenset({"closed", "duplicate"})

_AGE = re.compile(r"(?P<number>[0-9]{1,5}) *(?P<unit>d|days?|일|w|weeks?|주|)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the questions shall have; None asks for nothing. Person and course are named as the team does, and
    whom they are for as the notes do."""

    states: "frozenset[State] | None" = None
    course: str | None = None
    lecture: int | None = None
    person: str | None = None
    to: str | None = None
    age_days: int | None = None
    match: str | None = None


def wanted_questions(
    lists: "IndexLists", wanted: Wanted, roster: Roster, today: date
) -> tuple[ListedQuestion, ...]:
    """The questions that have all that is wanted, in order of course, lecture and place."""
    found = lists.questions.lines(wanted.states, wanted.course, wanted.lecture)
    rules = _rules(wanted, roster, today)
    return tuple(line for line in found if all(rule(line) for rule in rules)) if rules else found


def _rules(wanted: Wanted, roster: Roster, today: date) -> list[Callable[[ListedQuestion], bool]]:
    """What is to be asked of each question besides its state and lecture."""
    rules: list[Callable[[ListedQuestion], bool]] = []
    person, to, age = wanted.person, wanted.to, wanted.age_days
    if person is not None:
        canonical = cache(roster.canonical)
        rules.append(lambda line: person in map(canonical, line.people))
    if to is not None:
        rules.append(lambda line: line.to == to)
    if age is not None:
        rules.append(lambda line: (age_days(line, today) or 0) >= age)
    if wanted.match is not None:
        words = fold(wanted.match)
        rules.append(lambda line: words in fold(line.text))
    return rules


def age_days(line: ListedQuestion, today: date) -> int | None:
    """Days since the question was first asked; None when no meeting says when."""
    return max(0, (today - line.asked_on).days) if line.asked_on else None


def read_age(written: str) -> int:
    """An age as it is typed, `7d`, `2w`, `7일` or `2주`, in days."""
    found = _AGE.fullmatch(written.strip())
    if found is None:
        message = say("“{text}” is not an age.", text=written)
        raise StudylogError(message, Exit.USAGE, hint=say("Write it like {example}.", example="7d, 2w"))
    weeks = found["unit"].lower().startswith(("w", "주"))
    return int(found["number"]) * (7 if weeks else 1)
