"""The one writer of drafts: never over something that is there, and never twice."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from studylog.core.drafts import Attachment, Draft, note_text
from studylog.core.errors import StudylogError
from studylog.core.facts import note_facts
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.text import slug
from studylog.features.imports.markdown import drafts
from studylog.store import files
from studylog.store.names import safe_join
from studylog.store.notebook import NOTES, Notebook

Status = Literal["written", "unchanged", "conflict", "failed"]
_MOST_OF_ONE_DAY = 100


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one source: the note's path in the notebook, and what a person should look at."""

    source: str
    path: str
    status: Status
    attachments: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all sources, in their order."""

    items: tuple[Imported, ...]

    def count(self, status: Status) -> int:
        """How many notes ended so."""
        return sum(item.status == status for item in self.items)


def import_notes(
    notebook: Notebook,
    sources: Sequence[Path],
    *,
    dry_run: bool = False,
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Imports files and folders; a draft that cannot be written is reported, and the others go on."""
    items: list[Imported] = []
    for source in sources:
        for draft in drafts(source, notebook.settings):
            items.append(_bring(notebook, draft, dry_run))
            if progress:
                progress(len(items))
    return ImportReport(tuple(items))


def _bring(notebook: Notebook, draft: Draft, dry_run: bool) -> Imported:
    try:
        content = note_text(draft).encode()
        path, status = _target(notebook, draft, content)
        findings = [*draft.findings]
        if status == "conflict":
            findings.append(_conflict(path, draft))
        copied = list(_copy_attachments(notebook, draft, path, dry_run, findings))
        if status == "written" and not dry_run:
            files.write_new(safe_join(notebook.root, path), content)
    except StudylogError as error:
        failure = Finding(error.place or Place(draft.source), "error", "import", error.message, error.hint)
        return Imported(draft.source, "", "failed", 0, (*draft.findings, failure))
    return Imported(draft.source, path, status, len(copied), tuple(findings))


def _target(notebook: Notebook, draft: Draft, content: bytes) -> tuple[str, Status]:
    """Where a draft goes, and what is there already."""
    for path in _candidates(notebook, draft, content):
        file = safe_join(notebook.root, path)
        if not file.exists():
            return path, "written"
        there = files.read(file)
        if there == content:
            return path, "unchanged"
        if draft.place is not None or _source_of(notebook, path, there) == draft.header.get("source"):
            return path, "conflict"
    raise StudylogError(say("There are too many notes with the name of {source}.", source=draft.source))


def _candidates(notebook: Notebook, draft: Draft, content: bytes) -> Iterator[str]:
    """The paths that a draft may have: its place, else its day and type, with `-2` where that is taken."""
    if draft.place is not None:
        yield f"{NOTES}/{draft.place}"
        return
    facts = note_facts(draft.source, content, notebook.settings)
    if facts.day:
        base = f"{NOTES}/{facts.day.year}/{facts.day.isoformat()}-{slug(facts.type or 'meeting', 60)}"
    else:
        base = f"{NOTES}/{slug(facts.title)}"
    yield f"{base}.md"
    for number in range(2, _MOST_OF_ONE_DAY):
        yield f"{base}-{number}.md"


def _source_of(notebook: Notebook, path: str, content: bytes) -> str | None:
    header = note_facts(path, content, notebook.settings).header
    return dict(header.extra).get("source")


def _conflict(path: str, draft: Draft) -> Finding:
    return Finding(
        Place(path),
        "warning",
        "conflict",
        say("This note differs from {source}, and was left as it is.", source=draft.source),
        say("Compare the two, and delete the note here to import it anew."),
    )


def _copy_attachments(
    notebook: Notebook, draft: Draft, path: str, dry_run: bool, findings: list[Finding]
) -> Iterator[Attachment]:
    """Copies the files of a draft to where its references lead, seen from the note."""
    for attachment in draft.attachments:
        relative = _joined(path, attachment.reference)
        content = files.read(Path(attachment.file))
        target = safe_join(notebook.root, relative)
        if not target.exists():
            if not dry_run:
                files.write_new(target, content)
            yield attachment
        elif files.read(target) != content:
            message = say("{file} is there already, with other content.", file=relative)
            findings.append(Finding(Place(path), "warning", "attachment", message))


def _joined(path: str, reference: str) -> str:
    """A reference seen from a note, as a path in the notebook; `..` is resolved here, and never leaves it."""
    parts: list[str] = []
    for part in (
        *PurePosixPath(path).parent.parts,
        *PurePosixPath(reference.split("#")[0].split("?")[0]).parts,
    ):
        if part == "..":
            if not parts:
                return reference
            parts.pop()
        elif part not in (".", "/"):
            parts.append(part)
    return "/".join(parts)
