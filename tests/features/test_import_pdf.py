"""PDFs printed from Notion become dated notes, with their pictures and with the PDF as their source."""

from datetime import date
from pathlib import Path

import pytest

from studylog.core.dates.reading import find_date
from studylog.core.errors import StudylogError
from studylog.core.i18n import translate
from studylog.core.incoming.drafts import Draft
from studylog.core.settings import Settings
from studylog.features.imports import import_notes, pdf
from studylog.store.notebook import NOTES
from tests.features.import_cases import notebook_in, statuses
from tests.realdata import REAL, needs
from tests.store.pdfs import document, parts


def test_without_its_packages_the_command_that_installs_them_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(StudylogError) as error:
        list(pdf.drafts([tmp_path / "a.pdf"], Settings(), tmp_path))
    assert error.value.hint and "pip install 'studylog[pdf]'" in translate(error.value.hint, "en")


def test_the_pdf_is_kept_beside_the_note_as_its_source(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    pytest.importorskip("PIL")
    notebook = notebook_in(tmp_path / "공책")
    file = tmp_path / "Week1_0812.pdf"
    file.write_bytes(document(parts()))
    for expected in ("written", "unchanged"):
        report = import_notes(notebook, [file])
        assert [expected] == statuses(report)
    (item,) = report.items
    note = notebook.root / item.path
    source = note.with_suffix("") / file.name
    assert file.read_bytes() == source.read_bytes()
    assert f"source: {source.relative_to(note.parent).as_posix()}" in note.read_text(encoding="utf-8")
    assert report.coverage and report.coverage.whole


@needs("logs")
def test_the_real_notes_come_in_whole_with_their_days(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    pytest.importorskip("PIL")
    files = sorted((REAL / "logs").glob("*.pdf"))
    notebook = notebook_in(tmp_path / "공책")
    drafts = [draft for draft in pdf.drafts(files, Settings(), tmp_path) if isinstance(draft, Draft)]
    assert len(files) == len(drafts)
    for file, draft in zip(files, drafts, strict=True):
        day = date.fromisoformat(str(draft.header["date"]))
        assert file.stem.endswith(f"{day:%m%d}")
        parted = find_date(str(draft.header["title"]))
        assert parted is not None and day.weekday() == parted.weekday
    report = import_notes(notebook, files)
    assert {"written"} == set(statuses(report))
    assert report.coverage and report.coverage.percent >= 99.5
    assert len(files) == len(list((notebook.root / NOTES).glob("*/*.md")))
