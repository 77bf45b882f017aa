"""The public notebook: what of the notes, files and settings goes out, and what forbids it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from studylog.core.findings import Finding
from studylog.core.publishing.masks import Mask
from studylog.core.publishing.notes import public_text
from studylog.core.publishing.papers import public_papers
from studylog.core.publishing.settings import public_settings
from studylog.core.text import decode
from studylog.core.values import dataclass, replace
from studylog.features.publish.leading import files_of, hidden_slides, leads_of
from studylog.features.publish.material import Material, mask_of, material_of, public_ids
from studylog.features.publish.refusing import refused_notes, refused_values
from studylog.features.publish.showing import Shown, new_files, new_texts
from studylog.store import files
from studylog.store.index.database import Database
from studylog.store.index.published import Reference, references
from studylog.store.notebook import MARKER, Notebook, catalogue_path, find
from studylog.store.templates import FOLDER, Kind, template_files

__all__ = ["Publication", "Shown", "prepare", "public_notebook"]

_THEME: Kind = "site"


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


def prepare(notebook: Notebook, db: Database) -> Publication:
    """What a notebook shows to the public, from its notes and its index; nothing is written."""
    material = material_of(notebook)
    mask = mask_of(db, material)
    found = list(references(db))
    origins = {mask.text(path): path for path in material.public}
    hidden = hidden_slides(found, material)
    notes = _notes(db, material, mask, found, slides_hidden=any(hidden.values()))
    yaml = dict(_yaml(notebook, mask, hidden))
    attached = {mask.text(path): file for path, file in files_of(found, material)}
    texts = {path: text.encode() for path, text in (notes | yaml).items()}
    titles = {path: mask.text(material.public[origin].title) for path, origin in origins.items()}
    allow = notebook.settings.site.public.allow
    return Publication(
        texts=texts,
        files=attached | _theme(notebook),
        shown=(*new_texts(notebook.root, texts, titles), *new_files(notebook.root, attached)),
        refused=(*refused_notes(notes, origins, allow), *refused_values(yaml, allow)),
        left_out=len(material.private),
        doubts=tuple(material.doubts),
    )


def public_notebook(folder: Path) -> Notebook:
    """The notebook that a public site is built from; what is odd in the settings is for the team to know."""
    return replace(find(folder, folder), findings=())


def _notes(
    db: Database, material: Material, mask: Mask, found: list[Reference], *, slides_hidden: bool
) -> dict[str, str]:
    """The texts of the notes that go out, and of the pages that stand for what does not."""
    leads = leads_of(db, found, material, mask)
    known = public_ids(db, material)
    texts = {
        mask.text(path): public_text(facts, leads.get(path, {}), mask, known)
        for path, facts in material.public.items()
    }
    ways = [lead for own in leads.values() for lead in own.values()]
    return texts | dict(material.away().pages(ways, slides_hidden, material.notebook.settings.language))


def _yaml(notebook: Notebook, mask: Mask, hidden: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The settings, and the list of papers."""
    settings = decode(files.read(notebook.root / MARKER)).text
    yield MARKER, public_settings(settings, mask, notebook.name)
    for path, file in catalogue_path(notebook):
        yield path, public_papers(decode(files.read(Path(file))).text, mask, hidden)


def _theme(notebook: Notebook) -> dict[str, Path]:
    """The notebook's own theme goes along as it is: it is written for the site."""
    own = notebook.root / FOLDER / _THEME
    found = template_files(notebook.root, _THEME)
    return {f"{FOLDER}/{_THEME}/{name}": file for name, file in found.items() if file.is_relative_to(own)}
