"""What is known of a note before its body is read."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from studylog.core.grammar.vocabulary.markpatterns import Patterns
from studylog.core.people.roster import Roster
from studylog.core.text import fold
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known of a note before its body is read.

    `minutes` tells that it is the minutes of a meeting, and not only a text with a date; `team` that all who
    take part are known, by the settings or by its header.
    """

    path: str
    day: date | None
    course: str | None
    lecture: int | None
    meeting: bool
    roster: Roster
    patterns: Patterns
    courses: tuple[str, ...] = ()
    course_of_day: str | None = None
    minutes: bool = True
    team: bool = False
    title: str = ""

    def known_course(self, written: str | None) -> str | None:
        """The course of the settings with this name, however it is spaced or spelt in case."""
        if not written:
            return None
        return _by_fold(self.courses).get(fold(written))


# Every heading of every note is compared with the courses of the one notebook.
@lru_cache(maxsize=8)
def _by_fold(names: tuple[str, ...]) -> Mapping[str, str]:
    """The names by what makes two of them the same; of those alike, the first."""
    return {fold(name): name for name in reversed(names)}
