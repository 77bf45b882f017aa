"""The references of one page: which of them are other notes, which are files, and which lead nowhere."""

import re
from collections.abc import Mapping
from pathlib import Path

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Attachment, HeaderValue, PageLink
from studylog.core.notion.ids import address, id_in_address, id_of, title_of
from studylog.core.notion.links import destinations, relinked, safe
from studylog.core.notion.paths import inside, name_of
from studylog.core.notion.table import lines, literal
from studylog.core.values import dataclass, field
from studylog.features.imports.notion.catalogue import Catalogue, NotHeld, Page

# In a property, names stand before what they mean: `회의록 (../%ED%9A%8C%EC%9D%98%20<id>.md), …`.
_WORD = re.compile(r"\S+")
_PATH = re.compile(r"/|[0-9a-f]{32}")
_FOLDER = re.compile(r"[0-9a-f]{32}/")


@dataclass(slots=True)
class Links:
    """What the references of a page mean, gathered while its text and its header are read."""

    catalogue: Catalogue
    page: Page
    attachments: dict[str, Path] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    lost: dict[str, None] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def in_text(self, text: str) -> str:
        """The text with its references noted; what only Notion still has leads there."""
        changes = []
        for destination in destinations(text, self._is_known):
            new = self._noted(destination.written, safe(destination.written))
            if new is None and not destination.bare and inside(destination.written) is not None:
                self._lose(destination.written)
            elif new is not None and (destination.bare or new != destination.written):
                changes.append((destination, new))
        return relinked(text, changes)

    def in_header(self, header: Mapping[str, HeaderValue]) -> dict[str, HeaderValue]:
        """The header with the references in its values noted."""
        return {key: value if key == "title" else self._in_values(value) for key, value in header.items()}

    def in_cell(self, value: str) -> str:
        """A value as a cell of a table, in which what it leads to is a link."""
        done, position = "", 0
        for word in _WORD.finditer(value):
            reference = _reference(word[0])
            new = self._noted(reference, safe(reference)) if reference else None
            if new is None:
                continue
            before, name = value[position : word.start()], _name_of(reference)
            if word[0].startswith("("):
                before, comma, name = before.rpartition(", ")
                before += comma
            done += f"{lines(before)}[{literal(name.strip())}]({new})"
            position = word.end() - (len(word[0]) - len(word[0].rstrip(",")))
        return (done + lines(value[position:])).strip()

    def to(self, page: Page, reference: str) -> None:
        """Notes a link that was made here."""
        self.pages[reference] = page.source

    def noted(self) -> tuple[tuple[Attachment, ...], tuple[PageLink, ...], tuple[str, ...]]:
        """The attachments, the links to pages, and what leads nowhere."""
        attachments = (Attachment(reference, str(file)) for reference, file in self.attachments.items())
        pages = (PageLink(reference, source) for reference, source in self.pages.items())
        return tuple(attachments), tuple(pages), tuple(self.lost)

    def _is_known(self, reference: str) -> bool:
        return self.catalogue.meant(self.page, reference) is not None

    def _noted(self, written: str, reference: str) -> str | None:
        """The destination that the note has for a reference; None where it means nothing here."""
        meant = self.catalogue.meant(self.page, written)
        if meant is None:
            return None
        if isinstance(meant, NotHeld):
            self._find_not_held(written)
            return address(meant.page_id)
        if isinstance(meant, Page):
            if id_in_address(written) is not None:
                # It may mean a block of the page, by an id that notes do not have.
                reference = reference.partition("#")[0]
            self.pages[reference] = meant.source
        else:
            self.attachments[reference] = meant
        return reference

    def _in_values(self, value: HeaderValue) -> HeaderValue:
        return self._in_value(value) if isinstance(value, str) else tuple(map(self._in_value, value))

    def _in_value(self, value: str) -> str:
        return _WORD.sub(lambda word: self._in_word(word[0]), value)

    def _in_word(self, word: str) -> str:
        reference = _reference(word)
        if not reference:
            return word
        new = self._noted(reference, reference)
        if new is None and _FOLDER.search(reference) and inside(reference) is not None:
            self._lose(reference)
        return word if new is None else word.replace(reference, new, 1)

    def _find_not_held(self, written: str) -> None:
        title = title_of(name_of(written))
        finding = Finding(
            Place(self.page.source),
            "note",
            "notion-link",
            say("{title} is not in the export; the link leads to Notion.", title=title),
            say("Export that page too, and import all together."),
        )
        if finding not in self.findings:
            self.findings.append(finding)

    def _lose(self, reference: str) -> None:
        if reference not in self.lost:
            message = say("The export has no file {name}.", name=name_of(reference))
            hint = say("Perhaps a part of the export is missing: give all of them together.")
            self.findings.append(Finding(Place(self.page.source), "warning", "dead-link", message, hint))
        self.lost[reference] = None


def visible_value(value: str) -> str:
    """What a person reads of a value: the names of pages and not where they lie."""
    return _WORD.sub(lambda word: "" if _is_place(_reference(word[0])) else word[0], value)


def _is_place(reference: str) -> bool:
    return bool(reference) and (inside(reference) is not None or id_in_address(reference) is not None)


def _name_of(reference: str) -> str:
    """What a link is called whose reference stands alone."""
    name = name_of(reference)
    if id_in_address(reference) is not None:
        return reference
    return title_of(name) if id_of(name) else name


def _reference(word: str) -> str:
    """The reference that a word of a value may be; empty for one that cannot be any."""
    bare = word.rstrip(",")
    bare = bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare
    return bare if _PATH.search(bare) else ""
