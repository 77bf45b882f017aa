"""Builds the site of a notebook: all pages into a folder beside the output, then in its place in one step."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from studylog.core.digest.frame import counts_of
from studylog.core.digest.health import HealthPage, health_page
from studylog.core.digest.site import Site, site_of
from studylog.core.findings import Finding, Place
from studylog.features.build.copies import Copies
from studylog.features.build.plan import names, page_of
from studylog.features.build.render import renderer
from studylog.features.build.theme import theme_files
from studylog.store.attachments import lost_picture
from studylog.store.index.keep import connection
from studylog.store.index.reading import IndexLibrary
from studylog.store.index.update import Reading, fill
from studylog.store.notebook import MARKER, Notebook
from studylog.store.site import Draft, site_draft


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: how many pages and copied files, and the findings that the site shows."""

    output: Path
    pages: int
    assets: int
    health: HealthPage


def build(
    notebook: Notebook, output: Path, today: date, progress: Callable[[int, int], None] | None = None
) -> BuildReport:
    """Builds the site of a notebook as it is seen on a day; the old site stays until the new one is whole.

    `progress(done, all)` is told after each page. Raises StudylogError, with nothing changed, for an
    output folder that is not ours and for a template that is broken.
    """
    with site_draft(output, notebook.root) as draft, closing(connection("file::memory:")) as db:
        fill(db, notebook, Reading(lambda count: None, None, lambda: 0))
        copies = Copies(notebook)
        site = site_of(
            IndexLibrary(db),
            notebook.settings,
            copies,
            today,
            name=notebook.name,
            findings=_lost_logo(notebook, copies),
        )
        pages = _write_pages(site, notebook.root, draft, progress)
        for name, content in theme_files(notebook.root, notebook.settings, counts_of(site)):
            draft.write(name, content)
        for name, attachment in copies.wanted.items():
            draft.copy(attachment.file, name, attachment.sha256)
        return BuildReport(output, pages, len(copies.wanted), health_page(site))


def _write_pages(site: Site, root: Path, draft: Draft, progress: Callable[[int, int], None] | None) -> int:
    rendered, all_names = renderer(site, root), list(names(site))
    for done, name in enumerate(all_names, 1):
        page = page_of(site, name)
        if page:
            draft.write(name, rendered(page))
        if progress:
            progress(done, len(all_names))
    return len(all_names)


def _lost_logo(notebook: Notebook, copies: Copies) -> Iterator[Finding]:
    logo = notebook.settings.site.logo
    if logo and copies.picture("", f"/{logo}") is None:
        yield lost_picture(Place(MARKER), logo)
