"""What slides hold, remembered beside them: `slides/.slides.sha256`, so that they are known without git too.

It lies with the slides and is committed with them; `sha256sum -c` understands it.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.text import nfc
from studylog.store import files, sha256sums
from studylog.store.names import safe_join
from studylog.store.notebook import SLIDES
from studylog.store.sha256sums import Hashes

_NAME = ".slides.sha256"


def known(root: Path) -> Mapping[str, Hashes]:
    """What slides of a notebook held, by path of the notebook: usually one hash."""
    file = root / SLIDES / _NAME
    with suppress(StudylogError):
        return _read(files.read(file)) if file.is_file() else {}
    return {}


def remember(root: Path, path: str, sha256: str) -> None:
    """Notes down what a file in the folder of slides holds; other files are left alone."""
    path = nfc(path)
    if not path.startswith(f"{SLIDES}/") or sha256 in known(root).get(path, ()):
        return
    line = sha256sums.written(path, sha256, SLIDES)
    file = safe_join(root, f"{SLIDES}/{_NAME}")
    if file.exists():
        files.rewrite(file, lambda content: _with_line(content, line))
    else:
        files.write_new(file, line)


def _with_line(content: bytes, line: bytes) -> bytes:
    """The content with a line more: in order of the paths, so that two people seldom add at one place."""
    known = content.splitlines()
    lines = [*(one + b"\n" for one in known), line]
    # What git could not merge is left for somebody to look at.
    merged = all(map(sha256sums.is_line, known))
    ordered = sorted({*lines}, key=_path_first) if merged else lines
    return b"".join(ordered)


def _path_first(line: bytes) -> tuple[bytes, bytes]:
    sha256, _, path = line.partition(b" ")
    return path, sha256


def _read(content: bytes) -> Mapping[str, Hashes]:
    found: dict[str, Hashes] = {}
    for path, hashes in sha256sums.read(content, SLIDES).items():
        found[nfc(path)] = found.get(nfc(path), frozenset()) | hashes
    return found
