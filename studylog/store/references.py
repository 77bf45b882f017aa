"""Which file of the notebook a link or a picture in a note means."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from studylog.core.late import late
from studylog.store.failures import shown
from studylog.store.names import real

_ELSEWHERE = late(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# What no system but Windows takes for more than a name.
_LEADS_AWAY = re.compile(r"\\|^[A-Za-z]:|:\$")
_QUERY = late(r"[?#]")


def file_of(root: Path, note_path: str, reference: str) -> Path | None:
    """The file of the notebook that a reference in a note means; None for whatever is none.

    Relative to the note, or to the notebook after a leading `/`; percent-encoded or not, NFC or NFD.
    Hidden files, and files that a link finds outside of the notebook, are not given away.
    """
    if _ELSEWHERE.match(reference):
        return None
    # `C#.pdf` is written as it is called more often than as C%23.pdf.
    ways = [reference, unquote(_QUERY.split(reference, maxsplit=1)[0])]
    # Windows also writes `\`, and would follow it to another drive or machine: here it only divides names.
    ways += [way.replace("\\", "/") for way in ways if "\\" in way and not way.startswith("\\")]
    return next((file for written in ways if (file := _file(root, note_path, written))), None)


def _file(root: Path, note_path: str, written: str) -> Path | None:
    base = () if written.startswith("/") else PurePosixPath(note_path).parent.parts
    parts = _resolved((*base, *written.split("/")))
    if "\0" in written or any(part.startswith(".") or _LEADS_AWAY.search(part) for part in parts):
        return None
    file = _on_disk(root, parts)
    with suppress(OSError):
        if file is not None and file.is_file() and real(file).is_relative_to(real(root)):
            return file
    return None


def _resolved(parts: Iterable[str]) -> tuple[str, ...]:
    """The way without `.` and `..`; no way at all when it leads out of the notebook."""
    way: list[str] = []
    for part in parts:
        if part == ".." and not way:
            return ()
        if part == "..":
            way.pop()
        elif part not in ("", "."):
            way.append(part)
    return tuple(way)


def _on_disk(root: Path, parts: Iterable[str]) -> Path | None:
    place = root
    for part in parts:
        found = place / part if os.path.lexists(place / part) else _of_same_name(place, part)
        if found is None:
            return None
        place = found
    return place


def _of_same_name(folder: Path, name: str) -> Path | None:
    with suppress(OSError), os.scandir(folder) as entries:
        wanted = shown(name)
        return next((Path(entry.path) for entry in entries if shown(entry.name) == wanted), None)
    return None
