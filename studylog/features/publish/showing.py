"""What becomes visible for the first time: notes with the lines that are new in them, and files."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from studylog.core.header.parts import split
from studylog.core.values import dataclass
from studylog.store.staged import last_staged, was_staged


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that becomes visible for the first time: a note or a file, and how many lines of it."""

    kind: str
    path: str
    title: str
    lines: int


def new_texts(root: Path, texts: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[Shown]:
    """The notes that are new, or have new lines, since the notebook was published last."""
    for path, title in titles.items():
        before = last_staged(root, path)
        old = set(_lines(before)) if before is not None else set()
        lines = sum(line not in old for line in _lines(texts[path]))
        if lines or before is None:
            yield Shown("note", path, title, lines)


def new_files(root: Path, paths: Iterable[str]) -> Iterator[Shown]:
    """The files that were not published last time."""
    return (Shown("file", path, path, 0) for path in sorted(paths) if not was_staged(root, path))


def _lines(content: bytes) -> list[str]:
    """What a reader sees of a note: the lines of its body that are not empty."""
    return [line for line in split(content.decode()).body.splitlines() if line.strip()]
