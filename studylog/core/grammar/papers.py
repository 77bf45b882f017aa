"""Papers as notes write them: titles in headings, slides, presenters, and rows of a plan."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from studylog.core.dates import find_date, on_year
from studylog.core.findings import Place
from studylog.core.grammar.blocks import Block
from studylog.core.model import NotePaper, SlidesLink
from studylog.core.people import Roster, bare_name
from studylog.core.text import without_emoji

_NUMBERING = re.compile(r"^\s*(?:\(\d{1,2}\)|\d{1,2}[.)]|[①-⑳]|[-*•])\s*")
_YEAR = re.compile(r"[\[(,]?\s?\b(?P<year>(?:19|20)\d\d)\b\s?[\])]?")
_ALIAS = re.compile(r"\s?[\[(](?P<alias>[^\[\]()]*[A-Za-z가-힣][^\[\]()]*)[\])]")
# `Inception-v4, Inception-ResNet-v1,v2` are two titles: a comma with a blank divides, `v1,v2` is one name.
_BETWEEN_TITLES = re.compile(r",\s+(?=[A-Z가-힣\"“])|\s+(?:/|&|\+|및|와|과|and)\s+|\s+·\s+")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|·|&|/|\+|、|\band\b|(?<=님)\s*(?:와|과|이랑|랑)|(?<=님)\s+)\s*")
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_SLIDES_FILE = re.compile(r"\.(?:pdf|pptx?|key|ipynb|odp)(?:[?#].*)?$", re.IGNORECASE)
_PAPER_HOST = re.compile(
    r"^https?://(?:www\.)?(?:(?:export\.)?arxiv\.org|openreview\.net|aclanthology\.org|(?:dx\.)?doi\.org"
    r"|openaccess\.thecvf\.com|papers\.nips\.cc|proceedings\.\w+|dl\.acm\.org|ieeexplore\.ieee\.org)/",
    re.IGNORECASE,
)
_ARROW = r"\s*(?:→|->|⇒|=>|➡️?|➔|\|)\s*"
_PLAN_ROW = re.compile(
    rf"^(?P<title>[^→⇒➡➔|]{{2,120}}?){_ARROW}(?P<middle>.*?{_ARROW})?(?P<names>[^→⇒➡➔|()]{{1,80}}?)"
    r"\s*[(（\[](?P<date>[^()（）\[\]]*\d[^()（）\[\]]*)[)）\]]\s*$"
)
_CLOSING = (")", "）", "]")
_PLAN_COLUMNS = {
    "title": re.compile(r"논문|제목|paper|title", re.IGNORECASE),
    "names": re.compile(r"발표|담당|presenter|who|speaker", re.IGNORECASE),
    "date": re.compile(r"날짜|일자|일시|date|when|day", re.IGNORECASE),
    "year": re.compile(r"연도|년도|year", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Title:
    """One paper's name as written, without its numbering: other names in brackets, the year if it is told."""

    name: str
    aliases: tuple[str, ...] = ()
    year: int | None = None


@dataclass(slots=True)
class PaperDraft:
    """A paper while its lines are being read."""

    titles: tuple[Title, ...]
    line: int
    anchor: str = ""
    url: str | None = None
    presenters: tuple[str, ...] = ()
    slides: list[SlidesLink] = field(default_factory=list)

    def add_slides(self, links: Sequence[tuple[str, str]], line: int) -> None:
        """Remembers slides, each link once."""
        known = {link.url for link in self.slides}
        self.slides += [SlidesLink(text, url, line) for text, url in links if url not in known]

    def finished(self, path: str) -> NotePaper:
        """The paper as a value."""
        return NotePaper(
            titles=tuple(title.name for title in self.titles),
            place=Place(path, self.line),
            aliases=tuple(alias for title in self.titles for alias in title.aliases),
            year=next((title.year for title in self.titles if title.year), None),
            url=self.url,
            presenters=self.presenters,
            slides=tuple(self.slides),
            anchor=self.anchor,
        )


