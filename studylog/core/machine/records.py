"""Everything that the notes say as JSON, in the words of `--json`: few things in one file, many in parts.

All of a noun are the items of its file and of the parts that it names. Parts are cut as lists are, so that a
change writes little: by months, courses, lectures and years. How old a question is, and how a paper stands on
a day, no file can say: it is null.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Literal

from studylog.core.digest.pagenames import course_names
from studylog.core.digest.site import Site
from studylog.core.library import LectureEntry, Stretch
from studylog.core.records import Item, as_json, enveloped, lecture_item, note_item, paper_item, question_item
from studylog.core.values import dataclass

DATA = "data/"
"""The folder of the data."""

Noun = Literal["notes", "questions", "papers", "lectures"]
NOUNS: tuple[Noun, ...] = ("notes", "questions", "papers", "lectures")
"""What there is data of."""

_FEW, _LONG = 300, 3_000
_MONTH, _YEAR = "%Y-%m", "%Y"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the data of a noun: its name, the month, course or year that it is of, and its items.

    `number` is that of a lecture, where the part is about it alone.
    """

    name: str
    key: str
    items: Callable[[], Iterable[Item]]
    number: int | None = None


def data_name(noun: Noun) -> str:
    """The name of the file of a noun."""
    return f"{DATA}{noun}.json"


def parts(site: Site, noun: Noun) -> tuple[Part, ...]:
    """The parts of the data of a noun: none where everything stands in its file."""
    many = _COUNTS[noun](site) > _FEW or (noun == "lectures" and _are_long(site))
    return tuple(_PARTS[noun](site)) if many else ()


def whole(site: Site, noun: Noun, named: Sequence[Part]) -> bytes:
    """The file of a noun: all items, or the parts that have them."""
    items = () if named else [item for part in _PARTS[noun](site) for item in part.items()]
    told = enveloped(noun, site.settings.name or site.title, list(items))
    return as_json({**told, "parts": [part.name for part in named]}) + b"\n"


def part_of(site: Site, noun: Noun, part: Part) -> bytes:
    """The file of a part."""
    return as_json(enveloped(noun, site.settings.name or site.title, list(part.items()))) + b"\n"


def _dated_parts(
    noun: Noun, stretches: Iterable[Stretch], form: str, items: Callable[[Stretch], Iterable[Item]]
) -> Iterator[Part]:
    for stretch in stretches:
        key = format(stretch.first, form) if stretch.first else ""
        yield Part(f"{DATA}{noun}/{key or 'undated'}.json", key, partial(items, stretch))


def _notes(site: Site) -> Iterator[Part]:
    canonical = site.settings.roster.canonical
    notes = site.library.notes

    def items(month: Stretch) -> Iterator[Item]:
        return (note_item(line, summary, canonical) for line, summary in notes.listed(month.first))

    return _dated_parts("notes", notes.months(), _MONTH, items)


def _questions(site: Site) -> Iterator[Part]:
    questions = site.library.questions

    def items(month: Stretch) -> Iterator[Item]:
        return (question_item(question, None) for question in questions.first_asked(month.first))

    return _dated_parts("questions", questions.months(), _MONTH, items)


def _papers(site: Site) -> Iterator[Part]:
    papers = site.library.papers

    def items(year: Stretch) -> Iterator[Item]:
        return map(paper_item, papers.of_year(year.first, 0, year.count))

    return _dated_parts("papers", papers.years(), _YEAR, items)


def _lectures(site: Site) -> Iterator[Part]:
    lectures = site.library.lectures
    if _are_long(site):
        for course, number, page in lectures.numbered():
            items_of_one = partial(_lecture_of, site, course, number)
            yield Part(_beside(page), course or "", items_of_one, number)
        return
    names = course_names("data", [course for course, _ in lectures.courses()])

    def items(course: str | None) -> Iterator[Item]:
        return (_lecture(site, entry) for entry in lectures.of_course(course))

    for course, name in names.items():
        yield Part(_beside(name), course or "", partial(items, course))


def _beside(page: str) -> str:
    """The name of the data of a lecture, as its page is called."""
    stem = page.rpartition("/")[2].removesuffix(".html")
    return f"{DATA}lectures/{stem}.json"


def _are_long(site: Site) -> bool:
    """Whether the places where lectures are asked about are too many for one file."""
    return site.library.counts().questions > _LONG


def _lecture_of(site: Site, course: str | None, number: int) -> Iterator[Item]:
    entry = site.library.lectures.one(course, number)
    if entry:
        yield _lecture(site, entry)


def _lecture(site: Site, entry: LectureEntry) -> Item:
    return lecture_item(entry.lecture, site.library.notes.days())


_PARTS: dict[Noun, Callable[[Site], Iterator[Part]]] = {
    "notes": _notes,
    "questions": _questions,
    "papers": _papers,
    "lectures": _lectures,
}
_COUNTS: dict[Noun, Callable[[Site], int]] = {
    "notes": lambda site: sum(month.count for month in site.library.notes.months()),
    "questions": lambda site: site.library.counts().questions,
    "papers": lambda site: site.library.counts().papers,
    "lectures": lambda site: site.library.counts().lectures,
}
