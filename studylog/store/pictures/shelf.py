"""Where pictures are kept that took long to draw: a cache, by the content they were drawn from.

`.studylog/pictures/` may be deleted at any time. Each file is whole or not used: it begins with its own hash.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from studylog.core.decks import Deck
from studylog.core.packing import packed, unpacked
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.installed import PICTURE_LIBRARIES, installed
from studylog.store.temporary import temporary_file

FOLDER = ".studylog/pictures"
"""Where they lie in a notebook."""

# Raised with every change of how pictures are drawn, and of what is noted down of them.
_VERSION = 1
# What no note shows any more is kept for a while: somebody may take back a change.
MOST_BYTES_UNUSED = 64 << 20
_BROKEN = (OSError, ValueError, TypeError, LookupError)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Slides with the pictures of their pages, in order; pages without a picture have none here."""

    deck: Deck
    pictures: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureShelf:
    """The pictures of a notebook that these versions of the libraries have drawn."""

    root: Path
    folder: Path

    def deck(self, sha256: str) -> Drawn | None:
        """The slides of a content, if they are here."""
        try:
            content = self._read(f"{sha256}.deck")
            lengths, deck, rest = content.split(b"\n", 2)
            pictures, place = [], 0
            for length in json.loads(lengths):
                pictures.append(rest[place : place + length])
                place += length
            return Drawn(unpacked(Deck, deck.decode()), tuple(pictures))
        except _BROKEN:
            return None

    def keep_deck(self, sha256: str, drawn: Drawn) -> None:
        """Keeps slides; where nothing can be written, they are drawn again another time."""
        lengths = json.dumps([len(picture) for picture in drawn.pictures])
        head = f"{lengths}\n{packed(drawn.deck)}\n".encode()
        self._keep(f"{sha256}.deck", (head, *drawn.pictures))

    def picture(self, sha256: str) -> bytes | None:
        """The picture that was drawn of a content, if it is here."""
        try:
            return self._read(f"{sha256}.picture")
        except _BROKEN:
            return None

    def keep_picture(self, sha256: str, content: bytes) -> None:
        """Keeps a picture."""
        self._keep(f"{sha256}.picture", (content,))

    def sweep(self, used: Collection[str]) -> None:
        """Removes what other versions have drawn, and of what is not used the oldest, beyond a bound."""
        if not self._is_own():
            return
        with suppress(OSError):
            for folder in self.folder.parent.iterdir():
                if folder != self.folder and _is_ours(folder):
                    _remove(tuple(folder.iterdir()))
                    folder.rmdir()
            unused = [file for file in self.folder.iterdir() if file.stem not in used]
            unused.sort(key=lambda file: file.stat().st_mtime_ns, reverse=True)
            total = 0
            for count, file in enumerate(unused):
                total += file.stat().st_size
                if total > MOST_BYTES_UNUSED:
                    _remove(unused[count:])
                    return

    def _read(self, name: str) -> bytes:
        if not self._is_own():
            raise FileNotFoundError(name)
        sha256, _, content = (self.folder / name).read_bytes().partition(b"\n")
        if files.sha256(content).encode() != sha256:
            raise ValueError(name)
        return content

    def _keep(self, name: str, parts: Sequence[bytes]) -> None:
        content = b"".join(parts)
        with suppress(OSError):
            if self._is_own():
                self.folder.mkdir(parents=True, exist_ok=True)
                whole = files.sha256(content).encode() + b"\n" + content
                with temporary_file(self.folder, whole) as fresh:
                    fresh.replace(self.folder / name)

    def _is_own(self) -> bool:
        """Whether no link leads from the notebook to files that are not its own."""
        ways = (self.folder, *self.folder.parents)
        return not any(way.is_symlink() for way in ways if way != self.root and way.is_relative_to(self.root))


def shelf_of(root: Path) -> PictureShelf:
    """The shelf of a notebook."""
    told = repr((_VERSION, installed(PICTURE_LIBRARIES)))
    return PictureShelf(root, root / FOLDER / hashlib.sha256(told.encode()).hexdigest()[:16])


def _is_ours(folder: Path) -> bool:
    return len(folder.name) == 16 and folder.is_dir() and not folder.is_symlink()


def _remove(found: Sequence[Path]) -> None:
    for file in found:
        with suppress(OSError):
            file.unlink()
