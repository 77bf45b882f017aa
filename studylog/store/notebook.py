"""Where a notebook is, and which files in it are notes."""

import os
from collections.abc import Iterable
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.settings import Settings, read_settings
from studylog.core.text import decode, nfc
from studylog.core.values import dataclass
from studylog.store.failures import shown, told
from studylog.store.files import read
from studylog.store.names import real
from studylog.store.walk import walk

MARKER = "studylog.yaml"
NOTES = "notes"
SLIDES = "slides"
CATALOGUE = "papers.yaml"
_USUAL = ".md"
MARKDOWN = (_USUAL, ".markdown")
"""The endings of files with Markdown, in small letters."""

# A shell takes letters of any script as they are; `quote` knows those of ASCII only.
_PARTED = late(r"[^\w@%+=:,./~-]")


@dataclass(frozen=True, slots=True)
class Notebook:
    """A folder with a `studylog.yaml`: its settings, and what is wrong with them."""

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """What the team calls it; without a name, its folder's."""
        return self.settings.name or nfc(self.root.absolute().name)


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A note on the disk: `path` is what people see (NFC, `/`, from the notebook), `file` opens it.

    Names that differ on the disk, but not after NFC, are two notes with the same `path`.
    """

    path: str
    file: Path


def find(start: Path, named: Path | None = None) -> Notebook:
    """The notebook that was named, else the one that the start folder lies in."""
    if named is not None:
        if not _is_notebook(named):
            raise _not_a_notebook(named)
        return _open(named.absolute())
    for folder in (start.absolute(), *start.absolute().parents):
        if _is_notebook(folder):
            return _open(folder)
    raise StudylogError(
        say("There is no notebook here: no studylog.yaml in {path} or a folder above it.", path=shown(start)),
        Exit.NO_NOTEBOOK,
        hint=say("Start one with `studylog init`, or name one with `studylog -C DIR`."),
    )


def note_files(notebook: Notebook) -> list[NoteFile]:
    """All notes under `notes/`, by path: hidden ones never, through links only what lies in the notebook."""
    return [NoteFile(path, Path(file)) for path, file in note_paths(notebook)]


def note_paths(notebook: Notebook) -> list[tuple[str, str]]:
    """`note_files` as bare pairs of path and file: with ten thousand notes, every value counts."""
    return with_paths(notebook, note_names(notebook))


def note_names(notebook: Notebook) -> list[str]:
    """The files of all notes, as the disk has them, in no order."""
    notes = notebook.root / NOTES
    if not real(notes).is_relative_to(real(notebook.root)):
        raise StudylogError(
            say("The notes lie outside of the notebook: {path} is a link.", path=shown(notes)),
            Exit.NO_NOTEBOOK,
            hint=say("Put the notebook where the notes are: nothing outside of it is read."),
        )
    if not notes.is_dir():
        return []
    with told(notes):
        return [file for file in walk(notes, notebook.root) if file.endswith(_USUAL) or _is_note(file)]


def with_paths(notebook: Notebook, found: Iterable[str]) -> list[tuple[str, str]]:
    """Files of notes behind their paths, by path."""
    start = len(str(notebook.root).rstrip(os.sep)) + 1
    return sorted((_path(file, start), file) for file in found)


def catalogue_path(notebook: Notebook) -> list[tuple[str, str]]:
    """The list of papers as a pair of path and file, if there is one; through a link only in the notebook.

    A folder in its place is one that cannot be read: whoever keeps papers there should hear of it.
    """
    file = notebook.root / CATALOGUE
    if not (file.is_file() or file.is_dir()) or not real(file).is_relative_to(real(notebook.root)):
        return []
    return [(CATALOGUE, str(file))]


def _open(root: Path) -> Notebook:
    settings, findings = read_settings(decode(read(root / MARKER)).text, MARKER)
    return Notebook(root, settings, tuple(findings))


def _is_notebook(folder: Path) -> bool:
    with told(folder):
        return (folder / MARKER).is_file()


def _not_a_notebook(folder: Path) -> StudylogError:
    # Imported here, because notebooks are usually where they are sought.
    from shlex import quote

    path = shown(folder)
    if folder.is_file():
        message = say("{path} is a file, not the folder of a notebook.", path=path)
        hint = say("Name the folder that holds studylog.yaml.")
    else:
        message = say("{path} is no notebook: it has no studylog.yaml.", path=path)
        hint = say(
            "Start one there with `studylog init {path}`.", path=quote(path) if _PARTED.search(path) else path
        )
    return StudylogError(message, Exit.NO_NOTEBOOK, hint=hint)


def _is_note(path: str) -> bool:
    return path.lower().endswith(MARKDOWN)


def _path(file: str, start: int) -> str:
    # Cut off by hand: ten thousand calls of relpath take a while.
    relative = file[start:].replace(os.sep, "/")
    return relative if relative.isascii() else shown(relative)
