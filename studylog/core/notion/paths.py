"""Which file of an export a reference means, however either of them is written.

Links are percent-encoded once, twice or not at all, in NFC or NFD, with `+` for a blank; files were renamed
by systems that tell capitals apart or do not, and folders come with the id of their page or without it.
"""

import re
from collections.abc import Iterable, Iterator
from posixpath import normpath
from urllib.parse import unquote

from studylog.core.notion.ids import title_of_file
from studylog.core.text import nfc

_OUTSIDE = re.compile(r"[A-Za-z][\w+.-]*:|//|#|$")
# What Notion calls a file that was put into a page.
_ATTACHMENT = re.compile(r"attachment:[0-9a-f-]{36}:")


def inside(reference: str) -> str | None:
    """The reference as one to a file; None for an address, and for a place on the same page."""
    named = _ATTACHMENT.sub("", reference)
    return None if _OUTSIDE.match(named) else named


class Paths:
    """The paths of the files in an export, to be found by references."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._exact: dict[str, str] = {}
        self._loose: dict[str, str | None] = {}
        for path in paths:
            self._exact.setdefault(nfc(path), path)
            key = _loosely(path)
            # Two files that differ in nothing else are not guessed at.
            self._loose[key] = None if key in self._loose else path

    def find(self, page: str, reference: str) -> str | None:
        """The path that a reference in a page means, seen from its folder, its own folder or the top."""
        candidates = [
            path for written in ways(reference) for base in _bases(page) if (path := _joined(base, written))
        ]
        exact = (self._exact.get(path) for path in candidates)
        loose = (self._loose.get(_loosely(path)) for path in candidates)
        return next((path for paths in (exact, loose) for path in paths if path is not None), None)


def name_of(reference: str) -> str:
    """The name that a reference ends in, decoded as far as it goes."""
    return nfc(unquote(unquote(_bare(reference)))).rpartition("/")[2]


def ways(reference: str) -> Iterator[str]:
    """What a reference may say, the surest first: as it is, without its query, decoded once and again."""
    whole = nfc(reference)
    bare = _bare(whole)
    once = nfc(unquote(bare))
    known = (whole, nfc(unquote(whole)), bare, once, nfc(unquote(once)))
    return iter(dict.fromkeys((*known, *(written.replace("+", " ") for written in known))))


def folder_of(page: str) -> str:
    """The folder in which the files and the children of a page lie: its path without the ending."""
    stem, _, ending = page.rpartition(".")
    return stem.removesuffix("_all") if ending == "csv" else stem


def _bare(reference: str) -> str:
    return reference.partition("#")[0].partition("?")[0]


def _bases(page: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((page.rpartition("/")[0], folder_of(page), "")))


def _joined(base: str, written: str) -> str | None:
    """The path seen from the top of the export; None for what leads out of it."""
    if not written or "\0" in written:
        return None
    path = normpath(written.lstrip("/") if written.startswith("/") or not base else f"{base}/{written}")
    return None if path == "." or path.startswith("..") else path


def _loosely(path: str) -> str:
    *folders, name = nfc(path).casefold().split("/")
    return "/".join((*map(title_of_file, folders), name))
