"""Two terminals at once make today's note: there is one note, and nobody is refused."""

from datetime import date, datetime
from pathlib import Path

import pytest

from studylog.core.asking import Asked
from studylog.core.errors import Exit, StudylogError
from studylog.core.parse import read_note
from studylog.features.ask import ask_in_new
from studylog.features.new import Meeting, NewNote, compose, note_of, write
from studylog.store.notebook import Notebook, NoteFile, find

MEETING = Meeting(date(2021, 8, 12), "daily", datetime.fromisoformat("2021-08-12T18:00+09:00"))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    (tmp_path / "studylog.yaml").write_text("roster: [홍길동, 성춘향]\n", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    return find(tmp_path)


def test_of_two_who_begin_a_meeting_at_once_both_get_the_same_note(notebook: Notebook) -> None:
    faster: list[NewNote] = []

    def somebody_else_is_faster(path: str, notes: object) -> None:
        faster.append(compose(notebook, MEETING))
        write(faster[0])

    note = note_of(notebook, MEETING, outlook=somebody_else_is_faster)

    assert isinstance(note, NoteFile)
    assert faster[0].path == note.path
    assert faster[0].text == note.file.read_text(encoding="utf-8")


def test_two_who_ask_the_first_questions_of_a_day_at_once_ask_in_one_note(notebook: Notebook) -> None:
    new = compose(notebook, MEETING)
    texts = ("왜 루트 d로 나누나요?", "헤드는 몇 개인가요?")
    made = [ask_in_new(notebook, new.path, new.file, new.text, Asked(text=text))[1] for text in texts]

    assert [True, False] == made, "only who was faster made the note"
    note = read_note(new.path, new.file.read_bytes(), notebook.settings)
    assert [*texts] == [question.text for question in note.questions]


def test_another_file_in_the_place_of_the_note_is_still_not_overwritten(notebook: Notebook) -> None:
    def somebody_else_is_faster(path: str, notes: object) -> None:
        file = notebook.root / path
        file.parent.mkdir(parents=True)
        file.write_text("---\ndate: 2021-08-12\ntype: retro\n---\n돌아보기\n", encoding="utf-8")

    with pytest.raises(StudylogError) as refused:
        note_of(notebook, MEETING, outlook=somebody_else_is_faster)

    assert Exit.DECIDE == refused.value.exit_code
