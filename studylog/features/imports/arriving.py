"""The pages of a run before the first is written: read, placed, and each as the note that it becomes."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Draft, Refused, note_text
from studylog.core.values import dataclass
from studylog.features.imports.attaching import Attaching, Coming
from studylog.features.imports.mending import mend
from studylog.features.imports.people import called_as_on_the_roster
from studylog.features.imports.placing import Placed, Placing
from studylog.features.imports.report import Imported, failed
from studylog.features.imports.shelf import Shelf
from studylog.features.imports.sources import Kind, read_sources, refused
from studylog.store.failures import shown
from studylog.store.imported import Ledger
from studylog.store.names import real
from studylog.store.notebook import NOTES, Notebook

Progress = Callable[[int, int | None], None]

_OWN = StudylogError(
    say("These are the notes of this notebook."), hint=say("Import what lies outside of its folder `notes`.")
)


@dataclass(frozen=True, slots=True)
class Note:
    """A draft as the note that it becomes, and the files that come with it."""

    placed: Placed
    content: bytes
    files: tuple[Coming, ...]
    links_mended: int
    lost: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_all(
    notebook: Notebook, sources: Sequence[Path], kind: Kind | None, scratch: Path, progress: Progress | None
) -> list[Draft | Refused]:
    """All drafts of the sources, and what gives none."""
    own = [source for source in sources if _is_of(notebook, source)]
    read: list[Draft | Refused] = [refused(shown(source.name), _OWN) for source in own]
    others = [source for source in sources if source not in own]
    for draft in read_sources(others, kind, notebook.settings, scratch):
        read.append(draft)
        if progress:
            progress(len(read), None)
    return read


def _is_of(notebook: Notebook, source: Path) -> bool:
    """Whether a source has notes of the notebook itself, which would come in a second time."""
    notes, place = real(notebook.root / NOTES), real(source)
    return place.is_relative_to(notes) or notes.is_relative_to(place)


class Arrival:
    """The pages of a run and their places in a notebook; `remarks` concern no page of them."""

    def __init__(self, notebook: Notebook, read: Sequence[Draft | Refused]) -> None:
        self.shelf = Shelf(notebook)
        self.ledger = Ledger(notebook)
        self.items = self._placed(notebook, [each for each in read if not _is_remark(each)])
        self.remarks = tuple(each.finding for each in read if isinstance(each, Refused) and _is_remark(each))
        self._roster = notebook.settings.roster
        self._attaching = Attaching(self.shelf, self.ledger)
        self._pages = {item.draft.source: item for item in self.items if isinstance(item, Placed)}

    @property
    def people(self) -> Iterator[str]:
        """Whoever is named in the headers of the pages."""
        return (name for item in self._pages.values() for name in item.people)

    def outcomes(self, become: Callable[[Note], Imported], progress: Progress | None) -> Iterator[Imported]:
        """What becomes of each page, one after the other; one that fails keeps no other out."""
        for number, item in enumerate(self.items, 1):
            yield failed(item) if isinstance(item, Refused) else self._outcome(item, become)
            if progress:
                progress(number, len(self.items))

    def _outcome(self, placed: Placed, become: Callable[[Note], Imported]) -> Imported:
        try:
            return become(self._note(placed))
        except StudylogError as error:
            return failed(refused(placed.draft.source, error), placed.draft.findings)

    def _note(self, placed: Placed) -> Note:
        """The note that a draft becomes; StudylogError when it cannot be written down."""
        self._follow(placed)
        findings = [*placed.draft.findings, *_twin(placed)]
        files = self._attaching.coming(placed, findings)
        mended = mend(placed, files, self._pages)
        findings += _unreachable(placed, mended.unreachable)
        draft = called_as_on_the_roster(mended.draft, self._roster)
        content = note_text(draft).encode()
        return Note(placed, content, tuple(files), mended.count, mended.lost, tuple(findings))

    def _placed(self, notebook: Notebook, read: Sequence[Draft | Refused]) -> list[Placed | Refused]:
        drafts = [each for each in read if isinstance(each, Draft)]
        places = iter(Placing(notebook, drafts, self.shelf, self.ledger).placed())
        items: list[Placed | Refused] = []
        for each in read:
            place = next(places) if isinstance(each, Draft) else each
            items.append(refused(each.source, place) if isinstance(place, StudylogError) else place)
        return items

    def _follow(self, placed: Placed) -> None:
        """What is remembered of a note that somebody moved, and of its files, moves along."""
        if placed.natural == placed.path:
            return
        self.ledger.move(placed.natural, placed.path)
        for path in self.ledger.under(placed.natural_folder):
            beside = placed.folder + path.removeprefix(placed.natural_folder)
            if self.shelf.file(beside) and not self.shelf.file(path):
                self.ledger.move(path, beside)


def _is_remark(read: Draft | Refused) -> bool:
    """Whether a reader only has something to say of a part of a source that is no page."""
    return isinstance(read, Refused) and read.finding.severity != "error"


def _twin(placed: Placed) -> Iterator[Finding]:
    if placed.twin is not None:
        source = placed.draft.source
        message = say("{source} seems to be the same page as {other}.", source=source, other=placed.twin)
        hint = say("Both are kept. Delete the note that you do not need, and import only its other source.")
        yield Finding(Place(placed.path), "note", "same-page", message, hint)


def _unreachable(placed: Placed, references: Sequence[str]) -> Iterator[Finding]:
    for reference in references:
        message = say("No link to {reference} was found, so none was mended.", reference=reference)
        yield Finding(Place(placed.path), "warning", "dead-link", message)
