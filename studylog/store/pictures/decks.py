"""The slides of PDFs, page by page: from the shelf, else read in child processes."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from studylog.core.decks import MOST_SHEETS, Deck, Sheet
from studylog.core.errors import StudylogError
from studylog.core.pictures import size_of
from studylog.store import files
from studylog.store.installed import draws_pictures
from studylog.store.pictures.shelf import Drawn, PictureShelf

LARGEST_FILE = 512 << 20
"""A larger PDF is led to, but not looked into."""
_HEAD = 1024
_LARGEST_PICTURE = 1 << 20
# What a file itself is to blame for; another time, a machine may have more patience.
_LASTING = ("", "damaged", "locked", "large")


class Source(NamedTuple):
    """A file by the hash of its content."""

    sha256: str
    file: Path


def drawn_decks(sources: Sequence[Source], shelf: PictureShelf) -> Iterator[tuple[str, Drawn]]:
    """The slides of each file, by its hash; those of a file that changed meanwhile are left out."""
    waiting = []
    for source in sources:
        drawn = _at_once(source, shelf)
        if drawn:
            yield source.sha256, drawn
        else:
            waiting.append(source)
    if waiting:
        yield from _read(waiting, shelf)


def _at_once(source: Source, shelf: PictureShelf) -> Drawn | None:
    """The slides that are known without reading them."""
    if not draws_pictures():
        return Drawn(Deck(0, trouble="unread"))
    try:
        with source.file.open("rb") as file:
            if b"%PDF-" not in file.read(_HEAD):
                return Drawn(Deck(0, trouble="damaged"))
        if source.file.stat().st_size > LARGEST_FILE:
            return Drawn(Deck(0, trouble="large"))
    except OSError:
        return Drawn(Deck(0, trouble="damaged"))
    return shelf.deck(source.sha256)


def _read(sources: Sequence[Source], shelf: PictureShelf) -> Iterator[tuple[str, Drawn]]:
    # Imported here because most runs find everything on the shelf.
    from studylog.store.pdf import children

    read = children.drawn("deck", [source.file for source in sources], deck_of)
    for source, (found, folder) in zip(sources, read, strict=True):
        if isinstance(found, children.Failed):
            drawn = Drawn(Deck(0, trouble=found.reason))
        else:
            drawn = _with_pictures(found, folder)
        if not is_still(source):
            continue
        if drawn.deck.trouble in _LASTING:
            shelf.keep_deck(source.sha256, drawn)
        yield source.sha256, drawn


def is_still(source: Source) -> bool:
    """Whether a file still has the content that it was asked for by."""
    try:
        return files.sha256_of(source.file) == source.sha256
    except StudylogError:
        return False


def deck_of(fields: dict[str, Any]) -> Deck:
    """The slides that a child has read."""
    sheets = zip(fields["texts"][:MOST_SHEETS], fields["sizes"], strict=True)
    return Deck(int(fields["pages"]), tuple(Sheet(str(text), int(w), int(h)) for text, (w, h) in sheets))


def _with_pictures(deck: Deck, folder: Path) -> Drawn:
    """The slides with the pictures that lie in a folder, each looked at: they come from a child."""
    sheets, pictures = [], []
    for number, sheet in enumerate(deck.sheets, 1):
        content = _picture(folder / f"{number}.webp", sheet) if sheet.width else b""
        if content:
            pictures.append(content)
            sheets.append(Sheet(sheet.text, sheet.width, sheet.height, files.sha256(content)))
        else:
            sheets.append(Sheet(sheet.text))
    return Drawn(Deck(max(deck.pages, len(sheets)), tuple(sheets)), tuple(pictures))


def is_webp(content: bytes) -> bool:
    """Whether a child has drawn a picture, and not something else."""
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _picture(file: Path, sheet: Sheet) -> bytes:
    with suppress(OSError):
        if file.stat().st_size <= _LARGEST_PICTURE:
            content = file.read_bytes()
            if is_webp(content) and size_of(content) == (sheet.width, sheet.height):
                return content
    return b""
