"""The first, the second, the n-th operation fails or is the last: the old content stays whole.

Every system call of a write is made to fail in turn with every error that disks know, and whole runs
are killed at random moments. `make sweep-files` does the killing thousands of times.
"""

import errno
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.store import files, folders

OLD, NEW = b"old " * 5000, b"new " * 5000
HASH = hashlib.sha256(OLD).hexdigest()
KILLS = int(os.environ.get("STUDYLOG_KILLS", "12"))
ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT, errno.EMFILE]
CALLS = [
    "open",
    "write",
    "fsync",
    "link",
    "replace",
    "rename",
    "unlink",
    "mkdir",
    "stat",
    "fstat",
    "chmod",
    "chown",
]

Action = Callable[[Path], None]


class Failing:
    """Lets the n-th system call fail, and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail_at: int, number: int) -> None:
        self.count, self.fail_at, self.number = 0, fail_at, number
        self.failed: str | None = None
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, original: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            self.count += 1
            if self.count == self.fail_at:
                self.failed = name
                raise OSError(self.number, os.strerror(self.number))
            return original(*args, **kwargs)

        return call


def failures(action: Action, folder: Path, prepare: Action) -> Iterator[tuple[Path, bool, str | None]]:
    """Lets each call fail with each error, in fresh folders: the folder, whether it went well, the call."""
    for number in ERRORS:
        for fail_at in range(1, 60):
            place = folder / f"{number}-{fail_at}"
            place.mkdir()
            prepare(place)
            with pytest.MonkeyPatch.context() as monkeypatch:
                failing = Failing(monkeypatch, fail_at, number)
                try:
                    action(place)
                    done = True
                except StudylogError:
                    done = False
            yield place, done, failing.failed
            if failing.failed is None:
                break
        else:
            pytest.fail("an action makes more system calls than were tried")


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".studylog-")]


def test_replacing_fails_at_every_call_and_the_old_content_is_whole(tmp_path: Path) -> None:
    def prepare(place: Path) -> None:
        (place / "note.md").write_bytes(OLD)

    def action(place: Path) -> None:
        files.replace(place / "note.md", NEW, HASH)

    tried = set()
    for place, done, call in failures(action, tmp_path, prepare):
        tried.add(call)
        assert (NEW if done else OLD) == (place / "note.md").read_bytes(), call
        assert [] == leftovers(place) or call == "unlink"
    assert {"open", "write", "fsync", "replace", "chmod", "stat"} <= tried


def test_writing_fails_at_every_call_and_there_is_a_whole_file_or_none(tmp_path: Path) -> None:
    def action(place: Path) -> None:
        files.write_new(place / "notes" / "note.md", NEW)

    tried = set()
    for place, done, call in failures(action, tmp_path, lambda _: None):
        tried.add(call)
        path = place / "notes" / "note.md"
        assert done == path.exists(), call
        assert not done or NEW == path.read_bytes()
        assert not path.parent.exists() or [] == leftovers(path.parent) or call == "unlink"
    assert {"open", "write", "fsync", "link", "unlink", "mkdir"} <= tried


@pytest.mark.parametrize("can_swap", [True, False])
def test_exchanging_fails_at_every_call_and_the_site_is_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_swap: bool
) -> None:
    if not can_swap:
        monkeypatch.setattr(folders, "swapped", lambda *_: False)

    def prepare(place: Path) -> None:
        (place / "_site").mkdir()
        (place / "_site" / "index.html").write_bytes(OLD)

    def action(place: Path) -> None:
        with folders.staging(place / "_site") as stage:
            (stage / "index.html").write_bytes(NEW)
            folders.exchange(stage, place / "_site")

    for place, done, call in failures(action, tmp_path, prepare):
        if call == "rename" and not (place / "_site").exists():
            folders.recover(place / "_site")
        content = (place / "_site" / "index.html").read_bytes()
        assert content in (OLD, NEW), call
        assert not done or NEW == content


WRITER = """
import sys
from pathlib import Path
from studylog.store import files, folders
folder = Path(sys.argv[1])
print("ready", flush=True)
for number in range(1_000_000):
    files.rewrite(folder / "note.md", lambda content: content[:1] + (b"%09d" % number) * 20_000)
    with folders.staging(folder / "_site") as stage:
        for page in ("a", "b"):
            (stage / page).write_bytes(b"%09d" % number)
        folders.exchange(stage, folder / "_site")
    files.write_new(folder / f"new-{number}.md", (b"%09d" % number) * 20_000)
"""


def whole(content: bytes) -> bool:
    return len(content) % 9 == 0 and len(set(content[n : n + 9] for n in range(0, len(content), 9))) == 1


def test_a_run_killed_at_any_moment_tears_nothing_and_leaves_what_can_be_swept(tmp_path: Path) -> None:
    chance = random.Random(812)
    for attempt in range(KILLS):
        folder = tmp_path / str(attempt)
        (folder / "_site").mkdir(parents=True)
        (folder / "note.md").write_bytes(b"#" + b"000000000" * 20_000)
        for page in ("a", "b"):
            (folder / "_site" / page).write_bytes(b"000000000")
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        ) as run:
            assert run.stdout is not None
            assert b"ready\n" == run.stdout.readline()
            time.sleep(chance.random() * 0.03)
            run.send_signal(signal.SIGKILL)
        note = (folder / "note.md").read_bytes()
        assert note[:1] == b"#"
        assert whole(note[1:])
        assert (folder / "_site" / "a").read_bytes() == (folder / "_site" / "b").read_bytes()
        assert all(whole(path.read_bytes()) for path in folder.glob("new-*.md"))
        for name in leftovers(folder):
            os.utime(folder / name, (0, 0))
        files.write_new(folder / "afterwards.md", NEW)
        assert [] == leftovers(folder)


COUNTER = """
import sys
from pathlib import Path
from studylog.store import files
for _ in range(int(sys.argv[2])):
    files.rewrite(Path(sys.argv[1]), lambda content: content + sys.argv[3].encode())
"""


def test_writers_at_the_same_time_lose_nothing_and_readers_see_no_half(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"#")
    times = max(25, KILLS)
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", COUNTER, str(path), str(times), letter], cwd=Path(__file__).parents[2]
        )
        for letter in "abcd"
    ]
    longest = 0
    while any(run.poll() is None for run in runs):
        content = path.read_bytes()
        assert content[:1] == b"#"
        assert len(content) >= longest
        longest = len(content)
    assert [0, 0, 0, 0] == [run.wait() for run in runs]
    assert [times] * 4 == [path.read_bytes().count(letter) for letter in (b"a", b"b", b"c", b"d")]
