"""The files of a notebook that its notes link to or show: found, hashed once, and named by their content."""

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.text import nfc, short_hash, slug
from studylog.core.values import dataclass
from studylog.store.notebook import NOTES
from studylog.store.references import file_of
from studylog.store.walk import walk

PICTURES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "svg", "webp"})
"""What is shown in a page; an SVG only there, because opened by itself it may run scripts."""

DOCUMENTS = frozenset(
    {"bib", "csv", "docx", "epub", "gif", "ipynb", "jpeg", "jpg", "key", "mp3", "mp4", "odp", "ods", "odt"}
    | {"pdf", "png", "ppt", "pptx", "py", "r", "tex", "tsv", "txt", "webp", "xlsx", "zip"}
)
"""What a page may lead to: nothing that a browser would run as a part of the site."""

_LONGEST = 80
_SLIDES = frozenset({"key", "odp", "pdf", "ppt", "pptx"})
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|$")
_MEND = say("Correct the path, or put the file there.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the notebook: `path` is where it lies there, `name` where its copy lies in a site."""

    path: str
    file: Path
    sha256: str
    name: str

    @property
    def ending(self) -> str:
        """The ending of its name, in lower case and without the dot."""
        return ending_of(self.path)


@dataclass(slots=True)
class Finder:
    """Finds the files of a notebook that its notes mean."""

    root: Path
    _by_name: dict[str, Path] | None = None

    def file(self, note_path: str, reference: str) -> Path | None:
        """The file itself; a name alone may lie anywhere under `notes/`, as vaults of Obsidian have it."""
        file = file_of(self.root, note_path, reference)
        if file or "/" in reference or not may_be_lost(reference):
            return file
        return self._named().get(nfc(unquote(reference)))

    def _named(self) -> Mapping[str, Path]:
        """The files under `notes/` by their names; of several with one name, that which lies highest."""
        if self._by_name is None:
            notes = self.root / NOTES
            self._by_name = {}
            found = walk(notes, self.root) if notes.is_dir() else ()
            for path in sorted(found, key=lambda path: (path.count(os.sep), path)):
                self._by_name.setdefault(nfc(Path(path).name), Path(path))
        return self._by_name


def lost_picture(place: Place, name: str) -> Finding:
    """The finding of a picture that is not there."""
    return Finding(place, "warning", "dead-picture", say("There is no picture {name}.", name=name), _MEND)


def lost_file(place: Place, name: str, near: str | None = None) -> Finding:
    """The finding of a file that is not there, with the one that may be meant."""
    hint = say("Did you mean {near}?", near=near) if near else _MEND
    return Finding(place, "warning", "dead-link", say("There is no file {name}.", name=name), hint)


def may_be_lost(reference: str) -> bool:
    """Whether a reference means a file of the notebook at all."""
    return not _ELSEWHERE.match(reference)


def attachment_of(path: str, file: Path, sha256: str) -> Attachment:
    """The attachment of a file that was found and hashed."""
    return Attachment(path, file, sha256, _name(path, sha256))


def _name(path: str, sha256: str) -> str:
    """Where a copy lies: slides keep their words, everything else is its content."""
    content, ending = short_hash(sha256), ending_of(path)
    if ending in _SLIDES:
        return f"slides/{slug(PurePosixPath(path).stem, _LONGEST)}-{content}.{ending}"
    return f"assets/{content}.{ending}"


def ending_of(path: str) -> str:
    """The ending of a file's name, in lower case and without the dot."""
    return PurePosixPath(path).suffix.removeprefix(".").lower()
