"""Questions: the list of all, by lecture, and the page of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from studylog.core.digest.lines import (
    MENTOR,
    QuestionLine,
    StateCount,
    Target,
    asked,
    question_line,
    state_counts,
)
from studylog.core.digest.quoting import Quote
from studylog.core.digest.replies import Reply, replies
from studylog.core.digest.site import Site
from studylog.core.digest.video import video_at
from studylog.core.digest.words import lecture_name
from studylog.core.i18n import Message
from studylog.core.model import Lecture, Promise, Question
from studylog.core.questions import UNSETTLED


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions of one lecture, or of none."""

    name: Message | None
    title: str | None
    page: str | None
    lines: tuple[QuestionLine, ...]
    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """All questions by lecture, and what they can be filtered by."""

    groups: tuple[QuestionGroup, ...]
    states: tuple[StateCount, ...]
    courses: tuple[str, ...]
    people: tuple[str, ...]
    total: int
    unsettled: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A note in which a question stands."""

    day: date | None
    note: Target
    section: str | None


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question with its answers; `quote` is how its first note has it, None before that is rendered.

    `previous` and `following` are those that its lecture has before and after it.
    """

    line: QuestionLine
    text: str
    heading: str | None
    quote: Quote | None
    contexts: tuple[str, ...]
    replies: tuple[Reply, ...]
    standings: tuple[Standing, ...]
    promise: Promise | None
    reason: str | None
    lecture_title: str | None
    video: str | None
    locator: str | None
    parent: QuestionLine | None
    under: tuple[QuestionLine, ...]
    original: QuestionLine | None
    duplicates: tuple[QuestionLine, ...]
    previous: QuestionLine | None
    following: QuestionLine | None


def questions_page(site: Site) -> QuestionsPage:
    """The list of all questions."""
    questions = site.collection.questions
    people = {name for question in questions for name in (question.asked_by, question.to)} - {None, MENTOR}
    return QuestionsPage(
        groups=question_groups(site, questions),
        states=state_counts(questions),
        courses=tuple(dict.fromkeys(question.course for question in questions if question.course)),
        people=tuple(sorted(filter(None, people))),
        total=len(questions),
        unsettled=sum(question.state in UNSETTLED for question in questions),
    )


def question_groups(site: Site, questions: Iterable[Question]) -> tuple[QuestionGroup, ...]:
    """Questions by lecture, in the order of the courses."""
    courses = list(dict.fromkeys(lecture.course for lecture in site.collection.lectures))
    groups = sorted(_by_lecture(questions).items(), key=lambda group: _rank(group[0], courses))
    return tuple(_group(site, key, group, None) for key, group in groups)


def newest_groups(
    site: Site, questions: Iterable[Question], today: date, most: int
) -> tuple[QuestionGroup, ...]:
    """Questions by lecture, those first about which something was asked last; at most so many questions."""
    groups = sorted(_by_lecture(questions).items(), key=lambda group: _newest(group[1]), reverse=True)
    shown = []
    for key, group in groups:
        if most > 0:
            shown.append(_group(site, key, group[:most], today))
            most -= len(group)
    return tuple(shown)


def _by_lecture(questions: Iterable[Question]) -> dict[tuple[str | None, int | None], list[Question]]:
    groups: dict[tuple[str | None, int | None], list[Question]] = {}
    for question in questions:
        groups.setdefault((question.course, question.lecture), []).append(question)
    return groups


def _rank(key: tuple[str | None, int | None], courses: Sequence[str | None]) -> tuple[int, str, int, int]:
    """Courses in their order, then other courses, then none; in each, what names no lecture comes last."""
    course, number = key
    place = courses.index(course) if course in courses else len(courses)
    if course is None:
        place = len(courses) + 1
    return place, course or "", number is None, number or 0


def _newest(questions: Iterable[Question]) -> date:
    return max((asked(question) or date.min for question in questions), default=date.min)


def _group(
    site: Site, key: tuple[str | None, int | None], questions: Sequence[Question], today: date | None
) -> QuestionGroup:
    course, number = key
    lecture = _lecture(site, course, number)
    return QuestionGroup(
        name=lecture_name(course, number),
        title=lecture.title if lecture else None,
        page=site.addresses.lectures[(lecture.course, lecture.number)] if lecture else None,
        lines=tuple(question_line(site, question, today) for question in questions),
        states=state_counts(questions),
    )


def question_page(site: Site, question: Question) -> QuestionPage:
    """The page of a question, as its notes have it."""
    quotes = site.quotes.get(question.id, ())
    lecture = _lecture(site, question.course, question.lecture)
    html = {place: piece for quote in quotes for place, piece in quote.answers}
    quote = quotes[0] if quotes else None
    previous, following = _neighbours(site, question, lecture)
    return QuestionPage(
        line=question_line(site, question),
        text=question.text,
        heading=quote.heading if quote else None,
        quote=quote,
        contexts=tuple(quote.context for quote in quotes if quote.context),
        replies=replies(site, question.answers, [html.get(answer.place, "") for answer in question.answers]),
        standings=_standings(site, question),
        promise=question.promise,
        reason=question.reason,
        lecture_title=lecture.title if lecture else None,
        video=video_at(lecture.video, question.locator.at if question.locator else None) if lecture else None,
        locator=question.locator.written if question.locator else None,
        parent=_one(site, question.parent),
        under=_all(site, site.under.get(question.id, ())),
        original=_one(site, question.duplicate_of),
        duplicates=_all(site, site.duplicates.get(question.id, ())),
        previous=previous,
        following=following,
    )


def _standings(site: Site, question: Question) -> tuple[Standing, ...]:
    places = (place for place in question.places if place.path in site.notes)
    firsts = {place.path: place for place in reversed(tuple(places))}
    return tuple(
        Standing(
            place.date,
            Target(site.notes[place.path].title, f"{site.addresses.notes[place.path]}#{question.id}"),
            place.section,
        )
        for place in sorted(firsts.values(), key=lambda place: (place.date or date.max, place.path))
    )


def _neighbours(
    site: Site, question: Question, lecture: Lecture | None
) -> tuple[QuestionLine | None, QuestionLine | None]:
    ids = lecture.questions if lecture else ()
    if question.id not in ids:
        return None, None
    here = ids.index(question.id)
    before = ids[here - 1] if here else None
    after = ids[here + 1] if here + 1 < len(ids) else None
    return _one(site, before), _one(site, after)


def _lecture(site: Site, course: str | None, number: int | None) -> Lecture | None:
    return site.lectures.get((course, number)) if number is not None else None


def _one(site: Site, id_: str | None) -> QuestionLine | None:
    question = site.questions.get(id_) if id_ else None
    return question_line(site, question) if question else None


def _all(site: Site, ids: Iterable[str]) -> tuple[QuestionLine, ...]:
    return tuple(question_line(site, site.questions[id_]) for id_ in ids)
