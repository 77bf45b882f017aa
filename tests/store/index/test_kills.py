"""A run that is killed, or refused by the disk, at any moment leaves an index that is whole or is made anew.

Where strace is installed, each system call on a file of the index is the last of a run in turn, or fails
with each error that disks know. Everywhere, runs are killed at random moments. A sample runs here;
`make sweep-index` takes more.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest

from studylog.store.index.opening import opened
from studylog.store.notebook import Notebook
from tests.indexes import SAMPLE, digest, made_anew, notebook

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("STUDYLOG_INDEX_KILLS", "20"))
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
Moment = TypeVar("Moment")
NAMES = ("", "/index.db", "/index.db-journal", "/index.json", "/.studylog-0123456789ab.tmp", "/index.lock")

# Asks as commands do that only read: once more, where the index was damaged. What it writes aside has a name
# that is known, so that the calls on it are seen.
ASK = """
import sys
from pathlib import Path
from studylog.store import temporary
from studylog.store.index.damage import once_more
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from tests.indexes import digest
temporary._new_name = lambda folder: folder / ".studylog-0123456789ab.tmp"
@once_more
def asked():
    with opened(find(Path(sys.argv[1])), hold=len(sys.argv) > 2) as index:
        return digest(index.db)
print(asked())
"""

# Forks, so that a run begins where the index does, and kills it after up to a little more than it takes.
KILL = """
import os, random, signal, sys, time
from pathlib import Path
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from tests.indexes import digest, made_anew

root, kills = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(kills)
note, shelf = root / "notes" / "용어집.md", root / ".studylog"
book = find(root)
slowest = {True: 0.03, False: 0.02}
for number in range(kills):
    first = chance.random() < 0.4
    if first:
        (shelf / "index.json").unlink(missing_ok=True)
    note.write_text(f"용어집 {number}" + chance.choice(("", "Q. 왜요?", "#### 7강")), "utf-8")
    child = os.fork()
    if not child:
        with opened(book, files=chance.random() < 0.5, hold=chance.random() < 0.2):
            os._exit(0)
    began = time.monotonic()
    time.sleep(chance.random() * slowest[first] * 1.2)
    os.kill(child, signal.SIGKILL)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        slowest[first] = 0.9 * slowest[first] + 0.1 * (time.monotonic() - began)
    else:
        slowest[first] *= 1.02
    expected = made_anew(book)
    for _ in "ab":
        with opened(book) as index:
            assert shelf / "index.db" == index.file, f"{number}: it is not kept"
            assert expected == digest(index.db), f"{number}: another answer"
            assert [("ok",)] == index.db.execute("PRAGMA integrity_check").fetchall()
print("whole")
"""


def test_a_run_killed_at_any_moment_leaves_an_index_that_is_whole_or_made_anew(tmp_path: Path) -> None:
    notebook(tmp_path, SAMPLE)
    run = subprocess.run(
        [sys.executable, "-c", KILL, str(tmp_path), str(KILLS)], cwd=ROOT, capture_output=True, check=False
    )
    assert (b"whole\n", b"") == (run.stdout, run.stderr)


def strace(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Asks for the index, with what strace does to the calls on its files."""
    paths = [word for name in NAMES for word in ("-P", f"{root}/.studylog{name}")]
    words = ["strace", "-f", *paths, "-o", f"{root}/calls", *options]
    asking = [sys.executable, "-c", ASK, str(root)]
    return subprocess.run([*words, *asking], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    root = tmp_path_factory.mktemp("traced")
    notebook(root, SAMPLE)
    if strace(root).returncode:
        pytest.skip("strace is not permitted here")


def prepared(root: Path, how: str) -> Notebook:
    """A notebook without an index, or with one that a note has changed since."""
    book = notebook(root, SAMPLE)
    if how == "refresh":
        with opened(book):
            pass
        (root / "notes" / "용어집.md").write_text("용어집\n\nQ. 왜요?\n", encoding="utf-8")
    return book


def points(folder: Path, how: str) -> list[tuple[str, int]]:
    """The calls on files of an index, each with its number among those of its name."""
    root = folder / "counting"
    prepared(root, how)
    assert strace(root).returncode == 0
    seen: Counter[str] = Counter()
    calls = re.findall(r"^\d+ +(\w+)\(", (root / "calls").read_text("utf-8", "replace"), re.MULTILINE)
    return [(call, seen[call]) for call in calls if not seen.update([call])]


def some(moments: Iterable[Moment]) -> list[Moment]:
    """As many moments as are wanted, evenly among all."""
    found = list(moments)
    step = max(1, len(found) * 5 // KILLS)
    return found[step // 2 :: step]


@pytest.mark.parametrize("how", ["first", "refresh"])
def test_each_call_on_a_file_of_the_index_may_be_the_last(tmp_path: Path, traced: None, how: str) -> None:
    killed = 0
    for call, number in some(points(tmp_path, how)):
        book = prepared(tmp_path / f"{call}-{number}", how)
        run = strace(book.root, "-e", f"inject={call}:signal=KILL:when={number}")
        killed += run.returncode != 0
        for _ in "ab":
            with opened(book) as index:
                assert book.root / ".studylog" / "index.db" == index.file, call
                assert made_anew(book) == digest(index.db), call
    assert killed


def refused(folder: Path, how: str, calls: list[tuple[str, int]]) -> int:
    """How many of some calls failed, once or from then on, and none without a right answer."""
    failed = 0
    for error, last, (call, number) in some(product(ERRORS, ("", "+"), calls)):
        book = prepared(folder / f"{error}{last}-{call}-{number}", how)
        run = strace(book.root, "-e", f"inject={call}:error={error}:when={number}{last}")
        failed += "(INJECTED)" in (book.root / "calls").read_text("utf-8", "replace")
        done = f"{error} of {call} {number}{last}"
        assert (0, made_anew(book), "") == (run.returncode, run.stdout.strip(), run.stderr), done
        with opened(book) as index:
            assert made_anew(book) == digest(index.db), done
    return failed


@pytest.mark.parametrize("how", ["first", "refresh"])
def test_each_call_on_a_file_of_the_index_may_fail_once_or_from_then_on(
    tmp_path: Path, traced: None, how: str
) -> None:
    assert refused(tmp_path, how, points(tmp_path, how))


def test_each_read_of_an_index_in_use_may_fail_once_or_from_then_on(tmp_path: Path, traced: None) -> None:
    calls = points(tmp_path, "refresh")
    # The first read after it was left still tells whether it is the one that was left.
    _, *reads = [one for one in calls[calls.index(("rename", 1)) :] if one[0] == "pread64"]
    assert refused(tmp_path, "refresh", reads)
