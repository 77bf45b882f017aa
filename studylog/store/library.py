"""The whole notebook read: every note parsed, here or by the workers of an executor, and collected."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import TypeVar

from studylog.core.collection import collect
from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.model import Collection, Note
from studylog.core.papers import FindFile, LocalFile
from studylog.core.parse import read, read_note
from studylog.core.search.passages import Prose
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.notebook import Notebook, NoteFile, file_of, note_files

Progress = Callable[[int, int], None]
"""Told after each note how many are done, and how many there are."""
_Parsed = TypeVar("_Parsed")

# How many notes a worker is handed at a time: enough to outweigh the way there and back.
_BATCH = 16


@dataclass(frozen=True, slots=True)
class _Unread:
    """A note with its bytes, on its way to a parser."""

    path: str
    content: bytes
    settings: Settings


def read_notebook(
    notebook: Notebook, executor: Executor | None = None, progress: Progress | None = None
) -> Collection:
    """All that the notes of a notebook say; `progress(done, all)` is told after each note.

    A note that cannot be opened is a finding, and the others are read all the same.
    """
    return _read(notebook, _parse, lambda note: note, executor, progress)[0]


def read_prose(
    notebook: Notebook, executor: Executor | None = None, progress: Progress | None = None
) -> tuple[Collection, Mapping[str, Prose]]:
    """All that the notes of a notebook say, as `read_notebook`, and the prose of each by its path."""
    collection, read = _read(notebook, _parse_whole, lambda one: one[0], executor, progress)
    found = {(note.path, note.sha256): prose for note, prose in read}
    return collection, {note.path: found[note.path, note.sha256] for note in reversed(collection.notes)}


def _read(
    notebook: Notebook,
    parse: Callable[[_Unread], _Parsed],
    note_of: Callable[[_Parsed], Note],
    executor: Executor | None,
    progress: Progress | None,
) -> tuple[Collection, Sequence[_Parsed]]:
    found = note_files(notebook)
    unreadable: list[Finding] = []
    unread = _contents(found, notebook.settings, unreadable)
    parsed: list[_Parsed] = []
    for one in map(parse, unread) if executor is None else executor.map(parse, unread, chunksize=_BATCH):
        parsed.append(one)
        if progress:
            progress(len(parsed), len(found))
    collection = collect([note_of(one) for one in parsed], notebook.settings, _finder(notebook))
    findings = (*notebook.findings, *unreadable, *collection.findings)
    return replace(collection, findings=findings), parsed


def _contents(found: Iterable[NoteFile], settings: Settings, unreadable: list[Finding]) -> Iterator[_Unread]:
    for note in found:
        try:
            content = files.read(note.file)
        except StudylogError as error:
            unreadable.append(Finding(Place(note.path), "error", "unreadable", error.message, error.hint))
        else:
            yield _Unread(note.path, content, settings)


def _parse(unread: _Unread) -> Note:
    return read_note(unread.path, unread.content, unread.settings)


def _parse_whole(unread: _Unread) -> tuple[Note, Prose]:
    # Late, because most commands do not search.
    from studylog.core.search.prose import prose_of

    whole = read(unread.path, unread.content, unread.settings)
    return whole.note, prose_of(whole)


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
