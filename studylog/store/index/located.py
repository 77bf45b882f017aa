"""Slides that are not where links say, as they were found: looked up when they are new, again when asked."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.repositories.located import Located, Sought
from studylog.store.index.columns import Row, column, place_of
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.core.papers.slides import FindLost

_OWN = ""
"""The repository of links that lead to no repository: what they mean lies in the notebook."""

# Slides of the notebook that are where the link says are `attached`.
_LOST = """slides_link.repository IS NOT NULL AND (slides_link.repository <> '' OR EXISTS (
    SELECT 1 FROM attached WHERE attached.place = slides_link.place
    AND attached.written = slides_link.written AND attached.path IS NULL))"""
_NEW = f"""SELECT DISTINCT slides_link.repository, place, written, title
    FROM slides_link LEFT JOIN located USING (place, written, title)
    WHERE located.place IS NULL AND slides_link.repository IN (SELECT value FROM json_each(?)) AND {_LOST}
    ORDER BY 1, 2, 3, 4"""
_LEFT = f"""FROM located WHERE NOT EXISTS (SELECT 1 FROM slides_link
    WHERE slides_link.place = located.place AND slides_link.written = located.written
    AND slides_link.title = located.title AND {_LOST})"""
_KEPT = """SELECT DISTINCT slides_link.repository, place, written, title, located.status, located.found_at,
    located.path, located.file, located.sha256 FROM located JOIN slides_link USING (place, written, title)
    ORDER BY 1, 2, 3, 4"""
_ONE = "SELECT path, sha256, status, found_at FROM located WHERE place = ? AND written = ? AND title = ?"
_NOTES = "SELECT DISTINCT note FROM slides_link WHERE place = ? AND written = ? AND title = ?"

_CLONE = "SELECT standing, trouble FROM clone WHERE repository = ?"

_Found = dict[Sought, Located]


def is_as_known(db: Connection, notebook: Notebook) -> bool:
    """Whether to look up lost slides once more would change nothing in the index."""
    if db.execute(f"SELECT 1 {_LEFT} LIMIT 1").fetchone() or next(_new(db, notebook), None):
        return False
    repositories = {repository for repository, *_ in db.execute(_KEPT)}
    return all(_is_at(db, one, _standing(notebook, one)) for one in repositories)


def look_up_new(db: Connection, notebook: Notebook) -> None:
    """Looks up lost slides that the index has not seen yet."""
    db.execute(f"DELETE {_LEFT}")
    new: dict[str, list[Sought]] = {}
    for repository, *sought in _new(db, notebook):
        new.setdefault(repository, []).append(Sought(*sought))
    for repository, wanted in new.items():
        _put(db, _look_up(db, repository, wanted, _standing(notebook, repository)))


def _new(db: Connection, notebook: Notebook) -> Iterator[Row]:
    """The lost slides that the index has not seen yet, each behind its repository."""
    return db.execute(_NEW, (json.dumps([_OWN, *_folders(notebook)]),))


def look_again(db: Connection, notebook: Notebook) -> set[int]:
    """Looks up slides anew where their repository is another now; the notes of which some are elsewhere."""
    kept: dict[str, _Found] = {}
    for repository, place, written, title, *value in db.execute(_KEPT):
        kept.setdefault(repository, {})[Sought(place, written, title)] = Located(*value)
    different: list[Sought] = []
    for repository, before in kept.items():
        standing = _standing(notebook, repository)
        if _is_at(db, repository, standing):
            continue
        known = db.execute(_CLONE, (repository,)).fetchone()
        db.execute("DELETE FROM clone WHERE repository = ?", (repository,))
        found = _look_up(db, repository, list(before), standing)
        _put(db, found)
        # What keeps all of them from being looked for is told too.
        told = not known or known[1] != db.execute(_CLONE, (repository,)).fetchone()[1]
        different += [one for one, located in found.items() if told or before[one] != located]
    return {note for one in different for note in column(db, _NOTES, *one)}


def stored_lost(db: Connection) -> "FindLost":
    """Tells of slides that are not where a link says what the index has of them."""
    # Late, because whoever only looks whether slides are where they were gathers no papers.
    from studylog.core.model import Slides

    def find_lost(note_path: str, title: str, url: str) -> Slides | None:
        for place in (place_of(note_path), ""):
            row = db.execute(_ONE, (place, url, title)).fetchone()
            if row:
                path, sha256, status, found_at = row
                return Slides(url, path, sha256, status, found_at)
        return None

    return find_lost


class _Standing(NamedTuple):
    """What tells that slides of a repository are where they were, and what looks for those that are not.

    The stamp is from before they are looked for: what changes meanwhile is seen the next time.
    """

    stamp: str
    look_for: "Callable[[Sequence[Sought]], tuple[_Found, str]]"


def _is_at(db: Connection, repository: str, standing: _Standing) -> bool:
    """Whether a repository stands as it did at the last look."""
    known = db.execute(_CLONE, (repository,)).fetchone()
    return known is not None and known[0] == standing.stamp


def _standing(notebook: Notebook, repository: str) -> _Standing:
    return _own(notebook) if repository == _OWN else _clone(notebook, repository)


def _own(notebook: Notebook) -> _Standing:
    # Late here and below, because what asks git is slow to import, and usually there is nothing to ask.
    from studylog.store.slides.own import find_own, shelved

    shelf = shelved(notebook.root)
    return _Standing(shelf.stamp, lambda wanted: (find_own(notebook.root, shelf, wanted), ""))


def _clone(notebook: Notebook, repository: str) -> _Standing:
    from studylog.store.slides.standing import folder_of, standing

    folder = folder_of(notebook.root, _folders(notebook)[repository])

    def look_for(wanted: Sequence[Sought]) -> tuple[_Found, str]:
        from studylog.store.slides.remote import locate

        return locate(folder, repository, wanted)

    return _Standing(standing(folder) or ("no repository" if folder.is_dir() else "no folder"), look_for)


def _look_up(db: Connection, repository: str, wanted: Sequence[Sought], standing: _Standing) -> _Found:
    """Where slides are now."""
    found, trouble = standing.look_for(wanted)
    # A clone that is known keeps its stamp: its other slides were not looked for now.
    db.execute("INSERT OR IGNORE INTO clone VALUES (?, ?, '')", (repository, standing.stamp))
    if trouble:
        db.execute("UPDATE clone SET trouble = ? WHERE repository = ?", (trouble, repository))
    return found


def _folders(notebook: Notebook) -> Mapping[str, str]:
    """The folders of clones, by repository in lower case."""
    return {name.lower(): folder for name, folder in notebook.settings.repositories.items()}


def _put(db: Connection, found: Mapping[Sought, Located]) -> None:
    rows: Iterable[tuple[object, ...]] = (
        (*sought, one.status, one.found_at, one.path, one.file, one.sha256) for sought, one in found.items()
    )
    db.executemany("INSERT OR REPLACE INTO located VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
