"""How a repository stands, told from a few of its small files: git is only asked when that is another now."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# Files of a repository that say what its branches are; what is beside them may be large.
_SMALL = ("HEAD", "packed-refs", "shallow", "config", "reftable/tables.list")
_MOST_REFS = 20_000
_LONGEST = 16 * 1024 * 1024


def folder_of(root: Path, written: str) -> Path:
    """The folder of a clone, as the settings of the notebook in `root` have it."""
    path = Path(written)
    if written.startswith("~"):
        # Whoever has no home folder means a folder of this name.
        with suppress(RuntimeError):
            path = path.expanduser()
    return Path(os.path.normpath(root / path))


def standing(folder: Path) -> str | None:
    """What stays the same as long as nothing is committed, fetched or switched; None for no repository."""
    own = _repository(folder)
    if own is None:
        return None
    told = hashlib.sha256()
    for place in dict.fromkeys((own, _common(own))):
        for file in (*(place / name for name in _SMALL), *_refs(place / "refs")):
            with suppress(OSError):
                told.update(os.fsencode(file) + b"\0" + _content(file) + b"\0")
    return told.hexdigest()


def root_of(folder: Path) -> Path | None:
    """The root of the repository that a folder lies in."""
    above = (folder.absolute(), *folder.absolute().parents)
    return next((place for place in above if (place / ".git").exists()), None)


def _repository(folder: Path) -> Path | None:
    """Where the repository of a clone keeps its own files: beside them, elsewhere, or without any."""
    beside = folder / ".git"
    if beside.is_dir():
        return beside
    with suppress(OSError):
        if beside.is_file():
            told = _content(beside).decode("utf-8", "surrogateescape").strip()
            return folder / told.removeprefix("gitdir:").strip()
    bare = (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()
    return folder if bare else None


def _common(own: Path) -> Path:
    """What a work tree of its own shares with the others."""
    with suppress(OSError):
        return own / _content(own / "commondir").decode("utf-8", "surrogateescape").strip()
    return own


def _refs(folder: Path) -> Iterator[Path]:
    found = 0
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            found += 1
            if found > _MOST_REFS:
                return
            yield Path(place, name)


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_LONGEST)
