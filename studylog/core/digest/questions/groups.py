"""Questions by lecture, as they stand together on lists."""

from collections.abc import Sequence
from datetime import date

from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.site import Site
from studylog.core.i18n import Message
from studylog.core.library import QuestionEntry
from studylog.core.values import dataclass
from studylog.core.words import lecture_name


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions of one lecture, or of none."""

    name: Message | None
    title: str | None
    page: str | None
    lines: tuple[QuestionLine, ...]


def group(
    site: Site,
    course: str | None,
    number: int | None,
    entries: Sequence[QuestionEntry],
    today: date | None = None,
) -> QuestionGroup:
    """Questions under the name of their lecture."""
    lines = tuple(question_line(site, entry, today) for entry in entries)
    return QuestionGroup(*heading(site, course, number), lines)


def heading(
    site: Site, course: str | None, number: int | None
) -> tuple[Message | None, str | None, str | None]:
    """What stands above questions about a lecture: its name, its title, and its page."""
    lecture = site.library.lectures.one(course, number) if number is not None else None
    title, page = (lecture.lecture.title, lecture.page) if lecture else (None, None)
    return lecture_name(course, number), title, page


def newest_groups(site: Site, most: int, today: date | None = None) -> tuple[QuestionGroup, ...]:
    """What is to settle by lecture, those first about which something was asked last; at most so many."""
    shown = []
    for course, number in site.library.questions.unsettled_lectures():
        entries = site.library.questions.unsettled_of(course, number, most)
        shown.append(group(site, course, number, entries, today))
        most -= len(entries)
        if most <= 0:
            break
    return tuple(shown)
