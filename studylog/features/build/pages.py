"""What each page of a site shows: the first page of a noun, a part of a list, a thing, and what is alone."""

from collections.abc import Callable
from functools import partial

from studylog.core.digest import people, resources, weeks
from studylog.core.digest.frame import NOUNS, Noun
from studylog.core.digest.health import health_page
from studylog.core.digest.home import home_page
from studylog.core.digest.lectures import lists as lecturelists
from studylog.core.digest.lectures import page as lecturepages
from studylog.core.digest.meetings import lists as meetinglists
from studylog.core.digest.notes import lists as notelists
from studylog.core.digest.notes.page import note_page
from studylog.core.digest.pagenames import SEARCH, paper_id, part_name, person_names, question_id
from studylog.core.digest.papers import boards
from studylog.core.digest.papers.page import paper_page
from studylog.core.digest.questions import lists as questionlists
from studylog.core.digest.questions.page import question_page
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.machine.feed import FEED, feed
from studylog.core.machine.texts import MISSING
from studylog.core.text import brief
from studylog.core.values import dataclass
from studylog.core.words import lecture_name
from studylog.features.build.machine import MachineFile
from studylog.features.build.stretches import ListPart

_LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: its name in the site, its template, and what it shows once it is asked.

    Without a template what it shows are its bytes.
    """

    path: str
    template: str | None
    noun: Noun
    title: str | Message
    view: Callable[[], object]


_FIRST: dict[Noun, Callable[[Site], object]] = {
    "home": lambda site: home_page(site, site.today),
    "meetings": meetinglists.meetings_page,
    "questions": questionlists.questions_page,
    "lectures": lecturelists.lectures_page,
    "papers": boards.papers_page,
    "people": people.people_page,
    "weeks": weeks.weeks_page,
    "notes": notelists.notes_page,
    "resources": resources.resources_page,
    "health": health_page,
}


def first_page(site: Site, noun: Noun) -> Page:
    """The page that a noun leads to."""
    title, name = NOUNS[noun]
    home = noun == "home"
    template = "index.html.j2" if home else f"{noun}.html.j2"
    return Page(name, template, noun, site.title if home else title, partial(_FIRST[noun], site))


def list_page(stretch: ListPart, noun: Noun, part: int) -> Page:
    """A part of a list that is too long for one page."""
    name = part_name(stretch.name, part)
    return Page(name, stretch.template or f"{noun}.html.j2", noun, stretch.title, partial(stretch.view, part))


def search_page() -> Page:
    """The page of results, which its script fills."""
    return Page(SEARCH, "search.html.j2", "search", say("Search"), _nothing)


def machine_page(file: MachineFile) -> Page:
    """A file for programs, which has no template."""
    return Page(file.name, None, "home", "", file.content)


def _nothing() -> None:
    """What a page shows that needs nothing of the notes."""


def _note(site: Site, name: str, part: int) -> Page | None:
    entry = site.library.notes.one(name) if part == 1 else None
    if entry is None:
        return None
    noun: Noun = "meetings" if entry.note.kind == "meeting" else "notes"
    return Page(name, "note.html.j2", noun, entry.note.title, partial(note_page, site, entry))


def _question(site: Site, name: str, part: int) -> Page | None:
    entry = site.library.questions.one(question_id(name)) if part == 1 else None
    if entry is None:
        return None
    title = brief(entry.question.text, _LONGEST_TITLE)
    return Page(name, "question.html.j2", "questions", title, partial(question_page, site, entry))


def _lecture(site: Site, name: str, part: int) -> Page | None:
    entry = site.library.lectures.at(name)
    if entry is None or part > lecturepages.count_parts(site, entry.lecture):
        return None
    title = lecture_name(entry.lecture.course, entry.lecture.number) or ""
    view = partial(lecturepages.lecture_page, site, entry, part)
    return Page(part_name(name, part), "lecture.html.j2", "lectures", title, view)


def _paper(site: Site, name: str, part: int) -> Page | None:
    paper = site.library.papers.one(paper_id(name)) if part == 1 else None
    if paper is None:
        return None
    return Page(name, "paper.html.j2", "papers", paper.title, partial(paper_page, site, paper))


def _person(site: Site, name: str, part: int) -> Page | None:
    person = person_names(site.settings.roster).get(name)
    if person is None or part > people.count_parts(site, person):
        return None
    view = partial(people.person_page, site, person, name, part)
    return Page(part_name(name, part), "person.html.j2", "people", person.name, view)


THINGS: dict[Noun, Callable[[Site, str, int], Page | None]] = {
    "meetings": _note,
    "notes": _note,
    "questions": _question,
    "lectures": _lecture,
    "papers": _paper,
    "people": _person,
}
"""The pages of single things, by the folder that they lie in; None where there is none of that name."""

ALONE: dict[str, Callable[[Site], Page]] = {
    FEED: lambda site: Page(FEED, "feed.xml.j2", "home", site.title, partial(feed, site)),
    MISSING: lambda site: Page(MISSING, "404.html.j2", "missing", say("There is no such page"), _nothing),
}
"""Pages that belong to no list, by name."""
