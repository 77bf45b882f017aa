"""The files that notes link to or show: found in the notebook only, named by content, missed by name."""

from pathlib import Path

import pytest

from studylog.core.settings import Settings
from studylog.store.attachments import Attachment, Finder, attachment_of
from studylog.store.files import sha256
from studylog.store.index.lists import IndexLists
from studylog.store.index.reading.files import IndexFiles
from studylog.store.notebook import Notebook
from tests.features.site_notebook import PIXEL, TODAY
from tests.indexes import fresh

NOTE = """\
# 8/12

[handout](../slides/Xception_이몽룡.pdf) [again](../slides/copy.pdf) [page](b.md) [gone](../slides/gone.pdf)

[settings](../studylog.yaml) [outside](../../secret.pdf) [web](https://a.example/x.pdf) [here](#8-12)
[script](../slides/evil.html)

![그림](images/a.png) ![없는 그림](images/b.png) ![웹](https://a.example/c.png)
"""


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    root = tmp_path / "notebook"
    for name, content in {
        "notes/a.md": NOTE,
        "notes/b.md": "# b",
        "notes/images/a.png": "picture",
        "slides/Xception_이몽룡.pdf": "slides",
        "slides/copy.pdf": "slides",
        "slides/evil.html": "<script>",
        "studylog.yaml": "",
        "../secret.pdf": "secret",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(PIXEL if content == "picture" else content.encode())
    return Notebook(root, Settings())


def found_for(notebook: Notebook, note: str, reference: str) -> Attachment | None:
    """What a link or a picture of a note means."""
    file = Finder(notebook.root).file(note, reference)
    path = file.relative_to(notebook.root).as_posix() if file else ""
    return attachment_of(path, file, sha256(file.read_bytes())) if file else None


def test_slides_keep_their_words_and_carry_their_content(notebook: Notebook) -> None:
    found = found_for(notebook, "notes/a.md", "../slides/Xception_이몽룡.pdf")
    assert found
    assert ("slides/Xception_이몽룡.pdf", sha256(b"slides")) == (found.path, found.sha256)
    assert found.name.startswith("slides/xception-이몽룡-")
    assert found.name.endswith(".pdf")


def test_pictures_are_named_by_content_alone(notebook: Notebook) -> None:
    found = found_for(notebook, "notes/a.md", "images/a.png")
    assert found
    assert 3 == len(found.name.replace("/", ".").split("."))
    assert found.name.startswith("assets/")


def test_only_documents_of_the_notebook_are_given_away(notebook: Notebook) -> None:
    with fresh(notebook) as db:
        files = IndexFiles(db)
        documents = {one.path for one in files.documents()}
        pictures = {one.source.file.name for one in files.pictures()}
    assert ({"slides/Xception_이몽룡.pdf", "slides/copy.pdf"}, {"a.png"}) == (documents, pictures)


def test_what_is_missing_is_named_with_its_line(notebook: Notebook) -> None:
    with fresh(notebook) as db:
        findings = [finding for finding in IndexLists(db).findings(TODAY) if finding.code.startswith("dead-")]
    assert {
        ("dead-link", 3, "../slides/gone.pdf"),
        ("dead-link", 5, "../../secret.pdf"),
        ("dead-picture", 8, "images/b.png"),
    } == {(finding.code, finding.place.line, dict(finding.message.args)["name"]) for finding in findings}


def test_a_picture_that_is_only_named_may_lie_anywhere_in_the_notes(notebook: Notebook) -> None:
    for name in ("notes/가/그림 1.png", "notes/가/나/그림 1.png", "slides/other.png"):
        (notebook.root / name).parent.mkdir(parents=True, exist_ok=True)
        (notebook.root / name).write_bytes(PIXEL)
    text = "![[그림 1.png]] ![](그림%201.png) ![[other.png]]\n"
    (notebook.root / "notes" / "a.md").write_text(text, encoding="utf-8")
    (notebook.root / "notes" / "다").mkdir()
    (notebook.root / "notes" / "다" / "b.md").write_text(text, encoding="utf-8")
    assert ["notes/가/그림 1.png"] * 2 + [None] == [
        found.path if (found := found_for(notebook, "notes/다/b.md", name)) else None
        for name in ("그림 1.png", "그림%201.png", "other.png")
    ]
    with fresh(notebook) as db:
        findings = IndexLists(db).findings(TODAY)
    assert [("notes/a.md", "other.png"), ("notes/다/b.md", "other.png")] == [
        (finding.place.path, dict(finding.message.args)["name"]) for finding in findings
    ]
