"""The notes of a notebook by path, title and day: their headers are read, their bodies are not."""

import os
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.facts import note_facts
from studylog.core.heads import Head
from studylog.core.late import late
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.notebook import Notebook, NoteFile, note_names, with_paths

DAY_IN_NAME = late(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
"""A whole date in the name of a file."""
# A meeting that does not say its type is one of the usual ones.
USUAL_TYPE = "daily"
# More notes than these are not opened where the index knows what they are called.
_MANY = 60
# How old a note may be that somebody still writes in.
_LATELY = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Lately:
    """How many notes there are, and those that may be of a day or of the month before it, or are newer.

    `paths` are pairs of path and file, by path.
    """

    total: int
    paths: tuple[tuple[str, str], ...]


def read_heads(notebook: Notebook, notes: Iterable[NoteFile]) -> tuple[Head, ...]:
    """The heads of these notes."""
    return tuple(_head(notebook, note) for note in notes)


def all_heads(notebook: Notebook) -> list[tuple[Head, str]]:
    """The heads of all notes with their files, by path; opened are only notes that the index has not."""
    # Late, because a new note finds its place without an index.
    from studylog.store.index.heads import known_heads

    heads, others = known_heads(notebook)
    for one in others:
        heads[one.name] = _head(notebook, NoteFile(one.path, one.file))
    start = f"{notebook.root}{os.sep}"
    return sorted(
        ((head, start + os.fsdecode(name)) for name, head in heads.items()),
        key=lambda pair: (pair[0].path, pair[1]),
    )


def note_of(heads: Iterable[tuple[Head, str]], meant: Head) -> NoteFile:
    """The note of one of these heads; of notes that are called alike, this very one."""
    return next(NoteFile(head.path, Path(file)) for head, file in heads if head is meant)


def lately(notebook: Notebook, day: date) -> Lately:
    """The notes that may matter for a day: what its meeting is, and what the last ones left open.

    A file whose name carries another whole date is taken at its word, so that in a notebook of any size
    few notes are looked at. One that carries the day as well may be of it.
    """
    first, written = (day - _LATELY).isoformat(), day.isoformat()
    every, search = note_names(notebook), DAY_IN_NAME.search
    found = [
        file
        for file in every
        if (named := search(file, file.rfind(os.sep))) is None or named[0] >= first or written in file
    ]
    return Lately(len(every), tuple(with_paths(notebook, found)))


def meeting_on(notebook: Notebook, day: date, type_: str, notes: Lately | None = None) -> NoteFile | None:
    """The note of the meeting of this day and type, wherever it lies; None when there is none yet."""
    found = notes_on(notebook, day, notes)
    return next((note for note, head in found if (head.type or USUAL_TYPE) == type_), None)


def notes_on(notebook: Notebook, day: date, notes: Lately | None = None) -> list[tuple[NoteFile, Head]]:
    """The notes of a day, wherever they lie; only those are opened that may be of it by their names.

    Of many of these, only those that the index has not. `notes` may matter for the day, where they are known.
    """
    every = note_names(notebook) if notes is None else [file for _, file in notes.paths]
    written, search = day.isoformat(), DAY_IN_NAME.search
    found = [file for file in every if written in file or search(file, file.rfind(os.sep)) is None]
    if len(found) > _MANY:
        wanted, known = {*found}, all_heads(notebook)
        ours = ((head, file) for head, file in known if head.day == day and file in wanted)
        return [(NoteFile(head.path, Path(file)), head) for head, file in ours]
    possible = [NoteFile(path, Path(file)) for path, file in with_paths(notebook, found)]
    heads = zip(possible, read_heads(notebook, possible), strict=True)
    return [(note, head) for note, head in heads if head.day == day]


def _head(notebook: Notebook, note: NoteFile) -> Head:
    try:
        content = files.read(note.file)
    except StudylogError:
        # It stands in nobody else's way; what its name says is known, and whoever wants it is told why not.
        content = b""
    facts = note_facts(note.path, content, notebook.settings, doubts=False)
    return Head(note.path, facts.title, facts.day, facts.type, facts.kind == "meeting")
