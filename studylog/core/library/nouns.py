"""What may be asked about each noun; `most` bounds an answer, `start` is how many are left out before it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from studylog.core.body.whole import Body
from studylog.core.library.values import (
    Around,
    Card,
    CourseStanding,
    FindingGroup,
    LectureEntry,
    LectureStanding,
    NoteEntry,
    PaperCounts,
    QuestionEntry,
    States,
    Stretch,
    WebLink,
)
from studylog.core.listed import ListedNote, Summary
from studylog.core.model import Paper, Question, State
from studylog.core.papers.states import PaperState


class Notes(Protocol):
    """Notes of every kind by path and page, and those that are no meetings as a list."""

    def card(self, path: str) -> Card | None:
        """The note of a path, of several the first in order."""

    def days(self) -> Mapping[str, str | None]:
        """The day of each note by its path, of several the first in order."""

    def named(self, key: str) -> Card | None:
        """The note that wikilinks mean by a folded name."""

    def one(self, page: str) -> NoteEntry | None:
        """The note that is shown on a page."""

    def body(self, page: str) -> Body | None:
        """The text of the note that is shown on a page."""

    def linking_to(self, page: str, most: int) -> tuple[Card, ...]:
        """The other notes that link to the note of a page: of many, the newest; in order."""

    def count_linking_to(self, page: str) -> int:
        """How many other notes link to the note of a page."""

    def letters(self) -> tuple[tuple[str, int], ...]:
        """The letters that notes are filed under, and how many under each."""

    def filed(self, letter: str, start: int, most: int) -> tuple[NoteEntry, ...]:
        """The notes that are filed under a letter, by title."""

    def pages(self) -> Iterator[str]:
        """The pages of all notes, in order."""

    def months(self) -> tuple[Stretch, ...]:
        """The months of the days of notes of every kind, in order; notes without a day come first."""

    def listed(self, first: date | None) -> tuple[tuple[ListedNote, Summary], ...]:
        """The notes of a month as lists have them, in order of their days; for None those without a day."""


class Meetings(Protocol):
    """Notes that are minutes, in order of their days."""

    def months(self) -> tuple[Stretch, ...]:
        """The months with meetings, newest first; meetings without a date come last."""

    def of_month(self, first: date | None, start: int, most: int) -> tuple[NoteEntry, ...]:
        """The meetings of a month, newest first; for None those without a date."""

    def near(self, day: date) -> Around:
        """The last meeting before a day, that of the day, and the next one."""

    def beside(self, page: str) -> tuple[Card | None, Card | None]:
        """The meetings before and after the one of a page."""

    def span(self) -> tuple[date, date] | None:
        """The days of the first and of the last meeting."""

    def since(self, day: date) -> tuple[Card, ...]:
        """The meetings from a day on, in order."""

    def days(self) -> tuple[tuple[date, int], ...]:
        """The days with meetings in order, and how many each has."""

    def between(self, first: date, last: date, most: int) -> tuple[NoteEntry, ...]:
        """The meetings from one day to another, in order."""


class Questions(Protocol):
    """Questions in order of course, lecture and place."""

    def one(self, id_: str) -> QuestionEntry | None:
        """The question of an id."""

    def in_note(self, page: str) -> tuple[QuestionEntry, ...]:
        """The questions of the note of a page, each once, in reading order."""

    def of_lecture(
        self, course: str | None, number: int | None, start: int, most: int
    ) -> tuple[QuestionEntry, ...]:
        """The questions of a lecture in their order; of a course without a lecture for None."""

    def ids_of(self, course: str | None, number: int | None) -> tuple[str, ...]:
        """The ids of all these questions, in the same order."""

    def unsettled_of(self, course: str | None, number: int | None, most: int) -> tuple[QuestionEntry, ...]:
        """The questions of a lecture that somebody still has to settle."""

    def unsettled_lectures(self) -> Iterator[tuple[str | None, int | None]]:
        """The lectures with something to settle, those first about which it was asked last."""

    def unsettled_since(self) -> date | None:
        """The day of the oldest question that somebody still has to settle."""

    def answered_last(self, least: int) -> tuple[QuestionEntry, ...]:
        """The questions answered on the latest days, which together have at least so many."""

    def asked_between(self, first: date, last: date, most: int) -> tuple[QuestionEntry, ...]:
        """The questions that were first asked from one day to another, in the order of all questions."""

    def answered_between(self, first: date, last: date, most: int) -> tuple[QuestionEntry, ...]:
        """The questions asked before a day whose last answer came from that day to another."""

    def count_answered_between(self, first: date, last: date) -> int:
        """How many questions asked before a day had their last answer from that day to another."""

    def asked_by_day(self, first: date, last: date) -> tuple[tuple[date, State, int], ...]:
        """How many of the questions first asked on each day from one to another are in each state."""

    def parts(self, id_: str) -> tuple[QuestionEntry, ...]:
        """The questions that belong under one."""

    def duplicates(self, id_: str) -> tuple[QuestionEntry, ...]:
        """The questions that are said to be the same as one."""

    def beside(self, id_: str) -> tuple[QuestionEntry | None, QuestionEntry | None]:
        """The questions before and after one in its lecture."""

    def states(self) -> States:
        """How all questions stand."""

    def states_in(self, page: str) -> States:
        """How the questions of the note of a page stand."""

    def first_in(self, page: str) -> str | None:
        """The first question of the note of a page as HTML, where it can stand on one line."""

    def states_of(self, course: str | None, number: int) -> States:
        """How the questions of a lecture stand."""

    def courses(self) -> tuple[CourseStanding, ...]:
        """The courses with questions, in their order."""

    def lectures(self, course: str | None) -> tuple[LectureStanding, ...]:
        """The lectures of a course with questions, in their order; questions without one come last."""

    def ids(self) -> Iterator[str]:
        """The ids of all questions."""

    def months(self) -> tuple[Stretch, ...]:
        """The months in which questions were first asked, in order; those without a day come last."""

    def first_asked(self, first: date | None) -> Iterator[Question]:
        """The questions that were first asked in a month, in their order; for None those without a day."""


class Lectures(Protocol):
    """Lectures in order of course and number."""

    def one(self, course: str | None, number: int) -> LectureEntry | None:
        """The lecture of a course and number."""

    def page(self, course: str | None, number: int) -> str | None:
        """The page of a lecture."""

    def at(self, page: str) -> LectureEntry | None:
        """The lecture that is shown on a page."""

    def courses(self) -> tuple[tuple[str | None, int], ...]:
        """The courses, and how many lectures each has."""

    def of_course(self, course: str | None) -> tuple[LectureEntry, ...]:
        """The lectures of a course."""

    def beside(self, course: str | None, number: int) -> tuple[LectureEntry | None, LectureEntry | None]:
        """The lectures before and after one in its course."""

    def meetings(self, course: str | None, number: int, most: int) -> tuple[NoteEntry, ...]:
        """The meetings that dealt with a lecture: of many, the newest; in order of their days."""

    def count_meetings(self, course: str | None, number: int) -> int:
        """How many meetings dealt with a lecture."""

    def links(self, course: str | None, number: int, most: int) -> tuple[WebLink, ...]:
        """The links to the web that notes first have under a lecture: of many, the newest; in order."""

    def pages(self) -> Iterator[str]:
        """The pages of all lectures."""

    def numbered(self) -> Iterator[tuple[str | None, int, str]]:
        """The courses, numbers and pages of all lectures."""


class Papers(Protocol):
    """Papers: planned, presented, or only listed."""

    def one(self, id_: str) -> Paper | None:
        """The paper of an id."""

    def in_note(self, page: str) -> tuple[Paper, ...]:
        """The papers that were presented in the note of a page."""

    def counts(self) -> PaperCounts:
        """How many papers there are."""

    def coming(self, today: date, most: int) -> tuple[Paper, ...]:
        """What is planned: from today on, then without a day, then what is late."""

    def states(self, today: date) -> Mapping[PaperState, int]:
        """How many papers are in each state on a day, in the order of the board."""

    def in_state(self, state: PaperState, today: date, most: int) -> tuple[Paper, ...]:
        """The papers in a state on a day: what is to come in order, what was the newest first."""

    def missing(self, most: int) -> tuple[Paper, ...]:
        """What was presented without slides that can be opened, the newest first."""

    def years(self) -> tuple[Stretch, ...]:
        """The years with papers, the newest first; papers without a day come last."""

    def of_year(self, first: date | None, start: int, most: int) -> tuple[Paper, ...]:
        """The papers of a year, the newest first; for None those without a day."""

    def ids(self) -> Iterator[str]:
        """The ids of all papers."""


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
