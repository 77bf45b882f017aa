"""What is printed on a page and is no part of its text: footers, page numbers, icons, covers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from studylog.core.printed.model import Glyph, Page, Picture, rows
from studylog.core.values import dataclass

# Printers write into the outer twelfth of a page what is on every page: title, number, day, address.
_MARGIN = 1 / 12
_NUMBER = re.compile(r"([0-9]{1,4})(?:\s*/\s*[0-9]{1,4})?")
_PARTS_APART = 3.0
_TITLE_SIZE = 36.0
_ICON_SIZE = 45.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the margins of several pages have in common, and where the title stands on the first."""

    repeated: frozenset[str]
    title: float

    def dropped(self, page: Page, number: int) -> set[int]:
        """The glyphs of a page that are no part of its text, by index."""
        found = {glyph.number for glyph in self._footers(page, number)}
        if number == 0:
            found |= {glyph.number for glyph in page.glyphs if self._is_icon(glyph)}
        return found

    def is_cover(self, picture: Picture, number: int) -> bool:
        """Whether a picture decorates the head of the first page: covers and icons stand above the title."""
        return number == 0 and picture.bottom <= self.title

    def _is_icon(self, glyph: Glyph) -> bool:
        return glyph.size >= _ICON_SIZE and glyph.baseline < self.title and not glyph.text.isalnum()

    def _footers(self, page: Page, number: int) -> Iterator[Glyph]:
        for row in rows(glyph for glyph in page.glyphs if in_margin(glyph, page)):
            for part in _parts(row):
                text = _written(part)
                counts = _NUMBER.fullmatch(text)
                is_number = counts is not None and int(counts[1]) == number + 1
                cut_off = all(ord(character) > 0x2600 and not character.isalnum() for character in text)
                if is_number or cut_off or text in self.repeated:
                    yield from part


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """What stands in the margin of more than one page, and the title where there is only one."""
    counts = Counter(text for page in pages for text in set(_in_margin(page)))
    title = [glyph for page in pages[:1] for glyph in page.glyphs if _is_title(glyph)]
    own = _written(title)
    repeated = frozenset(text for text, count in counts.items() if count > 1 or text == own)
    return Furniture(repeated, min((glyph.baseline for glyph in title), default=0.0))


def in_margin(glyph: Glyph, page: Page) -> bool:
    """Whether a glyph stands where printers number pages."""
    height = page.height * _MARGIN
    return not height < glyph.baseline < page.height - height


def _in_margin(page: Page) -> Iterator[str]:
    for row in rows(glyph for glyph in page.glyphs if in_margin(glyph, page)):
        yield from map(_written, _parts(row))


def _parts(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The parts of a row that stand far from each other: a title on the left, a number on the right."""
    part: list[Glyph] = []
    for glyph in row:
        if part and glyph.left - part[-1].right > _PARTS_APART * glyph.size:
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def _written(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs if not glyph.text.isspace())


def _is_title(glyph: Glyph) -> bool:
    return _TITLE_SIZE <= glyph.size < _ICON_SIZE and not glyph.text.isspace()
