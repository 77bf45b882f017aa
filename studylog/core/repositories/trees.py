"""The files of a repository at one moment, and which of them a file may be that is not there any more."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from studylog.core.text import fold, nfc
from studylog.core.values import dataclass, field

SLIDES = (".pdf", ".pptx", ".ppt", ".key", ".odp", ".ipynb", ".html", ".md")
"""What slides may be, the surest first."""

_DRAWN = frozenset({".pptx", ".ppt", ".key", ".odp"})
_WORD = re.compile(r"[^\W_]+")
# Titles shorter than this are found in the names of other papers.
_SHORTEST_TITLE = 3
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Tree:
    """Paths as the repository has them, each with the name of its content."""

    contents: Mapping[str, str]
    _by_nfc: dict[str, str] = field(default_factory=dict, init=False)
    _by_content: dict[str, list[str]] = field(default_factory=dict, init=False)
    _folders: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        for path in sorted(self.contents, key=_plainest):
            self._by_nfc.setdefault(nfc(path), path)
            self._by_content.setdefault(self.contents[path], []).append(path)
            self._folders.update(_parents(nfc(path)))

    def file(self, path: str) -> str | None:
        """The file of a path, however its letters are composed."""
        return path if path in self.contents else self._by_nfc.get(nfc(path))

    def has(self, path: str) -> bool:
        """Whether a file or a folder is there."""
        return self.file(path) is not None or nfc(path) in self._folders or not path

    def with_content(self, content: str, path: str) -> str | None:
        """The file that holds a content now: of several, the one that is called as before."""
        found = self._by_content.get(content, [])
        same = [one for one in found if _name(one) == _name(path)]
        return next(iter(same or found), None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_nfc.values())


def likely(tree: Tree, path: str, titles: Iterable[str] = (), branch: str = "") -> str | None:
    """The one file that probably took the place of a lost one; None where several may have, or none has.

    It is called alike, with any ending that slides have (`.pptx` → `.pdf`); or its name, or that of its
    folder, holds the title of the paper; or it has the name of the branch in its own.
    """
    sought: Sequence[Iterable[str]] = (
        _exported(tree, path),
        (one for one in tree if path and _name(one) == _name(path)),
        (one for one in tree if path and _stem(one) == _stem(path) and _is_slides(one)),
        *(_titled(tree, title) for title in titles),
        (one for one in tree if branch and fold(branch) in _words(one) and _is_slides(one)),
    )
    return next((one for group in sought if (one := _only(list(group)))), None)


def _exported(tree: Tree, path: str) -> Iterator[str]:
    """The PDF that lies where the file of a program for slides lay."""
    pure = PurePosixPath(nfc(path))
    if path and pure.suffix.lower() in _DRAWN:
        found = tree.file(str(pure.with_suffix(".pdf")))
        if found:
            yield found


def _titled(tree: Tree, title: str) -> Iterator[str]:
    wanted = fold(title)
    if len(wanted) < _SHORTEST_TITLE:
        return
    for path in tree:
        pure = PurePosixPath(nfc(path))
        names = (pure.stem, pure.parent.name)
        if _is_slides(path) and any(wanted in _joined(name) for name in names):
            yield path


def _joined(name: str) -> set[str]:
    """The words of a name, joined as far as they stand together: `Week1_Birch-16` has `birch16`."""
    words = [fold(word) for word in _WORD.findall(name)[:_MOST_WORDS]]
    count = len(words)
    return {"".join(words[start:end]) for start in range(count) for end in range(start + 1, count + 1)}


def _only(found: Sequence[str]) -> str | None:
    """The one that is meant: of several that are kept in one folder, the one that surely is slides."""
    surest = min((SLIDES.index(_ending(one)) for one in found if _is_slides(one)), default=None)
    best = found if surest is None else [one for one in found if _ending(one) == SLIDES[surest]]
    return best[0] if len(best) == 1 else None


def _parents(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _is_slides(path: str) -> bool:
    return _ending(path) in SLIDES


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _name(path: str) -> str:
    return nfc(PurePosixPath(path).name).casefold()


def _stem(path: str) -> str:
    return fold(PurePosixPath(path).stem)


def _words(path: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(PurePosixPath(path).stem)}


def _plainest(path: str) -> tuple[int, int, str]:
    return path.count("/"), len(path), path
