"""Notes are read here or by the workers of any executor: the same rows, whoever reads and whoever dies."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from studylog.core.settings import Settings
from studylog.store.index import entries
from studylog.store.index.changes import find_changes, read_entries
from studylog.store.index.entries import entry_of
from studylog.store.index.opening import opened
from studylog.store.notebook import Notebook
from tests.indexes import SAMPLE, digest, made_anew, notebook

ROOT = Path(__file__).parents[3]
TEXT = SAMPLE["2021/8-2.md"] + "\n```python\nprint(1)\n```\n\n| a | b |\n|--|--|\n| $x$ | *y* |\n\n{number}\n"


class Cluster(Executor):
    """An executor of somebody else, which sends pickles and answers whenever it likes."""

    def submit(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        call, args, kwargs = pickle.loads(pickle.dumps((call, args, kwargs)))
        answer = pickle.loads(pickle.dumps(call(*args, **kwargs)))
        threading.Timer(0.001 * (hash(str(args)) % 5), future.set_result, (answer,)).start()
        return future


class Dying(Executor):
    """An executor whose workers die after so many chunks."""

    def __init__(self, lives: int, error: Exception) -> None:
        self.lives, self.error = lives, error

    def submit(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.lives -= 1
        if self.lives < -1:
            raise self.error
        if self.lives < 0:
            future.set_exception(self.error)
        else:
            future.set_result(call(*args, **kwargs))
        return future


def executors() -> Iterator[Executor]:
    yield ThreadPoolExecutor(4)
    yield Cluster()
    for method in ("spawn", *(("forkserver",) if sys.platform != "win32" else ())):
        yield ProcessPoolExecutor(2, mp_context=get_context(method))


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    return notebook(tmp_path, {f"{number}.md": TEXT.format(number=number) for number in range(50)})


@pytest.fixture
def quick_switches() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_the_rows_are_the_same_whoever_reads(book: Notebook, quick_switches: None) -> None:
    unread = find_changes(book, None).unread
    expected = list(read_entries(unread, book.settings, None))
    assert 50 == len(expected)
    for executor in executors():
        with executor:
            found = list(read_entries(unread, book.settings, executor))
        assert expected == found, executor
        assert repr(expected) == repr(found), executor


def test_an_index_filled_by_workers_is_the_same(book: Notebook) -> None:
    asked: list[int] = []
    with ThreadPoolExecutor(2) as executor:

        def workers(count: int) -> Executor:
            asked.append(count)
            return executor

        with opened(book, workers=workers) as index:
            assert made_anew(book) == digest(index.db)
    assert [50] == asked


def test_an_entry_is_picklable_and_stays_what_it_is() -> None:
    entry = entry_of("notes/a.md", TEXT.encode(), Settings())
    assert entry == pickle.loads(pickle.dumps(entry))


@pytest.mark.parametrize("lives", range(4))
@pytest.mark.parametrize("error", [BrokenProcessPool("a worker died"), OSError(11, "no more processes")])
def test_where_workers_die_the_rest_is_read_here(book: Notebook, lives: int, error: Exception) -> None:
    told: list[tuple[int, int]] = []
    with opened(
        book,
        workers=lambda count: Dying(lives, error),
        progress=lambda done, count: told.append((done, count)),
    ) as index:
        assert made_anew(book) == digest(index.db)
    assert [(done, 50) for done in range(1, 51)] == told


def die(*_: object) -> None:
    os._exit(1)


@pytest.mark.skipif(sys.platform == "win32", reason="workers begin with another module there")
def test_a_worker_that_really_dies_is_no_end(book: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        ProcessPoolExecutor(1, mp_context=get_context("fork"), initializer=die) as executor,
        opened(book, workers=lambda count: executor) as index,
    ):
        assert made_anew(book) == digest(index.db)


KILLED = """
import os, sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from studylog.store.index.opening import opened
from studylog.store.index.workers import begin_worker
from studylog.store.notebook import find
pool = ProcessPoolExecutor(2, initializer=begin_worker)
with opened(find(Path(sys.argv[1])), workers=lambda count: pool, progress=lambda *_: os.kill(os.getpid(), 9)):
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal that cannot be caught there")
def test_workers_end_with_the_run_that_started_them_and_hold_the_index_no_longer(tmp_path: Path) -> None:
    book = notebook(tmp_path, {f"{number}.md": TEXT.format(number=number) * 5 for number in range(100)})
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as run:
        # The output ends with the last process that holds it: were a worker left, this would not end.
        assert (b"", None) == run.communicate(timeout=300)
        assert -9 == run.returncode
    with opened(book) as index:
        assert made_anew(book) == digest(index.db)
        assert tmp_path / ".studylog" / "index.db" == index.file


def test_an_error_of_ours_in_a_worker_is_not_hidden(book: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise AssertionError("a mistake")

    monkeypatch.setattr(entries, "entry_of", failing)
    with (
        ThreadPoolExecutor(2) as executor,
        pytest.raises(AssertionError, match="a mistake"),
        opened(book, workers=lambda count: executor),
    ):
        pass
