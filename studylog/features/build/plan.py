"""Which pages a site has, and what each shows: every page can be made alone, by its name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from heapq import merge
from operator import itemgetter

from studylog.core.digest import people, resources, weeks
from studylog.core.digest.frame import NOUNS, Noun
from studylog.core.digest.health import health_page
from studylog.core.digest.home import home_page
from studylog.core.digest.lectures import lists as lecturelists
from studylog.core.digest.lectures import page as lecturepages
from studylog.core.digest.listed import Listed
from studylog.core.digest.meetings import lists as meetinglists
from studylog.core.digest.notes import lists as notelists
from studylog.core.digest.notes.page import note_page
from studylog.core.digest.pagenames import (
    HEALTH,
    HOME,
    SEARCH,
    paper_id,
    paper_name,
    part_name,
    person_names,
    question_id,
    question_name,
    whole_name,
)
from studylog.core.digest.papers import boards
from studylog.core.digest.papers.page import paper_page
from studylog.core.digest.questions import lists as questionlists
from studylog.core.digest.questions.page import question_page
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.library import Kind
from studylog.core.machine.feed import FEED, feed
from studylog.core.machine.texts import MISSING
from studylog.core.people.roster import Person
from studylog.core.text import brief
from studylog.core.values import dataclass, field
from studylog.core.words import lecture_name
from studylog.features.build.machine import MachineFile, is_machine_file, machine_files
from studylog.features.build.stretches import ListPart, stretches

_LONGEST_TITLE = 70
_NAMES: dict[Kind, Callable[[str], str]] = {"question": question_name, "paper": paper_name}


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


_LISTS: dict[Noun, Callable[[Site], object]] = {
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


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a site; what lists there are is found out once."""

    site: Site
    _lists: dict[Noun, dict[str, ListPart]] = field(default_factory=dict)
    _files: dict[str, MachineFile] = field(default_factory=dict)

    def page(self, name: str) -> Page | None:
        """The page of a name, by what the library knows; None where the site has no such page."""
        if name == SEARCH and self.site.searched:
            return Page(SEARCH, "search.html.j2", "search", say("Search"), object)
        if name in _ALONE:
            return _ALONE[name](self.site)
        if is_machine_file(name):
            file = self.files().get(name)
            return Page(name, None, "home", "", file.content) if file else None
        noun = _noun(name)
        if noun is None:
            return None
        if name == NOUNS[noun][1]:
            return _list(self.site, noun)
        whole, part = whole_name(name)
        folder = whole.rpartition("/")[0]
        if folder == noun and noun in _THINGS:
            return _THINGS[noun](self.site, whole, part)
        found = self.lists(noun).get(whole)
        return _part(found, noun, part) if found and part <= found.parts else None

    def lists(self, noun: Noun) -> Mapping[str, ListPart]:
        """The pages of the list of a noun besides its first one, by name."""
        if noun not in self._lists:
            self._lists[noun] = {one.name: one for one in stretches(self.site, noun)}
        return self._lists[noun]

    def files(self) -> Mapping[str, MachineFile]:
        """The files for programs by name."""
        if not self._files:
            self._files.update((one.name, one) for one in machine_files(self.site))
        return self._files

    def names(self) -> Iterator[str]:
        """The names of all pages, those after each other that show much of the same: in the order of days.

        What goes by no day comes first, a month or a week behind what it shows.
        """
        listed = sorted(self._other_names(), key=itemgetter(0))
        together = self.site.library.together()
        things = ((day, name) for kind, key, day in together for name in self._names(kind, key))
        return (name for _, name in merge(listed, things, key=itemgetter(0)))

    def list_names(self, nouns: Collection[Noun] = NOUNS) -> Iterator[str]:
        """The names of pages that are lists, of some nouns only in parts: few, even in a large notebook."""
        return (name for _, name in self._list_names(nouns))

    def lecture_names(self, page: str) -> Iterator[str]:
        """The names of the pages of a lecture, by the first of them; none where there is no such lecture."""
        entry = self.site.library.lectures.at(page)
        parts = lecturepages.count_parts(self.site, entry.lecture) if entry else 0
        return (part_name(page, part) for part in range(1, parts + 1))

    def listed(self) -> Iterator[Listed]:
        """What stands on all parts of long lists that are told by their questions."""
        for page in self.site.library.lectures.pages():
            yield from self.listed_lecture(page)
        yield from self.listed_people(None)
        for one in self.lists("questions").values():
            yield from one.listed() if one.listed else ()

    def listed_lecture(self, page: str) -> Iterator[Listed]:
        """What stands on the pages of a lecture but the first, by which it is named."""
        entry = self.site.library.lectures.at(page)
        return lecturepages.listed_parts(self.site, entry) if entry else iter(())

    def listed_people(self, names: Collection[str] | None) -> Iterator[Listed]:
        """What stands on the pages but the first of some people, or of all of them."""
        for page, person in self._people(names):
            yield from people.listed_parts(self.site, person, page)

    def first_pages_of(self, names: Collection[str]) -> Iterator[str]:
        """The first pages of some people."""
        return (page for page, _ in self._people(names))

    def person_names(self, names: Collection[str] | None) -> Iterator[str]:
        """The names of the pages of some people by what they are called, or of all of them."""
        for page, person in self._people(names):
            parts = people.count_parts(self.site, person)
            yield from (part_name(page, part) for part in range(1, parts + 1))

    def _people(self, names: Collection[str] | None) -> Iterator[tuple[str, Person]]:
        for page, person in person_names(self.site.settings.roster).items():
            if names is None or person.name in names:
                yield page, person

    def _other_names(self) -> Iterator[tuple[str, str]]:
        """The names of pages that are of many things, each with the day until which it shows them."""
        yield from self._list_names(NOUNS)
        yield from (("", name) for name in _ALONE)
        yield from ((one.until, name) for name, one in self.files().items())
        yield from (("", name) for name in self.person_names(None))

    def _list_names(self, nouns: Collection[Noun]) -> Iterator[tuple[str, str]]:
        for noun, (_, page) in NOUNS.items():
            yield "", page
            for one in self.lists(noun).values() if noun in nouns else ():
                yield from ((one.until, name) for name in one.names())
        if self.site.searched:
            yield "", SEARCH

    def _names(self, kind: Kind, key: str) -> Iterable[str]:
        if kind == "lecture":
            return self.lecture_names(key)
        return (_NAMES[kind](key) if kind in _NAMES else key,)


