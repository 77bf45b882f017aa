"""What a library answers with: notes, questions and lectures with what pages need to name them."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from studylog.core.findings import Finding, Severity
from studylog.core.model import Lecture, Link, Note, Promise, Question, State
from studylog.core.people.attendance import Evidence, Presence
from studylog.core.values import dataclass

States = Mapping[State, int]
"""How many questions are in each state; states without a question may be missing."""

Voice = Literal["asked", "answered"]
"""What somebody did with a question."""

Kind = Literal["note", "question", "paper", "lecture"]
"""What has a page of its own."""


@dataclass(frozen=True, slots=True)
class Card:
    """A note as other pages name it: two notes may share a path, never a page."""

    path: str
    page: str
    title: str
    kind: Literal["meeting", "page"]
    day: date | None
    questions: int


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note, and the page it is shown on."""

    page: str
    note: Note


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question with its short id; `heading` is its HTML where it can stand on one line."""

    question: Question
    short: str
    heading: str | None


@dataclass(frozen=True, slots=True)
class LectureEntry:
    """A lecture, and the page it is shown on."""

    lecture: Lecture
    page: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things a notebook has of each noun: `notes` are those that are no meetings."""

    meetings: int
    questions: int
    lectures: int
    papers: int
    notes: int
    resources: int


@dataclass(frozen=True, slots=True)
class PaperCounts:
    """How many papers are presented or only planned, and how many of the presented lack their slides."""

    presented: int
    planned: int
    missing: int


@dataclass(frozen=True, slots=True)
class Around:
    """The meetings around a day."""

    last: NoteEntry | None
    today: NoteEntry | None
    next: NoteEntry | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a year by its first day, and how much it has; None for what has no date."""

    first: date | None
    count: int


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """A course, or None for no course, and how its questions stand."""

    course: str | None
    states: States


@dataclass(frozen=True, slots=True)
class LectureStanding:
    """A lecture of a course by its number, or None for no lecture, and how its questions stand."""

    number: int | None
    states: States


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address of the web: where a note first has it, who wrote that note, how many others have it."""

    url: str
    title: str
    host: str
    first: Link
    note: Card
    author: str | None
    again: int


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise, and the note that has it."""

    promise: Promise
    note: Card


@dataclass(frozen=True, slots=True)
class Attended:
    """A meeting, and whether somebody was there: `evidence` is what shows it where nothing is stated."""

    note: Card
    presence: Presence
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind: how many there are, and the first of them."""

    severity: Severity
    code: str
    count: int
    first: tuple[Finding, ...]
