"""Replies that came back together: each under its question; what cannot be put is said, and stops nothing."""

from pathlib import Path

from studylog.core.asking import NewAnswer
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.letters import read_replies
from studylog.core.listed import ListedQuestion
from studylog.features.answer import Filed, answer_all, meant_by
from studylog.store.index.lists import IndexLists
from studylog.store.index.opening import opened
from studylog.store.notebook import find

NOTE = """---
date: 2021-08-12
---

Q. 왜 루트 d로 나누나요? ^q-k3f9a2bc

Q. 마스크는 어디에 더하나요? ^q-7777777z
"""
LETTER = """어제 받은 질문입니다.

### q-k3f9a2bc

분산을 1로 맞추려고 나눕니다.

### q-0000

없는 질문의 답입니다.

### q-7777777z

점수에 더합니다.
"""


def filed(root: Path, letter: str = LETTER, *, dry_run: bool = False) -> Filed:
    notebook = find(root)
    with opened(notebook) as index:
        questions = IndexLists(index.db).questions

        def which(id_: str) -> ListedQuestion:
            found = questions.beginning(id_)
            if not found:
                raise StudylogError(say("There is no question {id}.", id=id_), Exit.NOT_FOUND)
            return found[0]

        meant = meant_by(read_replies(letter), questions, which, "ko")
    return answer_all(notebook, meant, NewAnswer, dry_run=dry_run)


def team(root: Path) -> Path:
    (root / "studylog.yaml").write_text("", encoding="utf-8")
    (root / "notes").mkdir()
    note = root / "notes/2021-08-12.md"
    note.write_text(NOTE, encoding="utf-8")
    return note


def test_each_reply_goes_under_its_question(tmp_path: Path) -> None:
    note = team(tmp_path)
    done = filed(tmp_path)
    assert ["q-k3f9a2bc", "q-7777777z"] == [edit.question.id for edit in done.edits]
    assert NOTE.replace("q-k3f9a2bc\n", "q-k3f9a2bc\n\nA. 분산을 1로 맞추려고 나눕니다.\n").replace(
        "q-7777777z\n", "q-7777777z\n\nA. 점수에 더합니다.\n"
    ) == note.read_text(encoding="utf-8")


def test_what_belongs_nowhere_is_left_in_the_order_of_the_letter(tmp_path: Path) -> None:
    team(tmp_path)
    assert [(1, None, "no id stands above it"), (9, "q-0000", "There is no question {id}.")] == [
        (one.line, one.id, one.why.text) for one in filed(tmp_path).left
    ]


def test_the_same_letter_again_changes_nothing(tmp_path: Path) -> None:
    note = team(tmp_path)
    filed(tmp_path)
    before = note.read_bytes()
    again = filed(tmp_path)
    assert ((), 2, before) == (again.edits, again.known, note.read_bytes())


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    note = team(tmp_path)
    assert 2 == len(filed(tmp_path, dry_run=True).edits)
    assert NOTE == note.read_text(encoding="utf-8")


def test_a_reply_that_is_written_otherwise_than_it_came_is_known_again(tmp_path: Path) -> None:
    note = team(tmp_path)
    letter = "q-k3f9: 분산을 1로\n맞추려고 나눕니다.\n-- \n멘토\n\nq-7777: 마스크는 어디에 더하나요?\n"
    first = filed(tmp_path, letter)
    once = note.read_text(encoding="utf-8")
    assert (1, 0, ("q-7777777z",)) == (len(first.edits), first.known, first.unanswered)
    assert (0, 1) == (len((again := filed(tmp_path, letter)).edits), again.known)
    assert once == note.read_text(encoding="utf-8")
