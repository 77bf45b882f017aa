"""Lectures: the list by course, and the page of one with its questions along the time of the video."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from studylog.core.digest.axis import Axis, TimedLine, axis, second
from studylog.core.digest.lines import QuestionLine, StateCount, question_line, state_counts
from studylog.core.digest.meetings import MeetingLine, meeting_line
from studylog.core.digest.site import Site
from studylog.core.digest.video import video_at
from studylog.core.digest.weblinks import WebLink
from studylog.core.digest.words import lecture_name
from studylog.core.i18n import Message
from studylog.core.model import Lecture, Question


@dataclass(frozen=True, slots=True)
class LectureLine:
    """A lecture on a list."""

    name: Message | None
    number: int
    title: str | None
    page: str
    questions: int
    states: tuple[StateCount, ...]
    meetings: int


@dataclass(frozen=True, slots=True)
class CourseLectures:
    """The lectures of a course, or those whose course nobody named."""

    course: str | None
    lectures: tuple[LectureLine, ...]
    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class LecturesPage:
    """All lectures by course."""

    courses: tuple[CourseLectures, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LectureTarget:
    """A lecture to go on to."""

    name: Message | None
    title: str | None
    page: str


@dataclass(frozen=True, slots=True)
class LecturePage:
    """One lecture: the questions that name their minute in its order, the others, and its exercises."""

    course: str | None
    number: int
    name: Message | None
    title: str | None
    video: str | None
    states: tuple[StateCount, ...]
    questions: int
    axis: Axis | None
    timed: tuple[QuestionLine, ...]
    moments: tuple[str | None, ...]
    untimed: tuple[QuestionLine, ...]
    exercises: tuple[QuestionLine, ...]
    links: tuple[WebLink, ...]
    meetings: tuple[MeetingLine, ...]
    previous: LectureTarget | None
    following: LectureTarget | None


def lectures_page(site: Site) -> LecturesPage:
    """The list of all lectures."""
    groups = groupby(site.collection.lectures, key=lambda lecture: lecture.course)
    courses = tuple(_course(site, course, list(lectures)) for course, lectures in groups)
    return LecturesPage(courses, len(site.collection.lectures))


def lecture_page(site: Site, lecture: Lecture) -> LecturePage:
    """The page of one lecture."""
    questions = _questions(site, lecture)
    exercises = [question for question in questions if question.kind == "exercise"]
    timed, untimed = _by_time(site, [question for question in questions if question.kind == "asked"])
    previous, following = _neighbours(site, lecture)
    return LecturePage(
        course=lecture.course,
        number=lecture.number,
        name=lecture_name(lecture.course, lecture.number),
        title=lecture.title,
        video=video_at(lecture.video, None),
        states=state_counts(questions),
        questions=len(questions),
        axis=axis(timed),
        timed=tuple(one.line for one in timed),
        moments=tuple(_moment(site, lecture, one) for one in timed),
        untimed=untimed,
        exercises=tuple(question_line(site, question) for question in exercises),
        links=site.links_of.get((lecture.course, lecture.number), ()),
        meetings=_meetings(site, lecture),
        previous=previous,
        following=following,
    )


def _course(site: Site, course: str | None, lectures: Sequence[Lecture]) -> CourseLectures:
    questions = [question for lecture in lectures for question in _questions(site, lecture)]
    lines = tuple(_line(site, lecture) for lecture in lectures)
    return CourseLectures(course, lines, state_counts(questions))


def _line(site: Site, lecture: Lecture) -> LectureLine:
    questions = _questions(site, lecture)
    return LectureLine(
        name=lecture_name(lecture.course, lecture.number),
        number=lecture.number,
        title=lecture.title,
        page=site.addresses.lectures[(lecture.course, lecture.number)],
        questions=len(questions),
        states=state_counts(questions),
        meetings=len(_meeting_paths(site, lecture)),
    )


def _questions(site: Site, lecture: Lecture) -> list[Question]:
    return [site.questions[id_] for id_ in lecture.questions if id_ in site.questions]


def _by_time(
    site: Site, questions: Sequence[Question]
) -> tuple[tuple[TimedLine, ...], tuple[QuestionLine, ...]]:
    timed, untimed = [], []
    for question in questions:
        locator = question.locator
        if locator is not None and locator.at is not None:
            timed.append(TimedLine(question_line(site, question), second(locator.at), locator.about))
        else:
            untimed.append(question_line(site, question))
    return tuple(sorted(timed, key=lambda one: one.second)), tuple(untimed)


def _moment(site: Site, lecture: Lecture, timed: TimedLine) -> str | None:
    locator = site.questions[timed.line.id].locator
    return video_at(lecture.video, locator.at if locator else None)


def _meeting_paths(site: Site, lecture: Lecture) -> tuple[str, ...]:
    asked = (place.path for question in _questions(site, lecture) for place in question.places)
    paths = dict.fromkeys([*(place.path for place in lecture.places), *asked])
    return tuple(path for path in paths if path in site.notes and site.notes[path].kind == "meeting")


def _meetings(site: Site, lecture: Lecture) -> tuple[MeetingLine, ...]:
    paths = sorted(_meeting_paths(site, lecture), key=lambda path: site.positions[path])
    return tuple(meeting_line(site, site.notes[path]) for path in paths)


def _neighbours(site: Site, lecture: Lecture) -> tuple[LectureTarget | None, LectureTarget | None]:
    course = [other for other in site.collection.lectures if other.course == lecture.course]
    here = course.index(lecture)
    before = course[here - 1] if here else None
    after = course[here + 1] if here + 1 < len(course) else None
    return _target(site, before), _target(site, after)


def _target(site: Site, lecture: Lecture | None) -> LectureTarget | None:
    if lecture is None:
        return None
    page = site.addresses.lectures[(lecture.course, lecture.number)]
    return LectureTarget(lecture_name(lecture.course, lecture.number), lecture.title, page)
