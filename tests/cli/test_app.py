"""Every way a command can end: an exit code, at most a sentence, never a traceback."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from studylog.__main__ import main as door
from studylog.cli import context as contexts
from studylog.cli.app import main
from studylog.cli.context import Context
from studylog.core.errors import Exit

ROOT = Path(__file__).parents[2]


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    (tmp_path / "studylog.yaml").write_text("language: en\n", encoding="utf-8")
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(3):
        (notes / f"{number}.md").write_text(f"# 노트 {number} 🙂\n" + "글\n" * 500, encoding="utf-8")
    return tmp_path


def run(
    folder: Path, *words: str, variables: Mapping[str, str] | None = None, stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    ours = {"PYTHONPATH": str(ROOT), "HOME": str(folder), "STUDYLOG_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-m", "studylog", *words],
        cwd=folder,
        env={**os.environ, **ours, **(variables or {})},
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def explode(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def notebook(self: Context) -> None:
        raise error

    monkeypatch.setattr(contexts.Context, "notebook", notebook)
    monkeypatch.delenv("STUDYLOG_DEBUG", raising=False)
    monkeypatch.setenv("STUDYLOG_LANG", "en")


def test_what_nobody_foresaw_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    explode(RuntimeError("boom\x1b[31m"), monkeypatch)
    assert Exit.PROBLEMS == main(["list"])
    said = capsys.readouterr()
    assert ("", 2) == (said.out, len(said.err.splitlines()))
    assert "RuntimeError: boom�[31m" in said.err
    monkeypatch.setenv("STUDYLOG_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["list"])


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), Exit.INTERRUPTED),
        (BrokenPipeError(), Exit.DONE),
        (OSError(28, "No space left on device"), Exit.PROBLEMS),
        (FileNotFoundError(2, "No such file", "notes/x.md"), Exit.NOT_FOUND),
        (RecursionError(), Exit.PROBLEMS),
        (MemoryError(), Exit.PROBLEMS),
    ],
)
def test_every_failure_has_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: Exit
) -> None:
    # The stream of the test is no pipe that somebody closed.
    monkeypatch.setattr("studylog.cli.app._let_go_of_stdout", lambda: None)
    explode(error, monkeypatch)
    assert code == main(["list"])
    assert "Traceback" not in capsys.readouterr().err


def test_who_has_read_enough_is_not_bothered(notebook: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    for words in (("show", "0"), ("list", "--json"), ("--help",)):
        ended = run(notebook, *words, stdout=writer)
        assert (0, b"") == (ended.returncode, ended.stderr)
    os.close(writer)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), ("<&-", 0)])
def test_a_closed_stream_is_no_reason_to_fail(notebook: Path, closed: str, code: int) -> None:
    line = f'exec "{sys.executable}" -m studylog list {closed}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(notebook)}
    ended = subprocess.run(
        ["sh", "-c", line], cwd=notebook, env=environment, capture_output=True, check=False
    )
    assert (code, b"") == (ended.returncode, ended.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is in use cannot be removed there")
def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    line = f'mkdir gone && cd gone && rmdir ../gone && exec "{sys.executable}" -m studylog init'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "STUDYLOG_LANG": "en"}
    ended = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert (Exit.NOT_FOUND, b"") == (ended.returncode, ended.stdout)
    assert b"The folder that you are in is gone." in ended.stderr
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "latin-1"])
def test_a_terminal_that_knows_no_hangul_and_no_emoji_gets_signs(notebook: Path, encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding, "STUDYLOG_LANG": "ko"}
    ended = run(notebook, "list", variables=environment)
    assert (0, b"") == (ended.returncode, ended.stderr)
    ended = run(notebook, "nonsense", variables=environment)
    assert (2, False) == (ended.returncode, b"Traceback" in ended.stderr)
    # Whoever did not ask for Korean is spoken to in letters that are there.
    (notebook / "studylog.yaml").write_text("language: ko\n", encoding="utf-8")
    ended = run(notebook, "nonsense", variables=environment | {"STUDYLOG_LANG": ""})
    assert (encoding != "cp949") == (b"There is no command nonsense." in ended.stderr)
    # JSON is UTF-8 all the same.
    ended = run(notebook, "list", "--json", variables=environment)
    assert "노트 0 🙂" in ended.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are never those of a locale")
@pytest.mark.skipif(
    not __file__.isascii(), reason="Python does not begin there where it cannot name a folder"
)
def test_a_locale_without_letters_for_the_name_of_a_file_is_told(notebook: Path) -> None:
    (notebook / "studylog.yaml").write_text("roster: [몽룡]\n", encoding="utf-8")
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = run(notebook, "build", variables=locale)
    assert (1, True) == (ended.returncode, b"File names are in ascii here" in ended.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not text")
def test_a_name_that_is_no_text_reaches_the_next_program_as_it_is(notebook: Path) -> None:
    name = os.fsencode(notebook / "notes") + b"/odd\xff.md"
    Path(os.fsdecode(name)).write_text("x", encoding="utf-8")
    ended = run(notebook, "open", "odd", "--no-edit")
    assert (0, b"notes/odd\xff.md\n", b"") == (ended.returncode, ended.stdout, ended.stderr)


def test_the_shell_is_answered_and_never_bothered(notebook: Path, tmp_path: Path) -> None:
    def offered(line: str, folder: Path) -> list[str]:
        words = line.split(" ")
        asked = {"_STUDYLOG_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
        ended = run(folder, variables=asked)
        assert b"" == ended.stderr
        return ended.stdout.decode().split()

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (notebook / "studylog.yaml").write_text("courses: [DL Basic]\nroster: [홍길동]\n", encoding="utf-8")
    (notebook / "notes" / "2021-08-12.md").write_text("x", encoding="utf-8")
    assert ["questions"] == offered("studylog q", elsewhere)
    assert ["2021-08-12"] == offered("studylog open 2021", notebook)
    assert ["DLBasic"] == offered("studylog --json list --course D", notebook)
    assert ["홍길동"] == offered("studylog new --absent 홍", notebook)
    assert "mentoring" in offered("studylog new -t ", notebook)
    # A shell takes brackets for its own, and parts words at blanks.
    for number, name in enumerate(("8월 13일.md", "8월 13일 회고.md")):
        text = f"---\ntitle: 8/13(금) 회의록 {number}\ndate: 2021-08-13\n---\n"
        (notebook / "notes" / name).write_text(text, encoding="utf-8")
    assert ["8/13금회의록0", "8/13금회의록1"] == sorted(offered("studylog open 8/13", notebook))
    found = run(notebook, "open", "8/13금회의록1", "--no-edit")
    assert "notes/8월 13일 회고.md" == found.stdout.decode().strip()
    assert [] == offered("studylog -C nowhere open ", elsewhere)
    assert [] == offered("studylog --lang fr open ", elsewhere)


def test_who_interrupts_while_the_program_is_loaded_sees_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Loading(ModuleType):
        def __getattr__(self, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "studylog.cli.app", Loading("studylog.cli.app"))
    monkeypatch.setattr(sys, "argv", ["studylog", "list"])

    assert Exit.INTERRUPTED == door()
    assert ("", "") == tuple(capsys.readouterr())
