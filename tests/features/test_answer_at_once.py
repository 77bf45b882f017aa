"""Several people ask and answer in one note at the same time: every one of them is there, none twice."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from studylog.core.asking import Asked, Edit, NewAnswer, add_answer, as_said, ask_in
from studylog.core.errors import Exit, StudylogError
from studylog.core.parse import read_note
from studylog.features.answer import answer
from studylog.features.ask import ask
from studylog.store.edits import edited
from studylog.store.notebook import NoteFile, find

PEOPLE = int(os.environ.get("STUDYLOG_CROWD", "4"))
EACH = int(os.environ.get("STUDYLOG_EACH", "4"))
PATH = "notes/2021-08-12.md"
NOTE = """---
date: 2021-08-12
---

### 1. 강의 내용 중 질문하기

Q. 왜 그런가요? ^q-k3f9a2bc

### 2. 논문 리뷰
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "studylog.yaml").write_text("roster: [홍길동]\n", encoding="utf-8")
    (tmp_path / PATH).parent.mkdir()
    (tmp_path / PATH).write_text(NOTE, encoding="utf-8")
    return tmp_path


def take_part(root: Path, person: int) -> None:
    """Asks and answers in turn, as one process among others."""
    notebook = find(root)
    for number in range(EACH):
        told = as_said(
            Asked(f"{person}번의 {number}번째 질문인가요?", lecture=number % 3 + 7), notebook.settings
        )
        edit = ask(notebook, NoteFile(PATH, root / PATH), told)
        answer(notebook, [(PATH, PATH)], edit.question.id, NewAnswer(f"{person}번의 {number}번째 답입니다."))
        answer(notebook, [(PATH, PATH)], "q-k3f9a2bc", NewAnswer(f"{person}번이 {number}번째로 답합니다."))


def test_asking_and_answering_at_once_loses_nothing(root: Path) -> None:
    with ProcessPoolExecutor(PEOPLE, mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(take_part, root, person) for person in range(PEOPLE)]:
            done.result()
    note = read_note(PATH, (root / PATH).read_bytes(), find(root).settings)
    turns = [(person, number) for person in range(PEOPLE) for number in range(EACH)]
    first, *others = sorted(note.questions, key=lambda one: one.id != "q-k3f9a2bc")
    assert sorted(f"{person}번이 {number}번째로 답합니다." for person, number in turns) == sorted(
        one.text for one in first.answers
    )
    assert sorted(
        (f"{person}번의 {number}번째 질문인가요?", f"{person}번의 {number}번째 답입니다.")
        for person, number in turns
    ) == sorted((one.text, *(said.text for said in one.answers)) for one in others)


def test_what_an_editor_saved_meanwhile_is_kept(root: Path) -> None:
    file, saved = root / PATH, []

    def change(content: bytes) -> Edit:
        if not saved:
            saved.append(content)
            file.write_bytes(content.replace("논문 리뷰".encode(), "논문 리뷰 (고침)".encode()))
        return add_answer(PATH, content, find(root).settings, "q-k3f9a2bc", NewAnswer("그래서요."))

    edited(file, change, dry_run=False)
    text = file.read_text(encoding="utf-8")
    assert "논문 리뷰 (고침)" in text
    assert 1 == text.count("A. 그래서요.")


def test_a_question_that_was_taken_out_meanwhile_gets_no_answer(root: Path) -> None:
    changed = NOTE.replace("Q. 왜 그런가요? ^q-k3f9a2bc\n\n", "")
    (root / PATH).write_text(changed, encoding="utf-8")
    with pytest.raises(StudylogError) as error:
        answer(find(root), [(PATH, PATH)], "q-k3f9a2bc", NewAnswer("그래서요."))
    assert Exit.DECIDE == error.value.exit_code
    assert changed == (root / PATH).read_text(encoding="utf-8")


def test_what_is_only_tried_changes_nothing(root: Path) -> None:
    edit = answer(find(root), [(PATH, PATH)], "q-k3f9a2bc", NewAnswer("그래서요."), dry_run=True)
    assert "A. 그래서요." in edit.after
    assert NOTE == (root / PATH).read_text(encoding="utf-8")


def test_deleting_an_answer_opens_its_question_again() -> None:
    settings = find(Path(__file__).parents[2]).settings
    asked = ask_in(PATH, NOTE.encode(), settings, as_said(Asked("그럼 이건 왜인가요?"), settings))
    answered = add_answer(PATH, asked.after.encode(), settings, asked.question.id, NewAnswer("그래서요."))
    reworded = answered.after.replace("그럼 이건 왜인가요?", "이것은 왜 그런가요?")
    (found,) = [
        one for one in read_note(PATH, reworded.encode(), settings).questions if one.id == asked.question.id
    ]
    assert ("이것은 왜 그런가요?", ["그래서요."]) == (found.text, [one.text for one in found.answers])
    deleted = reworded.replace("A. 그래서요.\n\n", "")
    (found,) = [
        one for one in read_note(PATH, deleted.encode(), settings).questions if one.id == asked.question.id
    ]
    assert () == found.answers
