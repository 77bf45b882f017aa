"""A page as bytes: its view in its frame, through its template, in the site's language."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from studylog.core.dates import day_label, long_day
from studylog.core.digest.frame import frame
from studylog.core.digest.site import Site
from studylog.core.digest.words import MONTHS, month_name
from studylog.core.i18n import Language, Message, say, translate
from studylog.features.build.plan import Page
from studylog.store.templates import render, site_environment


def renderer(site: Site, root: Path, *, searched: bool) -> Callable[[Page], bytes]:
    """Makes the bytes of a page; equal pages of equal sites are equal bytes."""
    language = site.language
    environment = site_environment(root, language)
    words = {
        "t": partial(_told, language),
        "day": lambda day: day_label(day, language),
        "long_day": lambda day: long_day(day, language),
        "month": lambda day: MONTHS[day.month - 1],
        "month_of": month_name,
    }

    def rendered(page: Page) -> bytes:
        title = page.title if isinstance(page.title, str) else translate(page.title, language)
        around = frame(site, page.path, title, page.noun, searched=searched)
        values = {**words, "frame": around, "view": page.view()}
        return render(environment, page.template, values).encode()

    return rendered


def _told(language: Language, text: str | Message, /, **args: str | int | Message) -> str:
    return translate(say(text, **args) if isinstance(text, str) else text, language)
