"""A question as one line, the form in which it stands on every list."""

from datetime import date, timedelta

from studylog.core.digest.pagenames import question_name
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.library import QuestionEntry
from studylog.core.model import Question, State
from studylog.core.text import BRIEF, brief
from studylog.core.values import dataclass, replace
from studylog.core.words import STATES, lecture_name, spot

MENTOR = "mentor"
"""What a question for the mentor says of whom it is for."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question on a list; `age` is in days, `unsure` when only its form says how it stands.

    `people` are who asked and who is asked; `html` is the text with formulas and code, where it is short.
    """

    id: str
    short: str
    page: str
    text: str
    html: str | None
    state: State
    word: Message
    unsure: bool
    course: str | None
    lecture: Message | None
    lecture_page: str | None
    spot: Message | None
    by: str | None
    to: Message | None
    people: tuple[str, ...]
    day: date | None
    answers: int
    age: int | None = None

    def __hash__(self) -> int:
        # Asked for with each macro that shows it: the lines of a site are told apart by their pages.
        return hash(self.page)

    @property
    def today(self) -> date | None:
        """The day up to which its age is told."""
        return None if self.day is None or self.age is None else self.day + timedelta(days=self.age)


def question_line(site: Site, entry: QuestionEntry, today: date | None = None) -> QuestionLine:
    """The line of a question; its age only where `today` is told."""
    page = question_name(entry.question.id)
    if page not in site.lines:
        site.lines[page] = _line(site, entry, page)
    line: QuestionLine = site.lines[page]
    if today is None or line.day is None or line.day > today:
        return line
    return replace(line, age=(today - line.day).days)


def _line(site: Site, entry: QuestionEntry, page: str) -> QuestionLine:
    question = entry.question
    return QuestionLine(
        id=question.id,
        short=entry.short,
        page=page,
        text=brief(question.text),
        html=entry.heading if len(question.text) <= BRIEF else None,
        state=question.state,
        word=STATES[question.state],
        unsure=question.confidence == "low",
        course=question.course,
        lecture=lecture_name(question.course, question.lecture),
        lecture_page=_lecture_page(site, question),
        spot=spot(question.locator),
        by=question.asked_by,
        to=_addressed(question.to),
        people=tuple(name for name in (question.asked_by, question.to) if name),
        day=min(question.days_asked, default=None),
        answers=len(question.answers),
    )


def _lecture_page(site: Site, question: Question) -> str | None:
    if question.lecture is None:
        return None
    return site.library.lectures.page(question.course, question.lecture)


def _addressed(to: str | None) -> Message | None:
    """Whom a question is for, in words; mentors go by their office."""
    if to is None:
        return None
    return say("for the mentor") if to == MENTOR else say("for {name}", name=to)
