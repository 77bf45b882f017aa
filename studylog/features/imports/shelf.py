"""The paths under `notes/`: what lies there on the disk, and what this run has given out."""

from pathlib import Path

from studylog.core.text import nfc
from studylog.store import files
from studylog.store.names import safe_join
from studylog.store.notebook import NOTES, Notebook, note_files
from studylog.store.walk import path_in, walk


class Shelf:
    """Looks up and gives out paths, such as `notes/2021/2021-08-12-daily.md`, each only once.

    Paths are the same when they differ only in the case of their letters: on other systems they would be.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._root = notebook.root
        self._files: dict[str, tuple[str, Path]] = {}
        self._folders: dict[str, Path] = {}
        self._given: dict[str, str] = {}
        # Refuses notes that lie outside of the notebook.
        note_files(notebook)
        notes = notebook.root / NOTES
        for name in sorted(walk(notes, notebook.root)) if notes.is_dir() else ():
            path = path_in(notebook.root, name)
            self._files.setdefault(_folded(path), (path, Path(name)))
            self._folders.setdefault(path.rpartition("/")[0], Path(name).parent)

    def file(self, path: str) -> Path | None:
        """The file that lies there."""
        known = self._files.get(_folded(path))
        return known[1] if known and known[0] == nfc(path) else None

    def content(self, path: str) -> bytes | None:
        """What the file that lies there holds."""
        file = self.file(path)
        return files.read(file) if file else None

    def place(self, path: str) -> Path:
        """Where a file of this path is, or will be; never outside of the notebook."""
        folder, _, name = nfc(path).rpartition("/")
        # A folder may be called otherwise on the disk: macOS takes Hangul apart.
        known = self._folders.get(folder)
        return self.file(path) or (known / name if known else safe_join(self._root, path))

    def is_free(self, path: str, purpose: str = "") -> bool:
        """Whether this run may use a path: for a purpose of its own, or for the same one again."""
        known = self._files.get(_folded(path))
        given = self._given.get(_folded(path))
        return (known is None or known[0] == nfc(path)) and given in (None, purpose or None)

    def give(self, path: str, purpose: str) -> None:
        """Gives a path out, for a purpose that nothing else has."""
        self._given[_folded(path)] = purpose


def _folded(path: str) -> str:
    return nfc(nfc(path).casefold())
