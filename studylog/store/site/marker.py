"""The file that says that a folder is a site of ours, and lists what we wrote there."""

from collections.abc import Mapping
from pathlib import Path

MARKER = ".studylog-site"
"""The name of that file."""

_FIRST_LINE = "studylog site 1"
_SEPARATOR = "  "


def manifest(output: Path) -> dict[str, str] | None:
    """The hashes of the files that we wrote into a site, by name; None for a folder that is none of ours."""
    try:
        lines = (output / MARKER).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    if lines[:1] != [_FIRST_LINE]:
        return None
    pairs = (line.partition(_SEPARATOR) for line in lines[1:])
    return {name: sha256 for sha256, _, name in pairs}


def is_ours(output: Path) -> bool:
    """Whether a folder is a site of ours."""
    try:
        with (output / MARKER).open("rb") as file:
            return file.readline().rstrip(b"\r\n") == _FIRST_LINE.encode()
    except OSError:
        return False


def written_by_us(output: Path) -> frozenset[str] | None:
    """The names of the files in a site that studylog wrote; None for a folder that is no site of ours."""
    found = manifest(output)
    return None if found is None else frozenset((MARKER, *found))


def marker_of(hashes: Mapping[str, str]) -> bytes:
    """The content of the marker of a site with these files."""
    lines = (f"{sha256}{_SEPARATOR}{name}" for name, sha256 in sorted(hashes.items()))
    return "\n".join((_FIRST_LINE, *lines, "")).encode()
