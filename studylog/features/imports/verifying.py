"""The proof over again: sources are read anew, and compared with the notes as they are on the disk."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.coverage import coverage
from studylog.features.imports.arriving import Arrival, Note, Progress, read_all
from studylog.features.imports.proof import proof
from studylog.features.imports.report import Imported, ImportReport
from studylog.features.imports.sources import Kind
from studylog.store.notebook import Notebook


def verify_notes(
    notebook: Notebook,
    sources: Sequence[Path],
    *,
    kind: Kind | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """How much of the sources the notebook still holds; nothing is written."""
    with TemporaryDirectory(prefix="studylog-") as scratch:
        arrival = Arrival(notebook, read_all(notebook, sources, kind, Path(scratch), progress))
        items = tuple(arrival.outcomes(partial(_compared, arrival), progress))
    return ImportReport(items, arrival.remarks)


def _compared(arrival: Arrival, note: Note) -> Imported:
    placed = note.placed
    content = arrival.shelf.content(placed.path)
    covered = coverage(placed.draft.visible, "") if content is None else proof(placed.draft, content)
    gone = [file.path for file in note.files if not arrival.shelf.file(file.path)]
    whole = not gone and (covered is None or covered.whole)
    return Imported(
        placed.draft.source,
        placed.path,
        "missing" if content is None else "whole" if whole else "incomplete",
        findings=tuple(_gone(placed.path, path) for path in gone),
        title=placed.title,
        coverage=covered,
        links_lost=len(note.lost),
    )


def _gone(note: str, path: str) -> Finding:
    message = say("There is no file {name}.", name=path)
    return Finding(Place(note), "warning", "attachment", message, say("Import it again."))
