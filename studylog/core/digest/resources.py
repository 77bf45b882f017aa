"""Every link of the notes, by month, on as many pages as it takes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from studylog.core.digest.lines import Target
from studylog.core.digest.site import Site
from studylog.core.digest.weblinks import WebLink
from studylog.core.digest.words import lecture_name
from studylog.core.i18n import Message

_MOST = 250
_HOSTS = 8


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """A link: what it is called, where it leads, and who brought it when."""

    url: str
    title: str
    host: str
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
    """One page of links, and its place among all of them."""

    page: str
    months: tuple[ResourceMonth, ...]
    hosts: tuple[HostCount, ...]
    total: int
    number: int
    pages: tuple[str, ...]


def resources_pages(site: Site) -> tuple[ResourcesPage, ...]:
    """All links, newest first; at most 250 a page, so that no page grows without end."""
    links = sorted(site.links, key=lambda link: link.note.date or date.min, reverse=True)
    chunks = [links[start : start + _MOST] for start in range(0, len(links), _MOST)] or [[]]
    names = ("resources.html", *(f"resources-{number}.html" for number in range(2, len(chunks) + 1)))
    hosts = Counter(link.host for link in links).most_common(_HOSTS)
    counts = tuple(HostCount(host, count) for host, count in hosts)
    return tuple(
        ResourcesPage(names[number], _months(site, chunk), counts, len(links), number + 1, names)
        for number, chunk in enumerate(chunks)
    )


def _months(site: Site, links: Sequence[WebLink]) -> tuple[ResourceMonth, ...]:
    months = groupby(links, key=lambda link: link.note.date.replace(day=1) if link.note.date else None)
    return tuple(ResourceMonth(first, tuple(_line(site, link) for link in group)) for first, group in months)


def _line(site: Site, link: WebLink) -> ResourceLine:
    key = (link.first.course, link.first.lecture) if link.first.lecture is not None else None
    return ResourceLine(
        url=link.url,
        title=link.title,
        host=link.host,
        by=link.note.header.author,
        day=link.note.date,
        note=Target(link.note.title, site.addresses.notes[link.note.path]),
        lecture=lecture_name(*key) if key else None,
        lecture_page=site.addresses.lectures.get(key) if key else None,
        again=len(link.notes) - 1,
    )
