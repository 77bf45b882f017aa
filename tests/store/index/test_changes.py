"""Which notes are opened: those that may say something else than before, and no others."""

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from studylog.store import files
from studylog.store.index import changes, entries
from studylog.store.index.changes import UNTRUSTED, settled
from studylog.store.index.keep import FOLDER, Shelf
from studylog.store.index.lists import IndexLists
from studylog.store.index.opening import opened
from studylog.store.notebook import Notebook
from studylog.store.stamps import stamp_of
from tests.indexes import digest, made_anew, notebook

SECOND = 1_000_000_000
NOW = 1_700_000_000 * SECOND


class Counting:
    """Counts the notes that are opened, and those that are parsed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, book: Notebook) -> None:
        self.opened: list[str] = []
        self.parsed: list[str] = []
        read, entry_of, notes = files.read, entries.entry_of, book.root / "notes"

        def reading(path: Path) -> bytes:
            if path.is_relative_to(notes):
                self.opened.append(path.name)
            return read(path)

        def parsing(path: str, *args: object) -> object:
            self.parsed.append(Path(path).name)
            return entry_of(path, *args)  # type: ignore[arg-type]

        monkeypatch.setattr(files, "read", reading)
        monkeypatch.setattr(entries, "entry_of", parsing)

    def taken(self) -> tuple[list[str], list[str]]:
        """What was opened and parsed since the last time this was asked."""
        found = self.opened, self.parsed
        self.opened, self.parsed = [], []
        return found


@pytest.fixture
def thousand(tmp_path: Path) -> Notebook:
    notes = {f"{number % 12}/{number}.md": f"Q. {number}?\n" for number in range(1000)}
    book = notebook(tmp_path, notes)
    for name in notes:
        # Written long ago: what was written just now is looked at once more.
        backdate(tmp_path / "notes" / name)
    return book


def backdate(file: Path) -> None:
    os.utime(file, (1_600_000_000, 1_600_000_000))


def test_no_note_is_opened_when_none_changed_and_one_is_parsed_when_one_did(
    thousand: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    counting = Counting(monkeypatch, thousand)
    with opened(thousand) as index:
        id_ = index.id
    assert [1000, 1000] == [len(names) for names in counting.taken()]
    shelf = thousand.root / ".studylog"
    for options in ({}, {"files": True}, {"hold": True}):
        before = {file.name: file.read_bytes() for file in shelf.iterdir()}
        stamps = {file.name: stamp_of(file) for file in shelf.iterdir() if file.suffix != ".lock"}
        with opened(thousand, **options) as index:
            assert (id_, 1) == (index.id, index.generation)
        assert ([], []) == counting.taken()
        assert before == {file.name: file.read_bytes() for file in shelf.iterdir()}
        assert stamps == {file.name: stamp_of(file) for file in shelf.iterdir() if file.suffix != ".lock"}
    note = thousand.root / "notes" / "7" / "7.md"
    note.write_text("Q. anders?\n")
    with opened(thousand) as index:
        assert (id_, 2) == (index.id, index.generation)
    assert (["7.md"], ["7.md"]) == counting.taken()
    note.touch()
    with opened(thousand) as index:
        assert (id_, 2) == (index.id, index.generation)
    assert (["7.md"], []) == counting.taken()
    note.unlink()
    with opened(thousand) as index:
        assert (id_, 3) == (index.id, index.generation)
        assert ([], []) == counting.taken()
        assert made_anew(thousand) == digest(index.db)


@pytest.mark.parametrize("options", [{}, {"files": True}, {"search": True}, {"hold": True}])
def test_the_notes_are_looked_at_once_where_some_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, bool]
) -> None:
    book = notebook(tmp_path, {"a.md": "Q. a?\n", "b.md": "Q. b?\n"})
    with opened(book, **options):
        pass
    walks = counted_walks(monkeypatch)
    (tmp_path / "notes" / "a.md").write_text("Q. anders?\n")
    (tmp_path / "notes" / "b.md").unlink()
    (tmp_path / "notes" / "c.md").write_text("Q. neu?\n")
    with opened(book, **options) as index:
        assert [1] == [len(walks)]
        assert made_anew(book) == digest(index.db)


def test_the_notes_are_looked_at_once_where_the_index_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, {"a.md": "Q. a?\n", "b.md": "Q. b?\n"})
    with opened(book) as first:
        pass
    walks = counted_walks(monkeypatch)
    (tmp_path / "notes" / "a.md").write_text("Q. anders?\n")

    def taken(shelf: Shelf, *, patient: bool) -> AbstractContextManager[bool]:
        return nullcontext(shelf.folder != tmp_path / ".studylog")

    monkeypatch.setattr(Shelf, "held", taken)
    with opened(book) as index:
        assert [1, True] == [len(walks), index.file != first.file]
        assert made_anew(book) == digest(index.db)


def test_the_notes_are_looked_at_again_where_another_run_came_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was seen before the index could be held counts for the state in which the index was then."""
    book = notebook(tmp_path, {"a.md": "Q. a?\n", "b.md": "Q. b?\n"})
    with opened(book):
        pass
    held, walks = Shelf.held, counted_walks(monkeypatch)

    def beaten(shelf: Shelf, *, patient: bool) -> AbstractContextManager[bool]:
        monkeypatch.setattr(Shelf, "held", held)
        (tmp_path / "notes" / "a.md").unlink()
        (tmp_path / "notes" / "b.md").write_text("Q. wieder anders?\n")
        with opened(book):
            pass
        return held(shelf, patient=patient)

    monkeypatch.setattr(Shelf, "held", beaten)
    (tmp_path / "notes" / "b.md").write_text("Q. anders?\n")
    with opened(book) as index:
        assert 3 == len(walks)
        assert made_anew(book) == digest(index.db)


