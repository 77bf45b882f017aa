"""A question as one line, the form in which it stands on every list."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from studylog.core.digest.site import Site
from studylog.core.digest.words import STATES, lecture_name, spot
from studylog.core.i18n import Message, say
from studylog.core.model import Note, Question, State

MENTOR = "mentor"
"""What a question for the mentor says of whom it is for."""

_BRIEF = 180


@dataclass(frozen=True, slots=True)
class Target:
    """A page, by the words that lead to it."""

    text: str
    page: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question on a list; `age` is in days, `unsure` when only its form says how it stands.

    `people` are who asked and who is asked; `html` is the text with formulas and code, once the page of
    its note is made.
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


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many questions are in a state, and where its stretch of a bar lies, in percent."""

    state: State
    word: Message
    count: int
    offset: float
    share: float


def question_line(site: Site, question: Question, today: date | None = None) -> QuestionLine:
    """The line of a question; its age only where `today` is told."""
    day = asked(question)
    key = (question.course, question.lecture) if question.lecture is not None else None
    return QuestionLine(
        id=question.id,
        short=site.short_ids[question.id],
        page=site.addresses.questions[question.id],
        text=brief(question.text),
        html=_html(site, question),
        state=question.state,
        word=STATES[question.state],
        unsure=question.confidence == "low",
        course=question.course,
        lecture=lecture_name(question.course, question.lecture),
        lecture_page=site.addresses.lectures.get(key) if key else None,
        spot=spot(question.locator),
        by=question.asked_by,
        to=addressed(question.to),
        people=tuple(name for name in (question.asked_by, question.to) if name),
        day=day,
        answers=len(question.answers),
        age=(today - day).days if today and day and day <= today else None,
    )


def _html(site: Site, question: Question) -> str | None:
    quotes = site.quotes.get(question.id)
    return quotes[0].heading if quotes and len(question.text) <= _BRIEF else None


def addressed(to: str | None) -> Message | None:
    """Whom a question is for, in words; mentors go by their office."""
    if to is None:
        return None
    return say("for the mentor") if to == MENTOR else say("for {name}", name=to)


def asked(question: Question) -> date | None:
    """The day on which a question was first asked."""
    return min((place.date for place in question.places if place.date), default=None)


def brief(text: str, limit: int = _BRIEF) -> str:
    """A text on one line, cut between words where it is long."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    cut = words[:limit]
    head = cut.rpartition(" ")[0]
    return (head if len(head) > limit // 2 else cut).rstrip(" ,.;:") + "…"


def state_counts(questions: Iterable[Question]) -> tuple[StateCount, ...]:
    """How the questions stand, as the stretches of one bar; states without a question are left out."""
    numbers = Counter(question.state for question in questions)
    total = sum(numbers.values())
    stretches, before = [], 0
    for state, word in STATES.items():
        if count := numbers[state]:
            offset, share = round(100 * before / total, 2), round(100 * count / total, 2)
            stretches.append(StateCount(state, word, count, offset, share))
            before += count
    return tuple(stretches)


def questions_in(site: Site, note: Note) -> tuple[Question, ...]:
    """The questions that stand in a note, each once, in reading order."""
    ids = dict.fromkeys(question.id for question in note.questions)
    return tuple(site.questions[id_] for id_ in ids if id_ in site.questions)


def note_target(site: Site, path: str) -> Target | None:
    """The page of a note under its title; None when there is no such note."""
    note = site.notes.get(path)
    return Target(note.title, site.addresses.notes[path]) if note else None
