"""Notebooks, sources and drafts that imports are tried with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from studylog.core.incoming.drafts import Draft, Refused
from studylog.core.settings import Settings
from studylog.features.imports import Imported, ImportReport, arriving, import_notes
from studylog.store.notebook import Notebook, find

PAGE = "https://www.notion.so/" + "0123456789abcdef" * 2
OTHER = "https://www.notion.so/" + "fedcba9876543210" * 2


def notebook_in(root: Path, settings: str = "") -> Notebook:
    """A notebook without notes."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "studylog.yaml").write_text(settings, encoding="utf-8")
    return find(root)


def files(notebook: Notebook) -> dict[str, str]:
    """What lies under `notes/`, but for the ledger."""
    notes = notebook.root / "notes"
    found = sorted(
        file for file in notes.rglob("*") if file.is_file() and not file.name.startswith(".imported")
    )
    return {file.relative_to(notes).as_posix(): file.read_text(encoding="utf-8") for file in found}


def marks(notebook: Notebook) -> dict[str, tuple[bytes, int]]:
    """All files, the ledger too, with their content and the time of their last change."""
    found = sorted(file for file in notebook.root.rglob("*") if file.is_file())
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in found}


def write(root: Path, name: str, content: str | bytes) -> Path:
    """A file below a folder, and its folders."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def bring(notebook: Notebook, *drafts: Draft | Refused, dry_run: bool = False) -> ImportReport:
    """An import of these drafts, whatever reader they come from."""

    def read(
        sources: Sequence[Path], kind: object, settings: Settings, scratch: Path
    ) -> Iterator[Draft | Refused]:
        yield from drafts

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arriving, "read_sources", read)
        return import_notes(notebook, [], dry_run=dry_run)


def page(text: str = "글\n", source: str = PAGE, **header: str) -> Draft:
    """A page as a reader gives it: with a header that says where it came from."""
    given = {"title": "8/12(목) 회의록", "date": "2021-08-12", "type": "daily"} | header
    return Draft(header.get("title", source), text, {**given, "source": source}, visible=text)


def statuses(report: ImportReport) -> list[str]:
    return [item.status for item in report.items]


def codes(item: Imported) -> list[str]:
    return [finding.code for finding in item.findings]
