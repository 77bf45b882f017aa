"""The page of a lecture, with its questions along the time of the video."""

from collections.abc import Iterator, Sequence

from studylog.core.dates.labels import in_several_years
from studylog.core.digest.lectures.axis import Axis, TimedLine, axis
from studylog.core.digest.lectures.video import video_at
from studylog.core.digest.listed import Listed, listed
from studylog.core.digest.meetings.lines import MeetingLine, meeting_line
from studylog.core.digest.paging import Pager, pager, parts_of
from studylog.core.digest.questions.counts import StateCount, state_counts
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.site import Site
from studylog.core.i18n import Message
from studylog.core.library import LectureEntry, QuestionEntry, WebLink
from studylog.core.model import Lecture
from studylog.core.values import dataclass
from studylog.core.words import lecture_name, second

PART, _MEETINGS, _LINKS = 200, 60, 60


@dataclass(frozen=True, slots=True)
class LectureTarget:
    """A lecture to go on to."""

    name: Message | None
    title: str | None
    page: str


@dataclass(frozen=True, slots=True)
class LecturePage:
    """One lecture: the questions that name their minute in its order, the others, and its exercises.

    `meetings` are the newest of `meetings_total`.
    """

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
    meetings_total: int
    previous: LectureTarget | None
    following: LectureTarget | None
    pager: Pager

    @property
    def years(self) -> bool:
        """Whether the days of its questions are of several years."""
        return in_several_years(line.day for line in (*self.timed, *self.untimed, *self.exercises))


def count_parts(site: Site, lecture: Lecture) -> int:
    """On how many pages the questions of a lecture stand."""
    states = site.library.questions.states_of(lecture.course, lecture.number)
    return parts_of(sum(states.values()), PART)


def listed_parts(site: Site, entry: LectureEntry) -> Iterator[Listed]:
    """What stands on each page of the questions of a lecture but the first."""
    lecture = entry.lecture
    ids = site.library.questions.ids_of(lecture.course, lecture.number)
    parts = [ids[start : start + PART] for start in range(0, len(ids), PART)]
    return listed(entry.page, parts, lecture.course, lecture.number, lecture.title, lecture.video)


def lecture_page(site: Site, entry: LectureEntry, part: int = 1) -> LecturePage:
    """A part of the page of a lecture; only the first tells of the lecture as a whole."""
    lecture = entry.lecture
    key = (lecture.course, lecture.number)
    states = site.library.questions.states_of(*key)
    entries = site.library.questions.of_lecture(*key, (part - 1) * PART, PART)
    timed, untimed = _by_time(site, [one for one in entries if one.question.kind == "asked"])
    first = part == 1
    meetings = site.library.lectures.meetings(*key, _MEETINGS) if first else ()
    previous, following = site.library.lectures.beside(*key) if first else (None, None)
    return LecturePage(
        course=lecture.course,
        number=lecture.number,
        name=lecture_name(*key),
        title=lecture.title,
        video=video_at(lecture.video, None),
        states=state_counts(states) if first else (),
        questions=sum(states.values()) if first else len(entries),
        axis=axis([one for one, _ in timed]),
        timed=tuple(one.line for one, _ in timed),
        moments=tuple(video_at(lecture.video, at) for _, at in timed),
        untimed=untimed,
        exercises=tuple(question_line(site, one) for one in entries if one.question.kind == "exercise"),
        links=site.library.lectures.links(*key, _LINKS) if first else (),
        meetings=tuple(meeting_line(site, one) for one in meetings),
        meetings_total=site.library.lectures.count_meetings(*key) if first else 0,
        previous=_target(previous),
        following=_target(following),
        pager=pager(entry.page, part, parts_of(sum(states.values()), PART)),
    )


def _by_time(
    site: Site, entries: Sequence[QuestionEntry]
) -> tuple[list[tuple[TimedLine, str]], tuple[QuestionLine, ...]]:
    """The questions that name their minute, with it, in order of time; and the others."""
    timed, untimed = [], []
    for entry in entries:
        locator = entry.question.locator
        if locator is not None and locator.at is not None:
            line = TimedLine(question_line(site, entry), second(locator.at), locator.about)
            timed.append((line, locator.at))
        else:
            untimed.append(question_line(site, entry))
    return sorted(timed, key=lambda one: one[0].second), tuple(untimed)


def _target(entry: LectureEntry | None) -> LectureTarget | None:
    if entry is None:
        return None
    lecture = entry.lecture
    return LectureTarget(lecture_name(lecture.course, lecture.number), lecture.title, entry.page)
