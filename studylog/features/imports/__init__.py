"""`studylog import`: notes from elsewhere become notes of this notebook; importing again changes nothing."""

from studylog.features.imports.bring import import_notes
from studylog.features.imports.report import Imported, ImportReport, Status
from studylog.features.imports.sources import Kind
from studylog.features.imports.verifying import verify_notes

__all__ = ["ImportReport", "Imported", "Kind", "Status", "import_notes", "verify_notes"]
