"""What surrounds every page: its title, the way to the root, and the rail of nouns with counts."""

from collections.abc import Callable, Container, Sequence
from functools import partial
from typing import Literal
from urllib.parse import urlsplit

from studylog.core.digest.pagenames import (
    HEALTH,
    HOME,
    LECTURES,
    MEETINGS,
    NOTES,
    PAPERS,
    PEOPLE,
    QUESTIONS,
    RESOURCES,
    WEEKS,
)
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target
from studylog.core.digest.weeks import all_weeks
from studylog.core.i18n import Language, Message, say
from studylog.core.settings import SiteNoun
from studylog.core.values import dataclass

Noun = Literal["home", SiteNoun, "search", "missing"]


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One noun of the rail and where it leads; how many of it there are is told by the style sheet."""

    noun: Noun
    word: Message
    page: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A page around its content; `root` leads from the page to the site's root.

    `address` is that of the page in the web, if the settings say where the site lies there; `nav` are the
    team's own links, each with its whole address; `logo` is a picture of the site; `searched` is whether the
    site can be searched.
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
    address: str | None = None


def framing(site: Site, depth: int, noun: Noun) -> Callable[..., Frame]:
    """Makes the frames of all pages of a noun that lie so deep: of `path`, `title` and `address`."""
    own = site.settings.site
    root = "../" * depth
    if noun == "missing" and own.url:
        # It is shown at any depth: where the site is on the web, its links begin at the root of the site.
        root = urlsplit(own.url).path.rstrip("/") + "/"
    return partial(
        Frame,
        site_title=site.title,
        language=site.language,
        root=root,
        rail=_rail(noun, own.order, own.hide),
        nav=tuple(Target(link.text, _address(link.url, root)) for link in own.nav),
        logo=site.files.logo(),
        footer=own.footer,
        searched=site.searched,
    )


def _address(url: str, root: str) -> str:
    """A link of the settings, seen from a page: of the web, or a path from the site's root."""
    return url if urlsplit(url).scheme else root + url.lstrip("/")


NOUNS: dict[Noun, tuple[Message, str]] = {
    "home": (say("Today"), HOME),
    "meetings": (say("Meetings"), MEETINGS),
    "questions": (say("Questions"), QUESTIONS),
    "lectures": (say("Lectures"), LECTURES),
    "papers": (say("Papers"), PAPERS),
    "people": (say("People"), PEOPLE),
    "weeks": (say("Weeks"), WEEKS),
    "notes": (say("Notes"), NOTES),
    "resources": (say("Resources"), RESOURCES),
    "health": (say("To mend"), HEALTH),
}
"""What the nouns of a site are called, and their pages."""


def _rail(noun: Noun, order: Sequence[str], hide: Container[str]) -> tuple[RailEntry, ...]:
    """The nouns in the order of a team, those first that it named, without those that it does not want."""
    first: list[Noun] = ["home", *(name for word in order for name in NOUNS if name == word)]
    names = (name for name in dict.fromkeys([*first, *NOUNS]) if name not in hide)
    return tuple(RailEntry(name, NOUNS[name][0], NOUNS[name][1], name == noun) for name in names)


def counts_of(site: Site) -> dict[Noun, int]:
    """How much there is of each noun that is counted."""
    counts = site.library.counts()
    return {
        "meetings": counts.meetings,
        "questions": counts.questions,
        "lectures": counts.lectures,
        "papers": counts.papers,
        "people": len(site.settings.roster.people) or len(site.library.people.standings(site.today)),
        "weeks": len(all_weeks(site)),
        "notes": counts.notes,
        "resources": counts.resources,
        "health": site.library.findings.count(site.today) + len(site.findings),
    }


def count_rule(noun: Noun, count: int) -> str:
    """The style that puts a count behind a noun; one without anything is left out unless one is there."""
    if count:
        return f'[data-count="{noun}"]::after {{ content: "{count}"; }}'
    return f".rail {_entry(noun)}:not(:has([aria-current])) {{ display: none; }}"


def nouns_without(style: str) -> frozenset[Noun]:
    """The nouns that a style of these rules leaves out: whoever has only a built site knows them by it."""
    return frozenset(noun for noun in NOUNS if _entry(noun) in style)


def _entry(noun: Noun) -> str:
    return f'li:has([data-count="{noun}"])'
