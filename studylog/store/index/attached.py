"""Which files of the notebook references mean: looked up when they are new, looked at again when asked."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.errors import StudylogError
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.attachments import Finder, ending_of
from studylog.store.index.columns import Row, column, place_of
from studylog.store.stamps import stamp_of

if TYPE_CHECKING:
    from studylog.core.papers.slides import FindFile, LocalFile

# What means a note is no file to look up.
_OTHERS = "kind <> 'wikilink' AND NOT EXISTS (SELECT 1 FROM note WHERE note.path = refers.target)"
_NEW = f"""SELECT DISTINCT place, written FROM refers LEFT JOIN attached USING (place, written)
    WHERE attached.place IS NULL AND {_OTHERS}"""
_ALL = f"SELECT DISTINCT place, written FROM refers WHERE {_OTHERS}"
_LEFT = f"""FROM attached WHERE NOT EXISTS (SELECT 1 FROM refers
    WHERE refers.place = attached.place AND refers.written = attached.written AND {_OTHERS})"""
_NOTHING = (None,) * 7
_MEANING = "SELECT path, sha256 FROM attached WHERE place = ? AND written = ?"
_NOTES = "SELECT DISTINCT note FROM refers WHERE place = ? AND written = ? AND kind <> 'wikilink'"


def look_up_new(db: Connection, finder: Finder) -> None:
    """Looks up what references mean that the index has not seen yet."""
    _put(db, finder, db.execute(_NEW).fetchall())


def is_as_known(db: Connection, finder: Finder) -> bool:
    """Whether to look up all references once more would change nothing in the index."""
    left = db.execute(f"SELECT 1 {_LEFT} LIMIT 1").fetchone()
    return left is None and next(_different(db, finder), None) is None


def look_again(db: Connection, finder: Finder) -> tuple[set[int], set[str]]:
    """Looks up all references once more; what means something else now.

    The notes with such references, by number, and the contents that they meant before, or mean now.
    """
    db.execute(f"DELETE {_LEFT}")
    changed = list(_different(db, finder))
    before = {key: _meaning(db, *key) for key in changed}
    _put(db, finder, changed)
    different = [key for key in changed if _meaning(db, *key) != before[key]]
    notes = {note for key in different for note in column(db, _NOTES, *key)}
    meanings = [meaning for key in different for meaning in (before[key], _meaning(db, *key))]
    return notes, {meaning[1] for meaning in meanings if meaning and meaning[1]}


def _different(db: Connection, finder: Finder) -> Iterator[tuple[str, str]]:
    """The references whose files are others on the disk than the index knows."""
    known = {
        (place, written): tuple(rest)
        for place, written, *rest in db.execute(
            "SELECT place, written, file, size, modified, changed FROM attached"
        )
    }
    return (key for key in db.execute(_ALL) if _seen(finder, *key) != known.get(key))


def stored_files(db: Connection) -> "FindFile":
    """Finds the files that notes mean as the index has them."""
    # Late, because whoever only looks whether files are what they were gathers no papers.
    from studylog.core.papers.slides import LocalFile

    def find_file(note_path: str, reference: str) -> "LocalFile | None":
        path, sha256 = _meaning(db, place_of(note_path), reference) or (None, None)
        return LocalFile(path, sha256) if path else None

    return find_file


def _meaning(db: Connection, place: str, written: str) -> Row | None:
    return db.execute(_MEANING, (place, written)).fetchone()  # type: ignore[no-any-return]


def _put(db: Connection, finder: Finder, keys: Iterable[tuple[str, str]]) -> None:
    rows = [(place, written, *_row(finder, place, written)) for place, written in keys]
    db.executemany("INSERT OR REPLACE INTO attached VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _row(finder: Finder, place: str, written: str) -> Iterator[object]:
    file = finder.file(_note_in(place), written)
    stamp = _stamp(file)
    if file is None or stamp is None:
        return iter(_NOTHING)
    path = nfc(os.path.relpath(file, finder.root).replace(os.sep, "/"))
    try:
        return iter((path, *stamp, files.sha256_of(file), ending_of(path)))
    except StudylogError:
        # Whoever may not open it can do no more with it than with one that is not there.
        return iter(_NOTHING)


def _seen(finder: Finder, place: str, written: str) -> Row:
    return _stamp(finder.file(_note_in(place), written)) or (None,) * 4


def _note_in(place: str) -> str:
    """The path of any note in a folder: what a reference means depends on the folder alone."""
    return str(PurePosixPath(place, "note.md"))


def _stamp(file: Path | None) -> Row | None:
    stamp = file and stamp_of(file)
    return (os.fsencode(file), *stamp[:3]) if file and stamp else None
