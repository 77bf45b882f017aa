"""Slides of the notebook that are not where a link says: found by content, in its history and its folders."""

import hashlib
import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.core.body.links import inside
from studylog.core.errors import StudylogError
from studylog.core.repositories import Tree, likely
from studylog.core.repositories.located import Located, Sought
from studylog.core.repositories.trees import SLIDES as _ENDINGS
from studylog.core.text import nfc
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.notebook import NOTES, SLIDES
from studylog.store.slides.ledger import known
from studylog.store.slides.standing import root_of, standing
from studylog.store.walk import walk

if TYPE_CHECKING:
    from studylog.store.git.clone import Clone

# A folder of slides holds some hundreds; so many more are looked at, and no others.
_MOST_FILES = 20_000
_LARGEST = 512 * 1024 * 1024
# What holds text of its own is no slides that could have been moved: notes are Markdown.
_TEXTS = (".md", ".html")


@dataclass(frozen=True, slots=True)
class Shelved:
    """The slides that lie in a notebook: their files by path, and what tells that they are the same still."""

    files: Mapping[str, Path]
    stamp: str


def shelved(root: Path) -> Shelved:
    """The slides in the folders of a notebook, whether a note links to them or not."""
    folders = [folder for name in (SLIDES, NOTES) if (folder := root / name).is_dir()]
    found: dict[str, Path] = {}
    told = hashlib.sha256((standing(root_of(root) or root) or "").encode())
    told.update(repr(sorted((path, sorted(held)) for path, held in known(root).items())).encode())
    for file in sorted(islice((one for folder in folders for one in _walked(folder, root)), _MOST_FILES)):
        if not file.lower().endswith(_ENDINGS) or file.lower().endswith(_TEXTS):
            continue
        with suppress(OSError):
            status = Path(file).stat()
            path = nfc(os.path.relpath(file, root).replace(os.sep, "/"))
            found.setdefault(path, Path(file))
            told.update(
                f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogateescape")
            )
    return Shelved(found, told.hexdigest())


def _walked(folder: Path, root: Path) -> Iterator[str]:
    # What may not be read holds no slides that could be found.
    with suppress(OSError):
        yield from walk(folder, root)


def find_own(root: Path, shelf: Shelved, sought: Sequence[Sought]) -> dict[Sought, Located]:
    """Where slides of the notebook are, of which the link leads to no file."""
    wanted = {
        one: path for one in sought if (path := inside(posixpath.join(one.place, "note.md"), one.written))
    }
    lost = set(wanted.values())
    moved = {**_remembered(root, shelf, lost), **_moved(root, shelf, lost)} if lost else {}
    tree = Tree(dict.fromkeys(shelf.files, ""))
    return {one: _located(shelf, tree, one, path, moved.get(path)) for one, path in wanted.items()}


def _located(shelf: Shelved, tree: Tree, sought: Sought, path: str, now: str | None) -> Located:
    sha256 = _sha256(shelf.files[now]) if now else None
    if now is None or sha256 is None:
        return Located("missing", likely(tree, path, (sought.title,)))
    return Located("moved", now, now, os.fsencode(shelf.files[now]), sha256)


def _sha256(file: Path) -> str | None:
    """What a file holds; None where it may not be read."""
    with suppress(StudylogError):
        return files.sha256_of(file)
    return None


def _remembered(root: Path, shelf: Shelved, paths: set[str]) -> dict[str, str]:
    """Where files of the notebook are now, by what is remembered that they held."""
    held = {path: hashes for path, hashes in known(root).items() if path in paths}
    if not held:
        return {}
    now = {_sha256(file): path for path, file in reversed(sorted(shelf.files.items()))}
    return {path: now[one] for path, hashes in held.items() for one in sorted(hashes) if one in now}


def _moved(root: Path, shelf: Shelved, paths: set[str]) -> dict[str, str]:
    """Where files of the notebook are now, as far as the history of its repository proves it."""
    top = root_of(root)
    if top is None:
        return {}
    start = nfc(os.path.relpath(root, top).replace(os.sep, "/"))
    prefix = "" if start == "." else f"{start}/"
    # Late, because git is slow to start, and usually nothing is lost.
    from studylog.store.git.clone import Clone
    from studylog.store.git.running import GitError

    try:
        found = _History(Clone(top), prefix, shelf).all([prefix + path for path in sorted(paths)])
    except GitError:
        # Without git, or with a repository that it does not read, only names tell.
        return {}
    return {path.removeprefix(prefix): now for path, now in found.items()}


class _History:
    """One look into the repository that a notebook lies in; its paths begin with `prefix`."""

    def __init__(self, clone: "Clone", prefix: str, shelf: Shelved) -> None:
        self._clone, self._prefix, self._shelf = clone, prefix, shelf

    def all(self, paths: Sequence[str]) -> dict[str, str]:
        """Where each of the paths of the repository is now, by path of the notebook."""
        head = self._clone.head()
        if head is None:
            return {}
        from studylog.store.slides.tracing import trace

        tree = self._clone.tree(head)
        gone = [path for path in paths if tree.file(path) is None]
        found = {path: one.now for path, one in trace(self._clone, head, tree, gone).items() if one.now}
        here = {path: now for path, name in found.items() if (now := self._on_disk(name))}
        held = {path: tree.contents[name] for path in paths if (name := tree.file(path))}
        # What was committed at its place, and is moved since, is known by what it held.
        held |= {path: tree.contents[name] for path, name in found.items() if path not in here}
        removals = self._clone.removals(head, [path for path in gone if path not in found])
        held |= {path: one.content for path, one in removals.items() if path in gone}
        return {**here, **self._by_content(held)}

    def _on_disk(self, path: str) -> str | None:
        own = nfc(path).removeprefix(self._prefix)
        return own if own in self._shelf.files and nfc(path).startswith(self._prefix) else None

    def _by_content(self, held: Mapping[str, str]) -> dict[str, str]:
        if not held:
            return {}
        names: dict[str, str] = {}
        for path, file in self._shelf.files.items():
            names.setdefault(_object_name(file, next(iter(held.values()))), path)
        return {path: names[name] for path, name in held.items() if name in names}


def _object_name(file: Path, like: str) -> str:
    """What git calls the content of a file, by the hash that one of its names is made with."""
    with suppress(OSError):
        size = file.stat().st_size
        if 0 < size <= _LARGEST:
            told = hashlib.new("sha1" if len(like) == 40 else "sha256", usedforsecurity=False)
            told.update(f"blob {size}\0".encode())
            with file.open("rb") as opened:
                while part := opened.read(1 << 20):
                    told.update(part)
            return told.hexdigest()
    return ""
