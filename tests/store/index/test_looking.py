"""What is in the files that notes mean: looked at once, while who waits is told what is read."""

from pathlib import Path

from studylog.core.i18n import Message, translate
from studylog.store.index.opening import opened
from tests.indexes import notebook


def test_who_waits_is_told_that_notes_are_read_and_then_slides_and_pictures(tmp_path: Path) -> None:
    book = notebook(tmp_path, {"a.md": "[슬라이드](../slides/a.pdf) [둘](../slides/b.pdf) ![](c.png)"})
    for name in ("slides/a.pdf", "slides/b.pdf", "notes/c.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    told: list[tuple[int, int, str]] = []

    def progress(done: int, whole: int, words: Message | None = None) -> None:
        told.append((done, whole, translate(words, "en") if words else ""))

    with opened(book, progress=progress, files=True):
        pass

    slides = [(done, 2, "Reading slides") for done in range(3)]
    assert [(1, 1, ""), *slides, (0, 1, "Reading pictures"), (1, 1, "Reading pictures")] == told
