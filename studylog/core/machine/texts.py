"""What machines look for at the root of a site: a list of its pages, and what it is about in plain words."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, islice

from studylog.core.digest.frame import NOUNS
from studylog.core.digest.pagenames import paper_name
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say, translate
from studylog.core.library import NoteEntry
from studylog.core.machine.addresses import address, reference, root_path
from studylog.core.machine.calendar import CALENDAR
from studylog.core.machine.feed import FEED
from studylog.core.machine.records import NOUNS as RECORDS
from studylog.core.machine.records import data_name
from studylog.core.model import Paper
from studylog.core.words import lecture_name

LLMS, MISSING, ROBOTS, SITEMAP = "llms.txt", "404.html", "robots.txt", "sitemap.xml"
"""What these files are called."""

_MEETINGS, _PAPERS, _LECTURES, _FEW = 30, 50, 200, 2_000
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_BRACKETS = str.maketrans({"[": r"\[", "]": r"\]", "\\": r"\\"})


def llms(site: Site) -> str:
    """The site for a language model that is asked about it (llmstxt.org): what it is, and where to read."""
    counts = site.library.counts()
    about = say(
        "The minutes of a study team: {meetings:meeting/meetings}, {questions:question/questions}, "
        "{papers:paper/papers}.",
        meetings=counts.meetings,
        questions=counts.questions,
        papers=counts.papers,
    )
    sections = [
        (say("Lists"), [_link(site, _told(site, word), page) for word, page in NOUNS.values()]),
        (say("Meetings"), [_link(site, _titled(entry), entry.page) for entry in _last_meetings(site)]),
        (say("Lectures"), [_link(site, name, page) for name, page in islice(_lectures(site), _LECTURES)]),
        (
            say("Papers"),
            [_link(site, one.title, paper_name(one.id)) for one in islice(_presented(site), _PAPERS)],
        ),
        (say("Data"), [_link(site, name, name) for name in (*map(data_name, RECORDS), FEED, CALENDAR)]),
    ]
    parts = [f"# {_line(site.title)}\n\n> {_told(site, about)}\n"]
    parts += [f"## {_told(site, title)}\n\n" + "".join(links) for title, links in sections if links]
    return "\n".join(parts)


def _presented(site: Site) -> Iterator[Paper]:
    """The papers that were presented, the newest first."""
    papers = site.library.papers
    for year in papers.years():
        yield from (one for one in papers.of_year(year.first, 0, year.count) if one.presented)


def sitemaps(site: Site, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The lists of all pages: one, or for a large site one a folder; none for a site without an address."""
    pages = sorted(name for name in names if name.endswith(".html") and name != MISSING)
    if site.settings.site.url is None:
        return
    if len(pages) <= _FEW:
        yield SITEMAP, _urls(site, pages)
        return
    lists = []
    for key, group in groupby(sorted(pages, key=_folder), key=_folder):
        lists.append(f"sitemaps/{key}.xml")
        yield lists[-1], _urls(site, group)
    places = "".join(f"<sitemap><loc>{_loc(site, name)}</loc></sitemap>\n" for name in lists)
    yield SITEMAP, _xml(f'<sitemapindex xmlns="{_SPACE}">\n{places}</sitemapindex>\n')


def robots(site: Site) -> str | None:
    """What crawlers may read; only the root of a host is asked for it."""
    if site.settings.site.url is None or root_path(site) != "/":
        return None
    return f"User-agent: *\nAllow: /\n\nSitemap: {address(site, SITEMAP)}\n"


def _folder(page: str) -> str:
    """The list that a page stands on: questions are many, so those with one letter share theirs."""
    folder = page.rpartition("/")[0].replace("/", "-") or "pages"
    letter = page.rpartition("/")[2].removeprefix("q-")[:1]
    return f"{folder}-{letter}" if folder == "questions" and letter.isascii() and letter.isalnum() else folder


def _urls(site: Site, pages: Iterable[str]) -> bytes:
    places = "".join(f"<url><loc>{_loc(site, page)}</loc></url>\n" for page in pages)
    return _xml(f'<urlset xmlns="{_SPACE}">\n{places}</urlset>\n')


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}'.encode()


def _loc(site: Site, name: str) -> str:
    return escape(address(site, name) or name)


def _last_meetings(site: Site) -> Iterator[NoteEntry]:
    meetings = site.library.meetings
    months = (month for month in meetings.months() if month.first)
    return islice(
        (entry for month in months for entry in meetings.of_month(month.first, 0, _MEETINGS)), _MEETINGS
    )


def _lectures(site: Site) -> Iterator[tuple[str, str]]:
    for course, _ in site.library.lectures.courses():
        for entry in site.library.lectures.of_course(course):
            lecture = entry.lecture
            name = lecture_name(lecture.course, lecture.number)
            yield " ".join([_told(site, name) if name else "", lecture.title or ""]).strip(), entry.page


def _titled(entry: NoteEntry) -> str:
    day = entry.note.date
    return f"{day.isoformat()} {entry.note.title}" if day else entry.note.title


def _link(site: Site, text: str, page: str) -> str:
    return f"- [{_line(text).translate(_BRACKETS)}]({reference(site, page)})\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _told(site: Site, message: Message) -> str:
    return translate(message, site.language)
