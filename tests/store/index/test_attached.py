"""Which files the references of notes mean, as the index knows them."""

from pathlib import Path

from studylog.store.index.attached import stored_files
from tests.indexes import fresh, notebook


def test_a_reference_begins_in_the_folder_of_its_note(tmp_path: Path) -> None:
    texts = {
        "2021/8/12.md": "[슬라이드](../../../slides/a.pdf) ![](b.png) [그 밖](../b.png)",
        "가.md": "[슬라이드](../slides/a.pdf)",
    }
    book = notebook(tmp_path, texts)
    for name in ("slides/a.pdf", "notes/2021/8/b.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    with fresh(book) as db:
        found = stored_files(db)
        asked = [
            ("notes/2021/8/12.md", "../../../slides/a.pdf"),
            ("notes/2021/8/12.md", "b.png"),
            ("notes/2021/8/12.md", "../b.png"),
            ("notes/가.md", "../slides/a.pdf"),
        ]
        paths = [file.path if (file := found(*one)) else None for one in asked]
    assert ["slides/a.pdf", "notes/2021/8/b.png", None, "slides/a.pdf"] == paths
