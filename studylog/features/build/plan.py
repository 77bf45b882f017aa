"""Which pages a site has besides those of its notes, each with what it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from studylog.core.digest.frame import Noun
from studylog.core.digest.health import health_page
from studylog.core.digest.home import home_page
from studylog.core.digest.lectures import lecture_page, lectures_page
from studylog.core.digest.lines import brief
from studylog.core.digest.meetings import meetings_page
from studylog.core.digest.pages import notes_page
from studylog.core.digest.papers import paper_page, papers_page
from studylog.core.digest.questions import question_page, questions_page
from studylog.core.digest.resources import resources_pages
from studylog.core.digest.site import Site
from studylog.core.digest.words import lecture_name
from studylog.core.i18n import Message, say

_LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be made: its name in the site, its template, and what it shows once it is asked."""

    path: str
    template: str
    noun: Noun
    title: str | Message
    view: Callable[[], object]


_LISTS: tuple[tuple[Noun, Message, Callable[[Site], object]], ...] = (
    ("meetings", say("Meetings"), meetings_page),
    ("questions", say("Questions"), questions_page),
    ("lectures", say("Lectures"), lectures_page),
    ("papers", say("Papers"), papers_page),
    ("notes", say("Notes"), notes_page),
)


def list_pages(site: Site, today: date) -> Iterator[Page]:
    """The first page, and at least one for each noun; only the first depends on the day."""
    yield Page("index.html", "index.html.j2", "home", site.title, partial(home_page, site, today))
    for noun, title, view in _LISTS:
        yield Page(f"{noun}/index.html", f"{noun}.html.j2", noun, title, partial(view, site))
    for links in resources_pages(site):
        yield Page(links.page, "resources.html.j2", "resources", say("Resources"), partial(_same, links))
    yield Page("health.html", "health.html.j2", "health", say("To mend"), partial(health_page, site))


def search_pages() -> Iterator[Page]:
    """The page of what a search has found: its script fills it."""
    yield Page("search.html", "search.html.j2", "search", say("Search"), partial(_same, None))


def thing_pages(site: Site) -> Iterator[Page]:
    """A page for each question, lecture and paper."""
    collection, addresses = site.collection, site.addresses
    for question in collection.questions:
        page, title = addresses.questions[question.id], brief(question.text, _LONGEST_TITLE)
        yield Page(page, "question.html.j2", "questions", title, partial(question_page, site, question))
    for lecture in collection.lectures:
        name = lecture_name(lecture.course, lecture.number) or ""
        page = addresses.lectures[(lecture.course, lecture.number)]
        yield Page(page, "lecture.html.j2", "lectures", name, partial(lecture_page, site, lecture))
    for paper in collection.papers:
        page = addresses.papers[paper.id]
        yield Page(page, "paper.html.j2", "papers", paper.title, partial(paper_page, site, paper))


def _same(view: object) -> object:
    return view
