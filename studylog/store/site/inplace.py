"""A large site changed file by file: everything is ready beside it first, and what was begun is finished.

The new files come as a folder into the site, in one step: from then on the site is the new one, and whoever
comes next finishes it. Files take their places one after the other, those first to which nothing leads yet,
and what is gone goes last: each page is whole at any time, and leads to pages that are there.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from studylog.store.site.marker import MARKER
from studylog.store.site.places import in_the_way

_NEXT = ".studylog-next"
_GONE = ".studylog-gone"


def change(
    folder: Path, target: Path, written: Mapping[str, str], old: Collection[str], gone: Iterable[str]
) -> None:
    """Brings the files of a folder into a site, and removes those that are gone."""
    for name in written:
        if name not in old and name != MARKER and os.path.lexists(target / name):
            raise in_the_way(target / name)
    new = [name for name in written if name not in old and name != MARKER]
    (folder / _GONE).write_text(json.dumps({"gone": sorted(gone), "new": sorted(new)}), "utf-8")
    folder.rename(target / _NEXT)
    finish(target)


def is_begun(target: Path) -> bool:
    """Whether an earlier run began to change a site, and did not finish."""
    return (target / _NEXT).exists()


def finish(target: Path) -> None:
    """Finishes what an earlier run began to change in a site."""
    coming = target / _NEXT
    try:
        plan = json.loads((coming / _GONE).read_text("utf-8"))
    except FileNotFoundError:
        # Everything took its place; only the empty folders were left.
        shutil.rmtree(coming, ignore_errors=True)
        return
    for name in _in_order(coming, plan["new"]):
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (coming / name).replace(place)
    for name in plan["gone"]:
        _remove(target, name)
    (coming / _GONE).unlink()
    shutil.rmtree(coming, ignore_errors=True)


def _in_order(coming: Path, new: Iterable[str]) -> Iterator[str]:
    """The files that still have to come: new ones, then others, and last the marker that lists them."""
    first = {name for name in new if (coming / name).exists()}
    yield from sorted(first)
    found = (file for file in coming.rglob("*") if file.is_file() and file.name != _GONE)
    names = {file.relative_to(coming).as_posix() for file in found} - first
    yield from sorted(names, key=lambda name: (name == MARKER, name))


def _remove(target: Path, name: str) -> None:
    """Removes a file of ours, and the folders that are empty without it."""
    (target / name).unlink(missing_ok=True)
    for folder in (target / name).parents:
        if folder == target:
            return
        with suppress(OSError):
            folder.rmdir()