def _noun(name: str) -> Noun | None:
    if name in (HOME, HEALTH):
        return "home" if name == HOME else "health"
    first = name.partition("/")[0].removesuffix(".html")
    return next((noun for noun in _LISTS if noun == first and noun != "health"), None)


def _list(site: Site, noun: Noun) -> Page:
    if noun == "home":
        return Page(HOME, "index.html.j2", noun, site.title, partial(home_page, site, site.today))
    title, page = NOUNS[noun]
    return Page(page, f"{noun}.html.j2", noun, title, partial(_LISTS[noun], site))


def _part(stretch: ListPart, noun: Noun, part: int) -> Page:
    name = part_name(stretch.name, part)
    return Page(name, stretch.template or f"{noun}.html.j2", noun, stretch.title, partial(stretch.view, part))


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


def _nothing() -> None:
    """What a page shows that needs nothing of the notes."""


_ALONE: dict[str, Callable[[Site], Page]] = {
    FEED: lambda site: Page(FEED, "feed.xml.j2", "home", site.title, partial(feed, site)),
    MISSING: lambda site: Page(MISSING, "404.html.j2", "missing", say("There is no such page"), _nothing),
}


def _person(site: Site, name: str, part: int) -> Page | None:
    person = person_names(site.settings.roster).get(name)
    if person is None or part > people.count_parts(site, person):
        return None
    view = partial(people.person_page, site, person, name, part)
    return Page(part_name(name, part), "person.html.j2", "people", person.name, view)


_THINGS: dict[Noun, Callable[[Site, str, int], Page | None]] = {
    "meetings": _note,
    "notes": _note,
    "questions": _question,
    "lectures": _lecture,
    "papers": _paper,
    "people": _person,
}
