"""Where a file of a repository went: along its renames, and by what it held."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping

from studylog.core.repositories import Tree
from studylog.core.text import nfc
from studylog.core.values import dataclass
from studylog.store.git.clone import Clone, Removal

# Nobody moves slides more often; a circle of names ends here too.
_MOST_STEPS = 12
# What an empty file holds, in both forms of a repository: that says nothing of it.
_EMPTY = {
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
}


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a path leads now, or None, and the last path under which it was known."""

    now: str | None
    last: str


def trace(clone: Clone, commit: str, tree: Tree, paths: Iterable[str]) -> dict[str, Trace]:
    """What became of paths that a commit does not have; `tree` holds its files.

    All of them are followed together, step by step, so that git is asked a few times only.
    """
    traces: dict[str, Trace] = {}
    going = {path: path for path in paths}
    for _ in range(_MOST_STEPS):
        removals = clone.removals(commit, going.values()) if going else {}
        following: dict[str, str] = {}
        for path, last in going.items():
            now, step = _step(tree, removals, last)
            traces[path] = Trace(now, last)
            if now is None and step and step != last:
                following[path] = step
        going = following
    return traces


def _step(tree: Tree, removals: Mapping[str, Removal], path: str) -> tuple[str | None, str | None]:
    """Where a path is now, else the next one under which it was."""
    removal = removals.get(nfc(path))
    if removal is None:
        return _folder_step(tree, removals, path)
    if removal.moved_to and tree.file(removal.moved_to):
        return removal.moved_to, None
    same = None if removal.content in _EMPTY else tree.with_content(removal.content, path)
    return same, removal.moved_to


def _folder_step(tree: Tree, removals: Mapping[str, Removal], path: str) -> tuple[str | None, str | None]:
    """Where a folder went: to where most of its files did, under the names that they had in it."""
    places: Counter[str] = Counter()
    for below, removal in removals.items():
        inside = below.removeprefix(f"{nfc(path)}/")
        if inside == below:
            continue
        now, step = _step(tree, {below: removal}, below)
        went = now or step or ""
        if nfc(went).endswith(f"/{inside}"):
            places[nfc(went).removesuffix(f"/{inside}")] += 1
        elif nfc(posixpath.basename(went)) == posixpath.basename(inside):
            places[posixpath.dirname(went)] += 1
    if not places:
        return None, None
    ((place, _),) = places.most_common(1)
    return (place, None) if place and tree.has(place) else (None, place or None)
