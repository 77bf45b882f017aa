"""A site exchanged in one step: what is new, what stays of the old one, and what others put there."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from studylog.core.text import nfc
from studylog.store.folders import exchange
from studylog.store.names import real
from studylog.store.site.marker import written_by_us
from studylog.store.site.places import in_the_way


def exchange_with(folder: Path, output: Path, unchanged: Iterable[str]) -> None:
    """Puts a folder in the place of a site, together with the files of the old one that are unchanged."""
    target = real(output)
    for name in unchanged:
        path = folder / name
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
        _second_name(target / name, path)
    _carry_over(target, folder)
    exchange(folder, output)


def _carry_over(target: Path, folder: Path) -> None:
    """Brings what others put into the old site (CNAME, .git) into the new one."""
    if not target.is_dir():
        return
    shutil.copymode(target, folder)
    ours = written_by_us(target) or frozenset()
    ours_within = {str(parent) for name in ours for parent in PurePosixPath(name).parents}
    for source, name in _walk(target, ""):
        if source.is_dir() and not source.is_symlink():
            if name not in ours_within:
                (folder / name).mkdir(parents=True, exist_ok=True)
        elif name not in ours:
            _carry_file(source, folder / name)


def _walk(folder: Path, prefix: str) -> Iterator[tuple[Path, str]]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        name = prefix + nfc(entry.name)
        yield Path(entry.path), name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), name + "/")


def _carry_file(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise in_the_way(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    _second_name(source, target)


def _second_name(source: Path, target: Path) -> None:
    # A second name costs nothing, however large a `.git` is; the first one goes with the old site.
    with suppress(OSError):
        if not source.is_symlink():
            os.link(source, target)
            return
    shutil.copy2(source, target, follow_symlinks=False)
