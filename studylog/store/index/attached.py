"""Which files of the notebook references mean: looked up when they are new, looked at again when asked."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from sqlite3 import Connection

from studylog.core.errors import StudylogError
from studylog.core.papers.slides import FindFile, LocalFile
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.attachments import Finder, ending_of
from studylog.store.index.columns import Row, place_of
from studylog.store.stamps import stamp_of

# What means a note is no file to look up.
_OTHERS = "kind <> 'wikilink' AND NOT EXISTS (SELECT 1 FROM note WHERE note.path = refers.target)"
_NEW = f"""SELECT DISTINCT place, written FROM refers LEFT JOIN attached USING (place, written)
    WHERE attached.place IS NULL AND {_OTHERS}"""
_ALL = f"SELECT DISTINCT place, written FROM refers WHERE {_OTHERS}"
_LEFT = f"""DELETE FROM attached WHERE NOT EXISTS (SELECT 1 FROM refers
    WHERE refers.place = attached.place AND refers.written = attached.written AND {_OTHERS})"""
_NOTHING = (None,) * 7
_NOTES = "SELECT DISTINCT note FROM refers WHERE place = ? AND written = ? AND kind <> 'wikilink'"


def look_up_new(db: Connection, finder: Finder) -> None:
    """Looks up what references mean that the index has not seen yet."""
    _put(db, finder, db.execute(_NEW).fetchall())


def look_again(db: Connection, finder: Finder) -> tuple[set[int], set[str]]:
    """Looks up all references once more; what means something else now.

    The notes with such references, by number, and the contents that they meant before, or mean now.
    """
    db.execute(_LEFT)
    known = {
        (place, written): tuple(rest)
        for place, written, *rest in db.execute(
            "SELECT place, written, file, size, modified, changed FROM attached"
        )
    }
    changed = [key for key in db.execute(_ALL) if _seen(finder, *key) != known.get(key)]
    before = {key: _meaning(db, *key) for key in changed}
    _put(db, finder, changed)
    different = [key for key in changed if _meaning(db, *key) != before[key]]
    notes = {note for key in different for (note,) in db.execute(_NOTES, key)}
    meanings = [meaning for key in different for meaning in (before[key], _meaning(db, *key))]
    return notes, {meaning[1] for meaning in meanings if meaning and meaning[1]}


def stored_files(db: Connection) -> FindFile:
    """Finds the files that notes mean as the index has them."""

    def find_file(note_path: str, reference: str) -> LocalFile | None:
        row = db.execute(
            "SELECT path, sha256 FROM attached WHERE place = ? AND written = ? AND path IS NOT NULL",
            (place_of(note_path), reference),
        ).fetchone()
        return LocalFile(*row) if row else None

    return find_file


def _meaning(db: Connection, place: str, written: str) -> Row | None:
    statement = "SELECT path, sha256 FROM attached WHERE place = ? AND written = ?"
    return db.execute(statement, (place, written)).fetchone()  # type: ignore[no-any-return]


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
