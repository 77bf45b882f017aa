"""No PDF does harm: two hundred damaged ones end in a sentence or in a note, soon, and in little memory."""

import resource
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from studylog.core.drafts import Draft, Refused
from studylog.core.i18n import translate
from studylog.core.settings import Settings
from studylog.features.imports.pdf import drafts
from tests.store.pdfs import damaged, document, parts

pytest.importorskip("pypdfium2")
pytest.importorskip("PIL")

# One file may take so long, and one process so much memory, whatever the file says.
SECONDS = 10
MEGABYTES = 300


def read(tmp_path: Path, files: dict[str, bytes]) -> list[tuple[Draft | Refused, float]]:
    """What comes of files, and the seconds after which each came."""
    given = tmp_path / "given"
    given.mkdir()
    for name, content in files.items():
        (given / f"{name}.pdf").write_bytes(content)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    found, before = [], time.monotonic()
    for draft in drafts([given / f"{name}.pdf" for name in files], Settings(), scratch):
        found.append((draft, time.monotonic() - before))
        before = time.monotonic()
    return found


def test_a_good_one_is_read(tmp_path: Path) -> None:
    ((draft, _),) = read(tmp_path, {"8-12": document(parts())})
    assert isinstance(draft, Draft)
    assert "why is the sky blue?" in draft.text.lower()
    assert [".pdf", ".png"] == [Path(attachment.file).suffix for attachment in draft.attachments]


def test_damaged_ones_end_in_a_sentence_or_a_note(tmp_path: Path) -> None:
    files = dict(damaged())
    assert 200 == len(files)
    found = read(tmp_path, files)
    assert len(files) == len(found)
    slow = {draft.source: seconds for draft, seconds in found if seconds > SECONDS}
    assert {} == slow
    for draft, _ in found:
        if isinstance(draft, Refused):
            assert translate(draft.finding.message, "ko") and draft.finding.hint
        else:
            assert draft.visible.strip()
    written = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert {"given", "scratch"} == written
    assert [] == active_children()


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_damaged_ones_take_little_memory(tmp_path: Path) -> None:
    bombs = [name for name, content in damaged() if not name.startswith(("cut", "flipped"))]
    read(tmp_path, {name: content for name, content in damaged() if name in bombs})
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 <= MEGABYTES
