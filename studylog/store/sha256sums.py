"""Lists of hashes and paths that lie in git with what they tell of, and that `sha256sum -c` understands."""

import re

Hashes = frozenset[str]
"""The hashes of one path: several where git has merged two lines."""

_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64}) [ *](?P<path>[^\r\n]+)")


def read(content: bytes, folder: str) -> dict[str, Hashes]:
    """The hashes by path of the notebook, whose paths in the list begin in its `folder`.

    Whatever is no line of such a list, such as the marks of a merge, says nothing.
    """
    known: dict[str, Hashes] = {}
    for line in content.decode("utf-8", "replace").splitlines():
        if found := _LINE.fullmatch(line):
            path = f"{folder}/{found['path']}"
            known[path] = known.get(path, frozenset()) | {found["sha256"]}
    return known


def written(path: str, sha256: str, folder: str) -> bytes:
    """A line of the list."""
    return f"{sha256}  {path.removeprefix(folder + '/')}\n".encode()


def is_line(written: bytes) -> bool:
    """Whether something is a line of such a list."""
    return _LINE.fullmatch(written.decode("utf-8", "replace")) is not None
