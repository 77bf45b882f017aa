"""Notes found by their headers."""

from datetime import date
from pathlib import Path

import pytest

from studylog.core.heads import Head
from studylog.store import files
from studylog.store.heads import lately, meeting_on, notes_on, read_heads
from studylog.store.notebook import Notebook, find, note_files, note_paths
from tests.cli.processes import index
from tests.refused import refuse

DAY = date(2021, 8, 12)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    (tmp_path / "studylog.yaml").write_text("start: 2021-08-02\n", encoding="utf-8")
    return find(tmp_path)


def write(notebook: Notebook, path: str, text: str) -> None:
    file = notebook.root / "notes" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_a_head_is_path_title_day_and_type(notebook: Notebook) -> None:
    write(notebook, "a.md", "---\n제목: 8/12(목) 회의록\n회의 유형: 일일 회의\n---\n")
    write(notebook, "b.md", "# 정리\n")
    expected = (
        Head("notes/a.md", "8/12(목) 회의록", DAY, "daily", True),
        Head("notes/b.md", "정리", None, None, False),
    )
    assert expected == read_heads(notebook, note_files(notebook))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("2021/2021-08-12-daily.md", "---\ntype: daily\n---\n"),
        ("2021-08-12-daily-2.md", "---\ntype: 데일리\n---\n"),
        ("아무거나.md", "---\ndate: 2021-08-12\ntype: daily\n---\n"),
        ("아무거나.md", "# 8/12(목) 회의록\n"),
        # Who does not say the type means the usual one; a header that cannot be read leaves the file name.
        ("2021-08-12.md", "text\n"),
        ("2021-08-12.md", '---\ntitle: "open\n---\n'),
    ],
)
def test_the_note_of_a_meeting_is_found_wherever_it_lies(notebook: Notebook, path: str, text: str) -> None:
    write(notebook, path, text)
    found = meeting_on(notebook, DAY, "daily")
    assert f"notes/{path}" == (found and found.path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("2021-08-12-retro.md", "---\ntype: retro\n---\n"),
        ("2021-08-12-daily.md", "---\ndate: 2021-08-13\ntype: daily\n---\n"),
        ("page.md", "text about 8/12\n"),
    ],
)
def test_another_type_and_another_day_are_other_meetings(notebook: Notebook, path: str, text: str) -> None:
    write(notebook, path, text)
    assert meeting_on(notebook, DAY, "daily") is None


def test_of_ten_thousand_notes_only_those_that_may_be_meant_are_opened(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 29):
        write(notebook, f"2021/2021-07-{number:02}-daily.md", "---\ntype: daily\n---\n")
    write(notebook, "2021/2021-08-12-retro.md", "---\ntype: retro\n---\n")
    write(notebook, "page.md", "text\n")
    opened = []
    read = files.read
    monkeypatch.setattr(files, "read", lambda file: opened.append(file.name) or read(file))
    assert meeting_on(notebook, DAY, "daily") is None
    assert ["2021-08-12-retro.md", "page.md"] == sorted(opened)


def test_what_may_matter_for_a_day_are_the_last_month_what_is_newer_and_what_has_no_day(
    notebook: Notebook,
) -> None:
    before = {path for path, _ in lately(notebook, DAY).paths}
    for path in ("2021-07-11.md", "2021-07-12-a.md", "2021-09-01.md", "2021-07-01..2021-08-12.md", "page.md"):
        write(notebook, path, "text\n")
    after = lately(notebook, DAY)
    assert {
        "notes/2021-07-01..2021-08-12.md",
        "notes/2021-07-12-a.md",
        "notes/2021-09-01.md",
        "notes/page.md",
    } == {path for path, _ in after.paths} - before
    assert len(note_paths(notebook)) == after.total
    assert [*after.paths] == sorted(after.paths)


def test_of_many_notes_without_a_day_in_their_names_only_those_are_opened_that_the_index_has_not(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(70):
        write(notebook, f"회의 {number}.md", f"---\ndate: 2021-07-{number % 28 + 1:02}\n---\n")
    write(notebook, "그날.md", "---\ndate: 2021-08-12\n---\n")
    write(notebook, "2021-08-11-daily.md", "---\ndate: 2021-08-12\n---\n")
    index(notebook.root)
    write(notebook, "나중.md", "---\ndate: 2021-08-12\n---\n")
    read, names = files.read, list[str]()
    monkeypatch.setattr(files, "read", lambda path: names.append(path.name) or read(path))
    # A file whose name has another day is taken at its word.
    assert ["notes/그날.md", "notes/나중.md"] == [note.path for note, _ in notes_on(notebook, DAY)]
    assert ["나중.md"] == names


def test_a_note_that_cannot_be_read_is_called_by_its_name_and_stands_in_nobody_elses_way(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("2021-08-12-daily.md", "그날.md"):
        write(notebook, path, "---\ndate: 2021-08-13\n---\n")
    refuse(monkeypatch, "2021-08-12-daily.md")
    assert ["notes/2021-08-12-daily.md"] == [note.path for note, _ in notes_on(notebook, DAY)]
    assert ["notes/그날.md"] == [note.path for note, _ in notes_on(notebook, date(2021, 8, 13))]
