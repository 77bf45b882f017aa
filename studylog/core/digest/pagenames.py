"""What the pages of a site are called: those of notes and lectures in order, others each by itself.

A stretch of a list lies one folder deeper than the list: no note, question or lecture is ever called like it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath

from studylog.core.model import Note
from studylog.core.people.roster import Person, Roster
from studylog.core.text import slug, untaken

HOME = "index.html"
HEALTH = "health.html"
SEARCH = "search.html"
RESOURCES = "resources.html"
MEETINGS = "meetings/index.html"
QUESTIONS = "questions/index.html"
LECTURES = "lectures/index.html"
PAPERS = "papers/index.html"
PEOPLE = "people/index.html"
NOTES = "notes/index.html"
WEEKS = "weeks/index.html"

LIST_FOLDERS = frozenset(
    (
        "meetings/months",
        "questions/courses",
        "lectures/courses",
        "papers/years",
        "notes/letters",
        "resources",
        "weeks",
        "weeks/years",
    )
)
"""Where the pages of stretches of lists lie."""

_UNDATED = "undated"
_CALLED_INDEX = "papers/index.0.html"


def question_name(id_: str) -> str:
    """The page of a question."""
    return f"questions/{id_}.html"


def question_id(page: str) -> str:
    """The question that a page would be of."""
    return page.removeprefix("questions/").removesuffix(".html")


def paper_name(id_: str) -> str:
    """The page of a paper; a paper called Index leaves the list its name."""
    return f"papers/{id_}.html" if id_ != "index" else _CALLED_INDEX


def paper_id(page: str) -> str:
    """The paper that a page would be of."""
    return "index" if page == _CALLED_INDEX else page.removeprefix("papers/").removesuffix(".html")


def month_name(folder: str, first: date | None) -> str:
    """The page of a month, of meetings or of resources; for None of what has no date."""
    return f"{folder}/{f'{first:%Y-%m}' if first else _UNDATED}.html"


def year_name(first: date | None) -> str:
    """The page of the papers of a year; for None of those without a day."""
    return f"papers/years/{f'{first:%Y}' if first else _UNDATED}.html"


def week_name(key: str) -> str:
    """The page of a week."""
    return f"weeks/{key}.html"


def weeks_name(year: int) -> str:
    """The page of the weeks of a year."""
    return f"weeks/years/{year}.html"


def letter_name(letter: str) -> str:
    """The page of the notes that are filed under a letter."""
    return f"notes/letters/{letter.lower() if letter != '#' else '0'}.html"


def course_names(folder: str, courses: Iterable[str | None]) -> dict[str | None, str]:
    """The pages of all courses, in their order; of two that would be called alike the second is counted."""
    names: dict[str | None, str] = {}
    for course in courses:
        stem = slug(course) if course else "other"
        names[course] = untaken(stem, names.values(), f"{folder}/courses/{{}}.html", ".")
    return names


def person_names(roster: Roster) -> dict[str, Person]:
    """The pages of the roster's people, in its order; of two that would be called alike one is counted."""
    names: dict[str, Person] = {}
    for person in roster.people:
        names[untaken(slug(person.name), {PEOPLE, *names}, "people/{}.html", ".")] = person
    return names


def lecture_pages(keys: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The pages of all lectures, by course (empty for none) and number, in their order."""
    wanted = (("lectures", slug(f"{course or 'lecture'} {number}")) for course, number in keys)
    return dict(zip(keys, pages_in_order(wanted), strict=True))


def pages_in_order(wanted: Iterable[tuple[str, str]]) -> list[str]:
    """The pages of notes or lectures, each by folder and the name that it wants: the first one has it."""
    pages, taken = [], {LECTURES, MEETINGS, NOTES}
    for folder, name in wanted:
        pages.append(untaken(name, taken, f"{folder}/{{}}.html"))
        taken.add(pages[-1])
    return pages


def wanted_name(note: Note) -> tuple[str, str]:
    """The folder and the name that the page of a note would have if no other note wanted them."""
    if note.kind == "meeting" and note.date is not None:
        return "meetings", f"{note.date.isoformat()}-{slug(note.type) if note.type else 'meeting'}"
    inside = note.path.removeprefix("notes/")
    folder = "meetings" if note.kind == "meeting" else "notes"
    return folder, slug(str(PurePosixPath(inside).with_suffix("")))


def part_name(page: str, number: int) -> str:
    """A part of a page that would be too long: the first keeps its name."""
    return page if number == 1 else f"{page.removesuffix('.html')}.p{number}.html"


def whole_name(part: str) -> tuple[str, int]:
    """The page that a part belongs to, and its number."""
    stem, _, number = part.removesuffix(".html").rpartition(".p")
    whole = f"{stem}.html"
    known = number.isdecimal() and number.isascii() and part == part_name(whole, int(number))
    return (whole, int(number)) if known else (part, 1)
