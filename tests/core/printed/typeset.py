"""A small typesetter: notes as Chromium prints them from Notion, glyph by glyph, with Notion's measures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from studylog.core.printed.islands import islands
from studylog.core.printed.model import Box, Colour, Formula, Glyph, Link, Page, Picture, Printed

WIDTH, HEIGHT, MARGIN = 816.0, 1056.0, 96.0
RIGHT, BOTTOM = WIDTH - MARGIN, HEIGHT - MARGIN
STEP, GAP, INDENT = 24.0, 8.0, 28.8
TEXT, CODE = 16.0, 11.05
HEADINGS = {0: 40.0, 1: 30.0, 2: 24.0, 3: 20.0}
BLACK: Colour = (0, 0, 0, 255)
PALE: Colour = (55, 53, 47, 153)
GREY: Colour = (135, 131, 120, 38)
LATIN, LATIN_BOLD, LATIN_ITALIC, HANGUL, HANGUL_BOLD, MONO, MATH, EMOJI = range(8)
FONTS = (
    "AAAAAA+LiberationSans",
    "BAAAAA+LiberationSans-Bold",
    "CAAAAA+LiberationSans-Italic",
    "DAAAAA+NotoSansCJKkr-Regular",
    "EAAAAA+NotoSansCJKkr-Bold",
    "FAAAAA+LiberationMono",
    "GAAAAA+KaTeX_Math-Italic",
    "HAAAAA+NotoColorEmoji",
)
NAMELESS = tuple("" if "CJK" in name else name for name in FONTS)


@dataclass(frozen=True)
class Run:
    """Text of one style; a formula is a sequence of pieces with their heights above the line."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False
    url: str = ""
    formula: tuple[tuple[str, float], ...] = ()


Text = str | Sequence[Run | str]


@dataclass(frozen=True)
class Sign:
    """A character of a run, with its width."""

    text: str
    run: Run
    size: float

    @property
    def width(self) -> float:
        if self.run.formula:
            return sum(len(text) for text, _ in self.run.formula) * 9.0
        if self.run.code:
            return self.size * (0.92 if is_hangul(self.text) else 0.6)
        if self.text == " ":
            return self.size * 0.278
        return self.size * (0.92 if is_hangul(self.text) or ord(self.text[0]) > 0x1F000 else 0.5)


def is_hangul(text: str) -> bool:
    return "가" <= text[0] <= "힣"


def runs_of(text: Text) -> list[Run]:
    return [Run(one) if isinstance(one, str) else one for one in ([text] if isinstance(text, str) else text)]


def signs(text: Text, size: float) -> Iterator[Sign]:
    for run in runs_of(text):
        for letter in [""] if run.formula else run.text:
            yield Sign(letter, run, size if not run.code else size * CODE / TEXT)


def wrapped(text: Text, size: float, width: float) -> list[list[Sign]]:
    """Lines that fill a width: parted at blanks, which hang over the end, and between syllables."""
    lines: list[list[Sign]] = [[]]
    for word in _words(list(signs(text, size))):
        ink = [sign for sign in word if sign.text != " "]
        used = sum(sign.width for sign in lines[-1])
        if word[0].text == "\n":
            lines.append([])
        elif lines[-1] and used + sum(sign.width for sign in ink) > width:
            lines.append(list(word))
        else:
            lines[-1].extend(word)
    return lines


