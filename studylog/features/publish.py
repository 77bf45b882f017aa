"""The public notebook: what of the notes, files and settings goes out, and what forbids it."""

import os
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from studylog.core.facts import Facts, note_facts
from studylog.core.findings import Finding, Place
from studylog.core.header.parts import split
from studylog.core.i18n import say
from studylog.core.markdown.destinationforms import Lead
from studylog.core.publishing.away import Away, away
from studylog.core.publishing.contacts import contacts
from studylog.core.publishing.labels import labels
from studylog.core.publishing.masks import Mask, others
from studylog.core.publishing.notes import doubt, hidden_lines, is_public, people_in, public_text
from studylog.core.publishing.papers import public_papers
from studylog.core.publishing.settings import public_settings, values_in
from studylog.core.text import decode, nfc
from studylog.core.values import dataclass, field, replace
from studylog.store import files
from studylog.store.attachments import DOCUMENTS, PICTURES, ending_of
from studylog.store.index.database import Database
from studylog.store.index.published import (
    Reference,
    people_named,
    references,
    said_at,
    slides_linked,
    web_references,
)
from studylog.store.notebook import CATALOGUE, MARKER, Notebook, catalogue_path, find, note_files
from studylog.store.pictures.logo import logo_file
from studylog.store.staged import last_staged, was_staged
from studylog.store.templates import FOLDER, Kind, template_files

_THEME: Kind = "site"


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that becomes visible for the first time: a note or a file, and how many lines of it."""

    kind: str
    path: str
    title: str
    lines: int


@dataclass(frozen=True, slots=True)
class Publication:
    """A public notebook by the paths that its files have there, what is new in it, and what forbids it.

    `doubts` are why notes stay at home that may be meant for everybody.
    """

    texts: Mapping[str, bytes]
    files: Mapping[str, Path]
    shown: tuple[Shown, ...]
    refused: tuple[Finding, ...]
    left_out: int
    doubts: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Material:
    """The notes of a notebook on their way out."""

    notebook: Notebook
    public: dict[str, Facts] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    doubts: list[Finding] = field(default_factory=list)

    def away(self) -> Away:
        """The pages that take the place of what is not public."""
        return away({*self.public, *self.private})


def prepare(notebook: Notebook, db: Database) -> Publication:
    """What a notebook shows to the public, from its notes and its index; nothing is written."""
    material = _material(notebook)
    mask = _mask(notebook, db, material)
    found = list(references(db))
    origins = {mask.text(path): path for path in material.public}
    hidden = _hidden_slides(found, material)
    notes = _notes(db, material, mask, found, slides_hidden=any(hidden.values()))
    yaml = dict(_yaml(notebook, mask, hidden))
    attached = {mask.text(path): file for path, file in _files(notebook, found, material)}
    texts = {path: text.encode() for path, text in (notes | yaml).items()}
    titles = {path: mask.text(material.public[origin].title) for path, origin in origins.items()}
    shown = (
        *_new_texts(notebook.root, texts, titles),
        *(Shown("file", path, path, 0) for path in sorted(attached) if not was_staged(notebook.root, path)),
    )
    allow = notebook.settings.site.public.allow
    refused = (*_refused_notes(notes, origins, allow), *_refused_values(yaml, allow))
    doubts = tuple(material.doubts)
    return Publication(texts, attached | _theme(notebook), shown, refused, len(material.private), doubts)


def public_notebook(folder: Path) -> Notebook:
    """The notebook that a public site is built from; what is odd in the settings is for the team to know."""
    return replace(find(folder, folder), findings=())


def _notes(
    db: Database, material: _Material, mask: Mask, found: list[Reference], *, slides_hidden: bool
) -> dict[str, str]:
    """The texts of the notes that go out, and of the pages that stand for what does not."""
    settings = material.notebook.settings
    leads = _leads(db, found, material, mask, settings.site.public.slides)
    known = _known(db, material)
    texts = {
        mask.text(path): public_text(facts, leads.get(path, {}), mask, known)
        for path, facts in material.public.items()
    }
    ways = [lead for own in leads.values() for lead in own.values()]
    return texts | dict(material.away().pages(ways, slides_hidden, settings.language))


def _material(notebook: Notebook) -> _Material:
    material = _Material(notebook)
    for note in note_files(notebook):
        facts = note_facts(note.path, files.read(note.file), notebook.settings)
        may = is_public(facts, notebook.settings.site.public)
        why = doubt(facts, notebook.settings) if may else None
        if why is not None:
            material.doubts.append(why)
        if may and why is None and note.path not in material.private:
            material.public[note.path] = facts
        else:
            # Of two notes with one path, both stay when one does.
            material.private.add(note.path)
            material.public.pop(note.path, None)
    return material


def _known(db: Database, material: _Material) -> frozenset[str]:
    """The ids of the questions and promises that stand in what is public."""
    hidden = {path: hidden_lines(facts) for path, facts in material.public.items()}
    return frozenset(id_ for id_, path, line in said_at(db) if path in hidden and line not in hidden[path])


def _mask(notebook: Notebook, db: Database, material: _Material) -> Mask:
    settings = notebook.settings
    how = settings.site.public.names
    turns = settings.rota.values()
    named = {*people_named(db), *(name for one in turns for name in (*one.order, *one.skip))}
    for facts in material.public.values():
        named.update(people_in(facts.header))
    people = (*settings.roster.people, *others(named, settings.roster))
    return Mask(people, labels(people, how, settings.language), hides=how != "full")


def _leads(
    db: Database, found: list[Reference], material: _Material, mask: Mask, slides: bool
) -> dict[str, dict[str, Lead]]:
    """Where the references of notes lead instead, by note and as written."""
    homes = {_name(path) for path in material.private}
    hidden = ((one.note, one.written) for one in found if _stays(one, material, homes, slides))
    naming = ((note, url) for note, url in web_references(db) if mask.text(url) != url)
    leads: dict[str, dict[str, Lead]] = {}
    away, shown = material.away(), slides_linked(db)
    for note, written in chain(hidden, naming):
        if note in material.public:
            leads.setdefault(note, {})[written] = away.lead(note, slides=(note, written) in shown)
    return leads


def _stays(one: Reference, material: _Material, homes: set[str], slides: bool) -> bool:
    """Whether what is referred to stays at home, where notes are called like `homes`."""
    if one.other is None and one.path is None:
        # What leads nowhere may still be called like a note that stays at home, or be slides that are on
        # somebody's own machine alone.
        return _name(unquote(one.written)) in homes or _would_stay(one.written, slides)
    return one.other in material.private or (one.path is not None and not _goes_out(one.path, slides))


def _name(path: str) -> str:
    return nfc(PurePosixPath(path).stem).casefold()


def _goes_out(path: str, slides: bool) -> bool:
    return ending_of(path) in (PICTURES | DOCUMENTS if slides else PICTURES)


def _would_stay(written: str, slides: bool) -> bool:
    """Whether a reference means a document that would not go out if it were there."""
    path = unquote(re.split("[#?]", written, maxsplit=1)[0])
    return ending_of(path) in DOCUMENTS and not _goes_out(path, slides)


def _files(notebook: Notebook, found: list[Reference], material: _Material) -> Iterator[tuple[str, Path]]:
    slides = notebook.settings.site.public.slides
    out = {*material.public, CATALOGUE}
    for one in found:
        if one.note in out and one.path and one.file and _goes_out(one.path, slides):
            yield one.path, Path(os.fsdecode(one.file))
    logo, file = notebook.settings.site.logo, logo_file(notebook)
    if logo and file:
        yield logo, file


def _yaml(notebook: Notebook, mask: Mask, hidden: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The settings, and the list of papers."""
    settings = decode(files.read(notebook.root / MARKER)).text
    yield MARKER, public_settings(settings, mask, notebook.name)
    for path, file in catalogue_path(notebook):
        yield path, public_papers(decode(files.read(Path(file))).text, mask, hidden)


