"""The whole notebook read: every note parsed, here or by the workers of an executor, and collected."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from studylog.core.collection import collect
from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.model import Collection, Note
from studylog.core.papers import FindFile, LocalFile
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.notebook import Notebook, NoteFile, file_of, note_files

# How many notes a worker is handed at a time: enough to outweigh the way there and back.
_BATCH = 16


@dataclass(frozen=True, slots=True)
class _Unread:
    """A note with its bytes, on its way to a parser."""

    path: str
    content: bytes
    settings: Settings


def read_notebook(
    notebook: Notebook, executor: Executor | None = None, progress: Callable[[int, int], None] | None = None
) -> Collection:
    """All that the notes of a notebook say; `progress(done, all)` is told after each note.

    A note that cannot be opened is a finding, and the others are read all the same.
    """
    found = note_files(notebook)
    unreadable: list[Finding] = []
    unread = _contents(found, notebook.settings, unreadable)
    notes: list[Note] = []
    for note in _parsed(unread, executor):
        notes.append(note)
        if progress:
            progress(len(notes), len(found))
    collection = collect(notes, notebook.settings, _finder(notebook))
    return replace(collection, findings=(*notebook.findings, *unreadable, *collection.findings))


def _contents(found: Iterable[NoteFile], settings: Settings, unreadable: list[Finding]) -> Iterator[_Unread]:
    for note in found:
        try:
            content = files.read(note.file)
        except StudylogError as error:
            unreadable.append(Finding(Place(note.path), "error", "unreadable", error.message, error.hint))
        else:
            yield _Unread(note.path, content, settings)


def _parsed(unread: Iterator[_Unread], executor: Executor | None) -> Iterable[Note]:
    if executor is None:
        return map(_parse, unread)
    return executor.map(_parse, unread, chunksize=_BATCH)


def _parse(unread: _Unread) -> Note:
    return read_note(unread.path, unread.content, unread.settings)


def _finder(notebook: Notebook) -> FindFile:
    """Looks up the files that notes mean, each hashed once."""
    hashes: dict[str, LocalFile] = {}

    def find_file(note_path: str, reference: str) -> LocalFile | None:
        file = file_of(notebook, note_path, reference)
        if file is None:
            return None
        if str(file) not in hashes:
            path = nfc(os.path.relpath(file, notebook.root).replace(os.sep, "/"))
            hashes[str(file)] = LocalFile(path, files.sha256_of(file))
        return hashes[str(file)]

    return find_file