def titles_in(text: str) -> tuple[Title, ...]:
    """The papers that a heading or a topic line names."""
    bare = _NUMBERING.sub("", without_emoji(text)).strip(" :：-–—")
    return tuple(title for part in _BETWEEN_TITLES.split(bare) if (title := _title(part)).name)


def _title(text: str) -> Title:
    year = _YEAR.search(text)
    rest = _YEAR.sub(" ", text, count=1) if year else text
    aliases = tuple(match["alias"].strip() for match in _ALIAS.finditer(rest))
    name = " ".join(_ALIAS.sub(" ", rest).split()).strip(' ,:：-–—"“”')
    if not name and aliases:
        name, aliases = aliases[0], aliases[1:]
    return Title(name, aliases, int(year["year"]) if year else None)


def names_in(text: str, roster: Roster) -> tuple[str, ...]:
    """The people of a presenter line, as the roster calls them: `몽룡님, 춘향님` are two."""
    # `류지안 (서우님 대신)` names one presenter.
    outside = _BRACKETED.sub(" ", without_emoji(text)).strip() or text
    parts = (bare_name(part) for part in _BETWEEN_NAMES.split(outside))
    return tuple(roster.canonical(part) for part in parts if re.search(r"\w", part))


def is_slides(url: str) -> bool:
    """Whether a link under a paper leads to slides: a file of that kind, and no paper."""
    return bool(_SLIDES_FILE.search(url)) and not is_paper(url)


def is_paper(url: str) -> bool:
    """Whether a link leads to a paper itself."""
    return bool(_PAPER_HOST.search(url))


def title_of_file(url: str) -> str:
    """A title guessed from a file name that no heading names: `Xception` of `Xception_이몽룡.pdf`."""
    stem = re.sub(r"\.\w+$", "", re.split(r"[?#]", url)[0].rstrip("/").rsplit("/", 1)[-1])
    return re.split(r"_(?=[가-힣])", stem)[0].replace("_", " ").strip()


def may_be_planned(text: str) -> bool:
    """Whether a text may be a row of a plan: it ends with a day in brackets."""
    return text.rstrip().endswith(_CLOSING)


def plan_row(text: str, place: Place, day: date | None, roster: Roster) -> NotePaper | None:
    """A plan: `VGG-16 (2014) → 리뷰 → 몽룡님(8/10 화)` is a paper, its year, its presenter and the day."""
    match = _PLAN_ROW.match(text.strip())
    if match is None or "\n" in match["title"]:
        return None
    when = _day(match["date"], day)
    names = names_in(match["names"], roster)
    if when is None or not names:
        return None
    return _planned(titles_in(match["title"]), place, names, when)


def plan_table(block: Block, path: str, day: date | None, roster: Roster) -> Iterator[NotePaper]:
    """The plan in a table with a column of papers and one of presenters or days."""
    if len(block.rows) < 2:
        return
    columns = {
        name: next((i for i, cell in enumerate(block.rows[0]) if pattern.search(cell)), None)
        for name, pattern in _PLAN_COLUMNS.items()
    }
    if columns["title"] is None or columns["names"] is None or columns["date"] is None:
        return
    for offset, row in enumerate(block.rows[1:]):
        cells = {name: row[i] if i is not None and i < len(row) else "" for name, i in columns.items()}
        planned = _planned(
            titles_in(f"{cells['title']} {cells['year']}"),
            Place(path, block.line + 2 + offset),
            names_in(cells["names"], roster),
            _day(cells["date"], day),
        )
        if planned:
            yield planned


def _planned(
    titles: tuple[Title, ...], place: Place, names: tuple[str, ...], when: date | None
) -> NotePaper | None:
    if not titles:
        return None
    return NotePaper(
        titles=tuple(title.name for title in titles),
        place=place,
        planned=True,
        aliases=tuple(alias for title in titles for alias in title.aliases),
        year=next((title.year for title in titles if title.year), None),
        presenters=names,
        date=when,
    )


def _day(text: str, near: date | None) -> date | None:
    parts = find_date(text)
    return on_year(parts, near) if parts else None
