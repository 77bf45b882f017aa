"""A picture without what nobody sees of it: where, when and by whom it was taken, remarks, smaller versions.

Only parts that show something are kept, byte for byte: nothing is drawn anew, and what is unknown goes.
"""

import re
import struct
from collections.abc import Callable, Iterator

from studylog.core.pictures.gif import bare_gif
from studylog.core.pictures.svg import bare_svg
from studylog.core.pictures.turned import UPRIGHT, turn_of, words_of
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Bare:
    """A picture that may be published: its bytes, and the ending of its name by what it really is.

    `turn` is how it has to be turned to stand upright, as EXIF counts: a JPEG still says so, others do not.
    `inks` when it is made for a printer (CMYK); `moving` when it has several frames.
    """

    content: bytes
    ending: str
    turn: int = UPRIGHT
    inks: bool = False
    moving: bool = False


def bare(content: bytes) -> Bare | None:
    """The picture that bytes hold; None for what is none, or whose parts cannot be told apart (AVIF)."""
    for begins, read in _FORMS.items():
        if content.startswith(begins):
            try:
                return read(content)
            except (struct.error, IndexError, ValueError):
                return None
    drawn = bare_svg(content)
    return Bare(drawn, "svg") if drawn else None


# What programs add to a JPEG (APPn) shows nothing, but for a few parts, which are known by how they begin.
_ADDED = range(0xE0, 0xF0)
_HEAD, _EXIF, _REMARK, _SCAN, _END = 0xE0, 0xE1, 0xFE, 0xDA, 0xD9
_KEPT = {_HEAD: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_LONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
# In the picture itself these are no marks.
_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_INKS = 4
# As long as it is without the small version that it may carry.
_JFIF = 14


def _jpeg(content: bytes) -> Bare:
    kept, turn, inks = [content[:2]], UPRIGHT, False
    for mark, part in _jpeg_parts(content):
        body = part[4:]
        if mark == _EXIF and body.startswith(b"Exif\0\0") and turn == UPRIGHT:
            turn = turn_of(body[6:])
        if mark in _FRAMES:
            inks = body[5] == _INKS
        if not _shows(mark, body):
            continue
        if mark == _HEAD:
            part = b"\xff\xe0" + struct.pack(">H", _JFIF + 2) + body[: _JFIF - 2] + b"\0\0"
        kept.append(part)
    if turn != UPRIGHT:
        words = b"Exif\0\0" + words_of(turn)
        kept.insert(1, b"\xff\xe1" + struct.pack(">H", len(words) + 2) + words)
    return Bare(b"".join(kept), "jpg", turn, inks)


def _shows(mark: int, body: bytes) -> bool:
    if mark in _ADDED:
        return mark in _KEPT and body.startswith(_KEPT[mark])
    return mark != _REMARK


def _jpeg_parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG with their marks; a scan has its picture with it, nothing comes after the end."""
    place = 2
    while place < len(content):
        while content[place : place + 2] == b"\xff\xff":
            place += 1
        if content[place] != 0xFF:
            raise ValueError("no mark")
        mark = content[place + 1]
        if mark == _END:
            yield mark, content[place : place + 2]
            return
        length = 0 if mark in _LONE else struct.unpack_from(">H", content, place + 2)[0]
        end = place + 2 + length
        if mark == _SCAN:
            following = _MARK.search(content, end)
            end = following.start() if following else len(content)
        yield mark, content[place:end]
        place = end


_CHUNKS = """
    IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT
"""
_SHOWN = frozenset(_CHUNKS.encode().split())


def _png(content: bytes) -> Bare:
    kept, turn, moving, place = [content[:8]], UPRIGHT, False, 8
    while place < len(content):
        length, name = struct.unpack_from(">I4s", content, place)
        chunk = content[place : place + 12 + length]
        if name == b"eXIf":
            turn = turn_of(chunk[8:-4])
        moving = moving or name == b"acTL"
        if name in _SHOWN:
            kept.append(chunk)
        if name == b"IEND":
            break
        place += 12 + length
    if kept[1][4:8] != b"IHDR":
        raise ValueError("no head")
    return Bare(b"".join(kept), "png", turn, moving=moving)


_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def _webp(content: bytes) -> Bare:
    if content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    kept, turn, place = [], UPRIGHT, 12
    end = min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    while place < end:
        name, length = struct.unpack_from("<4sI", content, place)
        chunk = content[place : place + 8 + length + length % 2]
        if name == b"EXIF":
            turn = turn_of(chunk[8:].removeprefix(b"Exif\0\0"))
        if name == b"VP8X":
            flags = chunk[8] & ~(_HAS_EXIF | _HAS_XMP)
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if name in _WEBP:
            kept.append(chunk)
        place += 8 + length + length % 2
    if not kept:
        raise ValueError("no picture")
    body = b"WEBP" + b"".join(kept)
    moving = any(chunk.startswith(b"ANIM") for chunk in kept)
    return Bare(b"RIFF" + struct.pack("<I", len(body)) + body, "webp", turn, moving=moving)


def _gif(content: bytes) -> Bare:
    kept, frames = bare_gif(content)
    return Bare(kept, "gif", moving=frames > 1)


_FORMS: dict[bytes, Callable[[bytes], Bare]] = {
    b"\xff\xd8\xff": _jpeg,
    b"\x89PNG\r\n\x1a\n": _png,
    b"RIFF": _webp,
    b"GIF87a": _gif,
    b"GIF89a": _gif,
}
