"""What pages may ask about all notes: small questions by noun, so that no page needs the whole notebook."""

from collections.abc import Iterator
from typing import Protocol

from studylog.core.library.nouns import (
    Findings,
    Lectures,
    Links,
    Meetings,
    Notes,
    Papers,
    Questions,
)
from studylog.core.library.people import People, Promises
from studylog.core.library.values import (
    Around,
    Attended,
    Card,
    Counts,
    CourseStanding,
    FindingGroup,
    Kind,
    LectureEntry,
    LectureStanding,
    NoteEntry,
    PaperCounts,
    Promised,
    QuestionEntry,
    States,
    Stretch,
    Voice,
    WebLink,
)


class Library(Protocol):
    """All notes of a notebook together; answers are in the words of the model, and bounded."""

    @property
    def notes(self) -> Notes:
        """Notes of every kind."""

    @property
    def meetings(self) -> Meetings:
        """Notes that are minutes."""

    @property
    def questions(self) -> Questions:
        """Questions."""

    @property
    def lectures(self) -> Lectures:
        """Lectures."""

    @property
    def papers(self) -> Papers:
        """Papers."""

    @property
    def promises(self) -> Promises:
        """Promises that wait."""

    @property
    def people(self) -> People:
        """People."""

    @property
    def links(self) -> Links:
        """Links to the web."""

    @property
    def findings(self) -> Findings:
        """What is wrong or doubtful."""

    def together(self) -> Iterator[tuple[Kind, str, str]]:
        """Everything that has a page: its kind, the page of a note or a lecture, or the id, and the day.

        What shows much of the same comes one after the other: a note, its questions, its papers. It is
        in the order of days (ISO); what has none, and an empty one, comes first.
        """

    def counts(self) -> Counts:
        """How much there is of everything."""


__all__ = [
    "Around",
    "Attended",
    "Card",
    "Counts",
    "CourseStanding",
    "FindingGroup",
    "Findings",
    "Kind",
    "LectureEntry",
    "LectureStanding",
    "Lectures",
    "Library",
    "Links",
    "Meetings",
    "NoteEntry",
    "Notes",
    "PaperCounts",
    "Papers",
    "People",
    "Promised",
    "Promises",
    "QuestionEntry",
    "Questions",
    "States",
    "Stretch",
    "Voice",
    "WebLink",
]
