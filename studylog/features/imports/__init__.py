"""`studylog import`: notes from elsewhere become notes of this notebook; importing again changes nothing.

- `sources` finds the reader of each: `markdown` (of a `vault`), `pdf`, `notion`. A reader gives drafts.
- `arriving` makes notes of them before the first is written: `placing` gives each its path on the `shelf`,
  known by what tells `pages`; `attaching` does so for files, `mending` leads links there, `people` are called
  as on the roster.
- `bring` puts them into the notebook: `deciding` what to do, `writing` it, `proof` that nothing is missing.
  `verifying` only proves. `report` is what both tell.
"""

from studylog.features.imports.bring import import_notes
from studylog.features.imports.report import Imported, ImportReport, Status
from studylog.features.imports.sources import Kind
from studylog.features.imports.verifying import verify_notes

__all__ = ["ImportReport", "Imported", "Kind", "Status", "import_notes", "verify_notes"]