def _hidden_slides(found: list[Reference], material: _Material) -> dict[str, str]:
    """The slides of the list of papers that do not go out, as written there, and what stands there instead.

    Nothing stands in the place of a file that is not there.
    """
    slides, away = material.notebook.settings.site.public.slides, material.away()
    return {
        one.written: away.slides if one.path else ""
        for one in found
        if one.note == CATALOGUE and not _goes_out(one.path or one.written, slides)
    }


def _theme(notebook: Notebook) -> dict[str, Path]:
    """The notebook's own theme goes along as it is: it is written for the site."""
    own = notebook.root / FOLDER / _THEME
    found = template_files(notebook.root, _THEME)
    return {f"{FOLDER}/{_THEME}/{name}": file for name, file in found.items() if file.is_relative_to(own)}


def _refused_notes(
    texts: Mapping[str, str], origins: Mapping[str, str], allow: tuple[str, ...]
) -> Iterator[Finding]:
    for path, text in texts.items():
        origin = origins.get(path, path)
        yield from _contacts(text, Place(origin), allow)
        yield from (replace(found, place=Place(origin)) for found in _contacts(path, Place(origin), allow))


def _refused_values(texts: Mapping[str, str], allow: tuple[str, ...]) -> Iterator[Finding]:
    """What of settings and papers must not be seen; comments are seen by nobody."""
    for path, text in texts.items():
        for value in values_in(text):
            place = Place(path, value.start.line, value.start.column)
            yield from (replace(found, place=place) for found in _contacts(value.text, place, allow))


def _contacts(text: str, place: Place, allow: tuple[str, ...]) -> Iterator[Finding]:
    for contact in contacts(text, allow):
        message = say("This would publish {what}: {written}", what=contact.message, written=contact.written)
        hint = say("Take it out, put it between `::: private` and `:::`, or list it under site.public.allow.")
        yield Finding(Place(place.path, contact.line, contact.column), "error", "not-public", message, hint)


def _new_texts(root: Path, texts: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[Shown]:
    for path, title in titles.items():
        before = last_staged(root, path)
        old = set(_lines(before)) if before is not None else set()
        lines = sum(line not in old for line in _lines(texts[path]))
        if lines or before is None:
            yield Shown("note", path, title, lines)


def _lines(content: bytes) -> list[str]:
    """What a reader sees of a note: the lines of its body that are not empty."""
    return [line for line in split(content.decode()).body.splitlines() if line.strip()]
