"""A page as bytes: its view in its frame, through its template, in the site's language."""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from html import escape
from pathlib import Path

from studylog.core.body.holding import held
from studylog.core.body.html import jointed
from studylog.core.dates.labels import (
    MONTHS,
    dated_label,
    day_label,
    days_label,
    headline_day,
    long_day,
    month_name,
)
from studylog.core.digest.frame import Frame, Noun, framing
from studylog.core.digest.pagenames import person_names
from studylog.core.digest.questions.lines import QuestionLine
from studylog.core.digest.site import Site
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.machine.addresses import address
from studylog.core.people.roster import Roster
from studylog.core.values import dataclass, field
from studylog.features.build.pages import Page
from studylog.store.templates import Templates, macros_of, render, site_environment, theme_stamp

# States, lectures, days and the sentences of templates come again and again.
_REMEMBERED = 4_096


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is made once for all pages of a noun that lie equally deep: parts of them, and macros."""

    environment: Templates
    _parts: dict[str, str] = field(default_factory=dict)
    _macros: dict[str, object] = field(default_factory=dict)

    def part(self, name: str, caller: Callable[[], str]) -> str:
        """A part of these pages, made by the first of them."""
        if name not in self._parts:
            self._parts[name] = caller()
        return self._parts[name]

    def macros(self, around: Frame, name: str) -> object:
        """The macros of a template, as the first of these pages sees them."""
        if name not in self._macros:
            self._macros[name] = macros_of(self.environment, name, {"frame": around}, (QuestionLine,))
        return self._macros[name]


def renderer(site: Site, root: Path) -> Callable[[Page], bytes]:
    """Makes the bytes of a page; equal pages of equal sites are equal bytes."""
    language = site.language
    environment = _environment(root, site.language, site.settings.roster, theme_stamp(root))

    @cache
    def framed(noun: Noun, depth: int) -> Callable[..., Frame]:
        return framing(site, depth, noun)

    @cache
    def shared(noun: Noun, depth: int, in_rail: bool) -> _Shared:
        return _Shared(environment)

    def rendered(page: Page) -> bytes:
        if page.template is None:
            made = page.view()
            assert isinstance(made, bytes)
            return made
        title = page.title if isinstance(page.title, str) else translate(page.title, language)
        depth = page.path.count("/")
        around = framed(page.noun, depth)(path=page.path, title=title, address=address(site, page.path))
        ours = shared(page.noun, depth, any(entry.page == page.path for entry in around.rail))
        values = {"frame": around, "view": page.view(), "shared": ours.part}
        text = render(environment, page.template, {**values, "macros": partial(ours.macros, around)})
        return (held(text) if page.path.endswith(".html") else text).encode()

    return rendered


@lru_cache(1)
def _environment(root: Path, language: Language, roster: Roster, theme: object) -> Templates:
    """The templates of a theme, kept until they change: whoever builds again has them ready."""
    return site_environment(root, language, _words(language, roster))


def _words(language: Language, roster: Roster) -> dict[str, Callable[..., object]]:
    """What every template may call."""
    pages = {person: page for page, person in person_names(roster).items()}

    @lru_cache(_REMEMBERED)
    def told(text: str | Message) -> str:
        return translate(say(text) if isinstance(text, str) else text, language)

    def t(text: str | Message, /, **args: str | int | Message) -> str:
        return told(say(text, **args) if args and isinstance(text, str) else text)

    def person(written: str) -> str | None:
        """The page of the one person whom a name means."""
        found = roster.resolve(written).person
        return pages[found] if found else None

    return {
        "t": t,
        "person": lru_cache(_REMEMBERED)(person),
        "day": lru_cache(_REMEMBERED)(lambda day: day_label(day, language)),
        "long_day": lru_cache(_REMEMBERED)(lambda day: long_day(day, language)),
        "headline_day": lambda day: headline_day(day, language),
        "dated": lru_cache(_REMEMBERED)(lambda day: dated_label(day, language)),
        "days": lambda first, last: days_label(first, last, language),
        "month": lambda day: MONTHS[day.month - 1],
        "month_of": month_name,
        "jointed": lambda address: jointed(escape(address, quote=False)),
    }
