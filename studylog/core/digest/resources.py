"""Links to the web that notes have: each address once, newest first, by month."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from studylog.core.dates.titled import undated
from studylog.core.digest.months import MonthPlace, newest, place_of, years
from studylog.core.digest.paging import Pager, YearOfWays
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target
from studylog.core.digest.weblinks import shown
from studylog.core.i18n import Message
from studylog.core.library import Card, Stretch, WebLink
from studylog.core.values import dataclass
from studylog.core.words import lecture_name

FOLDER = "resources"
"""Where the pages of months lie."""

_FEW, _NEWEST, PART = 250, 100, 250
_HOSTS = 8


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """A link: what it is called, where it leads, and who brought it when.

    `place` is its host, the whole address where several of a page are called the same, None where its title
    says it.
    """

    url: str
    title: str
    place: str | None
    by: str | None
    day: date | None
    note: Target
    lecture: Message | None
    lecture_page: str | None
    again: int


@dataclass(frozen=True, slots=True)
class ResourceMonth:
    """The links of a month; `first` is None for those of notes without a date."""

    first: date | None
    lines: tuple[ResourceLine, ...]


@dataclass(frozen=True, slots=True)
class HostCount:
    """How many links lead to a host."""

    host: str
    count: int


@dataclass(frozen=True, slots=True)
class ResourcesPage:
    """Links by month; `place` is the month where the page is that of one, `hosts` are those of several links.

    `total` counts all links, and `years` leads to all months where not all of them are shown.
    """

    place: MonthPlace | None
    months: tuple[ResourceMonth, ...]
    hosts: tuple[HostCount, ...]
    total: int
    years: tuple[YearOfWays, ...]
    pager: Pager


def month_stretches(site: Site) -> tuple[Stretch, ...]:
    """The months that have pages of their own: none where all links stand on one page."""
    months = site.library.links.months()
    return months if sum(month.count for month in months) > _FEW else ()


def resources_page(site: Site) -> ResourcesPage:
    """All links; of many, those of the newest months, and the way to all others."""
    months = site.library.links.months()
    total = sum(month.count for month in months)
    few = total <= _FEW
    shown = months if few else newest(months, _NEWEST)
    links = [link for month in shown for link in site.library.links.of_month(month.first, 0, month.count)]
    hosts = tuple(HostCount(host, count) for host, count in site.library.links.hosts(_HOSTS) if count > 1)
    ways = () if few else years(months, FOLDER)
    return ResourcesPage(None, _months(site, links), hosts, total, ways, Pager((), 1))


def month_page(site: Site, months: Sequence[Stretch], month: Stretch, part: int) -> ResourcesPage:
    """The links that one of several months brought, or those without a date."""
    place, pager = place_of(months, month, FOLDER, part, PART)
    links = site.library.links.of_month(month.first, (part - 1) * PART, PART)
    return ResourcesPage(place, _months(site, links), (), month.count, (), pager)


def _months(site: Site, links: Sequence[WebLink]) -> tuple[ResourceMonth, ...]:
    alike = Counter((link.title, link.host) for link in links)
    months = groupby(links, key=lambda link: link.note.day.replace(day=1) if link.note.day else None)
    return tuple(
        ResourceMonth(first, tuple(_line(site, link, alike[link.title, link.host]) for link in group))
        for first, group in months
    )


def _line(site: Site, link: WebLink, alike: int) -> ResourceLine:
    course, number = link.first.course, link.first.lecture
    return ResourceLine(
        url=link.url,
        title=link.title,
        place=_place(link, alike),
        by=link.author,
        day=link.note.day,
        note=_note(link.note),
        lecture=lecture_name(course, number) if number is not None else None,
        lecture_page=site.library.lectures.page(course, number) if number is not None else None,
        again=link.again,
    )


def _note(card: Card) -> Target:
    """The note of a link; its day stands beside it."""
    rest = undated(card.title) if card.day else ""
    return Target(rest or card.title, card.page)


def _place(link: WebLink, alike: int) -> str | None:
    if link.title.startswith(link.host):
        return None
    return shown(link.url) if alike > 1 else link.host
