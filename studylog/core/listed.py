"""Notes and questions as lists have them: what a line shows, and what lists are narrowed down by."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.core.model import Confidence, Evidence, Note, SlidesStatus, State

NAMES = tuple[str, ...]
"""The type of names that are packed for a list."""


class ListedNote(NamedTuple):
    """A line in a list of notes: `questions` as often as they stand in it, `papers` that were presented."""

    number: int
    path: str
    day: str | None
    title: str
    type: str | None
    course: str | None
    questions: int
    papers: int


class ListedQuestion(NamedTuple):
    """A line in a list of questions; `people` are all who asked or answered, as the notes call them."""

    id: str
    short: str
    state: "State"
    confidence: "Confidence"
    course: str | None
    lecture: int | None
    text: str
    path: str
    line: int
    to: str | None
    asked_on: date | None
    people: tuple[str, ...]


class ListedPaper(NamedTuple):
    """A line in a list of papers, as `Scheduled`; `planned_by` and `planned_at` are who and where, in words.

    `slides` are the states that its slides are in, `guesses` the names that were matched by guess.
    """

    id: str
    title: str
    year: int | None
    presenter: str | None
    presenter_evidence: "Evidence | None"
    planned_by: str
    planned_at: str
    is_planned: bool
    is_presented: bool
    slides_missing: bool
    by_another: bool
    planned_on: date | None
    presented_on: tuple[date, ...]
    slides: "tuple[SlidesStatus, ...]"
    guesses: tuple[str, ...]


class ListedSlides(NamedTuple):
    """A line in a list of slides: those of a paper that is called `paper`, or one of `aliases`."""

    paper_id: str
    paper: str
    aliases: tuple[str, ...]
    presenter: str | None
    presenter_evidence: "Evidence | None"
    url: str | None
    path: str | None
    sha256: str | None
    status: "SlidesStatus"
    found_at: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What else a note has that lists ask for, with people as it writes them.

    `courses` and `lectures` are those of its headings and questions, `titles` all names of its papers.
    """

    author: str | None
    moderator: str | None
    attendees: tuple[str, ...]
    absent: tuple[str, ...]
    presenters: tuple[str, ...]
    created: datetime | None
    updated: datetime | None
    courses: tuple[str | None, ...]
    lectures: tuple[tuple[str | None, int | None], ...]
    titles: tuple[str, ...]


def listed(note: "Note", number: int = 0) -> ListedNote:
    """The line of a note."""
    day = note.date.isoformat() if note.date else None
    papers = sum(paper.role == "presented" for paper in note.papers)
    return ListedNote(number, note.path, day, note.title, note.type, note.course, len(note.questions), papers)


def summary_of(note: "Note") -> Summary:
    """What else lists ask of a note."""
    header = note.header
    spoken_of = [
        *((mention.course, mention.number) for mention in note.lectures),
        *((question.course, question.lecture) for question in note.questions),
    ]
    shown = [name for paper in note.papers if paper.role == "presented" for name in paper.presenters]
    names = [name for paper in note.papers for name in (*paper.titles, *paper.aliases)]
    return Summary(
        author=header.author,
        moderator=header.moderator,
        attendees=header.attendees,
        absent=header.absent,
        presenters=tuple(dict.fromkeys(shown)),
        created=header.created,
        updated=header.updated,
        courses=tuple(dict.fromkeys((note.course, *(course for course, _ in spoken_of)))),
        lectures=tuple(dict.fromkeys(spoken_of)),
        titles=tuple(dict.fromkeys(names)),
    )
