"""What is given to be imported: which reader each source is for, and its drafts.

A reader is the module that is named like its kind. It reads all sources of its kind at once, so that links
between them can be followed, and is only loaded when there is something to read for it.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol

from studylog.core.errors import Exit, StudylogError
from studylog.core.filenames import portable
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Draft, Refused
from studylog.core.notion.ids import id_of
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.store.failures import shown, told
from studylog.store.notebook import MARKDOWN
from studylog.store.walk import walk

Kind = Literal["notion", "pdf", "markdown"]

_HTML = (".html", ".htm")


class Reader(Protocol):
    """A module that turns sources of one kind into drafts; `scratch` is a folder that is deleted later."""

    def drafts(self, sources: Sequence[Path], settings: Settings, scratch: Path) -> Iterator[Draft | Refused]:
        """The drafts of all sources, and what gives none."""
        ...


def read_sources(
    sources: Sequence[Path], kind: Kind | None, settings: Settings, scratch: Path
) -> Iterator[Draft | Refused]:
    """The drafts of all sources, whatever they are; one that cannot be read keeps no other out."""
    groups: dict[Kind, list[Path]] = {}
    for source in sources:
        try:
            found, places = _recognised(source, kind, scratch)
        except StudylogError as error:
            yield refused(shown(source.name), error)
        else:
            groups.setdefault(found, []).extend(places)
    for group, places in groups.items():
        try:
            yield from _reader(group).drafts(places, settings, scratch)
        except StudylogError as error:
            yield from (refused(shown(place.name), error) for place in places)


def refused(source: str, error: StudylogError) -> Refused:
    """A source that an error keeps out."""
    place = error.place or Place(source)
    return Refused(source, Finding(place, "error", "import", error.message, error.hint))


def _reader(kind: Kind) -> Reader:
    reader: Reader = import_module(f"studylog.features.imports.{kind}")
    return reader


def _recognised(source: Path, kind: Kind | None, scratch: Path) -> tuple[Kind, list[Path]]:
    """The kind of a source, and the files or folders that its reader gets."""
    if kind == "notion" or (kind is None and _is_of_notion(source)):
        return "notion", [source]
    ending = source.suffix.lower()
    if source.is_dir() or ending == ".zip":
        return _in_folder(source if source.is_dir() else _unpacked(source, scratch), source, kind)
    if ending == ".pdf" or kind == "pdf":
        return "pdf", [source]
    if ending in MARKDOWN or kind == "markdown":
        return "markdown", [source]
    raise StudylogError(
        say("{path} is nothing that can be imported.", path=shown(source.name)),
        Exit.USAGE,
        hint=say("Markdown files, exports of Notion, PDFs printed from it, and folders of them can be."),
    )


def _is_of_notion(source: Path) -> bool:
    """Whether a source comes out of Notion; a page by itself says so by the id in its name."""
    ending = source.suffix.lower()
    if ending in MARKDOWN and not source.is_dir():
        return id_of(nfc(source.name)) is not None
    if not source.is_dir() and ending not in (".zip", *_HTML):
        return False
    # Late, because the reader of Notion is only loaded where something may be of it.
    return bool(import_module("studylog.features.imports.notion").is_export(source))


def _in_folder(folder: Path, source: Path, kind: Kind | None) -> tuple[Kind, list[Path]]:
    """What a folder holds: Markdown, with whatever else lies there belonging to it; else PDFs."""
    with told(source):
        files = [Path(path) for path in sorted(walk(folder, folder))]
    notes, pdfs = (
        [file for file in files if file.suffix.lower() in endings] for endings in (MARKDOWN, (".pdf",))
    )
    if notes and kind != "pdf":
        return "markdown", [folder]
    if pdfs and kind != "markdown":
        return "pdf", pdfs
    raise StudylogError(
        say("There is nothing to import in {path}.", path=shown(source.name)),
        hint=say("Looked for: notes in Markdown, exports of Notion, PDFs."),
    )


def _unpacked(archive: Path, scratch: Path) -> Path:
    """The folder that an archive is, under the archive's name."""
    from studylog.store.archive import extract

    with told(archive):
        place = scratch / f"zip-{len(list(scratch.iterdir()))}"
        place.mkdir()
        folder = extract(archive, place).folder.rename(place / portable(archive.stem))
        inside = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
        # Somebody may have packed the folder, or what is in it.
        return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
