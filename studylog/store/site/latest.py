"""What the sites of a notebook were last built from: kept beside the index, and as easily done without."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from studylog.store.names import real
from studylog.store.site.marker import MARKER

_FOLDER = ".studylog"


@dataclass(frozen=True, slots=True)
class Built:
    """What a site was built from: the index, the day, and everything else in one hash.

    The generations are those of the index and of its search, None for a site without one.
    """

    index: str
    generation: int
    searched: int | None
    day: str
    rest: str


def last_built(root: Path, output: Path) -> Built | None:
    """What the site in a folder was built from; None when that is not known, or somebody changed it since."""
    try:
        found = json.loads(_file(root, output).read_text("utf-8"))
        stamp = found.pop("stamp")
        return Built(**found) if stamp == _stamp(output) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember_built(root: Path, output: Path, built: Built) -> None:
    """Remembers what a site was built from; where that cannot be written, the next build makes every page."""
    file = _file(root, output)
    fresh = file.with_name(f"{file.name}.new")
    with suppress(OSError):
        fresh.write_text(json.dumps({**asdict(built), "stamp": _stamp(output)}), "utf-8")
        fresh.replace(file)


def _file(root: Path, output: Path) -> Path:
    name = hashlib.sha256(os.fsencode(real(output))).hexdigest()[:16]
    return root / _FOLDER / f"site-{name}.json"


def _stamp(output: Path) -> list[int]:
    status = (output / MARKER).stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
