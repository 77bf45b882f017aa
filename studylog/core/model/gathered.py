"""What all notes say together, and the parts of a page."""

from datetime import date
from typing import Literal

from studylog.core.findings import Place
from studylog.core.model.notes import Answer, Locator, Promise, QuestionKind
from studylog.core.values import dataclass

State = Literal["open", "tentative", "answered", "confirmed", "deferred", "duplicate", "closed"]
Confidence = Literal["high", "low"]
Evidence = Literal["stated", "plan", "filename"]
SlidesStatus = Literal["ok", "moved", "missing", "remote", "private"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a note's page in reading order: prose, or one question with its answers.

    `html` is the prose, or the question itself; `answers` has one piece of HTML for each answer of
    `note.questions[question]`, `context` what stands between (pictures, lists) and is neither.
    """

    html: str
    question: int | None = None
    context: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPlace:
    """Where a question stands: the note, its date, the line and the section.

    It is `carried` where the note only refers to it, in what was carried over.
    """

    path: str
    date: date | None
    line: int
    section: str | None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the notebook: one thing, however many notes have it."""

    id: str
    text: str
    marked: bool
    kind: QuestionKind
    state: State
    confidence: Confidence
    course: str | None
    lecture: int | None
    locator: Locator | None
    asked_by: str | None
    to: str | None
    answers: tuple[Answer, ...]
    places: tuple[QuestionPlace, ...]
    promise: Promise | None = None
    parent: str | None = None
    reason: str | None = None
    duplicate_of: str | None = None

    @property
    def days_asked(self) -> tuple[date, ...]:
        """The days on which it was asked: where it was only carried to, nobody asked it."""
        return tuple(place.date for place in self.places if place.date and not place.carried)


@dataclass(frozen=True, slots=True)
class Slides:
    """The slides of a paper: `path` in the notebook where they are a file of it, `url` as first written."""

    url: str | None
    path: str | None
    sha256: str | None
    status: SlidesStatus
    found_at: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Who was to present a paper, and when."""

    presenters: tuple[str, ...]
    date: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Presentation:
    """A meeting at which a paper was presented; `anchor` leads to its heading."""

    path: str
    date: date | None
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Guess:
    """A name that was taken for one of a paper because it is like another, and where it stands."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A note that speaks of a paper without presenting it."""

    path: str
    date: date | None
    line: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the notebook: what was planned for it, and what happened.

    `by_another` when somebody else presented it than was planned; `guesses` are the names among its aliases
    that were matched by their likeness alone.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    year: int | None
    url: str | None
    presenter: str | None
    presenter_evidence: Evidence | None
    planned: Plan | None
    presented: tuple[Presentation, ...]
    slides: tuple[Slides, ...]
    questions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    arxiv: str | None = None
    doi: str | None = None
    code: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    guesses: tuple[Guess, ...] = ()
    by_another: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether somebody was to present it, or a day was set."""
        return self.planned is not None

    @property
    def planned_on(self) -> date | None:
        """The day that it is planned for."""
        return self.planned.date if self.planned else None

    @property
    def is_presented(self) -> bool:
        """Whether it was presented."""
        return bool(self.presented)

    @property
    def presented_on(self) -> tuple[date, ...]:
        """The days on which it was presented, as far as they are known."""
        return tuple(one.date for one in self.presented if one.date)

    @property
    def slides_missing(self) -> bool:
        """Whether it was presented, and none of its slides can be opened."""
        return bool(self.presented) and not any(one.status != "missing" for one in self.slides)


@dataclass(frozen=True, slots=True)
class Lecture:
    """A lecture is (course, number): two courses may both have a seventh."""

    course: str | None
    number: int
    title: str | None
    video: str | None
    questions: tuple[str, ...]
    open: int
    places: tuple[Place, ...]
