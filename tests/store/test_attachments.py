"""The files that notes link to or show: found in the notebook only, named by content, missed by name."""

from pathlib import Path

import pytest

from studylog.core.collection import collect
from studylog.core.model import Collection
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.store.attachments import Attachments, lost
from studylog.store.files import sha256
from studylog.store.notebook import Notebook

NOTE = """\
# 8/12

[slides](../slides/Xception_이몽룡.pdf) [again](../slides/copy.pdf) [page](b.md) [gone](../slides/gone.pdf)

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
        (root / name).write_text(content, "utf-8")
    return Notebook(root, Settings())


def collection(notebook: Notebook) -> Collection:
    paths = ("notes/a.md", "notes/b.md")
    notes = [read_note(path, (notebook.root / path).read_bytes(), Settings()) for path in paths]
    return collect(notes, Settings())


def test_slides_keep_their_words_and_carry_their_content(notebook: Notebook) -> None:
    found = Attachments(notebook).find("notes/a.md", "../slides/Xception_이몽룡.pdf")
    assert found
    assert ("slides/Xception_이몽룡.pdf", sha256(b"slides")) == (found.path, found.sha256)
    assert found.name.startswith("slides/xception-이몽룡-")
    assert found.name.endswith(".pdf")


def test_pictures_are_named_by_content_alone(notebook: Notebook) -> None:
    found = Attachments(notebook).find("notes/a.md", "images/a.png")
    assert found
    assert 3 == len(found.name.replace("/", ".").split("."))
    assert found.name.startswith("assets/")


def test_only_documents_of_the_notebook_are_given_away(notebook: Notebook) -> None:
    found = Attachments(notebook).of(collection(notebook))
    assert {"slides/Xception_이몽룡.pdf", "slides/copy.pdf"} == set(found)


def test_what_is_missing_is_named_with_its_line(notebook: Notebook) -> None:
    findings = list(lost(Attachments(notebook), collection(notebook)))
    assert {
        ("dead-link", 3, "../slides/gone.pdf"),
        ("dead-link", 5, "../../secret.pdf"),
        ("dead-picture", 8, "images/b.png"),
    } == {(finding.code, finding.place.line, dict(finding.message.args)["name"]) for finding in findings}


def test_a_picture_that_is_only_named_may_lie_anywhere_in_the_notes(notebook: Notebook) -> None:
    for name in ("notes/가/그림 1.png", "notes/가/나/그림 1.png", "slides/other.png"):
        (notebook.root / name).parent.mkdir(parents=True, exist_ok=True)
        (notebook.root / name).write_bytes(name.encode())
    attachments = Attachments(notebook)
    note = read_note(
        "notes/다/b.md", "![[그림 1.png]] ![](그림%201.png) ![[other.png]]\n".encode(), Settings()
    )
    collection = collect([note], Settings())
    assert ["notes/가/그림 1.png"] * 2 + [None] == [
        found.path if (found := attachments.find(note.path, image.source)) else None for image in note.images
    ]
    assert ["other.png"] == [dict(finding.message.args)["name"] for finding in lost(attachments, collection)]
