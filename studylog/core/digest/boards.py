"""The boards of papers: what is planned, what was presented, and older papers by year."""

from dataclasses import dataclass
from datetime import date

from studylog.core.digest.pagenames import year_name
from studylog.core.digest.paging import Pager, Way, pager, parts_of
from studylog.core.digest.papers import PaperLine, paper_line
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.library import Stretch

_FEW, _NEWEST, PART = 300, 60, 300


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The board: planned and not presented yet, presented with the newest first.

    On the page of a year, `year` is its name. The counts are those of all papers; where not all are here,
    `gaps` are those without slides, and `years` lead to all.
    """

    year: Message | None
    planned: tuple[PaperLine, ...]
    gaps: tuple[PaperLine, ...]
    presented: tuple[PaperLine, ...]
    total: int
    planned_total: int
    presented_total: int
    missing: int
    years: tuple[Way, ...]
    pager: Pager


def year_stretches(site: Site) -> tuple[Stretch, ...]:
    """The years that have pages of their own: none where all papers stand on one page."""
    counts = site.library.papers.counts()
    return site.library.papers.years() if counts.presented + counts.planned > _FEW else ()


def papers_page(site: Site) -> PapersPage:
    """The board of all papers; of many, the newest and the way to every year."""
    papers, counts, years = site.library.papers, site.library.papers.counts(), year_stretches(site)
    most = _NEWEST if years else _FEW
    return PapersPage(
        year=None,
        planned=tuple(paper_line(site, paper) for paper in papers.planned(most)),
        gaps=tuple(paper_line(site, paper) for paper in papers.missing(most)) if years else (),
        presented=tuple(paper_line(site, paper) for paper in papers.presented(most)),
        total=counts.presented + counts.planned,
        planned_total=counts.planned,
        presented_total=counts.presented,
        missing=counts.missing,
        years=tuple(Way(words_of(year.first), year_name(year.first), year.count) for year in years),
        pager=Pager((), 1),
    )


def year_page(site: Site, year: Stretch, part: int) -> PapersPage:
    """The papers of a year, or of none."""
    lines = [
        paper_line(site, one) for one in site.library.papers.of_year(year.first, (part - 1) * PART, PART)
    ]
    planned = sorted((line for line in lines if not line.presented), key=_soonest)
    presented = [line for line in lines if line.presented]
    return PapersPage(
        year=words_of(year.first),
        planned=tuple(planned),
        gaps=(),
        presented=tuple(presented),
        total=year.count,
        planned_total=len(planned),
        presented_total=len(presented),
        missing=sum(line.missing for line in lines),
        years=(),
        pager=pager(year_name(year.first), part, parts_of(year.count, PART)),
    )


def _soonest(line: PaperLine) -> tuple[date, str]:
    return line.day or date.max, line.title


def words_of(first: date | None) -> Message:
    """What a year is called."""
    return say("{year}", year=first.year) if first else say("Without a date")
