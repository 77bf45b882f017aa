"""Asking one question after the other: whatever is kept of the last one, the notes are the same."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from studylog.core.asking import Asked, NewAnswer, as_said
from studylog.features.answer import answer
from studylog.features.ask import ask
from studylog.store.asked import LastAsked
from studylog.store.notebook import Notebook, NoteFile, find

PATH = "notes/2021-08-12.md"
NOTE = "---\ndate: 2021-08-12\n---\n\n### 1. 강의 내용 중 질문하기\n\n### 2. 논문 리뷰\n"
ASKED = "왜 그런가요?", "또 왜 그런가요?", "그럼 왜 그런가요?"


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    (tmp_path / "studylog.yaml").write_text("roster: [홍길동]\n", encoding="utf-8")
    (tmp_path / PATH).parent.mkdir()
    (tmp_path / PATH).write_text(NOTE, encoding="utf-8")
    (tmp_path / ".studylog").mkdir()
    return find(tmp_path)


def asked(notebook: Notebook, text: str, lecture: int = 7) -> None:
    told = as_said(Asked(text, lecture=lecture), notebook.settings)
    ask(notebook, NoteFile(PATH, notebook.root / PATH), told)


def text_of(notebook: Notebook) -> str:
    return (notebook.root / PATH).read_text(encoding="utf-8")


def kept(notebook: Notebook) -> Path:
    return notebook.root / ".studylog" / "asked.json"


def nothing(file: Path) -> None:
    """Leaves it as it is."""


def away(file: Path) -> None:
    file.unlink()


def damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def of_another_program(file: Path) -> None:
    found = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**found, "key": "0"}), "utf-8")


def something_else(file: Path) -> None:
    file.write_text("[1]", "utf-8")


def leading_elsewhere(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.parent.parent / "studylog.yaml")


@pytest.mark.parametrize(
    "done", [nothing, away, damaged, of_another_program, something_else, leading_elsewhere]
)
def test_whatever_became_of_what_was_kept_the_note_is_the_same(
    notebook: Notebook, done: Callable[[Path], None]
) -> None:
    for text in ASKED:
        asked(notebook, text)
        done(kept(notebook))
    questions = "".join(f"{line}\n\n" for line in text_of(notebook).splitlines() if line.startswith("Q. "))
    assert list(ASKED) == [line[3:].split(" ^")[0] for line in questions.split("\n\n") if line]
    assert NOTE.replace("### 2.", f"#### 7강\n\n{questions}### 2.") == text_of(notebook)
    assert "roster: [홍길동]\n" == (notebook.root / "studylog.yaml").read_text(encoding="utf-8")


def test_what_was_written_in_between_is_read(notebook: Notebook) -> None:
    asked(notebook, ASKED[0])
    last = LastAsked(notebook).standing()
    assert last is not None
    answer(notebook, [(PATH, PATH)], last.likes[-1].question.id, NewAnswer("그래서요."))
    asked(notebook, ASKED[1])
    lines = [line for line in text_of(notebook).splitlines() if line.startswith(("Q.", "A."))]
    assert ["Q. 왜 그런가요", "A. 그래서요.", "Q. 또 왜 그런가요"] == [line.split("?")[0] for line in lines]


def test_what_is_not_plain_leaves_nothing_behind(notebook: Notebook) -> None:
    asked(notebook, ASKED[0])
    assert LastAsked(notebook).standing() is not None
    asked(notebook, "왜 *정말* 그런가요?")
    assert (None, []) == (LastAsked(notebook).standing(), list((notebook.root / ".studylog").iterdir()))


def test_without_a_folder_for_it_nothing_is_kept(notebook: Notebook) -> None:
    (notebook.root / ".studylog").rmdir()
    asked(notebook, ASKED[0])
    assert not (notebook.root / ".studylog").exists()
    LastAsked(notebook).remember(None)
    assert not (notebook.root / ".studylog").exists()
