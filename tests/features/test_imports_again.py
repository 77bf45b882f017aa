"""Importing again is harmless: what nobody edited here follows its source, and no edit is ever lost."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from studylog.core.i18n import translate
from studylog.core.incoming.drafts import Attachment, Draft
from studylog.features.imports import import_notes, writing
from studylog.features.imports.deciding import Step, Versions, decide
from studylog.store.imported import INCOMING, Ledger
from studylog.store.notebook import Notebook
from tests.features.import_cases import bring, codes, files, marks, notebook_in, page, statuses, write

NOTE = "2021/2021-08-12-daily.md"


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return notebook_in(tmp_path / "공책")


def edit(notebook: Notebook, more: str = "여기서 쓴 줄\n", path: str = NOTE) -> str:
    note = notebook.root / "notes" / path
    text = note.read_text(encoding="utf-8") + more
    note.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize(
    ("here", "waiting", "last", "step"),
    [
        (None, None, None, "write"),
        (None, None, "old", "write"),
        ("new", None, None, "keep"),
        ("new", None, "old", "keep"),
        ("old", None, "old", "replace"),
        ("edited", None, "new", "keep"),
        ("edited", None, "old", "beside"),
        ("edited", None, None, "beside"),
        ("edited", "new", "new", "wait"),
        ("edited", "new", "old", "wait"),
        ("new", "new", "new", "wait"),
        (None, "new", "new", "wait"),
        ("edited", "old", "old", "beside"),
        ("edited", "scribbled", "new", "wait"),
        ("edited", "scribbled", "old", "refuse"),
        ("edited", "scribbled", None, "refuse"),
    ],
)
def test_what_is_done_with_a_file(
    notebook: Notebook, here: str | None, waiting: str | None, last: str | None, step: Step
) -> None:
    ledger = Ledger(notebook)
    if last is not None:
        ledger.take("notes/a.md", last.encode())
    versions = Versions(
        "notes/a.md", here.encode() if here else None, waiting.encode() if waiting else None, b"new"
    )
    assert step == decide(versions, ledger)


def test_the_same_again_changes_no_byte_and_no_time(notebook: Notebook, tmp_path: Path) -> None:
    picture = write(tmp_path, "그림.png", b"\x89PNG")
    draft = page("![](a.png)\n")
    draft = Draft(draft.source, draft.text, draft.header, attachments=(Attachment("a.png", str(picture)),))
    first = bring(notebook, draft)
    before = marks(notebook)
    again = bring(notebook, draft)
    assert (["written"], ["unchanged"]) == (statuses(first), statuses(again))
    assert (1, 0) == (first.items[0].attachments, again.items[0].attachments)
    assert before == marks(notebook)


def test_a_note_that_nobody_edited_follows_its_source(notebook: Notebook) -> None:
    bring(notebook, page("하나\n"), page("둘\n", title="8/13(금) 회의록", date="2021-08-13", source="b.md"))
    kept = edit(notebook, path="2021/2021-08-13-daily.md")
    report = bring(
        notebook, page("새로\n"), page("둘\n", title="8/13(금) 회의록", date="2021-08-13", source="b.md")
    )
    assert ["updated", "unchanged"] == statuses(report)
    assert files(notebook)[NOTE].endswith("---\n\n새로\n")
    assert kept == files(notebook)["2021/2021-08-13-daily.md"]


def test_when_both_changed_the_new_version_is_put_beside(notebook: Notebook) -> None:
    bring(notebook, page("하나\n"))
    kept = edit(notebook)
    report = bring(notebook, page("새로\n"))
    (item,) = report.items
    assert ("conflict", ["conflict"]) == (item.status, codes(item))
    assert INCOMING in translate(item.findings[0].message, "ko")
    assert {NOTE: kept, NOTE + INCOMING: files(notebook)[NOTE + INCOMING]} == files(notebook)
    assert files(notebook)[NOTE + INCOMING].endswith("---\n\n새로\n")
    # It stays one for as long as nobody decides, and nothing more is written.
    before = marks(notebook)
    assert ["conflict"] == statuses(bring(notebook, page("새로\n")))
    assert before == marks(notebook)


def decided(notebook: Notebook, how: Callable[[Path, Path], object]) -> list[str]:
    note = notebook.root / "notes" / NOTE
    bring(notebook, page("하나\n"))
    edit(notebook)
    bring(notebook, page("새로\n"))
    how(note.with_name(note.name + INCOMING), note)
    return statuses(bring(notebook, page("새로\n")))


def test_a_conflict_is_decided_by_deleting_the_version_beside(notebook: Notebook) -> None:
    assert ["unchanged"] == decided(notebook, lambda beside, note: beside.unlink())
    assert files(notebook)[NOTE].endswith("여기서 쓴 줄\n")


def test_a_conflict_is_decided_by_moving_it_over_the_note(notebook: Notebook) -> None:
    assert ["unchanged"] == decided(notebook, lambda beside, note: beside.replace(note))
    assert files(notebook)[NOTE].endswith("새로\n")
    assert ["updated"] == statuses(bring(notebook, page("더 새로\n")))


def test_a_version_beside_is_renewed_unless_somebody_edited_it(notebook: Notebook) -> None:
    bring(notebook, page("하나\n"))
    edit(notebook)
    bring(notebook, page("둘\n"))
    assert ["conflict"] == statuses(bring(notebook, page("셋\n")))
    assert files(notebook)[NOTE + INCOMING].endswith("셋\n")
    scribbled = edit(notebook, path=NOTE + INCOMING)
    report = bring(notebook, page("넷\n"))
    assert ["failed"] == statuses(report)
    assert scribbled == files(notebook)[NOTE + INCOMING]


def forget(notes: Path) -> None:
    for ledger in notes.glob(".imported*.sha256"):
        ledger.unlink()


def test_two_folders_with_a_note_of_one_name_do_not_take_turns(notebook: Notebook, tmp_path: Path) -> None:
    for name in ("하나", "둘"):
        (tmp_path / name / "그림").mkdir(parents=True)
        (tmp_path / name / "README.md").write_text(f"{name} ![](그림/a.png)\n", encoding="utf-8")
        (tmp_path / name / "그림/a.png").write_bytes(name.encode())
    assert ["written"] == statuses(import_notes(notebook, [tmp_path / "하나"]))
    assert ["conflict"] == statuses(import_notes(notebook, [tmp_path / "둘"]))
    assert "하나 ![](그림/a.png)\n" == files(notebook)["README.md"]
    assert "하나" == files(notebook)["그림/a.png"]
    (tmp_path / "하나/README.md").write_text("하나, 나중에\n", encoding="utf-8")
    for waiting in (notebook.root / "notes").rglob("*" + INCOMING):
        waiting.unlink()
    assert ["updated"] == statuses(import_notes(notebook, [tmp_path / "하나"]))


def test_without_the_ledger_nothing_is_replaced(notebook: Notebook) -> None:
    bring(notebook, page("하나\n"))
    before = files(notebook)
    forget(notebook.root / "notes")
    assert ["unchanged"] == statuses(bring(notebook, page("하나\n")))
    forget(notebook.root / "notes")
    assert ["conflict"] == statuses(bring(notebook, page("둘\n")))
    assert before[NOTE] == files(notebook)[NOTE]


def test_line_ends_that_git_has_changed_are_no_edit(notebook: Notebook) -> None:
    bring(notebook, page("하나\n둘\n"))
    note = notebook.root / "notes" / NOTE
    note.write_bytes(note.read_bytes().replace(b"\n", b"\r\n"))
    assert ["unchanged"] == statuses(bring(notebook, page("하나\n둘\n")))
    assert ["updated"] == statuses(bring(notebook, page("셋\n")))


def test_an_attachment_goes_the_same_way_as_a_note(notebook: Notebook, tmp_path: Path) -> None:
    file = write(tmp_path, "표.csv", "1\n")
    place = "2021/2021-08-12-daily/표.csv"

    def imported() -> list[str]:
        draft = page("[표](x)\n")
        return statuses(
            bring(
                notebook,
                Draft(draft.source, draft.text, draft.header, attachments=(Attachment("x", str(file)),)),
            )
        )

    assert ["written"] == imported()
    file.write_text("2\n", encoding="utf-8")
    assert ["updated"] == imported()
    assert "2\n" == files(notebook)[place]
    edit(notebook, "3\n", place)
    assert ["unchanged"] == imported()
    file.write_text("4\n", encoding="utf-8")
    assert ["conflict"] == imported()
    assert ("2\n3\n", "4\n") == (files(notebook)[place], files(notebook)[place + INCOMING])


def test_a_note_is_followed_when_somebody_moves_and_renames_it(notebook: Notebook, tmp_path: Path) -> None:
    file = write(tmp_path, "a.csv", "1\n")

    def imported(text: str) -> list[str]:
        draft = page(text)
        return statuses(
            bring(
                notebook,
                Draft(draft.source, draft.text, draft.header, attachments=(Attachment("x", str(file)),)),
            )
        )

    imported("[표](x)\n")
    notes = notebook.root / "notes"
    (notes / "보관").mkdir()
    (notes / NOTE).rename(notes / "보관/첫 회의.md")
    before = files(notebook)
    # The folder of its files has stayed where it was: it is found, and the link leads there.
    assert ["updated"] == imported("[표](x)\n")
    assert before.keys() == files(notebook).keys()
    assert "[표](../2021/2021-08-12-daily/a.csv)" in files(notebook)["보관/첫 회의.md"]
    (notes / "2021/2021-08-12-daily").rename(notes / "보관/첫 회의")
    assert ["updated"] == imported("[표](x)\n")
    file.write_text("2\n", encoding="utf-8")
    assert ["updated"] == imported("[표](x) 더\n")
    assert {"보관/첫 회의.md", "보관/첫 회의/a.csv"} == files(notebook).keys()
    assert "2\n" == files(notebook)["보관/첫 회의/a.csv"]


def test_a_dry_run_writes_nothing_at_all(notebook: Notebook) -> None:
    report = bring(notebook, page(), dry_run=True)
    assert ["written"] == statuses(report)
    assert [notebook.root / "studylog.yaml"] == [*notebook.root.rglob("*")]
    bring(notebook, page("하나\n"))
    edit(notebook)
    before = marks(notebook)
    assert ["conflict"] == statuses(bring(notebook, page("새로\n"), dry_run=True))
    assert before == marks(notebook)


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("writes", range(7))
def test_a_run_that_is_interrupted_goes_on_next_time(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int, killed: bool
) -> None:
    """Who is interrupted still writes down what was done; who is killed does not."""
    drafts = []
    for day in (12, 13, 14):
        file = write(tmp_path, f"{day}.csv", f"{day}\n")
        draft = page("[표](x)\n", source=f"{day}.md", title=f"8/{day} 회의록", date=f"2021-08-{day}")
        attached = (Attachment("x", str(file)),)
        drafts.append(Draft(draft.source, draft.text, draft.header, attachments=attached, visible="표"))
    left = [writes]
    real = writing.files.write_new

    def interrupted(path: Path, content: bytes) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        real(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(writing.files, "write_new", interrupted)
        if killed:
            patch.setattr(Ledger, "save", lambda _: None)
        with suppress(KeyboardInterrupt):
            bring(notebook, *drafts)
    report = bring(notebook, *drafts)
    assert not {"conflict", "failed"} & {*statuses(report)}
    assert 6 == len(files(notebook))
    for name, text in files(notebook).items():
        assert "2021-08-1" in name and text
    before = marks(notebook)
    assert ["unchanged"] * 3 == statuses(bring(notebook, *drafts))
    assert before == marks(notebook)


class Editing(RuleBasedStateMachine):
    """Whatever order sources change in, people edit, decide and import in: no edit is lost."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.notebook = notebook_in(Path(self.folder.name))
        self.version = 0
        self.edits: set[str] = set()
        self.note = self.notebook.root / "notes" / NOTE
        self.beside = self.note.with_name(self.note.name + INCOMING)

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule()
    def source_changes(self) -> None:
        self.version += 1

    @rule(number=st.integers(0, 99))
    def somebody_edits(self, number: int) -> None:
        if self.note.exists():
            line = f"손으로 쓴 {number}\n"
            self.note.write_text(self.note.read_text(encoding="utf-8") + line, encoding="utf-8")
            self.edits.add(line)

    @rule()
    def somebody_decides_for_the_note(self) -> None:
        self.beside.unlink(missing_ok=True)

    @rule()
    def somebody_decides_for_the_source(self) -> None:
        if self.beside.exists():
            self.beside.replace(self.note)
            self.edits.clear()

    @rule()
    def somebody_loses_the_ledger(self) -> None:
        forget(self.note.parents[1])

    @rule()
    def everything_is_imported(self) -> None:
        (status,) = statuses(bring(self.notebook, page(f"판 {self.version}\n")))
        newest = f"판 {self.version}\n"
        if status in ("written", "updated"):
            assert not self.edits and newest in self.note.read_text(encoding="utf-8")
        if status == "conflict":
            assert newest in self.beside.read_text(encoding="utf-8")

    @invariant()
    def every_edit_is_there(self) -> None:
        text = self.note.read_text(encoding="utf-8") if self.note.exists() else ""
        assert not [line for line in self.edits if line not in text]


TestEditing = Editing.TestCase
