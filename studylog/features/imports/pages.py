"""Which page of the world a note is: told by its header, wherever the note lies and whatever it is called."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from urllib.parse import unquote

from studylog.core.errors import StudylogError
from studylog.core.facts import Facts, note_facts
from studylog.core.filenames import portable
from studylog.core.text import fold
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.notebook import Notebook, note_files

SOURCE = "source"
_ID = re.compile(r"[0-9a-f]{32}$")


@dataclass(frozen=True, slots=True)
class Page:
    """What tells a page: where it came from, its title, when it was made, and its day; `path` is its note."""

    path: str
    source: str
    title: str
    created: datetime | None
    day: date | None

    @property
    def id(self) -> str | None:
        """The id by which Notion knows it; whatever else it is called, this is the page."""
        found = _ID.search(self.source.partition("?")[0].replace("-", "").lower())
        return found[0] if found else None

    @property
    def name(self) -> str:
        """The last part of where it came from, as a file of that name is called here."""
        name = unquote(self.source).rstrip("/").rpartition("/")[2]
        return portable(name) if name and self.id is None else ""


def page_of(facts: Facts) -> Page:
    """The page that a note is."""
    source = dict(facts.header.extra).get(SOURCE, "")
    return Page(facts.path, source, facts.title, facts.header.created, facts.day)


def pages_of(notebook: Notebook) -> Iterator[Page]:
    """The pages that the notes of a notebook are; one that cannot be opened is none."""
    for note in note_files(notebook):
        try:
            content = files.read(note.file)
        except StudylogError:
            continue
        yield page_of(note_facts(note.path, content, notebook.settings))


class Pages:
    """Pages, found by what tells them."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._by_path: dict[str, Page] = {}
        self._by_id: dict[str, list[Page]] = {}
        self._by_name: dict[str, list[Page]] = {}
        self._by_moment: dict[tuple[datetime, str], list[Page]] = {}
        for page in pages:
            self._by_path[page.path] = page
            if page.id:
                self._by_id.setdefault(page.id, []).append(page)
            elif page.name:
                self._by_name.setdefault(page.name, []).append(page)
            if page.created:
                self._by_moment.setdefault((page.created, fold(page.title)), []).append(page)

    def of_source(self, page: Page) -> list[Page]:
        """The pages with the same source.

        The name of a file is no proof: of two pages that say when they were made, both must say the same;
        others must have one day, or one title.
        """
        if page.id:
            return self._by_id.get(page.id, [])
        return [other for other in self._by_name.get(page.name, ()) if _may_be(page, other)]

    def of_moment(self, page: Page) -> list[Page]:
        """The pages of the same title that were made at the same time: a print and an export of one page."""
        if page.created is None:
            return []
        found = self._by_moment.get((page.created, fold(page.title)), ())
        return [other for other in found if None in (page.id, other.id)]

    def is_named(self, path: str, page: Page) -> bool:
        """Whether the note of this path came from a file of the same name."""
        other = self._by_path.get(path)
        if other is None or other.id or page.id or other.name != page.name:
            return False
        return bool(page.name) or fold(page.title) == fold(other.title)


def _may_be(page: Page, other: Page) -> bool:
    if page.created and other.created:
        return page.created == other.created
    return page.day == other.day and (page.day is not None or fold(page.title) == fold(other.title))
