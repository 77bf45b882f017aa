"""The processes that read PDFs: they are ended in time, replaced when they died, and none is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from multiprocessing import active_children
from pathlib import Path

import pytest

from studylog.core.printed.read import PrintedNote
from studylog.store.pdf import children
from studylog.store.pdf.children import Failed, Outcome, read_pdfs
from studylog.store.pdf.worker import note_of, read_answer
from tests.store.pdfs import document, parts, slow

pytest.importorskip("pypdfium2")
pytest.importorskip("PIL")

GOOD, SLOW = document(parts()), slow()
PART = 8
"""The seconds of work that are far less than a slow one takes to its end."""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A good file may take as long as a busy machine takes for it."""
    monkeypatch.setattr(children, "_SECONDS", 60.0)


def reading(tmp_path: Path, *contents: bytes) -> Generator[Outcome, None, None]:
    files = [tmp_path / f"{number}.pdf" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    yield from read_pdfs(files, [tmp_path] * len(files), "formula")


def is_good(outcome: Outcome) -> bool:
    return isinstance(outcome, PrintedNote) and outcome.title == "8/12 Minutes"


# By the clock at once; or, where a busy machine lets it wait for long, by its own work.
@pytest.mark.parametrize("patience", [0.2, 1000.0])
def test_one_that_takes_too_long_is_given_up_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float
) -> None:
    monkeypatch.setattr(children, "MOST_PROCESSES", 1)
    outcomes = reading(tmp_path, GOOD, SLOW, GOOD)
    assert is_good(next(outcomes))
    with monkeypatch.context() as hurried:
        hurried.setattr(children, "_SECONDS", 0.5)
        hurried.setattr(children, "_PATIENCE", patience)
        assert Failed("slow") == next(outcomes)
    assert [True] == [is_good(outcome) for outcome in outcomes]
    assert [] == active_children()


def test_a_process_that_dies_takes_only_its_own_file_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "MOST_PROCESSES", 1)
    outcomes = reading(tmp_path, GOOD, SLOW, GOOD)
    assert is_good(next(outcomes))
    (child,) = active_children()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    assert [Failed("died"), True] == [next(outcomes), is_good(next(outcomes))]
    outcomes.close()
    assert [] == active_children()


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    titles = [f"8/{day} Minutes".encode() for day in range(1, 24)]
    contents = [document(parts(_titled(title))) for title in titles]
    assert titles == [
        outcome.title.encode() for outcome in reading(tmp_path, *contents) if isinstance(outcome, PrintedNote)
    ]


def _titled(title: bytes) -> bytes:
    return b"BT /F1 30 Tf 72 700 Td (%s) Tj ET BT /F1 12 Tf 72 650 Td (text) Tj ET" % title


def test_a_file_that_is_gone_and_a_folder_are_no_pdfs(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    files = [tmp_path / "gone.pdf", tmp_path / "folder.pdf"]
    assert [Failed("damaged")] * 2 == list(read_pdfs(files, [tmp_path] * 2, "formula"))


def test_no_files_start_no_process(tmp_path: Path) -> None:
    assert ([], []) == (list(read_pdfs([], [], "formula")), active_children())


def test_whoever_stops_asking_leaves_no_process_behind(tmp_path: Path) -> None:
    outcomes = reading(tmp_path, GOOD, SLOW, SLOW, SLOW)
    assert is_good(next(outcomes))
    before = os.times().children_user
    outcomes.close()
    assert [] == active_children()
    assert os.times().children_user - before < PART


INTERRUPTED = """
import sys
from pathlib import Path
from multiprocessing import active_children
from studylog.store.pdf.children import read_pdfs

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    try:
        print("ready", flush=True)
        list(read_pdfs([folder / "0.pdf", folder / "1.pdf"], [folder] * 2, "formula"))
    except KeyboardInterrupt:
        print("interrupted", active_children(), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("seconds", [0.01, 0.1, 0.3, 1.0])
def test_an_interrupt_ends_all_at_once(tmp_path: Path, seconds: float) -> None:
    (tmp_path / "0.pdf").write_bytes(SLOW)
    (tmp_path / "1.pdf").write_bytes(SLOW)
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    # As the terminal does it: all processes of the group are told.
    process = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    before = os.times().children_user
    os.killpg(process.pid, signal.SIGINT)
    assert ("interrupted []\n", "") == process.communicate(timeout=120)
    assert os.times().children_user - before < PART
    assert is_empty(process.pid)


def is_empty(group: int) -> bool:
    """Whether no process of a group is left; what Python itself starts ends a moment later."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    "answer", [b"", b"[]", b"{}", b"5", b'{"title": 1}', b'{"failed": "strange"}', b"\xff", b"[" * 100_000]
)
def test_an_answer_that_nobody_understands_is_none(answer: bytes) -> None:
    try:
        assert read_answer(answer, note_of) == "damaged"
    except ValueError:
        assert answer != b'{"failed": "strange"}'
