"""Which pages a site has: every page can be made alone, by its name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from heapq import merge
from operator import itemgetter

from studylog.core.digest import people
from studylog.core.digest.frame import NOUNS, Noun
from studylog.core.digest.lectures import page as lecturepages
from studylog.core.digest.listed import Listed
from studylog.core.digest.pagenames import (
    HOME,
    SEARCH,
    paper_name,
    part_name,
    person_names,
    question_name,
    whole_name,
)
from studylog.core.digest.site import Site
from studylog.core.library import Kind
from studylog.core.people.roster import Person
from studylog.core.values import dataclass, field
from studylog.features.build.machine import MachineFile, is_machine_file, machine_files
from studylog.features.build.pages import (
    ALONE,
    THINGS,
    Page,
    first_page,
    list_page,
    machine_page,
    search_page,
)
from studylog.features.build.stretches import ListPart, stretches

_NAMES: dict[Kind, Callable[[str], str]] = {"question": question_name, "paper": paper_name}


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a site; what lists there are is found out once."""

    site: Site
    _lists: dict[Noun, dict[str, ListPart]] = field(default_factory=dict)
    _files: dict[str, MachineFile] = field(default_factory=dict)

    def page(self, name: str) -> Page | None:
        """The page of a name, by what the library knows; None where the site has no such page."""
        if name == SEARCH and self.site.searched:
            return search_page()
        if name in ALONE:
            return ALONE[name](self.site)
        if is_machine_file(name):
            file = self.files().get(name)
            return machine_page(file) if file else None
        noun = _noun(name)
        if noun is None:
            return None
        if name == NOUNS[noun][1]:
            return first_page(self.site, noun)
        whole, part = whole_name(name)
        folder = whole.rpartition("/")[0]
        if folder == noun and noun in THINGS:
            return THINGS[noun](self.site, whole, part)
        found = self.lists(noun).get(whole)
        return list_page(found, noun, part) if found and part <= found.parts else None

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
        """The names of all pages in the order of days: what shows much of the same is made one after another.

        What has no day comes first, a month or a week after the days that it shows.
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
        """The questions that each part of a long list shows."""
        for page in self.site.library.lectures.pages():
            yield from self.listed_lecture(page)
        yield from self.listed_people(None)
        for one in self.lists("questions").values():
            yield from one.listed() if one.listed else ()

    def listed_lecture(self, page: str) -> Iterator[Listed]:
        """What the further pages of a lecture show, which is named by its first."""
        entry = self.site.library.lectures.at(page)
        return lecturepages.listed_parts(self.site, entry) if entry else iter(())

    def listed_people(self, names: Collection[str] | None) -> Iterator[Listed]:
        """What the further pages of some people show, or of all of them."""
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
        yield from (("", name) for name in ALONE)
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
    """The noun that a page may belong to: by its folder, or by its own name at the top of the site."""
    top = name.partition("/")[0].removesuffix(".html")
    return "home" if name == HOME else next((noun for noun in NOUNS if noun == top), None)
