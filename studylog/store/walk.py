"""All files below a folder, each once, and never one that lies elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from studylog.store.names import real


def walk(folder: Path, root: Path) -> Iterator[str]:
    """The paths of the files below a folder, without hidden ones; links are followed inside `root` only.

    What really lies below comes first, so that a link never hides it, nor shows it a second time.
    """
    seen: set[str] = set()
    links: list[str] = []
    yield from _files(str(folder), real(folder), seen, links)
    while links:
        # The order must not hang on the disk: of two links to one place, the first by name counts.
        links.sort(reverse=True)
        yield from _linked_files(links.pop(), real(root), seen, links)


def _linked_files(link: str, root: Path, seen: set[str], links: list[str]) -> Iterator[str]:
    place = real(Path(link))
    if not place.is_relative_to(root) or _is_hidden(place, root):
        return
    if place.is_dir():
        yield from _files(link, place, seen, links)
    elif place.is_file() and not {str(place), str(place.parent)} & seen:
        seen.add(str(place))
        yield link


def _files(path: str, place: Path, seen: set[str], links: list[str]) -> Iterator[str]:
    folders = [(path, str(place))]
    while folders:
        path, here = folders.pop()
        if here in seen:
            continue
        seen.add(here)
        for entry in _entries(path):
            # Most are files: a single question settles them.
            if entry.is_file(follow_symlinks=False):
                yield entry.path
            elif entry.is_symlink():
                links.append(entry.path)
            elif entry.is_dir():
                folders.append((entry.path, here + os.sep + entry.name))


def _entries(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        # Removed since its name was read: then there is nothing below it.
        return []


def _is_hidden(place: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in place.relative_to(root).parts)
