"""The pages of notes: their text rendered with links into the site, and kept for the pages of questions."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

from studylog.core.collection import page_names
from studylog.core.digest.frame import Noun
from studylog.core.digest.html import Outline, dressed
from studylog.core.digest.links import Destination, backlinks, destination, wikilinked
from studylog.core.digest.note import NotePage, note_page
from studylog.core.digest.quoting import Quote, quotes_in
from studylog.core.digest.sections import section_of
from studylog.core.digest.site import Site
from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.markdown import PictureLink, RenderContext
from studylog.core.model import Note, Part
from studylog.core.page import note_parts
from studylog.core.pictures import size_of
from studylog.features.build.plan import Page
from studylog.store import files
from studylog.store.attachments import DOCUMENTS, PICTURES, Attachment, Attachments
from studylog.store.notebook import Notebook, note_files

# Pages of notes and of questions lie one folder deep, so both can show the same HTML.
_ROOT = "../"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What other pages show of notes: questions by id, and what stands under headings, by path and anchor."""

    quotes: dict[str, list[Quote]] = field(default_factory=dict)
    sections: dict[tuple[str, str], str] = field(default_factory=dict)


class NotePages:
    """The notes of a site on their way to pages; `pictures` and what is quoted fill as these are made."""

    def __init__(self, site: Site, notebook: Notebook, attachments: Attachments, quoted: Quoted) -> None:
        self.pictures: dict[str, Attachment] = {}
        self._quoted = quoted
        self._site = site
        self._notebook = notebook
        self._attachments = attachments
        self._names = page_names(site.collection.notes)
        self._backlinks = backlinks(site.collection.notes, site, self._names)
        self._sources: dict[str, list[Path]] = {}
        for source in note_files(notebook):
            self._sources.setdefault(source.path, []).append(source.file)

    def pages(self) -> Iterator[Page]:
        """One page for each note."""
        for note, page in zip(self._site.collection.notes, self._site.addresses.pages, strict=True):
            noun: Noun = "meetings" if note.kind == "meeting" else "notes"
            yield Page(page, "note.html.j2", noun, note.title, partial(self._view, note, page))

    def _view(self, note: Note, page: str) -> NotePage:
        context = RenderContext(
            link=partial(self._link, note),
            image=partial(self._picture, note),
            wikilink=lambda written: self._href(wikilinked(self._names, written)),
            heading_offset=0,
        )
        parts = note_parts(note.path, self._content(note), self._site.settings, context)
        for id_, quoted in quotes_in(note, parts, page):
            self._quoted.quotes.setdefault(id_, []).append(quoted)
        for anchor in {paper.anchor for paper in note.papers if paper.anchor and not paper.planned}:
            self._quoted.sections[note.path, anchor] = section_of(parts, anchor, page)
        return note_page(self._site, note, tuple(_in_order(parts)), self._backlinks.get(note.path, ()))

    def _content(self, note: Note) -> bytes:
        """The bytes that the collection was read from; of two notes with one path, the right one's."""
        for file in self._sources.get(note.path, ()):
            if files.sha256(content := files.read(file)) == note.sha256:
                return content
        message = say("{path} changed while the site was built.", path=note.path)
        raise StudylogError(message, hint=say("Run the command again."))

    def _link(self, note: Note, url: str) -> str | None:
        lead = destination(self._site.notes, note.path, url)
        if lead.kind != "file":
            return self._href(lead)
        attachment = self._attachments.find(note.path, url)
        if attachment is None or attachment.ending not in DOCUMENTS:
            return None
        self.pictures[attachment.name] = attachment
        return _ROOT + quote(attachment.name)

    def _href(self, lead: Destination) -> str | None:
        if lead.kind == "web":
            return lead.path
        if lead.kind != "note":
            return None
        fragment = f"#{quote(lead.fragment)}" if lead.fragment else ""
        return _ROOT + self._site.addresses.notes[lead.path] + fragment

    def _picture(self, note: Note, source: str) -> PictureLink | None:
        attachment = self._attachments.find(note.path, source)
        if attachment is None or attachment.ending not in PICTURES:
            return None
        self.pictures[attachment.name] = attachment
        size = size_of(files.read(attachment.file))
        return PictureLink(_ROOT + attachment.name, *(size or (None, None)))


def _in_order(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts with the levels of their headings in order over the whole page."""
    outline = Outline()
    for part in parts:
        html, context, *answers = (dressed(one, outline) for one in (part.html, part.context, *part.answers))
        yield replace(part, html=html, context=context, answers=tuple(answers))
