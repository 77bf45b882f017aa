"""Where references lead instead that would lead to what stays at home, and which files go along."""

import os
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from studylog.core.markdown.destinationforms import Lead
from studylog.core.publishing.masks import Mask
from studylog.core.text import nfc
from studylog.features.publish.material import Material
from studylog.store.attachments import DOCUMENTS, PICTURES, ending_of
from studylog.store.index.database import Database
from studylog.store.index.published import Reference, slides_linked, web_references
from studylog.store.notebook import CATALOGUE
from studylog.store.pictures.logo import logo_file


def leads_of(
    db: Database, found: list[Reference], material: Material, mask: Mask
) -> dict[str, dict[str, Lead]]:
    """Where the references of notes lead instead, by note and as written."""
    slides = material.notebook.settings.site.public.slides
    homes = {_name(path) for path in material.private}
    hidden = ((one.note, one.written) for one in found if _stays(one, material, homes, slides))
    naming = ((note, url) for note, url in web_references(db) if mask.text(url) != url)
    leads: dict[str, dict[str, Lead]] = {}
    away, shown = material.away(), slides_linked(db)
    for note, written in chain(hidden, naming):
        if note in material.public:
            leads.setdefault(note, {})[written] = away.lead(note, slides=(note, written) in shown)
    return leads


def _stays(one: Reference, material: Material, homes: set[str], slides: bool) -> bool:
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


def files_of(found: list[Reference], material: Material) -> Iterator[tuple[str, Path]]:
    """The files that go out, by the paths that they have in the notebook."""
    notebook = material.notebook
    slides = notebook.settings.site.public.slides
    out = {*material.public, CATALOGUE}
    for one in found:
        if one.note in out and one.path and one.file and _goes_out(one.path, slides):
            yield one.path, Path(os.fsdecode(one.file))
    logo, file = notebook.settings.site.logo, logo_file(notebook)
    if logo and file:
        yield logo, file


def hidden_slides(found: list[Reference], material: Material) -> dict[str, str]:
    """The slides of the list of papers that do not go out, as written there, and what stands there instead.

    Nothing stands in the place of a file that is not there.
    """
    slides, away = material.notebook.settings.site.public.slides, material.away()
    return {
        one.written: away.slides if one.path else ""
        for one in found
        if one.note == CATALOGUE and not _goes_out(one.path or one.written, slides)
    }
