"""`studylog import`: notes from elsewhere become notes of this notebook; importing again changes nothing."""

from studylog.features.imports.bring import Imported, ImportReport, import_notes

__all__ = ["ImportReport", "Imported", "import_notes"]
