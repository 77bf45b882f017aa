"""All that pages look up: the notes of a notebook together, and what its settings say of their site."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from studylog.core.decks import Deck
from studylog.core.findings import Finding
from studylog.core.i18n import Language
from studylog.core.library import Library
from studylog.core.markdown.context import PictureLink
from studylog.core.settings import Settings
from studylog.core.values import dataclass, field


class Files(Protocol):
    """The files of the notebook that pages lead to or show, by the note and the reference in it."""

    def document(self, note_path: str, reference: str) -> str | None:
        """Where in the site the copy of a file lies that a page may lead to."""

    def picture(self, note_path: str, reference: str) -> PictureLink | None:
        """Where in the site the copy of a picture lies, and its size."""

    def copy(self, path: str) -> str | None:
        """Where in the site the copy of a document lies, by its path in the notebook."""

    def deck(self, path: str) -> Deck | None:
        """The pages of slides, by their path in the notebook; None where nobody has looked into them."""

    def logo(self) -> str | None:
        """Where in the site the logo lies; None for a site without one."""


_REMEMBERED = 8_192


class Lines(dict[str, Any]):
    """What stands on a line of many lists, by its page: made once, and let go when there are very many."""

    def __setitem__(self, page: str, line: Any) -> None:
        if len(self) >= _REMEMBERED:
            self.clear()
        super().__setitem__(page, line)


@dataclass(frozen=True, slots=True)
class Site:
    """The site of a notebook as it is seen on a day; `findings` are those that only building it has shown."""

    library: Library
    settings: Settings
    title: str
    language: Language
    files: Files
    today: date
    searched: bool = False
    findings: tuple[Finding, ...] = ()
    lines: Lines = field(default_factory=Lines, compare=False, repr=False)


def site_of(
    library: Library,
    settings: Settings,
    files: Files,
    today: date,
    *,
    searched: bool = False,
    name: str | None = None,
    findings: Iterable[Finding] = (),
) -> Site:
    """The site of a notebook, by its name."""
    return Site(
        library=library,
        settings=settings,
        title=settings.site.title or name or settings.name or "studylog",
        language=settings.site_language,
        files=files,
        today=today,
        searched=searched,
        findings=tuple(findings),
    )
