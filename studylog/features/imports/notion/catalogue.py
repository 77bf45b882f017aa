"""The pages of all exports together: each once, however often and in whatever forms it was exported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from studylog.core.notion.contents import Contents, read_contents
from studylog.core.notion.ids import folder_title, id_in_address, id_of, is_whole_table, title_of
from studylog.core.notion.paths import Paths, inside, name_of
from studylog.core.text import Decoded, decode
from studylog.features.imports.notion.sources import CONTENTS, HTML, PAGES, Export
from studylog.store import files

Kind = Literal["html", "markdown", "table"]

_KINDS: tuple[Kind, ...] = ("html", "markdown", "table")
_ARTICLE = re.compile(r"<article\b[^<>]*\bid=[\"']?[0-9a-f-]{32}")


@dataclass(frozen=True, slots=True)
class Spot:
    """A file of an export: which export it is, the path in it, and where the file is now."""

    export: int
    path: str
    file: Path


# The library's own: a page is no other one that says the same, and what belongs to it is found by it.
@dataclass(slots=True, eq=False)
class Page:
    """A page of Notion and the files that it was exported as; `others` are more of the same kind.

    `source` is the name of its draft, `place` where its note wants to be.
    """

    page_id: str | None
    files: dict[Kind, Spot] = field(default_factory=dict)
    others: list[Spot] = field(default_factory=list)
    source: str = ""
    place: str = ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The files that the page is read from and completed by, the best first."""
        return tuple(self.files[kind] for kind in _KINDS if kind in self.files)

    @property
    def spot(self) -> Spot:
        """The file that the page is read from."""
        return self.spots[0]


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A page of Notion that no export holds."""

    page_id: str


Meant = Page | Path | NotHeld | None
"""What a reference means: a page, a file, a page that is not here, or nothing at all."""


class Catalogue:
    """All pages in the order of their lists of contents, to be found by references."""

    def __init__(self, exports: Sequence[Export]) -> None:
        self.exports = exports
        self._paths = [Paths(export.files) for export in exports]
        self._by_path: dict[tuple[int, str], Page] = {}
        self._by_id: dict[str, Page] = {}
        # Lists of contents, and pages beside the ones that were asked for.
        self._silent: set[tuple[int, str]] = set()
        self._contents = [self._add_export(number, export) for number, export in enumerate(exports)]
        self.pages = self._ordered()
        self._name_pages()

    def meant(self, page: Page, reference: str) -> Meant:
        """What a reference in a page means; addresses outside of Notion mean nothing here."""
        page_id = id_in_address(reference)
        if page_id is not None:
            return self._by_id.get(page_id)
        name = inside(reference)
        if name is None:
            return None
        for spot in page.spots:
            path = self._paths[spot.export].find(spot.path, name)
            if path is not None and (spot.export, path) not in self._silent:
                return self.page_at(spot.export, path) or self.exports[spot.export].files[path]
        name = name_of(name)
        page_id = id_of(name) if name.lower().endswith((*PAGES, ".csv")) else None
        return (self._by_id.get(page_id) or NotHeld(page_id)) if page_id else None

    def page_at(self, export: int, path: str) -> Page | None:
        """The page that a file of an export is."""
        return self._by_path.get((export, path))

    def loose_files(self) -> Iterator[Spot]:
        """The files that are no pages."""
        for number, export in enumerate(self.exports):
            for path, file in export.files.items():
                if (number, path) not in self._by_path and (number, path) not in self._silent:
                    yield Spot(number, path, file)

    def _add_export(self, number: int, export: Export) -> Contents:
        """Takes in the pages of an export, and tells in which order they come."""
        order: dict[str, None] = {}
        parents: dict[str, str] = {}
        for path, file in export.files.items():
            spot = Spot(number, path, file)
            listed = read_contents(text_of(file)) if path.rpartition("/")[2] == CONTENTS else Contents()
            if listed.order:
                order |= dict.fromkeys(listed.order)
                parents |= listed.parents
                self._silent.add((number, path))
            elif (kind := _kind(spot)) is not None:
                self._add(spot, kind)
        return Contents(tuple(order), parents)

    def _add(self, spot: Spot, kind: Kind) -> None:
        wanted = self.exports[spot.export].wanted
        if wanted is not None and spot.path not in wanted:
            self._silent.add((spot.export, spot.path))
            return
        page_id = id_of(spot.path)
        page = self._by_id.setdefault(page_id, Page(page_id)) if page_id else Page(None)
        self._by_path[spot.export, spot.path] = page
        there = page.files.get(kind)
        if there is None or (is_whole_table(spot.path) and not is_whole_table(there.path)):
            page.files[kind] = spot
        elif kind != "table":
            page.others.append(spot)

    def _ordered(self) -> tuple[Page, ...]:
        orders = [{page_id: index for index, page_id in enumerate(each.order)} for each in self._contents]

        def position(page: Page) -> tuple[int, int, str]:
            order = orders[page.spot.export]
            return page.spot.export, order.get(page.page_id or "", len(order)), page.spot.path

        return tuple(sorted(dict.fromkeys(self._by_path.values()), key=position))

    def _name_pages(self) -> None:
        taken: set[str] = set()
        for page in self.pages:
            path = page.spot.path
            page.source = f"{self.exports[page.spot.export].name}/{path}" if path in taken else path
            taken.add(page.source)
            folders = [folder_title(name) for name in path.split("/")[:-1]] or self._above(page)
            page.place = "/".join((*folders, f"{title_of(path)}.md"))

    def _above(self, page: Page) -> list[str]:
        """The titles of the pages around a page, for exports without folders."""
        parents = self._contents[page.spot.export].parents
        around: dict[str, None] = {}
        above = parents.get(page.page_id or "")
        while above is not None and above not in around:
            around[above] = None
            above = parents.get(above)
        held = (self._by_id.get(page_id) for page_id in reversed(around))
        return [title_of(above.spot.path) for above in held if above]


def _kind(spot: Spot) -> Kind | None:
    """What kind of page a file is; None for a file that a page has."""
    name = spot.path.lower()
    if name.endswith(HTML):
        return "html" if _ARTICLE.search(text_of(spot.file)) else None
    if name.endswith(PAGES):
        return "markdown"
    return "table" if name.endswith(".csv") and id_of(spot.path) else None


def text_of(file: Path) -> str:
    """The text of a page."""
    return decoded_of(file).text


def decoded_of(file: Path) -> Decoded:
    """The text of a page, its lines ended by newlines, and the encoding that it was found in."""
    found = decode(files.read(file))
    return replace(found, text=found.text.replace("\r\n", "\n").replace("\r", "\n"))
