"""All files below a folder, each once, and never one that lies elsewhere."""

import os
from contextlib import suppress
from pathlib import Path

from studylog.store.failures import shown, told
from studylog.store.names import real


def walk(folder: Path, root: Path) -> list[str]:
    """The paths of the files below a folder, without hidden ones; links are followed inside `root` only.

    What really lies below comes first, so that a link never hides it, nor shows it a second time.
    """
    seen: set[str] = set()
    links: list[str] = []
    found = _files(str(folder), real(folder), seen, links)
    while links:
        # The order must not depend on the disk: of two links to one place, the first by name counts.
        links.sort(reverse=True)
        found += _linked_files(links.pop(), real(root), seen, links)
    return found


def files_below(folder: Path) -> dict[str, Path]:
    """All that `walk` finds below a folder, by path in it and in the order of paths."""
    with told(folder):
        found = {path_in(folder, file): Path(file) for file in walk(folder, folder)}
    return dict(sorted(found.items()))


def path_in(folder: Path, file: Path | str) -> str:
    """The path of a file in a folder as people see it: NFC, with `/`."""
    return shown(os.path.relpath(file, folder).replace(os.sep, "/"))


def _linked_files(link: str, root: Path, seen: set[str], links: list[str]) -> list[str]:
    place = real(Path(link))
    if not place.is_relative_to(root) or _is_hidden(place, root):
        return []
    if place.is_dir():
        return _files(link, place, seen, links)
    if place.is_file() and not {str(place), str(place.parent)} & seen:
        seen.add(str(place))
        return [link]
    return []


def _files(path: str, place: Path, seen: set[str], links: list[str]) -> list[str]:
    # One list, and one look at each name: with ten thousand of them, more would be noticed.
    found: list[str] = []
    folders = [(path, str(place))]
    while folders:
        path, here = folders.pop()
        if here in seen:
            continue
        seen.add(here)
        # Removed since its name was read, there is nothing below a folder.
        with suppress(FileNotFoundError), os.scandir(path) as entries:
            for entry in entries:
                if entry.name[0] == ".":
                    continue
                # Most are files: a single question settles them.
                if entry.is_file(follow_symlinks=False):
                    found.append(entry.path)
                elif entry.is_symlink():
                    links.append(entry.path)
                elif entry.is_dir():
                    folders.append((entry.path, here + os.sep + entry.name))
    return found


def _is_hidden(place: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in place.relative_to(root).parts)
