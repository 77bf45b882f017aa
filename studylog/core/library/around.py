"""What may be asked about what stands around the nouns: the links of notes, and what is doubtful."""

from datetime import date
from typing import Protocol

from studylog.core.library.values import FindingGroup, Stretch, WebLink


class Links(Protocol):
    """The links of all notes to the web, each address once, where a note first has it."""

    def months(self) -> tuple[Stretch, ...]:
        """The months that brought links, newest first; links of notes without a date come last."""

    def of_month(self, first: date | None, start: int, most: int) -> tuple[WebLink, ...]:
        """The links that a month brought, newest first; for None those of notes without a date."""

    def hosts(self, most: int) -> tuple[tuple[str, int], ...]:
        """The hosts that most addresses are of."""


class Findings(Protocol):
    """What is wrong or doubtful in the notes."""

    def count(self, today: date) -> int:
        """How many there are on a day."""

    def groups(self, today: date, most: int) -> tuple[FindingGroup, ...]:
        """All kinds of them, with so many of each by place; the worst first, then the most frequent."""
