"""The import itself: the files of each page, then its note, then the proof that nothing was lost."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from studylog.features.imports.arriving import Arrival, Note, Progress, read_all
from studylog.features.imports.people import proposal
from studylog.features.imports.proof import proof
from studylog.features.imports.report import Imported, ImportReport
from studylog.features.imports.sources import Kind
from studylog.features.imports.writing import Writer, conflict
from studylog.store import files
from studylog.store.notebook import Notebook


def import_notes(
    notebook: Notebook,
    sources: Sequence[Path],
    *,
    kind: Kind | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Imports files, folders and archives; what cannot be read or written is reported, and the rest goes on.

    `kind` says what the sources are, when it is not to be told from them. `progress(done, all)` is told while
    pages are read, when nobody knows how many there are, and while they are written.
    """
    with TemporaryDirectory(prefix="studylog-") as scratch:
        arrival = Arrival(notebook, read_all(notebook, sources, kind, Path(scratch), progress))
        writer = Writer(arrival.shelf, arrival.ledger, dry_run=dry_run)
        try:
            items = tuple(arrival.outcomes(partial(_brought, arrival, writer), progress))
        finally:
            # A run that is interrupted remembers what it has written, too.
            if not dry_run:
                arrival.ledger.save()
    return ImportReport(items, (*arrival.remarks, *proposal(arrival.people, notebook.settings.roster)))


def _brought(arrival: Arrival, writer: Writer, note: Note) -> Imported:
    """The files come first, so that no note ever shows what is not there."""
    placed, origin = note.placed, note.placed.draft.origin
    outcomes = [(file.path, writer.bring(file.path, file.content, origin)) for file in note.files]
    renewed = sum(outcome in ("written", "updated") for _, outcome in outcomes)
    outcome = writer.bring(placed.path, note.content, origin)
    content = note.content
    if outcome in ("written", "updated") and not writer.dry_run:
        content = files.read(arrival.shelf.place(placed.path))
    decided = [path for path, each in [*outcomes, (placed.path, outcome)] if each == "conflict"]
    return Imported(
        source=placed.draft.source,
        path=placed.path,
        status="conflict" if decided else "updated" if outcome == "unchanged" and renewed else outcome,
        attachments=renewed,
        findings=(*note.findings, *(conflict(path, placed.draft.source) for path in decided)),
        title=placed.title,
        coverage=proof(placed.draft, content),
        links_mended=0 if outcome == "unchanged" else note.links_mended,
        links_lost=len(note.lost),
    )
