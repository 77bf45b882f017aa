"""What is listed as promised in real notes is promised: each was read by hand, and is known by its id."""

import os
import tarfile
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from studylog.core.model import Promise
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.features.imports import import_notes
from studylog.store.index.days.outlook import promises_due
from studylog.store.notebook import note_files
from tests.features.import_cases import notebook_in
from tests.indexes import fresh
from tests.realdata import REAL, needs

VAULT = "vault/johngrib-md.tar.gz"

# What was promised on 17 August to be talked about on the 18th.
NEXT_DAY = "p-2br90jeg"
IN_LOGS = {
    *(NEXT_DAY, "p-rkzt28rp", "p-h6027v1s", "p-ch6mtns8", "p-2vx9vy6q"),
    *("p-47dppjcg", "p-1f8htyz2", "p-1z5bj1ck", "p-va6brtae", "p-n2grv9b6", "p-ztq4dst4"),
}
IN_VAULT = {"p-57ejn790", "p-6y3rryrp"}
NOTES_OF_VAULT = 1_000
# Of three notes one, among them those that promise something; a sweep reads them all.
EVERY = int(os.environ.get("STUDYLOG_EVERY_NOTE", "3"))


def precise(listed: list[Promise], promised: set[str]) -> None:
    """At most one in twenty of what waits to be kept is no promise, and none that was found is lost again."""
    waiting = [one.id for one in listed if not one.done]
    assert promised <= {*waiting}
    assert 20 * sum(id_ not in promised for id_ in waiting) <= len(waiting)


@needs("logs")
def test_the_promises_of_the_real_logs_are_promises_and_due_when_they_say(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    pytest.importorskip("PIL")
    notebook = notebook_in(tmp_path / "공책")
    import_notes(notebook, sorted((REAL / "logs").glob("*.pdf")))
    notes = [read_note(note.path, note.file.read_bytes(), notebook.settings) for note in note_files(notebook)]
    precise([one for note in notes for one in note.promises], IN_LOGS)
    with fresh(notebook) as db:
        due = {one.id: one.due for one in promises_due(db, date(2021, 8, 18), 20)}
        assert date(2021, 8, 18) == due[NEXT_DAY]


@needs(VAULT)
def test_the_promises_of_a_thousand_other_notes_are_promises() -> None:
    # In the order of the archive, which is compressed as a whole: to go back in it is to begin again.
    with tarfile.open(REAL / VAULT) as vault:
        files = [(Path(one.name), vault.extractfile(one)) for one in vault if one.name.endswith(".md")]
        some = islice(files, 1 % EVERY, None, EVERY)
        notes = [read_note(f"notes/{path.name}", file.read(), Settings()) for path, file in some if file]
    assert NOTES_OF_VAULT == len(files)
    precise([one for note in notes for one in note.promises], IN_VAULT)
