"""What is wrong or doubtful in a note: a value with a place, never an exception."""

from typing import Literal

from studylog.core.i18n import Message
from studylog.core.values import dataclass

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file: path relative to the notebook, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __lt__(self, other: "Place") -> bool:
        return (self.path, self.line, self.column) < (other.path, other.line, other.column)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: an `error` loses information, a `warning` is doubtful, a `note` is advice."""

    place: Place
    severity: Severity
    code: str
    message: Message
    hint: Message | None = None
