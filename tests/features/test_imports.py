"""`studylog import`: notes from elsewhere come in once, whole, and never over something."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studylog.features.imports import import_notes
from studylog.store.notebook import Notebook, find

NOTION = """# 8/12(목) 회의록

작성일시: 2021년 8월 6일 오후 6:00
회의 유형: 일일 회의

## 내용

Q. 왜 그런가요?
"""
Source = Callable[..., Path]


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    root = tmp_path / "공책"
    root.mkdir()
    (root / "studylog.yaml").write_text("", encoding="utf-8")
    return find(root)


@pytest.fixture
def source(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write(name: str, content: str | bytes) -> Path:
        file = tmp_path / "source" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write


def files(notebook: Notebook) -> dict[str, bytes]:
    """What lies in the notebook, but for the ledger."""
    notes = notebook.root / "notes"
    found = (file for file in notes.rglob("*") if file.is_file() and not file.name.startswith(".imported"))
    return {file.relative_to(notes).as_posix(): file.read_bytes() for file in found}


def test_minutes_out_of_notion_become_a_dated_note(notebook: Notebook, source: Source) -> None:
    report = import_notes(notebook, [source("minutes.md", NOTION)])
    (item,) = report.items
    assert (item.path, item.status) == ("notes/2021/2021-08-12-daily.md", "written")
    assert files(notebook)["2021/2021-08-12-daily.md"].decode() == (
        "---\ntitle: 8/12(목) 회의록\ndate: 2021-08-12\ncreated: 2021-08-06T18:00\ntype: daily\n"
        "source: minutes.md\n---\n\n## 내용\n\nQ. 왜 그런가요?\n"
    )


def test_importing_again_changes_nothing(notebook: Notebook, source: Source) -> None:
    import_notes(notebook, [source("minutes.md", NOTION)])
    before = files(notebook)
    report = import_notes(notebook, [source("minutes.md", NOTION)])
    assert ([item.status for item in report.items], files(notebook)) == (["unchanged"], before)


def test_what_was_edited_here_is_left_as_it_is(notebook: Notebook, source: Source) -> None:
    import_notes(notebook, [source("minutes.md", NOTION)])
    note = notebook.root / "notes/2021/2021-08-12-daily.md"
    note.write_text(note.read_text(encoding="utf-8") + "A. 그래서요.\n", encoding="utf-8")
    before = files(notebook)
    report = import_notes(notebook, [source("minutes.md", NOTION)])
    assert (["unchanged"], before) == ([item.status for item in report.items], files(notebook))


def test_a_second_meeting_of_the_day_stands_beside_the_first(notebook: Notebook, source: Source) -> None:
    both = [source("morning.md", NOTION), source("evening.md", NOTION.replace("왜", "언제"))]
    assert [item.path for item in import_notes(notebook, both).items] == [
        "notes/2021/2021-08-12-daily.md",
        "notes/2021/2021-08-12-daily-2.md",
    ]


def test_a_folder_keeps_its_order_and_its_headers(notebook: Notebook, source: Source) -> None:
    text = "---\r\ntitle:   어텐션 # 주석\r\n---\r\n본문 ![그림](img/%EA%B7%B8%EB%A6%BC.png)\r\n"
    source("위키/어텐션.md", text)
    source("위키/img/그림.png", b"\x89PNG")
    folder = source("읽기.md", "# 읽기\n").parent
    report = import_notes(notebook, [folder])
    assert sorted(item.path for item in report.items) == ["notes/위키/어텐션.md", "notes/읽기.md"]
    assert files(notebook) == {
        "위키/어텐션.md": text.encode(),
        "위키/img/그림.png": b"\x89PNG",
        "읽기.md": "# 읽기\n".encode(),
    }


def test_nothing_outside_of_the_source_is_taken_along(notebook: Notebook, source: Source) -> None:
    source("../secret.png", b"secret")
    import_notes(notebook, [source("a.md", "![x](../secret.png)\n")])
    assert files(notebook) == {"a.md": b"![x](../secret.png)\n"}


def test_old_encodings_are_read_and_reported(notebook: Notebook, source: Source) -> None:
    report = import_notes(notebook, [source("옛.md", "# 옛 회의록\n\n가나다라\n".encode("cp949"))])
    assert [finding.code for item in report.items for finding in item.findings] == ["encoding"]
    assert files(notebook)["옛.md"].decode() == "# 옛 회의록\n\n가나다라\n"


def test_a_dry_run_writes_nothing(notebook: Notebook, source: Source) -> None:
    report = import_notes(notebook, [source("minutes.md", NOTION)], dry_run=True)
    assert [item.status for item in report.items] == ["written"]
    assert not (notebook.root / "notes").exists()


def test_one_bad_note_keeps_no_other_out(notebook: Notebook, source: Source) -> None:
    folder = source("b.md", "# b\n").parent
    source("가" * 84 + ".md", "# 길다\n")
    statuses = {item.source: item.status for item in import_notes(notebook, [folder]).items}
    assert statuses["b.md"] == "written"
