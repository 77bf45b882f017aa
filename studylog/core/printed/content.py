"""What of a printed page belongs to its text: no footer, no page number, no icon, nothing cut off."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from studylog.core.printed.islands import Island, islands
from studylog.core.printed.model import Glyph, Page, Picture, Printed, rows

# Printers write into the outer twelfth of a page what is on every page: title, number, day, address.
_MARGIN = 1 / 12
_NUMBER = re.compile(r"[0-9]{1,4}(\s*/\s*[0-9]{1,4})?")
_TITLE_SIZE = 36.0
_ICON_SIZE = 45.0


@dataclass(frozen=True, slots=True)
class Content:
    """A page's own things: running glyphs, formulas that stand alone with their pictures, and the rest."""

    page: Page
    number: int
    glyphs: tuple[Glyph, ...]
    formulas: tuple[tuple[Picture, str], ...]
    left: float
    right: float


def contents(document: Printed) -> tuple[Content, ...]:
    """The content of all pages."""
    repeated = _repeated(document.pages)
    left = min((glyph.left for page in document.pages for glyph in _middle(page)), default=0.0)
    return tuple(
        _content(page, number, repeated, document.fonts, left) for number, page in enumerate(document.pages)
    )


def _content(page: Page, number: int, repeated: set[str], fonts: Sequence[str], left: float) -> Content:
    dropped = set(_footers(page, repeated))
    if number == 0:
        dropped.update(_icons(page))
    kept = [glyph for glyph in page.glyphs if glyph not in dropped and _inside(glyph, page)]
    found = islands(page.glyphs, fonts)
    pairs = list(zip(found, page.formulas, strict=False))
    members = {page.glyphs[index] for island in found for index in island.glyphs}
    running = [glyph for glyph in kept if glyph not in members]
    running.extend(_as_glyph(island, page.glyphs) for island, _ in pairs if island.inline)
    alone = tuple((picture, _text(island, page.glyphs)) for island, picture in pairs if not island.inline)
    pictures = tuple(picture for picture in page.pictures if number or not _above_title(picture, page))
    return Content(replace(page, pictures=pictures), number, tuple(running), alone, left, page.width - left)


def _middle(page: Page) -> Iterator[Glyph]:
    for glyph in page.glyphs:
        place = glyph.baseline / page.height
        if glyph.left >= 0 and _MARGIN < place < 1 - _MARGIN and not glyph.text.isspace():
            yield glyph


def _inside(glyph: Glyph, page: Page) -> bool:
    return 0 <= glyph.left <= page.width and 0 <= glyph.baseline <= page.height and glyph.size < _ICON_SIZE


def _outer_rows(page: Page) -> Iterator[list[Glyph]]:
    height = page.height * _MARGIN
    yield from rows(glyph for glyph in page.glyphs if not height < glyph.baseline < page.height - height)


def _parts(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The parts of a row that stand far from each other: a title on the left, a number on the right."""
    part: list[Glyph] = []
    for glyph in row:
        if part and glyph.left - part[-1].right > 3 * glyph.size:
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def _written(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs if not glyph.text.isspace())


def _repeated(pages: Sequence[Page]) -> set[str]:
    """What stands in the margin of more than one page, and the title where there is only one."""
    counts = Counter(
        text
        for page in pages
        for text in {_written(part) for row in _outer_rows(page) for part in _parts(row)}
    )
    title = _written(glyph for page in pages[:1] for glyph in page.glyphs if _is_title(glyph))
    return {text for text, count in counts.items() if count > 1 or text == title}


def _footers(page: Page, repeated: set[str]) -> Iterator[Glyph]:
    for row in _outer_rows(page):
        for part in _parts(row):
            text = _written(part)
            cut_off = all(ord(character) > 0x2600 and not character.isalnum() for character in text)
            if not text or text in repeated or _NUMBER.fullmatch(text) or cut_off:
                yield from part


def _icons(page: Page) -> Iterator[Glyph]:
    """The icon of a page stands above its title, larger than it."""
    title = min((glyph.baseline for glyph in page.glyphs if _is_title(glyph)), default=0.0)
    for glyph in page.glyphs:
        if glyph.size >= _ICON_SIZE and glyph.baseline < title:
            yield glyph


def _is_title(glyph: Glyph) -> bool:
    return _TITLE_SIZE <= glyph.size < _ICON_SIZE


def _above_title(picture: Picture, page: Page) -> bool:
    title = min((glyph.baseline for glyph in page.glyphs if _is_title(glyph)), default=0.0)
    return picture.bottom <= title


def _as_glyph(island: Island, glyphs: Sequence[Glyph]) -> Glyph:
    """A formula in a line as one glyph of that line."""
    members = [glyphs[index] for index in island.glyphs]
    largest = max(members, key=lambda glyph: glyph.size)
    return largest._replace(text=_linear(members, largest), left=island.left, right=island.right, size=16.0)


def _text(island: Island, glyphs: Sequence[Glyph]) -> str:
    return _linear([glyphs[index] for index in island.glyphs], None)


def _linear(members: Sequence[Glyph], main: Glyph | None) -> str:
    """The characters of a formula in one row, with what stands lower or higher after `_` or `^`."""
    runs: list[tuple[str, str]] = []
    for glyph in members:
        shift = glyph.baseline - main.baseline if main and glyph.size < main.size * 0.9 else 0.0
        level = "" if abs(shift) < 1 else "_" if shift > 0 else "^"
        if runs and runs[-1][0] == level:
            runs[-1] = (level, runs[-1][1] + glyph.text)
        else:
            runs.append((level, glyph.text))
    return "".join(level + (f"{{{text}}}" if level and len(text) > 1 else text) for level, text in runs)
