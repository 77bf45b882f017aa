"""A hostile archive writes nothing that stays, is told in one sentence, and takes no time and no memory."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import translate
from studylog.store.archive import extract
from tests.effort import within
from tests.store.hostile_zips import HOSTILE

SECONDS = 10
MEGABYTES = 300
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All hostile archives, by their number."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, (build, _) in enumerate(HOSTILE.values()):
        (folder / f"{number}.zip").write_bytes(build())
    yield folder
    shutil.rmtree(folder)


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        os.path.relpath(path, folder): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_there_are_archives_enough() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("exists", [True, False], ids=["old folder", "new folder"])
def test_a_hostile_archive_leaves_nothing_and_is_told(
    archives: Path, tmp_path: Path, name: str, exists: bool
) -> None:
    archive = archives / f"{list(HOSTILE).index(name)}.zip"
    folder = tmp_path / "around" / "folder"
    folder.parent.mkdir()
    (folder.parent / "neighbour.md").write_bytes(b"text")
    if exists:
        folder.mkdir()
        (folder / "mine.md").write_bytes(b"text")
    before = tree(tmp_path)
    with within(SECONDS), pytest.raises(StudylogError) as caught:
        extract(archive, folder)
    assert before == tree(tmp_path)
    assert Exit.PROBLEMS == caught.value.exit_code
    assert archive.name in str(caught.value)
    assert HOSTILE[name][1] in str(caught.value)
    assert len(str(caught.value)) < 600
    assert str(caught.value).isprintable()
    assert caught.value.hint is not None
    assert translate(caught.value.message, "ko") != str(caught.value)


CHILD = """
import sys
from pathlib import Path
from studylog.core.errors import StudylogError
from studylog.store.archive import extract
refused = 0
for archive in sorted(Path(sys.argv[1]).glob("*.zip")):
    try:
        extract(archive, Path(sys.argv[2]))
    except StudylogError:
        refused += 1
status = Path("/proc/self/status").read_text()
print(refused, next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell what is used")
def test_all_of_them_together_stay_below_300_mb_of_memory(archives: Path, tmp_path: Path) -> None:
    run = [sys.executable, "-c", CHILD, str(archives), str(tmp_path / "folder")]
    told = subprocess.run(run, capture_output=True, check=True, cwd=ROOT, text=True).stdout
    refused, kilobytes = map(int, told.split())
    assert len(HOSTILE) == refused
    assert kilobytes < MEGABYTES * 1024
