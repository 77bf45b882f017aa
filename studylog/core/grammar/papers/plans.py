"""Plans of papers as notes write them: rows with arrows, and tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from studylog.core.dates.reading import find_date, on_year
from studylog.core.findings import Place
from studylog.core.grammar.parts.blocks import Block, CellLinks
from studylog.core.grammar.state.papers import Title, is_code, is_paper, leads_to_note, names_in, titles_in
from studylog.core.grammar.vocabulary.markwords import ARROW
from studylog.core.late import late
from studylog.core.model import NotePaper, SlidesLink
from studylog.core.papers.names import arxiv_id, doi_of
from studylog.core.people.listing import is_nobody
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import is_speaker_name
from studylog.core.values import replace

_ARROW = rf"\s*(?:{ARROW}\ufe0f?|➔|\|)\s*"
_BARE_DAY = r"(?<!\d)\d{1,2}(?:/|월\s?)\d{1,2}일?(?:\s?\(?[월화수목금토일](?:요일)?\)?)?"
PLAN_ROW = late(
    rf"^(?P<title>[^→⇒➡➔|]{{2,120}}?){_ARROW}(?P<middle>.*?{_ARROW})?(?P<names>[^→⇒➡➔|()]{{1,80}}?)"
    rf"\s*(?P<open>[(（\[])?(?P<date>(?(open)[^()（）\[\]]*\d[^()（）\[\]]*|{_BARE_DAY}))(?(open)[)）\]])\s*$"
)
"""A row of a plan: its paper, what comes between, its presenters and its day, mostly in brackets."""

# `춘향님 (8/9 월)`, and the label before somebody.
_TURNS = late(
    r"님\s*$|(?:순서|차례|당번|담당|역할|모더레이터|서기)\s?[:：]|[(（]\s?\d{1,2}\s?[/월][^()（）]{1,8}[)）]\s*$"
)
_ENDS_WITH_A_DAY = tuple(")）]0123456789월화수목금토일")
_COLUMNS = {
    "title": late(r"논문|제목|주제|paper|title|topic|reading", re.IGNORECASE),
    "names": late(
        r"발표(?!\s?(?:일|날|자료|순서|주제|논문|제목))|담당|presenter|presented by|who|speaker|reader"
        r"|\bleads?\b",
        re.IGNORECASE,
    ),
    "date": late(r"날짜|일자|일시|발표\s?[일날]|date|when|\bday\b", re.IGNORECASE),
    "year": late(r"연도|년도|\byear\b", re.IGNORECASE),
    "slides": late(r"자료|슬라이드|slides?|deck|ppt", re.IGNORECASE),
}
# Beside papers and days, whoever is named there presents.
_NAME = late(r"이름|성함|사람|멤버|팀원|name|member", re.IGNORECASE)
# What stands where a paper will stand, and nobody knows which.
NO_PAPER = late(
    r"\W*(?:tb[acd]|미정|추후\s?(?:공지|결정)|자유\s?주제|없음|undecided|(?:(?:open|free|empty)\s)?slot(?:\s(?:open|free))?)?\W*",
    re.IGNORECASE,
)
# … or that this is open: `pick TBD, maybe "Xception"?`. `What Does BERT Look At?` is a title.
_TITLE_THAT_ASKS = (
    r"[\W]*(?:[A-Z][\w-]*:\s)?(?!(?:What|How)\sabout|\w+\s(?:we|you|I)\s)"
    r"(?:Are|Is|Does?|Did|Can|Could|Should|Will|What|Why|How|When|Where|Which|Whose?)\s(?:[^\s?]+\s+){2,}[^\s?]"
)
UNDECIDED = late(rf"^(?!{_TITLE_THAT_ASKS})[^()（）]*[?？]\s*$|\b(?:TB[AD]|tb[ad])\b|^미정(?![가-힣])")
# What a row of a plan says of a day on which nobody meets.
NO_MEETING = late(
    r"휴강|휴회|휴무|휴식|방학|추석|설날|연휴|공휴일|결석|불참|쉬는\s?(?:날|주)|(?:^|\s)(?:쉼|쉽니다|쉬어\s?(?:감|가기|갑니다))[\s.!~]*$|no\s(?:meeting|class|session|seminar|talk|(?:journal|book|reading)\s(?:club|group))"
    r"|holidays?\s*$|\b(?:summer|winter|spring|autumn|fall|term|semester|exam|christmas|easter)\sbreak\b",
    re.IGNORECASE,
)
# Without presenters, a table of papers and days is only a plan when its column says that these are papers.
_SURELY_PAPERS = late(r"논문|papers?\b", re.IGNORECASE)

# Where papers are read, and somebody presents on each day, what is planned may only be called that.
_CONTENTS = late(r"\W*(?:발표\s?)?(?:내용|범위)\W*|\W*contents?\W*", re.IGNORECASE)
NAME_OF_A_PAPER = late(
    r"(?![^\n]*\b(?i:lec(?:ture)?s?|ch(?:apter|ap)?s?|weeks?|sections?|quiz|exam|midterm|final|assignments?|projects?|hw|tutorials?)\b)"
    r"[\"“]?[A-Z][^가-힣\n]{1,119}"
)

Columns = Mapping[str, int]


def may_be_planned(text: str) -> bool:
    """Whether a text may be a row of a plan: it ends with a day."""
    return text.rstrip().endswith(_ENDS_WITH_A_DAY)


def plan_row(text: str, place: Place, day: date | None, roster: Roster) -> NotePaper | None:
    """A plan: `VGG-16 (2014) → 리뷰 → 몽룡님(8/10 화)` is a paper, its year, its presenter and the day."""
    match = PLAN_ROW.match(text.strip())
    if match is None or "\n" in match["title"]:
        return None
    # `몽룡 → 코드 정리 (8/10)`: what somebody does until then; `당번 : 몽룡(8/9) → …`: whose turn it is.
    if _TURNS.search(match["title"]) or roster.resolve(match["title"].strip()).person:
        return None
    when = _day(match["date"], day)
    names = names_in(match["names"], roster)
    if when is None or not (names or is_nobody(match["names"].strip())):
        return None
    # `학습 → 배포 8/13` names nobody.
    if not match["open"] and not is_speaker_name(match["names"].split(",")[0].strip(), roster):
        return None
    return planned(titles_in(match["title"]), place, names, when)


def plan_columns(heads: Sequence[str]) -> Columns | None:
    """Which column of a table has what; None where it is no plan: papers with presenters or days.

    Titles without a day need a column that says of what: presenters have topics of their own.
    """
    columns: dict[str, int] = {}
    for name, pattern in _COLUMNS.items():
        taken = columns.values()
        found = next((i for i, cell in enumerate(heads) if i not in taken and pattern.search(cell)), None)
        if found is not None:
            columns[name] = found
    surely = "title" in columns and _SURELY_PAPERS.search(heads[columns["title"]])
    if "title" not in columns:
        return None
    if surely and "date" in columns and "names" not in columns:
        named = next((i for i, cell in enumerate(heads) if _NAME.fullmatch(cell.strip())), None)
        columns |= {} if named is None else {"names": named}
    told = {"date", "names"} & columns.keys()
    return columns if len(told) == 2 or (surely and told) else None


def plan_table(
    block: Block,
    path: str,
    day: date | None,
    roster: Roster,
    *,
    above: str = "",
    shown: bool = False,
    read: bool = False,
) -> Iterator[NotePaper]:
    """The plan in a table with a column of papers, and of days or presenters, mostly of both.

    Where papers are `read`, the column may only be called `내용`, if all that stands in it is called so.

    Without days, the title `above` may have that of all rows: `다음 세미나 (8/20)`. Else, where papers were
    `shown`, such a table tells of this meeting.
    """
    columns = plan_columns(block.rows[0]) if len(block.rows) > 1 else None
    columns = columns or (_columns_of_contents(block.rows) if read else None)
    if columns is None:
        return
    ahead = day_ahead(above, day) if "date" not in columns else None
    for offset, row in enumerate(block.rows[1:]):
        cells = {name: row[i] for name, i in columns.items() if i < len(row)}
        links = block.cell_links[offset + 1] if offset + 1 < len(block.cell_links) else ()
        place = Place(path, block.line + 2 + offset)
        names = names_in(cells.get("names", ""), roster) if cells.get("names", "").strip() else ()
        when = _day(cells.get("date", ""), day) or ahead
        titles = titles_in(f"{cells.get('title', '')} {cells.get('year', '')}")
        said = cells.get("title", "")
        if titles and (names or when) and not (NO_MEETING.search(said) or NO_PAPER.fullmatch(said)):
            row_of = planned(titles, place, names, when, tuple(_cell_links(links, columns)))
            yield replace(row_of, role="presented") if shown and not (ahead or "date" in columns) else row_of


def _columns_of_contents(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a plan whose papers stand in one for contents."""
    at = next((i for i, head in enumerate(rows[0]) if _CONTENTS.fullmatch(head)), None)
    columns = plan_columns([*rows[0][:at], "논문", *rows[0][at + 1 :]]) if at is not None else None
    if at is None or columns is None or not {"date", "names"} <= columns.keys():
        return None
    cells = [row[at].strip() for row in rows[1:] if at < len(row)]
    named = [cell for cell in cells if not (NO_PAPER.fullmatch(cell) or NO_MEETING.search(cell))]
    return columns if named and all(map(NAME_OF_A_PAPER.fullmatch, named)) else None


