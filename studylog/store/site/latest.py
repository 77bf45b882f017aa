"""What the sites of a notebook were last built from: kept beside the index, and as easily done without."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from studylog.core.values import dataclass, field
from studylog.store.beside import FOLDER, leave
from studylog.store.names import real
from studylog.store.site.marker import MARKER


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


@dataclass(frozen=True, slots=True)
class Summary:
    """What a site has: all its files, its pages, copies of the notebook's files, and what is to be mended.

    `undrawn` are PDFs without pictures, because nothing is installed that draws them.
    """

    files: int
    pages: int
    copies: int
    errors: int
    warnings: int
    undrawn: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing needs mending: advice does not count."""
        return self.errors == 0 and self.warnings == 0


@dataclass(frozen=True, slots=True)
class Latest:
    """The site that was built last: from what, what it has, and what parts of long lists show, in hashes."""

    built: Built
    site: Summary
    parts: Mapping[str, str] = field(default_factory=dict)


def last_built(root: Path, output: Path) -> Latest | None:
    """The site in a folder as it was built last; None when that is not known, or it was changed since."""
    try:
        found = json.loads(_file(root, output).read_text("utf-8"))
        known = found["stamp"] == _stamp(output)
        latest = Latest(Built(**found["built"]), Summary(**found["site"]), dict(found.get("parts", {})))
        return latest if known else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember_built(root: Path, output: Path, latest: Latest) -> None:
    """Remembers a site that was built; where that cannot be written, the next build makes every page."""
    with suppress(OSError):
        leave(_file(root, output), {**asdict(latest), "stamp": _stamp(output)})


def _file(root: Path, output: Path) -> Path:
    name = hashlib.sha256(os.fsencode(real(output))).hexdigest()[:16]
    return root / FOLDER / f"site-{name}.json"


def _stamp(output: Path) -> list[int]:
    status = (output / MARKER).stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
