"""The lists of lectures: all of them on one page, or a list for each course."""

from studylog.core.digest.pagenames import course_names
from studylog.core.digest.questions.counts import StateCount, state_counts, together
from studylog.core.digest.site import Site
from studylog.core.i18n import Message
from studylog.core.library import LectureEntry, States
from studylog.core.values import dataclass
from studylog.core.words import lecture_name

_FEW = 300


@dataclass(frozen=True, slots=True)
class LectureLine:
    """A lecture on the list of its course; `share` is how many questions it has, in percent of the most."""

    name: Message | None
    number: int
    title: str | None
    page: str
    questions: int
    states: tuple[StateCount, ...]
    share: float
    meetings: int


@dataclass(frozen=True, slots=True)
class CourseLectures:
    """The lectures of a course, or those whose course nobody named; `page` is that of a list of their own."""

    course: str | None
    page: str | None
    count: int
    lectures: tuple[LectureLine, ...]
    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class LecturesPage:
    """Lectures by course: all of them, the ways to them, or (`single`) those of one course."""

    single: bool
    courses: tuple[CourseLectures, ...]
    total: int


def course_pages(site: Site) -> dict[str | None, str]:
    """The pages of courses: none where all lectures stand on one page."""
    courses = site.library.lectures.courses()
    if sum(count for _, count in courses) <= _FEW:
        return {}
    return course_names("lectures", (course for course, _ in courses))


def lectures_page(site: Site) -> LecturesPage:
    """The list of all lectures; of many, the way to each course."""
    pages = course_pages(site)
    courses = site.library.lectures.courses()
    shown = [
        _way(site, course, pages[course], count) if pages else _course(site, course)
        for course, count in courses
    ]
    return LecturesPage(False, tuple(shown), sum(count for _, count in courses))


def course_page(site: Site, course: str | None) -> LecturesPage:
    """The lectures of a course."""
    lectures = _course(site, course)
    return LecturesPage(True, (lectures,), lectures.count)


def _way(site: Site, course: str | None, page: str, count: int) -> CourseLectures:
    states = together(
        [one.states for one in site.library.questions.lectures(course) if one.number is not None]
    )
    return CourseLectures(course, page, count, (), state_counts(states))


def _course(site: Site, course: str | None) -> CourseLectures:
    standings = {one.number: one.states for one in site.library.questions.lectures(course)}
    asked = [sum(states.values()) for number, states in standings.items() if number is not None]
    most = max(asked, default=0)
    lines = tuple(
        _line(site, entry, standings.get(entry.lecture.number, {}), most)
        for entry in site.library.lectures.of_course(course)
    )
    states = together([states for number, states in standings.items() if number is not None])
    return CourseLectures(course, None, len(lines), lines, state_counts(states))


def _line(site: Site, entry: LectureEntry, states: States, most: int) -> LectureLine:
    lecture = entry.lecture
    return LectureLine(
        name=lecture_name(None, lecture.number),
        number=lecture.number,
        title=lecture.title,
        page=entry.page,
        questions=sum(states.values()),
        states=state_counts(states),
        share=round(100 * sum(states.values()) / most, 1) if most else 0.0,
        meetings=site.library.lectures.count_meetings(lecture.course, lecture.number),
    )
