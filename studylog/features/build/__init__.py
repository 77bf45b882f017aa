"""Builds the site of a notebook: all pages into a folder beside the output, then in its place in one step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from studylog.core.digest.site import site_of
from studylog.core.findings import Finding
from studylog.core.model import Collection
from studylog.core.search.passages import Prose, documents_of
from studylog.features.build.notes import NotePages, Quoted
from studylog.features.build.plan import list_pages, search_pages, thing_pages
from studylog.features.build.render import renderer
from studylog.features.build.searching import search_files
from studylog.features.build.theme import theme_files
from studylog.store.attachments import Attachments, lost
from studylog.store.notebook import Notebook
from studylog.store.site import site_draft


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: how many pages and copied files, and all findings that the site shows."""

    output: Path
    pages: int
    assets: int
    findings: tuple[Finding, ...]


def build(
    notebook: Notebook,
    collection: Collection,
    output: Path,
    today: date,
    progress: Callable[[int, int], None] | None = None,
    prose: Mapping[str, Prose] | None = None,
) -> BuildReport:
    """Builds the site of a notebook as it is seen on a day; the old site stays until the new one is whole.

    `prose` is that of each note by its path, for the search; without it the site has none.

    `progress(done, all)` is told after each page. Raises StudylogError, with nothing changed, for an
    output folder that is not ours and for a template that is broken.
    """
    with site_draft(output, notebook.root) as draft:
        attachments = Attachments(notebook)
        documents = attachments.of(collection)
        files = {path: attachment.name for path, attachment in documents.items()}
        findings = lost(attachments, collection)
        quoted = Quoted()
        site = site_of(
            collection,
            notebook.settings,
            name=notebook.name,
            files=files,
            quotes=quoted.quotes,
            sections=quoted.sections,
            findings=findings,
        )
        notes = NotePages(site, notebook, attachments, quoted)
        # Notes come first: all other pages quote them.
        pages = [*notes.pages(), *list_pages(site, today), *thing_pages(site)]
        pages += search_pages() if prose is not None else ()
        rendered = renderer(site, notebook.root, searched=prose is not None)
        for done, page in enumerate(pages, 1):
            draft.write(page.path, rendered(page))
            if progress:
                progress(done, len(pages))
        for name, content in theme_files(notebook.root, notebook.settings):
            draft.write(name, content)
        if prose is not None:
            found = documents_of(collection, prose, site.addresses, notebook.settings.roster)
            for name, content in search_files(found, site.language):
                draft.write(name, content)
        copies = {one.name: one for one in (*documents.values(), *notes.pictures.values())}
        for name, attachment in copies.items():
            draft.copy(attachment.file, name, attachment.sha256)
    return BuildReport(output, len(pages), len(copies), site.findings)
