"""No PDF does harm: two hundred damaged ones end in a sentence or in a note, with little work and memory."""

import os
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from studylog.core.i18n import translate
from studylog.core.incoming.drafts import Draft, Refused
from studylog.core.settings import Settings
from studylog.features.imports.pdf import drafts
from studylog.store.pdf import children
from tests.store.pdfs import damaged, document, parts

pytest.importorskip("pypdfium2")
pytest.importorskip("PIL")

# All of them may take so many seconds of work, and one process so much memory, whatever the files say.
SECONDS = 300
MEGABYTES = 300


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound on one file is kept by the work that its process may do: a busy machine may take longer."""
    monkeypatch.setattr(children, "_SECONDS", 30.0)


def read(tmp_path: Path, files: dict[str, bytes]) -> list[Draft | Refused]:
    """What comes of files."""
    given = tmp_path / "given"
    given.mkdir()
    for name, content in files.items():
        (given / f"{name}.pdf").write_bytes(content)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    return list(drafts([given / f"{name}.pdf" for name in files], Settings(), scratch))


def test_a_good_one_is_read(tmp_path: Path) -> None:
    (draft,) = read(tmp_path, {"8-12": document(parts())})
    assert isinstance(draft, Draft)
    assert "why is the sky blue?" in draft.text.lower()
    assert [".pdf", ".png"] == [Path(attachment.file).suffix for attachment in draft.attachments]


def test_damaged_ones_end_in_a_sentence_or_a_note(tmp_path: Path) -> None:
    files = dict(damaged())
    assert 200 == len(files)
    before = os.times()
    found = read(tmp_path, files)
    after = os.times()
    assert len(files) == len(found)
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    assert worked < SECONDS
    for draft in found:
        if isinstance(draft, Refused):
            assert translate(draft.finding.message, "ko") and draft.finding.hint
        else:
            assert draft.visible.strip()
    written = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert {"given", "scratch"} == written
    assert [] == active_children()


_ALONE = """
import resource, sys
from pathlib import Path
from studylog.core.settings import Settings
from studylog.features.imports.pdf import drafts
given, scratch = Path(sys.argv[1]), Path(sys.argv[2])
list(drafts(sorted(given.iterdir()), Settings(), scratch))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_damaged_ones_take_little_memory(tmp_path: Path) -> None:
    """Measured in a process of its own: all children that this one ever had would count, too."""
    given, scratch = tmp_path / "given", tmp_path / "scratch"
    given.mkdir()
    scratch.mkdir()
    for name, content in damaged():
        if not name.startswith(("cut", "flipped")):
            (given / f"{name}.pdf").write_bytes(content)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    run = subprocess.run(
        [sys.executable, "-c", _ALONE, given, scratch], capture_output=True, text=True, env=environment
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) <= MEGABYTES
