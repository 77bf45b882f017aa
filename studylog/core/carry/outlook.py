"""What a coming meeting finds before it: questions, promises, papers; in light values, for `new` is quick."""

from datetime import date
from typing import TYPE_CHECKING

from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.core.model import State


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that somebody still has to settle, and the note in which it was first asked.

    `formulas` are those of that note, if the question has any.
    """

    id: str
    text: str
    state: "State"
    course: str | None
    lecture: int | None
    asked_on: date | None
    path: str
    short: str = ""
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DuePromise:
    """A promise that is not kept yet, and the note in which it was made, with its formulas if it has any."""

    id: str
    text: str
    people: tuple[str, ...]
    due: date | None
    made_on: date | None
    path: str
    line: int
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperOfDay:
    """A paper with who presents it, and its day."""

    title: str
    presenter: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the meeting of a day finds before it; the total counts unlisted questions as well."""

    day: date
    questions: tuple[OpenQuestion, ...] = ()
    questions_total: int = 0
    promises: tuple[DuePromise, ...] = ()
    papers: tuple[PaperOfDay, ...] = ()
    missing: tuple[PaperOfDay, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing has to be carried into the meeting."""
        return not (self.questions or self.promises or self.papers or self.missing)
