"""Where the references of a note lead in a site: to pages, to copies of files, or nowhere."""

from functools import partial
from urllib.parse import quote

from studylog.core.body.links import destination
from studylog.core.body.whole import Body, Reference
from studylog.core.digest.leads import Lead, placed
from studylog.core.digest.papers.slides import slides_of
from studylog.core.digest.site import Site
from studylog.core.markdown.context import PictureLink
from studylog.core.papers.groups import title_key
from studylog.core.text import fold

# Pages of notes, questions and papers lie one folder deep, so all can show the same HTML.
_ROOT = "../"


def place(site: Site, path: str, page: str, body: Body | None, html: str) -> str:
    """HTML of a note with its references in their places, by the path of the note and its page."""
    return placed(html, body.references, partial(lead, site, path, page), page) if body else html


def lead(site: Site, path: str, page: str, reference: Reference) -> Lead:
    """Where a reference of the note of a path and page leads."""
    if reference.kind == "picture":
        return _picture(site, path, reference.written)
    if reference.kind == "slide":
        number, _, paper = reference.written.partition(" ")
        return _slide(site, page, int(number), paper)
    if reference.kind == "wikilink":
        return Lead(_named(site, reference.written))
    return Lead(_link(site, path, page, reference.written))


def _link(site: Site, path: str, page: str, url: str) -> str | None:
    found = destination((path,), path, url)
    if found.kind == "note":
        return _address(page, found.fragment)
    if found.kind != "file":
        return found.path if found.kind == "web" else None
    card = site.library.notes.card(found.path)
    if card:
        return _address(card.page, found.fragment)
    copy = site.files.document(path, url)
    return _ROOT + quote(copy) if copy else None


def _named(site: Site, written: str) -> str | None:
    """The address of the note that `[[…]]` means."""
    name, _, fragment = written.partition("#")
    card = site.library.notes.named(fold(name.strip().removesuffix(".md")))
    return _address(card.page, fragment.strip()) if card else None


def _picture(site: Site, path: str, source: str) -> Lead:
    """A picture; what is none may be a document, or the page that `![[…]]` means."""
    found = site.files.picture(path, source)
    if found is None:
        copy = site.files.document(path, source)
        return Lead(_ROOT + quote(copy) if copy else _named(site, source))
    return Lead(picture=PictureLink(_ROOT + quote(found.src), found.width, found.height))


def _slide(site: Site, page: str, number: int, title: str) -> Lead:
    """A page of the slides of a paper that the note of a page tells of; none where they have no such page."""
    for paper in site.library.papers.in_note(page):
        if title_key(title) in map(title_key, (paper.title, *paper.aliases)):
            found = next(slides_of(site, paper), None)
            sheet = found.sheet(number) if found else None
            if sheet is None:
                return Lead()
            picture = PictureLink(_ROOT + sheet.src, sheet.width, sheet.height) if sheet.src else None
            return Lead(_ROOT + sheet.page, picture)
    return Lead()


def _address(page: str, fragment: str) -> str:
    return _ROOT + page + (f"#{quote(fragment)}" if fragment else "")