def _cell_links(links: Sequence[CellLinks], columns: Columns) -> Iterator[tuple[str, str, str]]:
    """The links of a row, each with the column that it stands in; `[Slide]()` leads nowhere."""
    names = {at: name for name, at in columns.items()}
    for at, cell in enumerate(links):
        yield from ((names.get(at, ""), text, url) for text, url in cell if url.strip())


def planned(
    titles: tuple[Title, ...],
    place: Place,
    names: tuple[str, ...],
    when: date | None,
    links: tuple[tuple[str, str, str], ...] = (),
) -> NotePaper:
    """A paper that is to be presented, with the links beside it."""
    papers = [url for name, _, url in links if is_paper(url) and name != "slides"]
    own = papers[0] if len(papers) == 1 and len(titles) == 1 else None
    return NotePaper(
        titles=tuple(title.name for title in titles),
        place=place,
        role="planned",
        aliases=tuple(alias for title in titles for alias in title.aliases),
        year=next((title.year for title in titles if title.year), None),
        url=own,
        arxiv=arxiv_id(own) if own else None,
        doi=doi_of(own) if own else None,
        code=tuple(url for name, _, url in links if is_code(url) and name != "slides"),
        presenters=names,
        date=when,
        slides=tuple(
            SlidesLink(text, url, place.line)
            for name, text, url in links
            if name == "slides" and not leads_to_note(url)
        ),
    )


def _day(text: str, near: date | None) -> date | None:
    parts = find_date(text)
    return on_year(parts, near) if parts else None


def day_ahead(title: str, day: date | None) -> date | None:
    """The day in a title, where that is one on which the team will meet."""
    when = _day(title, day) if day else None
    return when if day and when and when > day else None
