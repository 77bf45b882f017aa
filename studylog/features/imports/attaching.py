"""Where the files of a draft come to lie: in the place that they have, else in a folder beside the note."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.filenames import numbered, portable, portable_path
from studylog.core.findings import Finding, Place
from studylog.core.incoming.drafts import Attachment
from studylog.core.values import dataclass, field
from studylog.features.imports.placing import Placed
from studylog.features.imports.shelf import Shelf
from studylog.store import files
from studylog.store.imported import Ledger
from studylog.store.notebook import NOTES


@dataclass(slots=True)
class Coming:
    """A file on its way in: what it holds, its path in the notebook, and the references that mean it."""

    attachment: Attachment
    content: bytes
    path: str = ""
    references: list[str] = field(default_factory=list)
    purpose: str = field(init=False)
    """What its path is given out for: another file of the same content may share it."""

    def __post_init__(self) -> None:
        self.purpose = files.sha256(self.content)

    @property
    def name(self) -> str:
        """What it is called where it comes from."""
        return Path(self.attachment.file).name


@dataclass(frozen=True, slots=True)
class Attaching:
    """Gives paths to the files of drafts."""

    shelf: Shelf
    ledger: Ledger

    def coming(self, placed: Placed, findings: list[Finding]) -> list[Coming]:
        """The files of a draft, each once; one that cannot be read is a finding, and its link is lost."""
        with_place, others = self._gathered(placed, findings)
        everything = [*with_place, *others]
        for coming in with_place:
            path = f"{NOTES}/{portable_path(coming.attachment.place or '')}"
            if self.shelf.is_free(path, coming.purpose):
                self._give(coming, path)
            else:
                others.append(coming)
        # Those that came before keep their paths, so that pictures do not change places.
        for way in (self._again, self._anew):
            for coming in others:
                path = coming.path or next(way(placed, coming), "")
                if path:
                    self._give(coming, path)
        return everything

    def _gathered(self, placed: Placed, findings: list[Finding]) -> tuple[list[Coming], list[Coming]]:
        """The files with a place, and those without one; of the latter the same content only once."""
        found: dict[tuple[str | None, str], Coming] = {}
        for attachment in placed.draft.attachments:
            try:
                coming = Coming(attachment, files.read(Path(attachment.file)))
            except StudylogError as error:
                place = Place(placed.draft.source)
                findings.append(Finding(place, "warning", "attachment", error.message, error.hint))
                continue
            key = (attachment.place, "" if attachment.place else coming.purpose)
            found.setdefault(key, coming).references.append(attachment.reference)
        with_place = [coming for coming in found.values() if coming.attachment.place]
        return with_place, [coming for coming in found.values() if not coming.attachment.place]

    def _give(self, coming: Coming, path: str) -> None:
        coming.path = path
        self.shelf.give(path, coming.purpose)

    def _again(self, placed: Placed, coming: Coming) -> Iterator[str]:
        """Where the file lies that had this content when it came in, beside the note or where that was."""
        for folder in dict.fromkeys((placed.folder, placed.natural_folder)):
            for path in self.ledger.named(folder, coming.content):
                if self.shelf.file(path) and self.shelf.is_free(path, coming.purpose):
                    yield path

    def _anew(self, placed: Placed, coming: Coming) -> Iterator[str]:
        name = portable(coming.name)
        for number in count(1):
            path = f"{placed.folder}/{name if number == 1 else numbered(name, number)}"
            if self.shelf.is_free(path, coming.purpose):
                yield path
