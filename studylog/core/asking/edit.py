"""An edit of a note: what it was, what it is, and the question that it is about."""

from studylog.core.model import NoteQuestion
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A note before and after, the question as it is read afterwards, and the line to look at."""

    path: str
    before: str
    after: str
    question: NoteQuestion
    line: int
