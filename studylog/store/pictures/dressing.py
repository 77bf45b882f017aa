"""The pictures of notes as a site shows them: without hidden words, upright, no larger than a page needs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from studylog.core.errors import StudylogError
from studylog.core.pictures import (
    MOST_PIXELS,
    MOST_PIXELS_OF_JPEG,
    WIDEST,
    Bare,
    Size,
    bare,
    size_of,
)
from studylog.core.pictures.turned import UPRIGHT
from studylog.core.text import short_hash
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.installed import draws_pictures
from studylog.store.pictures.decks import Source, is_still, is_webp
from studylog.store.pictures.shelf import PictureShelf

PictureTrouble = Literal["", "damaged", "large", "unread"]
"""Why a picture is not shown: `unread` where nothing is installed that could draw it anew."""

LARGEST_FILE = 64 << 20
"""A larger file is no picture to be shown in a page."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """A picture to be published: name and hash of its copy, its size, whether it was drawn anew."""

    name: str = ""
    sha256: str = ""
    width: int | None = None
    height: int | None = None
    redrawn: bool = False
    trouble: PictureTrouble = ""


def dressed(sources: Sequence[Source], shelf: PictureShelf) -> Iterator[tuple[str, Dressed]]:
    """Each picture as it may be published, by the hash of its file."""
    able = draws_pictures()
    waiting: list[tuple[Source, Dressed]] = []
    for source in sources:
        found, plain = _plain(source.file)
        if not _needs_drawing(found, plain) or not able:
            yield source.sha256, plain
        elif known := shelf.picture(source.sha256):
            yield source.sha256, _redrawn(known) or plain
        else:
            waiting.append((source, plain))
    for sha256, picture, _ in _drawn(waiting, shelf) if waiting else ():
        yield sha256, picture


def plain_picture(file: Path) -> Dressed:
    """A picture as it may be published without being drawn anew; without a name where it cannot be."""
    return _plain(file)[1]


def copy_of(source: Source, picture: Dressed, shelf: PictureShelf) -> bytes | None:
    """The content of the copy of a picture; None where its file is another one meanwhile."""
    if picture.redrawn:
        known = shelf.picture(source.sha256)
        if known and files.sha256(known) == picture.sha256:
            return known
        return next((content for _, _, content in _drawn([(source, picture)], shelf)), None)
    try:
        found = bare(files.read(source.file))
    except StudylogError:
        return None
    return found.content if found else None


def _plain(file: Path) -> tuple[Bare | None, Dressed]:
    """A picture as it is without drawing anything."""
    try:
        large = file.stat().st_size > LARGEST_FILE
        content = b"" if large else files.read(file)
    except (OSError, StudylogError):
        return None, Dressed(trouble="damaged")
    if large:
        return None, Dressed(trouble="large")
    found = bare(content)
    if found is None:
        return None, Dressed(trouble="unread" if _is_avif(content) else "damaged")
    size = size_of(found.content)
    most = MOST_PIXELS_OF_JPEG if found.ending == "jpg" else MOST_PIXELS
    if size and size.width * size.height > most:
        return None, Dressed(trouble="large")
    return found, _dressed(found.content, found.ending, size, redrawn=False)


def _needs_drawing(found: Bare | None, plain: Dressed) -> bool:
    if found is None:
        return plain.trouble == "unread"
    if found.moving or found.ending == "svg":
        return False
    return found.turn != UPRIGHT or found.inks or (plain.width or 0) > WIDEST


def _is_avif(content: bytes) -> bool:
    return content[4:12] in (b"ftypavif", b"ftypavis")


def _dressed(content: bytes, ending: str, size: Size | None, *, redrawn: bool) -> Dressed:
    sha256 = files.sha256(content)
    width, height = size or (None, None)
    return Dressed(f"assets/{short_hash(sha256)}.{ending}", sha256, width, height, redrawn)


def _redrawn(content: bytes) -> Dressed | None:
    """A picture that was drawn anew, looked at: it comes from a child."""
    size = size_of(content) if is_webp(content) else None
    return _dressed(content, "webp", size, redrawn=True) if size else None


def _drawn(
    waiting: Sequence[tuple[Source, Dressed]], shelf: PictureShelf
) -> Iterator[tuple[str, Dressed, bytes]]:
    """Each picture drawn anew, with its content; what cannot be drawn stays plain, without one."""
    from studylog.store.pdf import children

    read = children.drawn("picture", [source.file for source, _ in waiting], dict)
    for (source, plain), (found, folder) in zip(waiting, read, strict=True):
        content = b"" if isinstance(found, children.Failed) else _content(folder)
        drawn = _redrawn(content)
        if drawn and is_still(source):
            shelf.keep_picture(source.sha256, content)
            yield source.sha256, drawn, content
        else:
            # A browser may still show the upper half of what is cut off.
            yield source.sha256, Dressed(trouble="damaged") if plain.trouble else plain, b""


def _content(folder: Path) -> bytes:
    try:
        return (folder / "picture.webp").read_bytes()
    except OSError:
        return b""
