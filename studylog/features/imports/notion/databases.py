"""Databases of an export: what their tables say of each page, and the note that a database becomes."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from html import unescape
from urllib.parse import quote

from studylog.core.dates.reading import find_date
from studylog.core.notion.ids import UNTITLED, address, title_of, title_of_file
from studylog.core.notion.paths import folder_of
from studylog.core.notion.properties import Written, read_titled
from studylog.core.notion.rows import RowPage, pair
from studylog.core.notion.table import Table, cell, markdown_table, read_table
from studylog.core.text import fold, nfc
from studylog.features.imports.notion.catalogue import Catalogue, Page, text_of
from studylog.features.imports.notion.linking import Links, visible_value

_NAMED = re.compile(r"\[(?P<title>[^\[\]\n]+)\]\(\S*?(?P<id>[0-9a-f]{32})(?:_all)?\.csv\)")
_TITLE = re.compile(r"<title\b[^<>]*>(?P<title>[^<>]*)</title>", re.IGNORECASE)

Row = tuple[str, ...]


class Database:
    """A database with its pages; its files are read when they are needed."""

    def __init__(self, page: Page, pages: Sequence[Page]) -> None:
        self._file = page.files["table"].file
        self._pages = pages

    @cached_property
    def table(self) -> Table:
        """What its CSV file says."""
        return read_table(nfc(text_of(self._file)))

    @property
    def names(self) -> Row:
        """What the properties of its pages are called."""
        return self.table.columns[1:]

    @cached_property
    def rows(self) -> tuple[tuple[Page | None, Row], ...]:
        """The rows with their pages; a page that stands in no row gets one of its own."""
        known = [self._row_page(page) for page in self._pages]
        paired = pair(self.table, known)
        left = sorted({*range(len(known))} - {*paired})
        return (
            *(
                (None if index is None else self._pages[index], row)
                for index, row in zip(paired, self.table.rows, strict=True)
            ),
            *((self._pages[index], self._row_of(known[index])) for index in left),
        )

    def properties(self, page: Page) -> tuple[Written, ...]:
        """What the table says of one of its pages."""
        row = self._by_page.get(page, ())
        return tuple((name, value) for name, value in zip(self.names, row[1:], strict=False) if value.strip())

    def day(self, page: Page, title: str) -> str | None:
        """The day that a title like `@Today` stood for when the page was exported."""
        told = self._by_page.get(page, ("",))[0].strip()
        relative = title.startswith("@") and told.startswith("@") and find_date(title) is None
        return told if relative and find_date(told) is not None else None

    def markdown(self, links: Links) -> str:
        """The table of the note, in which the titles lead to the notes of the pages."""
        rows = (
            [_title_cell(page, row[0], links), *(links.in_cell(value) for value in row[1:])]
            for page, row in self.rows
        )
        return markdown_table([cell(name) for name in self.table.columns], rows) if self.table.columns else ""

    def visible(self) -> str:
        """The words of the table."""
        rows = [self.table.columns, *(row for _, row in self.rows)]
        return "\n".join(visible_value(value) for row in rows for value in row if value.strip())

    @cached_property
    def _by_page(self) -> dict[Page, Row]:
        return {page: row for page, row in self.rows if page is not None}

    def _row_page(self, page: Page) -> RowPage:
        spot = page.files.get("markdown")
        if spot is None:
            named = _TITLE.search(text_of(page.spot.file))
            return RowPage(unescape(named["title"]) if named else title_of(page.spot.path))
        read = read_titled(nfc(text_of(spot.file)), title_of(spot.path), self.names)
        return RowPage(str(read.header["title"]), read.properties)

    def _row_of(self, page: RowPage) -> Row:
        values = {fold(name): value for name, value in page.properties}
        return (page.title, *(values.get(fold(name), "") for name in self.names))


class Databases:
    """All databases of a catalogue, to be found by their own page and by each of theirs."""

    def __init__(self, catalogue: Catalogue) -> None:
        folders: dict[tuple[int, str], Page | None] = {}
        for page in catalogue.pages:
            if (table := page.files.get("table")) is not None:
                for folder in _folders(table.path):
                    # Two databases of one title are told apart by their ids alone.
                    folders[table.export, folder] = None if (table.export, folder) in folders else page
        inside: dict[Page, list[Page]] = defaultdict(list)
        for page in catalogue.pages:
            around = (folders.get((spot.export, spot.path.rpartition("/")[0])) for spot in page.spots)
            database = next((found for found in around if found is not None and found is not page), None)
            if database is not None:
                inside[database].append(page)
        self._own = {page: Database(page, inside[page]) for page in catalogue.pages if "table" in page.files}
        self._around = {page: self._own[each] for each, pages in inside.items() for page in pages}
        self._titles = _titles(catalogue) if self._own else {}

    def of(self, page: Page) -> Database | None:
        """The database that a page is."""
        return self._own.get(page)

    def around(self, page: Page) -> Database | None:
        """The database that a page is a row of."""
        return self._around.get(page)

    def title(self, page: Page) -> str:
        """What a database is called: by a link to it, for the name of a file lacks what no name can have."""
        named = title_of(page.spot.path)
        told = self._titles.get(page.page_id or "", "")
        return told if told and fold(told).startswith(fold(named)) else named


def _titles(catalogue: Catalogue) -> dict[str, str]:
    spots = (page.files.get("markdown") for page in catalogue.pages)
    found = (link for spot in spots if spot for link in _NAMED.finditer(nfc(text_of(spot.file))))
    return {link["id"]: link["title"] for link in found}


def _folders(path: str) -> dict[str, None]:
    """Where the pages of a database lie: in a folder of its name, with the id or without it."""
    folder = folder_of(path)
    above, slash, name = folder.rpartition("/")
    return dict.fromkeys((folder, f"{above}{slash}{title_of_file(name)}"))


def _title_cell(page: Page | None, title: str, links: Links) -> str:
    words = cell(title) or UNTITLED
    if page is None:
        return words if title.strip() else ""
    reference = address(page.page_id) if page.page_id else quote(page.source)
    links.to(page, reference)
    return f"[{words}]({reference})"