def _words(all_signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """What cannot be parted: a word with its blanks, or a syllable with the signs that cling to it."""
    word: list[Sign] = []
    for sign in all_signs:
        if word and _may_part(word[-1], sign):
            yield word
            word = []
        word.append(sign)
    if word:
        yield word


def _may_part(last: Sign, sign: Sign) -> bool:
    if "\n" in (last.text, sign.text):
        return True
    if sign.text == " ":
        return False
    if last.text in (" ", "-"):
        return last.text == " " or sign.text.isalnum()
    if not (last.text and sign.text):
        return False
    return (is_hangul(last.text) and sign.text.isalnum()) or (is_hangul(sign.text) and last.text.isalnum())


@dataclass
class Sheet:
    """One page that is being set."""

    glyphs: list[Glyph] = field(default_factory=list)
    late: list[Glyph] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def page(self, fonts: Sequence[str]) -> Page:
        """The page, with formulas drawn after all other text."""
        glyphs = tuple(one._replace(number=n) for n, one in enumerate([*self.glyphs, *self.late]))
        formulas = (_with_file(n, one) for n, one in enumerate(islands(glyphs, fonts, self.boxes)))
        return Page(
            WIDTH,
            HEIGHT,
            glyphs,
            tuple(self.boxes),
            tuple(self.pictures),
            tuple(self.links),
            tuple(formulas),
        )


def _with_file(number: int, formula: Formula) -> Formula:
    as_text = formula.linear and formula.baseline is not None
    return formula if as_text else formula._replace(file=f"formula-{number + 1}.png")


class Typesetter:
    """Sets blocks from the top of the first page downwards; `marked` ends lines of code as older prints."""

    def __init__(self, *, fonts: Sequence[str] = FONTS, marked: bool = False, footer: str = "") -> None:
        self.fonts, self.marked, self.footer = tuple(fonts), marked, footer
        self.sheets = [Sheet()]
        self.y = MARGIN
        self.left, self.right = MARGIN, RIGHT

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def printed(self) -> Printed:
        for number, sheet in enumerate(self.sheets if self.footer else ()):
            for x, text in ((40.0, self.footer), (WIDTH - 50, str(number + 1))):
                self._put(sheet, list(signs(text, 10.0)), x, HEIGHT - 30, PALE)
        return Printed(tuple(sheet.page(self.fonts) for sheet in self.sheets), self.fonts)

    def new_page(self) -> None:
        self.sheets.append(Sheet())
        self.y = MARGIN

    def need(self, height: float) -> None:
        """Goes to the next page where there is no room for so much."""
        if self.y + height > BOTTOM:
            self.new_page()

    def text(
        self,
        text: Text,
        *,
        level: float = 0,
        size: float = TEXT,
        step: float = STEP,
        bold: bool = False,
        colour: Colour = BLACK,
    ) -> None:
        """A paragraph, whose lines may stand on two pages."""
        if bold:
            text = [replace(run, bold=True) for run in runs_of(text)]
        x = self.left + level * INDENT
        start: tuple[Sheet, float] | None = None
        for line in wrapped(text, size, self.right - x):
            self.need(step)
            self._put(self.sheet, line, x, self.y + step / 2 + size * 0.35, colour)
            start = start or (self.sheet, self.y)
            self.y += step
        self.y += GAP

    def title(self, text: str) -> None:
        self.text(text, size=HEADINGS[0], step=48, bold=True)

    def heading(self, level: int, text: Text) -> None:
        size = HEADINGS[level]
        self.y += size
        self.need(size * 1.2)
        self.text(text, size=size, step=size * 1.2, bold=True)
        self.y -= GAP / 2

    def item(self, mark: str, text: Text, level: int = 0) -> None:
        """An item: `-`, `o` (a ring), `>` (a toggle), `[ ]`, `[x]`, or a number such as `1.`, `a.`."""
        self.need(STEP)
        x = self.left + (level + 1) * INDENT
        middle = self.y + STEP / 2
        shapes = {"-": (5.0, 18.0, BLACK, 49), "o": (9.4, 22.0, BLACK, 49), ">": (9.0, 15.0, BLACK, 4)}
        shapes |= {"[ ]": (16.0, 24.0, (54, 53, 47, 255), 5), "[x]": (16.0, 24.0, (88, 169, 215, 255), 5)}
        if mark in shapes:
            size, before, colour, points = shapes[mark]
            left, top = x - before, middle - size / 2
            self.sheet.boxes.append(Box(left, top, left + size, top + size, colour, points))
        else:
            number = list(signs(mark, TEXT))
            left = x - 7.6 - sum(sign.width for sign in number)
            self._put(self.sheet, number, left, middle + TEXT * 0.35, BLACK)
        self.text(text, level=level + 1)

    def picture(self, file: str, width: float = 300, height: float = 120, level: int = 0) -> None:
        """A picture in the middle of its column."""
        self.need(height + 2 * GAP)
        left = (self.left + level * INDENT + self.right - width) / 2
        self.sheet.pictures.append(Picture(left, self.y + 12, left + width, self.y + 12 + height, file))
        self.y += height + 24 + GAP

    def rule(self) -> None:
        self.sheet.boxes.append(Box(self.left, self.y + 8, self.right, self.y + 9, (55, 53, 47, 23), 5))
        self.y += 16 + GAP

    def code(self, text: str, level: int = 0, *, wraps: bool = True) -> None:
        """A block of code on its ground, parted anywhere, over as many pages as it takes."""
        left = self.left + level * INDENT
        top, self.y = self.y, self.y + 20
        for number, line in enumerate(text.split("\n")):
            pieces = (
                _cut(line, self.right - left - 26) if wraps else [list(signs([Run(line, code=True)], TEXT))]
            )
            last = number == text.count("\n")
            for place, piece in enumerate(pieces):
                if self.y + 17 > BOTTOM:
                    self.sheet.boxes.append(Box(left, top, self.right, BOTTOM, GREY, 53))
                    self.new_page()
                    top = self.y
                if self.marked and place == len(pieces) - 1 and not last:
                    piece = [*piece, Sign(" ", Run(" ", code=True), CODE)]
                self._put(self.sheet, piece, left + 13, self.y + 12, BLACK, plain=True)
                self.y += 17
        self.y += 20
        self.sheet.boxes.append(Box(left, top, self.right, self.y, GREY, 53))
        self.y += GAP

    def _put(
        self,
        sheet: Sheet,
        line: Iterable[Sign],
        x: float,
        baseline: float,
        colour: Colour,
        plain: bool = False,
    ) -> None:
        """Sets a line, with what is drawn under, behind and through its glyphs."""
        spans: dict[int, list[float]] = {}
        runs: dict[int, Run] = {}
        code = False
        for sign in line:
            if sign.run.code != code and not plain:
                code, x = sign.run.code, x + 4.4
            if sign.run.formula:
                self._formula(sheet, sign.run, x, baseline)
            else:
                slanted = sign.run.italic and is_hangul(sign.text)
                glyph = Glyph(
                    sign.text, x, x + sign.width, baseline, sign.size, self._font(sign), colour, slanted
                )
                sheet.glyphs.append(glyph)
            spans.setdefault(id(sign.run), [x, x])[1] = x + sign.width * (sign.text != " ")
            runs[id(sign.run)] = sign.run
            x += sign.width
        for key, (start, end) in spans.items():
            self._dress(sheet, runs[key], start, end, baseline, plain)

    def _font(self, sign: Sign) -> int:
        run = sign.run
        if run.code:
            return HANGUL if is_hangul(sign.text) else MONO
        if ord(sign.text[0]) > 0x1F000:
            return EMOJI
        if is_hangul(sign.text):
            return HANGUL_BOLD if run.bold else HANGUL
        return LATIN_BOLD if run.bold else LATIN_ITALIC if run.italic else LATIN

    def _formula(self, sheet: Sheet, run: Run, x: float, baseline: float) -> None:
        for text, up in run.formula:
            size = 13.55 if up else 19.36
            for letter in text:
                font = HANGUL if is_hangul(letter) else MATH
                sheet.late.append(Glyph(letter, x, x + 8.5, baseline - up, size, font, BLACK))
                x += 9.0

    def _dress(self, sheet: Sheet, run: Run, start: float, end: float, baseline: float, plain: bool) -> None:
        if run.code and not plain:
            sheet.boxes.append(Box(start - 4.4, baseline - 14, end + 4.4, baseline + 4, GREY, 53))
        if run.struck:
            sheet.boxes.append(Box(start, baseline - 5.5, end, baseline - 4.5, BLACK, 5))
        if run.url:
            sheet.boxes.append(Box(start, baseline + 2, end, baseline + 3, BLACK, 5))
            self._link(sheet, run.url, start, end, baseline)

    def _link(self, sheet: Sheet, url: str, start: float, end: float, baseline: float) -> None:
        """The place of a link; one over two lines has a single place, which covers both."""
        top, bottom = baseline - 16, baseline + 6
        last = sheet.links[-1] if sheet.links else None
        if last is not None and last.url == url and 0 <= top - last.bottom < STEP:
            sheet.links[-1] = Link(min(last.left, start), last.top, max(last.right, end), bottom, url)
        else:
            sheet.links.append(Link(start, top, end, bottom, url))


def _cut(line: str, width: float) -> list[list[Sign]]:
    """A long line of code in pieces that fill a width."""
    pieces: list[list[Sign]] = [[]]
    for sign in signs([Run(line, code=True)], TEXT):
        if sum(one.width for one in pieces[-1]) + sign.width > width:
            pieces.append([])
        pieces[-1].append(sign)
    return pieces
