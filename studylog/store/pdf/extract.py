"""A PDF as glyphs, shapes, pictures and links of every page, in CSS pixels.

It runs in a child process, on files that nobody vouches for: every count is limited.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from studylog.core.printed.islands import MATH_FONT, islands
from studylog.core.printed.model import Area, Box, Glyph, Link, Page, Picture, Printed
from studylog.core.printed.styles import CODE_FONT
from studylog.core.printed.units import unit_of
from studylog.core.values import dataclass, field
from studylog.store.pdf.fontnames import FontNames
from studylog.store.pdf.glyphs import Fonts, glyphs_of
from studylog.store.pdf.limits import MOST_GLYPHS, MOST_OBJECTS, MOST_PAGES, TooMuchError
from studylog.store.pdf.marks import box, links
from studylog.store.pdf.pictures import Crop, Pictures

_DEPTH = 15


@dataclass(slots=True)
class _Raw:
    """A page as it stands in the file: in points, from its lower left corner."""

    page: Any
    size: tuple[float, float]
    glyphs: list[Glyph] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From points, the height of a page counted from below, to pixels, counted from above."""

    unit: float
    height: float

    def area(self, placed: Box | Picture | Link) -> Area:
        left, bottom, right, top = placed[:4]
        return Area(self._wide(left), self._down(top), self._wide(right), self._down(bottom))

    def glyph(self, glyph: Glyph) -> Glyph:
        return glyph._replace(
            left=self._wide(glyph.left),
            right=self._wide(glyph.right),
            baseline=self._down(glyph.baseline),
            size=self._wide(glyph.size),
        )

    def _wide(self, points: float) -> float:
        return round(points / self.unit, 2)

    def _down(self, points: float) -> float:
        return round((self.height - points) / self.unit, 2)


def extract(file: Path, folder: Path) -> Printed:
    """The document that a PDF holds; its pictures lie in the folder."""
    document = pypdfium2.PdfDocument(file)
    if len(document) > MOST_PAGES:
        raise TooMuchError
    fonts, pictures = Fonts(), Pictures(folder)
    pages: list[_Raw] = []
    glyphs = objects = 0
    for number in range(len(document)):
        pages.append(_page(document, number, fonts, pictures))
        glyphs, objects = glyphs + len(pages[-1].glyphs), objects + len(pages[-1].boxes)
        if glyphs > MOST_GLYPHS or objects > MOST_OBJECTS:
            raise TooMuchError
    names = fonts.named(FontNames(file)) if not all(fonts.names) else tuple(fonts.names)
    unit = _unit((page.glyphs for page in pages), names)
    found = tuple(_scaled(page, unit, names, pictures, number) for number, page in enumerate(pages))
    return Printed(found, names)


def _page(document: Any, number: int, fonts: Fonts, pictures: Pictures) -> _Raw:
    page = document[number]
    text = page.get_textpage()
    raw = _Raw(page, page.get_size())
    texts: list[Any] = []
    for count, item in enumerate(page.get_objects(max_depth=_DEPTH, textpage=text)):
        if count > MOST_OBJECTS:
            raise TooMuchError
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            raw.boxes.extend(box(item))
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            name = f"{number + 1}-{len(raw.pictures) + 1}"
            left, bottom, right, top = item.get_bounds()
            raw.pictures.append(Picture(left, bottom, right, top, pictures.save(item, name)))
        elif item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(item)
    raw.glyphs.extend(glyphs_of(text, iter(texts), fonts))
    raw.links.extend(links(document, page))
    return raw


def _unit(pages: Iterable[list[Glyph]], names: tuple[str, ...]) -> float:
    """The points of one pixel; formulas and code have sizes of their own."""
    own = [bool(CODE_FONT.search(name)) or MATH_FONT in name for name in names]
    sizes: Counter[float] = Counter()
    for glyphs in pages:
        sizes.update(
            round(glyph.size, 2) for glyph in glyphs if not own[glyph.font] and not glyph.text.isspace()
        )
    return unit_of(sizes)


def _scaled(raw: _Raw, unit: float, names: tuple[str, ...], pictures: Pictures, number: int) -> Page:
    """A page in pixels from its upper left corner, with the pictures of its formulas."""
    width, height = raw.size
    scale = _Scale(unit, height)
    glyphs = tuple(map(scale.glyph, raw.glyphs))
    boxes = tuple(Box(*scale.area(box), *box[4:]) for box in raw.boxes)
    crop = Crop(raw.page, unit, pictures)
    formulas = enumerate(islands(glyphs, names, boxes), 1)
    return Page(
        width / unit,
        height / unit,
        glyphs,
        boxes,
        tuple(Picture(*scale.area(picture), picture.file) for picture in raw.pictures),
        tuple(Link(*scale.area(link), link.url) for link in raw.links),
        tuple(crop.saved(formula, f"{number + 1}-formula-{count}") for count, formula in formulas),
    )
