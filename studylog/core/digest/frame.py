"""What surrounds every page: its title, the way to the root, and the rail of nouns with counts."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from studylog.core.digest.lines import Target
from studylog.core.digest.site import Site
from studylog.core.i18n import Language, Message, say

Noun = Literal[
    "home", "meetings", "questions", "lectures", "papers", "notes", "resources", "health", "search"
]


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One noun of the rail: where it leads and how many of it there are."""

    noun: Noun
    word: Message
    page: str
    count: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A page around its content; `root` leads from the page to the site's root.

    `nav` are the team's own links, each with its whole address; `logo` is a picture of the site; `searched`
    is whether the site can be searched.
    """

    path: str
    title: str
    site_title: str
    language: Language
    root: str
    rail: tuple[RailEntry, ...]
    nav: tuple[Target, ...]
    logo: str | None
    footer: str | None
    searched: bool


def frame(site: Site, path: str, title: str, noun: Noun, *, searched: bool = False) -> Frame:
    """The frame of a page that belongs under a noun."""
    own = site.settings.site
    root = "../" * path.count("/")
    return Frame(
        path=path,
        title=title,
        site_title=site.title,
        language=site.language,
        root=root,
        rail=_rail(site, noun),
        nav=tuple(Target(link.text, _address(link.url, root)) for link in own.nav),
        logo=site.files.get(own.logo) if own.logo else None,
        footer=own.footer,
        searched=searched,
    )


def _address(url: str, root: str) -> str:
    """A link of the settings, seen from a page: of the web, or a path from the site's root."""
    return url if urlsplit(url).scheme else root + url.lstrip("/")


def _rail(site: Site, noun: Noun) -> tuple[RailEntry, ...]:
    collection = site.collection
    nouns: tuple[tuple[Noun, Message, str, int | None], ...] = (
        ("home", say("Today"), "index.html", None),
        ("meetings", say("Meetings"), "meetings/index.html", len(site.meetings)),
        ("questions", say("Questions"), "questions/index.html", len(collection.questions)),
        ("lectures", say("Lectures"), "lectures/index.html", len(collection.lectures)),
        ("papers", say("Papers"), "papers/index.html", len(collection.papers)),
        ("notes", say("Notes"), "notes/index.html", len(site.others)),
        ("resources", say("Resources"), "resources.html", len(site.links)),
        ("health", say("To mend"), "health.html", len(site.findings)),
    )
    return tuple(
        RailEntry(name, word, page, count, name == noun)
        for name, word, page, count in nouns
        if count != 0 or name == noun
    )
