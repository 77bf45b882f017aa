"""Pages of Notion as drafts: each once, completed by all that was exported of it."""

from collections.abc import Iterator, Sequence
from filecmp import cmp
from pathlib import Path

from studylog.core.dates.reading import find_date
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.dated import dated
from studylog.core.incoming.drafts import Draft, Refused
from studylog.core.notion.ids import address
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.core.values import replace
from studylog.features.imports.notion.catalogue import Catalogue, Page
from studylog.features.imports.notion.contents import content_of
from studylog.features.imports.notion.databases import Databases
from studylog.features.imports.notion.leftovers import Leftovers
from studylog.features.imports.notion.linking import Links
from studylog.features.imports.notion.sources import open_exports


def drafts(sources: Sequence[Path], settings: Settings, scratch: Path) -> Iterator[Draft | Refused]:
    """The drafts of all sources together, so that links between them are found; archives go to `scratch`."""
    exports, refused = open_exports(sources, scratch)
    yield from refused
    catalogue = Catalogue(exports)
    yield from _no_pages(catalogue)
    databases, leftovers = Databases(catalogue), Leftovers(catalogue)
    waiting: list[tuple[Page, Draft]] = []
    for page in catalogue.pages:
        draft = _draft(page, catalogue, databases, settings)
        leftovers.use(draft)
        if leftovers.may_belong_to(page):
            waiting.append((page, draft))
        else:
            yield draft
    # Only now it is known which files no page at all leads to.
    for page, draft in waiting:
        yield leftovers.completed(page, draft)
    yield from leftovers.refused()


def _draft(page: Page, catalogue: Catalogue, databases: Databases, settings: Settings) -> Draft:
    content, own = content_of(page, databases.around(page), databases.title(page)), databases.of(page)
    links = Links(catalogue, page)
    header = links.in_header(content.header)
    text, visible = links.in_text(nfc(content.body)), content.visible
    if own is not None and "html" not in page.files:
        text = "\n".join(part for part in (text, own.markdown(links)) if part.strip())
        visible = f"{visible}\n{own.visible()}"
    page_id = page.page_id or content.page_id
    header["source"] = address(page_id) if page_id else page.spot.path.rpartition("/")[2]
    attachments, pages, lost = links.noted()
    draft = Draft(
        source=page.source,
        text=text,
        header=header,
        attachments=attachments,
        pages=pages,
        lost=lost,
        visible=visible,
        findings=(*content.findings, *links.findings, *_repeated(page, catalogue)),
    )
    draft = dated(draft, settings)
    has_day = find_date(str(draft.header.get("date", ""))) is not None
    return draft if has_day else replace(draft, place=page.place)


def _no_pages(catalogue: Catalogue) -> Iterator[Refused]:
    """What was given as a page, and is none."""
    for number, export in enumerate(catalogue.exports):
        for path in sorted(export.wanted or ()):
            if catalogue.page_at(number, path) is None:
                message = say("{file} is no page of Notion.", file=path)
                yield Refused(path, Finding(Place(path), "error", "import", message))


def _repeated(page: Page, catalogue: Catalogue) -> Iterator[Finding]:
    """The same page in another state, as when an older export was given beside a newer one."""
    kept = {spot.path.rpartition(".")[2].lower(): spot for spot in page.spots}
    for other in page.others:
        used = kept.get(other.path.rpartition(".")[2].lower())
        if used is None or not cmp(used.file, other.file, shallow=False):
            message = say(
                "This page is in {export} once more, with other content; that one was left out.",
                export=catalogue.exports[other.export].name,
            )
            hint = say("Give the newer export first, or alone.")
            yield Finding(Place(page.source), "warning", "repeated", message, hint)
