"""The lists of questions: all of them on one page, or what is to settle and a list for each course."""

from collections.abc import Iterable, Iterator, Sequence

from studylog.core.dates.labels import in_several_years
from studylog.core.digest.listed import Listed, listed
from studylog.core.digest.pagenames import course_names
from studylog.core.digest.paging import Pager, pager
from studylog.core.digest.questions.counts import StateCount, state_counts, together, unsettled
from studylog.core.digest.questions.groups import QuestionGroup, group, newest_groups
from studylog.core.digest.questions.lines import MENTOR
from studylog.core.digest.site import Site
from studylog.core.library import LectureStanding, States
from studylog.core.values import dataclass

_FEW, _TO_SETTLE, PART = 300, 200, 300


@dataclass(frozen=True, slots=True)
class CourseWay:
    """The way to the questions of a course, and how they stand."""

    course: str | None
    page: str
    count: int
    states: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """Questions by lecture, and what those on this page can be filtered by.

    On the page of a course, `single` is true and `course` its name. `states` tell how all of them stand that
    the list is about, `shown` those that are on the page; where it has only what is to settle, `ways` lead
    to the courses, and `more` are to settle but not here.
    """

    single: bool
    course: str | None
    groups: tuple[QuestionGroup, ...]
    states: tuple[StateCount, ...]
    shown: tuple[StateCount, ...]
    courses: tuple[str, ...]
    people: tuple[str, ...]
    total: int
    here: int
    unsettled: int
    more: int
    ways: tuple[CourseWay, ...]
    pager: Pager

    @property
    def years(self) -> bool:
        """Whether its days are of several years."""
        return in_several_years(line.day for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class _Slice:
    """Some questions of a lecture: a lecture is cut only where a page cannot hold it."""

    course: str | None
    number: int | None
    start: int
    count: int


def course_pages(site: Site) -> dict[str | None, str]:
    """The pages of courses: none where all questions stand on one page."""
    if sum(site.library.questions.states().values()) <= _FEW:
        return {}
    return course_names("questions", (one.course for one in site.library.questions.courses()))


def questions_page(site: Site) -> QuestionsPage:
    """The list of all questions; of many, what is to settle and the way to each course."""
    states = site.library.questions.states()
    if pages := course_pages(site):
        groups = newest_groups(site, _TO_SETTLE)
        ways = tuple(
            CourseWay(one.course, pages[one.course], sum(one.states.values()), state_counts(one.states))
            for one in site.library.questions.courses()
        )
        return _page(groups, states, ways=ways)
    slices = [
        _Slice(course.course, lecture.number, 0, sum(lecture.states.values()))
        for course in site.library.questions.courses()
        for lecture in site.library.questions.lectures(course.course)
    ]
    return _page(tuple(_groups(site, slices)), states)


def count_parts(site: Site, course: str | None) -> int:
    """On how many pages the questions of a course stand."""
    return len(_parts(course, site.library.questions.lectures(course)))


def listed_parts(site: Site, course: str | None, page: str) -> Iterator[Listed]:
    """What stands on each page of the questions of a course but the first."""
    lectures = site.library.questions.lectures(course)
    ids = {one.number: site.library.questions.ids_of(course, one.number) for one in lectures}
    parts = [
        [id_ for one in part for id_ in ids[one.number][one.start : one.start + one.count]]
        for part in _parts(course, lectures)
    ]
    return listed(page, parts, course)


def course_page(site: Site, course: str | None, page: str, part: int) -> QuestionsPage:
    """A part of the questions of a course; only the first tells how all of them stand."""
    lectures = site.library.questions.lectures(course)
    parts = _parts(course, lectures)
    states = together(one.states for one in lectures) if part == 1 else {}
    groups = tuple(_groups(site, parts[part - 1]))
    return _page(groups, states, single=True, course=course, place=pager(page, part, len(parts)))


def _parts(course: str | None, lectures: Sequence[LectureStanding]) -> list[list[_Slice]]:
    """The questions of a course in parts: whole lectures, as long as they are no longer than a part."""
    parts: list[list[_Slice]] = [[]]
    room = PART
    for lecture in lectures:
        count = sum(lecture.states.values())
        for start in range(0, count, PART):
            slice_ = _Slice(course, lecture.number, start, min(PART, count - start))
            if slice_.count > room and parts[-1]:
                parts.append([])
                room = PART
            parts[-1].append(slice_)
            room -= slice_.count
    return parts


def _groups(site: Site, slices: Iterable[_Slice]) -> Iterator[QuestionGroup]:
    for one in slices:
        entries = site.library.questions.of_lecture(one.course, one.number, one.start, one.count)
        yield group(site, one.course, one.number, entries)


def _page(
    groups: tuple[QuestionGroup, ...],
    states: States,
    *,
    single: bool = False,
    course: str | None = None,
    ways: tuple[CourseWay, ...] = (),
    place: Pager | None = None,
) -> QuestionsPage:
    lines = [line for one in groups for line in one.lines]
    shown = together({line.state: 1} for line in lines)
    return QuestionsPage(
        single=single,
        course=course,
        groups=groups,
        states=state_counts(states),
        shown=state_counts(shown),
        courses=tuple(dict.fromkeys(line.course for line in lines if line.course)),
        people=tuple(sorted({name for line in lines for name in line.people} - {MENTOR})),
        total=sum(states.values()),
        here=len(lines),
        unsettled=unsettled(shown),
        more=unsettled(states) - unsettled(shown) if ways else 0,
        ways=ways,
        pager=place or Pager((), 1),
    )
