"""What slides hold, remembered beside them: `slides/.slides.sha256`, so that they are known without git too.

It lies with the slides and is committed with them; `sha256sum -c` understands it.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.notebook import SLIDES

_NAME = ".slides.sha256"
_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64}) [ *](?P<path>[^\r\n]+)")


def known(root: Path) -> Mapping[str, frozenset[str]]:
    """What slides of a notebook held, by path of the notebook: mostly one hash."""
    file = root / SLIDES / _NAME
    with suppress(StudylogError):
        return _read(files.read(file)) if file.is_file() else {}
    return {}


def remember(root: Path, path: str, sha256: str) -> None:
    """Notes down what a file in the folder of slides holds; other files are left alone."""
    path = nfc(path)
    if not path.startswith(f"{SLIDES}/") or sha256 in known(root).get(path, ()):
        return
    line = f"{sha256}  {path.removeprefix(f'{SLIDES}/')}\n".encode()
    file = files.safe_join(root, f"{SLIDES}/{_NAME}")
    if file.exists():
        files.rewrite(file, lambda content: _with_line(content, line))
    else:
        files.write_new(file, line)


def _with_line(content: bytes, line: bytes) -> bytes:
    """The content with a line more: in order of the paths, so that two people seldom add at one place."""
    lines = [one + b"\n" for one in content.splitlines()]
    if not all(_LINE.fullmatch(one.decode("utf-8", "replace").rstrip()) for one in lines):
        # What git could not merge is left for somebody to look at.
        return b"".join([*lines, line])
    ordered = sorted({*lines, line}, key=_path_first)
    return b"".join(ordered)


def _path_first(line: bytes) -> tuple[bytes, bytes]:
    sha256, _, path = line.partition(b" ")
    return path, sha256


def _read(content: bytes) -> Mapping[str, frozenset[str]]:
    """The lines of the file; whatever is none, such as the marks of a merge, says nothing."""
    found: dict[str, frozenset[str]] = {}
    for line in content.decode("utf-8", "replace").splitlines():
        read = _LINE.fullmatch(line)
        if read:
            path = nfc(f"{SLIDES}/{read['path']}")
            found[path] = found.get(path, frozenset()) | {read["sha256"]}
    return found
