"""The pages of lists that are too long for one: months, courses, years and letters, each perhaps in parts."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from studylog.core.digest import resources, weeks
from studylog.core.digest.frame import Noun
from studylog.core.digest.lectures import lists as lecturelists
from studylog.core.digest.listed import Listed
from studylog.core.digest.meetings import lists as meetinglists
from studylog.core.digest.months import words_of
from studylog.core.digest.notes import lists as notelists
from studylog.core.digest.pagenames import (
    letter_name,
    month_name,
    part_name,
    week_name,
    weeks_name,
    year_name,
)
from studylog.core.digest.paging import parts_of
from studylog.core.digest.papers import boards
from studylog.core.digest.questions import lists as questionlists
from studylog.core.digest.site import Site
from studylog.core.digest.week import week_page
from studylog.core.i18n import Message, say
from studylog.core.library import Stretch
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class ListPart:
    """A page of a list: how many parts it has, and what each part shows.

    `shows` are the keys of what it has something of: months, weeks, courses, years or letters. Its `template`
    is that of the list where it is not told. `listed` tells the questions on each part, where a change of
    some is no reason to make all parts. `until` sorts behind the last day of what it shows, and before the
    next one; empty where it has no days.
    """

    name: str
    parts: int
    title: str | Message
    shows: frozenset[str]
    view: Callable[[int], object]
    template: str | None = None
    listed: Callable[[], Iterator[Listed]] | None = None
    until: str = ""

    def names(self) -> Iterator[str]:
        """The names of its parts."""
        return (part_name(self.name, part) for part in range(1, self.parts + 1))


def behind(day: str) -> str:
    """What sorts behind a day, or behind all days of a month, and before the next one."""
    return f"{day}~"


def stretches(site: Site, noun: Noun) -> Iterator[ListPart]:
    """The pages of a list besides its first one; none where everything stands there."""
    found = _STRETCHES.get(noun)
    return found(site) if found else iter(())


def _month_keys(months: Sequence[Stretch]) -> Iterator[frozenset[str]]:
    """For each month the keys of itself and of those beside it, to which its page leads."""
    keys = [f"{month.first:%Y-%m}" if month.first else "" for month in months]
    return (frozenset(keys[max(0, at - 1) : at + 2]) for at in range(len(keys)))


def _until(month: Stretch) -> str:
    return behind(f"{month.first:%Y-%m}") if month.first else ""


def _meetings(site: Site) -> Iterator[ListPart]:
    months = meetinglists.month_stretches(site)
    return _monthly(
        meetinglists.FOLDER, meetinglists.PART, months, partial(meetinglists.month_page, site, months)
    )


def _resources(site: Site) -> Iterator[ListPart]:
    months = resources.month_stretches(site)
    return _monthly(resources.FOLDER, resources.PART, months, partial(resources.month_page, site, months))


def _monthly(
    folder: str, most: int, months: Sequence[Stretch], page: Callable[[Stretch, int], object]
) -> Iterator[ListPart]:
    """A page for each month, in parts of so many things at most."""
    for month, keys in zip(months, _month_keys(months), strict=True):
        name, parts = month_name(folder, month.first), parts_of(month.count, most)
        yield ListPart(name, parts, words_of(month.first), keys, partial(page, month), until=_until(month))


def _questions(site: Site) -> Iterator[ListPart]:
    for course, name in questionlists.course_pages(site).items():
        parts = questionlists.count_parts(site, course)
        title = course or say("Course not named")
        view = partial(questionlists.course_page, site, course, name)
        told = partial(questionlists.listed_parts, site, course, name)
        yield ListPart(name, parts, title, frozenset((course or "",)), view, listed=told)


def _lectures(site: Site) -> Iterator[ListPart]:
    for course, name in lecturelists.course_pages(site).items():
        view = partial(_whole, partial(lecturelists.course_page, site, course))
        yield ListPart(name, 1, course or say("Course not named"), frozenset((course or "",)), view)


def _papers(site: Site) -> Iterator[ListPart]:
    years = boards.year_stretches(site)
    for year in years:
        view = partial(boards.year_page, site, year)
        parts = parts_of(year.count, boards.PART)
        keys = frozenset((f"{year.first:%Y}" if year.first else "",))
        yield ListPart(year_name(year.first), parts, boards.words_of(year.first), keys, view)


def _weeks(site: Site) -> Iterator[ListPart]:
    everything = weeks.all_weeks(site)
    for week in everything:
        view = partial(_whole, partial(week_page, site, everything, week))
        yield ListPart(
            week_name(week.key),
            1,
            week.name,
            frozenset((week.key,)),
            view,
            "week.html.j2",
            until=behind(week.last.isoformat()),
        )
    for year, some in weeks.years_of_weeks(everything).items():
        view = partial(_whole, partial(weeks.year_page, site, year, some))
        yield ListPart(weeks_name(year), 1, str(year), frozenset((str(year),)), view)


def _notes(site: Site) -> Iterator[ListPart]:
    for letter, count in notelists.letter_pages(site).items():
        view = partial(notelists.letter_page, site, letter, count)
        parts = parts_of(count, notelists.PART)
        yield ListPart(letter_name(letter), parts, letter, frozenset((letter,)), view)


def _whole(view: Callable[[], object], part: int) -> object:
    return view()


_STRETCHES: dict[Noun, Callable[[Site], Iterator[ListPart]]] = {
    "meetings": _meetings,
    "questions": _questions,
    "lectures": _lectures,
    "papers": _papers,
    "weeks": _weeks,
    "notes": _notes,
    "resources": _resources,
}