def counted_walks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The notebooks whose notes were looked for, once for each time."""
    walks: list[Path] = []
    note_names = changes.note_names

    def counting(book: Notebook) -> list[str]:
        walks.append(book.root)
        return note_names(book)

    monkeypatch.setattr(changes, "note_names", counting)
    return walks


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the clock of the file system be ahead, so that every stamp is old enough to be trusted."""
    monkeypatch.setattr(Shelf, "now", lambda shelf: 2 * NOW)


def let_it_be_when(monkeypatch: pytest.MonkeyPatch, note: Path) -> None:
    """Lets the clock of the file system be where it was when the note was written."""
    monkeypatch.setattr(Shelf, "now", lambda shelf: note.stat().st_mtime_ns)


def test_a_note_that_was_written_just_now_is_looked_at_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, {"a.md": "Q. a?\n"})
    note = tmp_path / "notes" / "a.md"
    counting = Counting(monkeypatch, book)
    let_it_be_when(monkeypatch, note)
    for _ in "ab":
        note.write_text("Q. a?\n")
        with opened(book):
            pass
        assert ["a.md"] == counting.taken()[0]
    settle(monkeypatch)
    for expected in (["a.md"], []):
        with opened(book):
            pass
        assert (expected, []) == counting.taken()


def test_a_note_written_again_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second text has the stamp of the first, as when the clock has not gone on between the two."""
    book = notebook(tmp_path, {"a.md": "Q. aaa?\n"})
    note = tmp_path / "notes" / "a.md"
    stamp = stamp_of(note)
    read = files.read

    def writing(path: Path) -> bytes:
        content = read(path)
        if path == note:
            note.write_text("Q. bbb?\n")
            os.utime(note, ns=(2 * NOW, 2 * NOW))
        return content

    let_it_be_when(monkeypatch, note)
    with monkeypatch.context() as patch:
        patch.setattr(files, "read", writing)
        patch.setattr(changes, "stamp_of", lambda file: stamp)
        with opened(book):
            pass
    monkeypatch.setattr(changes, "stamp_of", lambda file: stamp)
    with opened(book) as index:
        assert made_anew(book) == digest(index.db)


@pytest.mark.parametrize(
    ("stamp", "trusted"),
    [
        ((1, NOW - SECOND + 1, NOW - SECOND, 1), True),
        ((1, NOW - 20_000_001, NOW - SECOND, 1), False),
        ((1, NOW - SECOND + 1, NOW - 20_000_001, 1), False),
        ((1, NOW + 1, NOW - SECOND, 1), False),
        # Where times are whole seconds, clocks may tick every two of them.
        ((1, NOW - 2 * SECOND, NOW - 2 * SECOND, 1), False),
        ((1, NOW - 3 * SECOND, NOW - 3 * SECOND, 1), True),
        # From a clock that was hours ahead.
        ((1, NOW + 9 * 3600 * SECOND, NOW - 3 * SECOND, 1), True),
    ],
)
def test_a_stamp_is_trusted_when_nothing_else_can_get_it_any_more(
    stamp: changes.Stamp, trusted: bool
) -> None:
    assert (stamp if trusted else UNTRUSTED) == settled(stamp, NOW)


def test_no_file_is_without_a_stamp_that_the_index_can_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = notebook(tmp_path, {"a.md": "Q. a?\n"})
    stat = Path.stat

    def strange(path: Path, **options: bool) -> os.stat_result:
        status = stat(path, **options)
        if path.name != "a.md":
            return status
        fields = {name: getattr(status, name) for name in dir(status) if name.startswith("st_")}
        whole = list(status)
        whole[1] = 2**64 - 1
        return os.stat_result(whole, {**fields, "st_mtime_ns": 2**65, "st_ctime_ns": -(2**65)})

    monkeypatch.setattr(Path, "stat", strange)
    with opened(book) as first:
        pass
    with opened(book) as index:
        assert first.id == index.id
        assert made_anew(book) == digest(index.db)


def test_how_a_text_is_read_in_a_line_does_not_hang_on_which_note_came_first(tmp_path: Path) -> None:
    """Of two notes that ask the same, one has a formula more, which stands in the question, too."""
    less, more = "Q. $\\alpha$, \\beta?\n", "Q. $\\alpha$, \\beta?\n\n$\\beta$\n"
    book = notebook(tmp_path, {"b.md": less})
    with opened(book):
        pass
    (tmp_path / "notes" / "a.md").write_text(more)
    found = []
    for _ in "ab":
        with opened(book) as index:
            lists = IndexLists(index.db)
            (line,) = lists.in_line().items()
            found.append((*line, lists.questions.in_line(line[0])))
        Shelf(tmp_path / FOLDER).clear()
    assert found[0] == found[1] == ("\\alpha, \\beta?", "α, β?", "α, β?")
