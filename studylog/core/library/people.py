"""What may be asked about people, and about what they promised; `most` bounds an answer."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from studylog.core.library.values import Attended, Promised, QuestionEntry, Voice
from studylog.core.model import Paper, Promise
from studylog.core.people.attendance import PersonStanding


class Promises(Protocol):
    """What people said they would do and have not done yet."""

    def waiting(self, today: date, most: int) -> tuple[Promised, ...]:
        """What is due next, then what is late, then what has no day."""

    def count(self) -> int:
        """How many promises wait."""

    def in_note(self, page: str) -> tuple[Promise, ...]:
        """The promises of the note of a page; those that are kept, wherever it may be, are done."""


class People(Protocol):
    """Those whom notes name, as the roster calls them; meetings count up to a day."""

    def standings(self, today: date) -> tuple[PersonStanding, ...]:
        """Everybody who was somewhere, asked, answered or presented, by name."""

    def standing(self, name: str, today: date) -> PersonStanding:
        """How often one of them did."""

    def meetings(self, name: str, today: date, most: int) -> tuple[Attended, ...]:
        """The meetings at which somebody was or might have been, the newest first."""

    def voiced(self, name: str) -> tuple[tuple[Voice, str], ...]:
        """The ids of all questions that somebody asked or answered, with which of both, the oldest first."""

    def questions(self, ids: Iterable[str]) -> tuple[QuestionEntry, ...]:
        """The questions of some ids, in their order."""

    def papers(self, name: str, most: int) -> tuple[Paper, ...]:
        """The papers that somebody presented or shall present, the newest first."""

    def promises(self, name: str, most: int) -> tuple[Promised, ...]:
        """What somebody promised: what waits, then what is kept; each by its day, the newest first."""

    def met_between(self, after: date, until: date) -> tuple[str, ...]:
        """Those who are named for meetings after a day, and up to another."""
