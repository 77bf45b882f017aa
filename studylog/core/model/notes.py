"""What one note says."""

from datetime import date
from typing import Literal

from studylog.core.findings import Finding, Place
from studylog.core.header.reading import Header
from studylog.core.values import dataclass

SectionKind = Literal["questions", "further", "papers", "mentoring", "suggestions", "other"]
QuestionKind = Literal["asked", "exercise"]
PaperRole = Literal["presented", "planned", "described", "mentioned"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a note; `anchor` is unique in the note, `empty` when nothing stands under it."""

    level: int
    title: str
    line: int
    kind: SectionKind = "other"
    anchor: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written; `lecture` and `section` say where it stood."""

    text: str
    url: str
    line: int
    course: str | None = None
    lecture: int | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its source as written and its alternative text."""

    source: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a lecture a question arose: `at` is HH:MM:SS, `about` when the minute is approximate."""

    written: str
    lecture: int | None = None
    at: str | None = None
    about: bool = False
    quiz: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply: `marker` as written, None for unmarked text; `tentative` is a guess, `confirmed` is known."""

    text: str
    marker: str | None
    by: str | None
    tentative: bool
    confirmed: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Promise:
    """Something somebody will do: `due` where a day can be told, `done` when it is ticked off.

    `people` do it, the first who is named first; `question` is the id of the question that it is about;
    `deferring` when that had nothing but the promise.
    """

    id: str
    text: str
    people: tuple[str, ...]
    due: date | None
    done: bool
    place: Place
    question: str | None = None
    deferring: bool = False


@dataclass(frozen=True, slots=True)
class NoteQuestion:
    """A question as one note has it.

    `parent` is the index of the question it belongs under, `papers` are those under which it was asked: a
    heading may name several.
    """

    id: str
    text: str
    marked: bool
    kind: QuestionKind
    course: str | None
    lecture: int | None
    locator: Locator | None
    asked_by: str | None
    to: str | None
    answers: tuple[Answer, ...]
    promise: Promise | None
    place: Place
    section: str | None
    number: str | None = None
    parent: int | None = None
    pinned: bool = False
    closed: str | None = None
    duplicate_of: str | None = None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """A question that was carried into a note, by its id, and what was written under it there."""

    id: str
    answers: tuple[Answer, ...]
    promise: Promise | None
    place: Place


@dataclass(frozen=True, slots=True)
class SlidesLink:
    """Slides as a note links them: text and URL as written."""

    text: str
    url: str
    line: int


@dataclass(frozen=True, slots=True)
class NotePaper:
    """A paper as one note has it: presented (or read) here, planned for a day, described, or only mentioned.

    `arxiv` and `doi` are ids without their addresses; `unlike` are the names of papers that it is not.
    """

    titles: tuple[str, ...]
    place: Place
    role: PaperRole = "presented"
    aliases: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    year: int | None = None
    url: str | None = None
    arxiv: str | None = None
    doi: str | None = None
    code: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    date: "date | None" = None
    slides: tuple[SlidesLink, ...] = ()
    anchor: str = ""
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LectureMention:
    """A lecture that a note has a heading for, or names in its header."""

    course: str | None
    number: int
    title: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """One note, read: everything the commands and the digest need except its HTML.

    `carried` are the questions of other notes that were carried into it, `kept` the promises that it keeps,
    `speakers` those who say something in it besides asking and answering.
    """

    path: str
    sha256: str
    title: str
    kind: Literal["meeting", "page"]
    type: str | None
    date: date | None
    course: str | None
    header: Header
    body_line: int
    sections: tuple[Section, ...] = ()
    lectures: tuple[LectureMention, ...] = ()
    questions: tuple[NoteQuestion, ...] = ()
    papers: tuple[NotePaper, ...] = ()
    promises: tuple[Promise, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    wikilinks: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    carried: tuple[Carried, ...] = ()
    kept: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
