"""What is given is recognised, and what cannot be read keeps nothing else out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Draft, Refused
from studylog.core.settings import Settings
from studylog.features.imports import Kind, import_notes, sources
from studylog.store.notebook import Notebook
from tests.features.import_cases import codes, files, notebook_in, statuses, write
from tests.store.zips import Member, zipped

ID = "0123456789abcdef" * 2


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return notebook_in(tmp_path / "공책")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Which readers were asked for what."""
    calls: list[tuple[str, list[str]]] = []

    class Reader:
        def __init__(self, kind: str) -> None:
            self.kind = kind

        def drafts(
            self, places: Sequence[Path], settings: Settings, scratch: Path
        ) -> Iterator[Draft | Refused]:
            calls.append((self.kind, [place.name for place in places]))
            if self.kind == "pdf":
                raise StudylogError(say("{name}", name="no reader"), hint=say("{name}", name="install it"))
            yield from (Draft(place.name, "글\n", {}, place=f"{place.stem}.md") for place in places)

    monkeypatch.setattr(sources, "_reader", Reader)
    return calls


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.md"], ("markdown", ["a.md"])),
        (["a.MARKDOWN"], ("markdown", ["a.MARKDOWN"])),
        (["a.PDF"], ("pdf", ["a.PDF"])),
        ([f"a {ID}.md"], ("notion", [f"a {ID}.md"])),
        ([f"a {ID}.html"], ("notion", [f"a {ID}.html"])),
        (["folder/a.md", "folder/b.pdf"], ("markdown", ["folder"])),
        (["folder/a.pdf", "folder/b/c.pdf", "folder/d.png"], ("pdf", ["a.pdf", "c.pdf"])),
        ([f"folder/a {ID}.md", "folder/b.pdf"], ("notion", ["folder"])),
    ],
)
def test_what_a_source_is(
    notebook: Notebook,
    tmp_path: Path,
    asked: list[tuple[str, list[str]]],
    names: list[str],
    expected: tuple[str, list[str]],
) -> None:
    for name in names:
        write(tmp_path, name, b"x")
    import_notes(notebook, [tmp_path / names[0].partition("/")[0]])
    assert [expected] == asked


@pytest.mark.parametrize(
    ("member", "kind"),
    [(f"Export/a {ID}.md", "notion"), ("vault/a.md", "markdown"), ("prints/a.pdf", "pdf")],
)
def test_what_an_archive_is(
    notebook: Notebook, tmp_path: Path, asked: list[tuple[str, list[str]]], member: str, kind: str
) -> None:
    archive = write(tmp_path, "x.zip", zipped(Member(member.encode())))
    import_notes(notebook, [archive])
    assert [kind] == [kind for kind, _ in asked]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("notion", "a.md"), ("markdown", "a.txt"), ("pdf", "a.bin"), ("markdown", f"a {ID}.md")],
)
def test_what_is_said_of_a_source_counts(
    notebook: Notebook, tmp_path: Path, asked: list[tuple[str, list[str]]], kind: Kind, name: str
) -> None:
    import_notes(notebook, [write(tmp_path, name, b"x")], kind=kind)
    assert [(kind, [name])] == asked


def test_all_sources_of_a_kind_go_to_their_reader_together(
    notebook: Notebook, tmp_path: Path, asked: list[tuple[str, list[str]]]
) -> None:
    names = [f"a {ID}.md", "b.md", f"c {ID[::-1]}.html", "d.md"]
    import_notes(notebook, [write(tmp_path, name, b"x") for name in names])
    assert [("notion", [names[0], names[2]]), ("markdown", [names[1], names[3]])] == asked


def test_what_cannot_be_read_keeps_nothing_out(
    notebook: Notebook, tmp_path: Path, asked: list[tuple[str, list[str]]]
) -> None:
    (tmp_path / "empty").mkdir()
    names = ["a.docx", "b.pdf", "broken.zip", "c.md"]
    given = [tmp_path / "empty", *(write(tmp_path, name, b"x") for name in names)]
    report = import_notes(notebook, given)
    assert {
        "empty": "failed",
        "a.docx": "failed",
        "b.pdf": "failed",
        "broken.zip": "failed",
        "c.md": "written",
    } == {item.source: item.status for item in report.items}
    assert [["import"]] * 4 + [[]] == [codes(item) for item in report.items]
    assert 4 == statuses(report).count("failed")
    assert (notebook.root / "notes/c.md").exists()


def test_a_notebook_does_not_import_itself(notebook: Notebook, tmp_path: Path) -> None:
    own = write(notebook.root, "notes/a.md", "글\n")
    report = import_notes(notebook, [own, own.parent, notebook.root, write(tmp_path, "b.md", "글\n")])
    assert ["failed"] * 3 + ["written"] == statuses(report)
    assert {"a.md": "글\n", "b.md": "글\n"} == files(notebook)


def test_nothing_is_left_of_what_was_unpacked(notebook: Notebook, tmp_path: Path) -> None:
    archive = write(tmp_path, "x.zip", zipped(Member(b"a.md")))
    with pytest.MonkeyPatch.context() as patch:
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        patch.setattr("tempfile.tempdir", str(scratch))
        assert ["written"] == statuses(import_notes(notebook, [archive]))
        assert [] == [*scratch.iterdir()]
