"""What is given to be imported from Notion: archives, their parts, folders and pages, each as an export."""

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from filecmp import cmp
from itertools import chain, count
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.filenames import numbered
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Refused
from studylog.core.notion.ids import id_of, title_of_file
from studylog.core.notion.paths import folder_of
from studylog.core.text import nfc
from studylog.core.values import dataclass, field
from studylog.store.archive import Budget, Limits, extract
from studylog.store.failures import shown, told
from studylog.store.notebook import MARKDOWN
from studylog.store.walk import files_below

CONTENTS = "index.html"
HTML = (".html", ".htm")
PAGES = (*MARKDOWN, *HTML)
_EXPORT = re.compile(r"Export-(?P<id>[0-9a-f-]{36})(?:-Part-(?P<part>[0-9]{1,4}))?")
_PART = re.compile(
    r"(?:.*[_ -])?Export-[0-9a-f-]{36}[^/]*\.zip|[^/]*-?Part-[0-9]{1,4}[^/]*\.zip", re.IGNORECASE
)
# Notion puts parts into an archive; somebody may have put that into another one.
_DEEPEST = 3

# The list of entries stands at the end of an archive, each name behind 46 bytes of figures.
_TAIL = 16 * 1024 * 1024
_ENTRY = re.compile(rb"PK\x01\x02.{24}(?P<length>..).{16}", re.DOTALL)


@dataclass(slots=True)
class Export:
    """An export: its name, and its files by their paths inside, from all of its parts.

    `wanted` are the pages that were given by themselves; None when all of them were.
    """

    name: str
    files: dict[str, Path] = field(default_factory=dict)
    wanted: set[str] | None = None
    parts: set[int] = field(default_factory=set)


def is_export(path: Path) -> bool:
    """Whether an archive, a folder or a page comes out of Notion: most of its pages carry an id."""
    if path.is_dir():
        return _is_of_notion(files_below(path))
    if path.suffix.lower() == ".zip":
        return _is_of_notion(dict.fromkeys(_names(path)))
    ending = path.suffix.lower()
    return ending in HTML or (ending in PAGES and id_of(nfc(path.name)) is not None)


def open_exports(sources: Sequence[Path], scratch: Path) -> tuple[list[Export], list[Refused]]:
    """The exports that the sources are, each with all of its parts; archives are unpacked below `scratch`."""
    opening = _Opening(scratch)
    for source in sources:
        opening.open(source)
    exports = [export for export in opening.exports.values() if export.files]
    return exports, [*opening.refused, *(lost for export in exports for lost in _missing_parts(export))]


class _Opening:
    """The exports while their sources come in; all archives share one budget."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.budget = Budget.of(Limits())
        self.exports: dict[str, Export] = {}
        self.refused: list[Refused] = []

    def open(self, source: Path) -> None:
        """Takes in one source, whatever it is."""
        name = shown(source.name)
        if source.is_dir():
            self._add(_Given(str(source), name), name, files_below(source))
        elif source.suffix.lower() in PAGES:
            self._add_page(source)
        else:
            self._unpack(_Given(str(source), name), source, name)

    def _add_page(self, page: Path) -> None:
        """A page by itself, with the folder that its files lie in."""
        export = self.exports.setdefault(str(page.parent), Export(shown(page.parent.name), wanted=set()))
        name = nfc(page.name)
        export.files[name] = page
        for folder in {folder_of(page.name), title_of_file(folder_of(page.name))}:
            place = page.parent / folder
            if place.is_dir():
                export.files |= {f"{nfc(folder)}/{path}": file for path, file in files_below(place).items()}
        if export.wanted is not None:
            export.wanted.add(name)

    def _unpack(self, given: "_Given", archive: Path, name: str) -> None:
        try:
            unpacked = extract(archive, self.scratch, budget=self.budget)
        except StudylogError as error:
            finding = Finding(error.place or Place(name), "error", "import", error.message, error.hint)
            self.refused.append(Refused(name, finding))
            return
        self._add(given, name, unpacked.paths)

    def _add(self, given: "_Given", name: str, files: Mapping[str, Path]) -> None:
        """Takes in the files of a folder or an archive of this name, and the parts among them."""
        parts = {path for path in files if given.depth < _DEEPEST and _is_part(path, files)}
        named = _EXPORT.search(name)
        for path, file in files.items():
            if path not in parts:
                wrapper = _EXPORT.fullmatch(path.partition("/")[0])
                found = wrapper or named
                key = found["id"] if found else given.key
                self._put(key, given.name, path.partition("/")[2] if wrapper else path, file)
        if named and named["part"] and named["id"] in self.exports:
            self.exports[named["id"]].parts.add(int(named["part"]))
        for path in sorted(parts):
            inner = _Given(f"{given.key}/{path}", given.name, given.depth + 1)
            self._unpack(inner, files[path], path.rpartition("/")[2])

    def _put(self, key: str, name: str, path: str, file: Path) -> None:
        export = self.exports.setdefault(key, Export(name))
        export.wanted = None
        # Two parts may hold different files of one name: none of them gets lost, and a page keeps its id.
        folder, slash, last = path.rpartition("/")
        names = (
            f"{number}/{path}" if id_of(path) else f"{folder}{slash}{numbered(last, number)}"
            for number in count(2)
        )
        for free in chain((path,), names):
            there = export.files.setdefault(free, file)
            if there is file or _same(there, file):
                return


@dataclass(frozen=True, slots=True)
class _Given:
    """What a person gave: where it is, what it is called, and how many archives deep we are in it."""

    key: str
    name: str
    depth: int = 0


def _is_of_notion(names: Mapping[str, object]) -> bool:
    if any(_is_part(name, names) for name in names):
        return True
    pages = [name for name in names if name.lower().endswith(PAGES) and name.rpartition("/")[2] != CONTENTS]
    known = sum(id_of(name) is not None for name in pages)
    databases = any(id_of(name) for name in names if name.endswith(".csv"))
    return bool(known or databases) and 2 * known >= len(pages)


def _is_part(path: str, files: Mapping[str, object]) -> bool:
    """Whether an archive at the top of an export is a part of it, and not a file that a page has."""
    folder, _, name = path.rpartition("/")
    if not name.lower().endswith(".zip") or not (not folder or _EXPORT.fullmatch(folder)):
        return False
    return bool(_PART.fullmatch(name)) or all(other.lower().endswith(".zip") for other in files)


def _same(one: Path, other: Path) -> bool:
    with told(other):
        return cmp(one, other, shallow=False)


def _names(archive: Path) -> Iterator[str]:
    """The names that stand in the end of an archive, as far as they can be told without unpacking it."""
    with told(archive), archive.open("rb") as file:
        file.seek(max(0, archive.stat().st_size - _TAIL))
        tail = file.read()
    for entry in _ENTRY.finditer(tail):
        (length,) = struct.unpack("<H", entry["length"])
        yield tail[entry.end() : entry.end() + length].decode("utf-8", "replace")


def _missing_parts(export: Export) -> Iterator[Refused]:
    for number in sorted({*range(1, max(export.parts, default=0))} - export.parts):
        finding = Finding(
            Place(export.name),
            "warning",
            "import",
            say("Part {number} of this export is missing.", number=number),
            say("Give all parts together, so that links between them are found."),
        )
        yield Refused(export.name, finding)
