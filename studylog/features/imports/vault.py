"""A folder of notes as a whole: what a reference in one of them means, wherever in the folder that lies."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from studylog.core.text import fold, nfc
from studylog.core.values import dataclass, field
from studylog.store.failures import shown
from studylog.store.notebook import MARKDOWN
from studylog.store.references import file_of
from studylog.store.walk import files_below, path_in


@dataclass(slots=True)
class Vault:
    """A folder and those of its notes that are imported, by their paths in it (NFC, `/`).

    `files` are all files of a folder that was given as a whole: in there, as in Obsidian, a name alone is
    enough to mean a file.
    """

    root: Path
    notes: Mapping[str, Path]
    files: Mapping[str, Path]
    _by_name: dict[str, list[str]] = field(default_factory=dict)
    _pages: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.files, key=lambda path: (path.count("/"), path)):
            self._by_name.setdefault(path.rpartition("/")[2], []).append(path)
            if path in self.notes:
                parts = path.rpartition(".")[0].split("/")
                for start in range(len(parts)):
                    self._pages.setdefault(fold("/".join(parts[start:])), path)

    def file(self, note: str, reference: str) -> tuple[str, Path] | None:
        """The file that a reference in a note means, and its path in the folder; nothing outside of it."""
        found = file_of(self.root, note, reference)
        if found is not None:
            return path_in(self.root, found), found
        named = nfc(unquote(reference.partition("#")[0])).removeprefix("/")
        for path in self._by_name.get(named.rpartition("/")[2], ()):
            if f"/{path}".endswith(f"/{named}"):
                return path, self.files[path]
        return None

    def page(self, named: str) -> str | None:
        """The note that `[[…]]` means."""
        return self._pages.get(fold(named.partition("#")[0].strip().removesuffix(".md")))


def vaults(sources: Iterable[Path]) -> Iterator[Vault]:
    """The folders that are given, and the folders that files lie in which are given by themselves."""
    alone: dict[Path, dict[str, Path]] = {}
    for source in sources:
        if source.is_dir():
            files = files_below(source)
            notes = {path: file for path, file in files.items() if path.lower().endswith(MARKDOWN)}
            yield Vault(source, notes, files)
        else:
            alone.setdefault(source.parent, {})[shown(source.name)] = source
    yield from (Vault(root, notes, {}) for root, notes in alone.items())
