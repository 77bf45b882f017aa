"""The boards of papers: what is to come, what happened and what is missing, and older papers by year."""

from collections.abc import Iterator, Sequence
from datetime import date

from studylog.core.dates.labels import in_several_years
from studylog.core.digest.pagenames import year_name
from studylog.core.digest.paging import Pager, Way, pager, parts_of
from studylog.core.digest.papers.lines import PaperLine, paper_line
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say
from studylog.core.library import Stretch
from studylog.core.papers.states import WORDS, PaperState
from studylog.core.values import dataclass

_FEW, _NEWEST, PART = 300, 60, 300
# What somebody has to do stands side by side over the tables, and is short.
_PRESSING: tuple[PaperState, ...] = ("next", "late", "slides-missing")
_MOST_PRESSING = 8


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The papers in one state: all that there are, and those that are shown."""

    state: PaperState
    word: Message
    total: int
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The board by state: what presses somebody, then the others.

    On the page of a year, `year` is its name, and nothing depends on the day on which it is looked at. Where
    not all papers are here, `years` lead to all.
    """

    year: Message | None
    pressing: tuple[BoardGroup, ...]
    groups: tuple[BoardGroup, ...]
    total: int
    years: tuple[Way, ...]
    pager: Pager
    today: date | None = None

    @property
    def counted(self) -> tuple[BoardGroup, ...]:
        """Every state once, in the order of the page: together they are all papers."""
        tables = {group.state for group in self.groups}
        return (*(group for group in self.pressing if group.state not in tables), *self.groups)

    @property
    def dated(self) -> bool:
        """Whether its days are of several years."""
        return in_several_years(paper.day for paper in self._papers())

    @property
    def planned(self) -> bool:
        """Whether any of its papers was planned."""
        return any(paper.outcome for paper in self._papers())

    def _papers(self) -> Iterator[PaperLine]:
        return (paper for group in (*self.pressing, *self.groups) for paper in group.papers)


def year_stretches(site: Site) -> tuple[Stretch, ...]:
    """The years that have pages of their own: none where all papers stand on one page."""
    return site.library.papers.years() if sum(_states(site).values()) > _FEW else ()


def papers_page(site: Site) -> PapersPage:
    """The board of all papers; of many, the newest and the way to every year."""
    states, years = _states(site), year_stretches(site)
    most = _NEWEST if years else _FEW
    groups = [
        _group(site, state, total, _MOST_PRESSING if state in _PRESSING else most)
        for state, total in states.items()
    ]
    # Of those that press, all that are too many for the head have a table of their own.
    crowded = [
        _group(site, one.state, one.total, most)
        for one in groups
        if one.state in _PRESSING and one.total > _MOST_PRESSING
    ]
    return PapersPage(
        year=None,
        pressing=tuple(one for one in groups if one.state in _PRESSING),
        groups=(*crowded, *(one for one in groups if one.state not in _PRESSING)),
        total=sum(states.values()),
        years=tuple(Way(words_of(year.first), year_name(year.first), year.count) for year in years),
        pager=Pager((), 1),
        today=site.today,
    )


def _states(site: Site) -> dict[PaperState, int]:
    return dict(site.library.papers.states(site.today))


def _group(site: Site, state: PaperState, total: int, most: int) -> BoardGroup:
    papers = site.library.papers.in_state(state, site.today, most)
    return BoardGroup(state, WORDS[state], total, tuple(paper_line(site, paper) for paper in papers))


def year_page(site: Site, year: Stretch, part: int) -> PapersPage:
    """The papers of a year, or of none."""
    lines = [
        paper_line(site, one) for one in site.library.papers.of_year(year.first, (part - 1) * PART, PART)
    ]
    waiting = sorted((line for line in lines if not line.presented), key=_soonest)
    presented = [line for line in lines if line.presented]
    groups = (
        _of_year("planned", [line for line in waiting if line.outcome]),
        _of_year("presented", presented),
        _of_year("listed", [line for line in waiting if not line.outcome]),
    )
    return PapersPage(
        year=words_of(year.first),
        pressing=(),
        groups=tuple(group for group in groups if group.papers),
        total=year.count,
        years=(),
        pager=pager(year_name(year.first), part, parts_of(year.count, PART)),
    )


def _of_year(state: PaperState, lines: Sequence[PaperLine]) -> BoardGroup:
    return BoardGroup(state, WORDS[state], len(lines), tuple(lines))


def _soonest(line: PaperLine) -> tuple[date, str]:
    return line.day or date.max, line.title


def words_of(first: date | None) -> Message:
    """What a year is called."""
    return say("{year}", year=first.year) if first else say("Without a date")
