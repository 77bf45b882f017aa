"""The slides of a paper as pages of a site show them: page by page, each leading to its place in the PDF."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from studylog.core.decks import Deck, thumb_name
from studylog.core.digest.site import Site
from studylog.core.model import Paper
from studylog.core.text import brief
from studylog.core.values import dataclass

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A page of slides: `page` is its place in the PDF, `src` its picture or "", `words` what it says."""

    number: int
    page: str
    src: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of slides, and how many pages they have."""

    sheet: SheetLine
    pages: int


@dataclass(frozen=True, slots=True)
class SlidesStrip:
    """All pages of slides that have a picture; `page` is the copy of the PDF, `pages` how many it has."""

    name: str
    page: str
    pages: int
    sheets: tuple[SheetLine, ...]

    @property
    def wide(self) -> bool:
        """Whether the slides are wider than high, as those for a screen are."""
        return all(sheet.width > sheet.height for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class SlidesCopy:
    """The copy of slides that a site has, and their pages where somebody has looked into them."""

    name: str
    page: str
    sha256: str
    deck: Deck | None

    def sheet(self, number: int) -> SheetLine | None:
        """A page by its number, with or without a picture; None where the slides surely have no such page."""
        known = self.deck if self.deck and self.deck.pages else None
        if number < 1 or (known and number > known.pages):
            return None
        place = f"{self.page}#page={number}"
        if known is None or number > len(known.sheets):
            return SheetLine(number, place, "", 0, 0, "")
        sheet = known.sheets[number - 1]
        src = thumb_name(self.sha256, number) if sheet.sha256 else ""
        return SheetLine(number, place, src, sheet.width, sheet.height, brief(sheet.text, _LONGEST))


def slides_of(site: Site, paper: Paper) -> Iterator[SlidesCopy]:
    """The slides of a paper that are PDFs of the notebook, as a site has them."""
    for slides in paper.slides:
        copy = site.files.copy(slides.path) if slides.path else None
        if slides.path and slides.sha256 and copy and copy.endswith(".pdf"):
            deck = site.files.deck(slides.path)
            yield SlidesCopy(PurePosixPath(slides.path).name, quote(copy), slides.sha256, deck)


def cover(site: Site, paper: Paper) -> Cover | None:
    """The first page of the first slides of a paper."""
    for found in slides_of(site, paper):
        first = found.sheet(1)
        if first and first.src and found.deck:
            return Cover(first, found.deck.pages)
    return None


def strips(site: Site, paper: Paper) -> tuple[SlidesStrip, ...]:
    """The pages of all slides of a paper."""
    return tuple(strip for found in slides_of(site, paper) if (strip := _strip(found)))


def _strip(found: SlidesCopy) -> SlidesStrip | None:
    sheets = (found.sheet(number) for number in range(1, len(found.deck.sheets) + 1)) if found.deck else ()
    shown = tuple(sheet for sheet in sheets if sheet and sheet.src)
    return SlidesStrip(found.name, found.page, found.deck.pages, shown) if shown and found.deck else None
