"""The names of fonts that a PDF holds as drawings: Chromium embeds Hangul so, and pdfium does not name them.

Such a font has a descriptor with its name, and a table of its characters, by which it is found again.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_LARGEST_FILE = 64 << 20
_LARGEST_TABLE = 1 << 20
_MOST = 2000
_FONT = re.compile(
    rb"/Subtype /Type3\n"
    rb"(?:/(?!ToUnicode)[^\n]*\n){0,12}?/ToUnicode ([0-9]{1,9}) 0 R\n/FontDescriptor ([0-9]{1,9}) 0 R"
)
_OBJECT = re.compile(rb"\n([0-9]{1,9}) 0 obj\n<<")
_NAME = re.compile(rb"/FontName /([!-.0-~]{1,127})")
_LENGTH = re.compile(rb"/Length ([0-9]{1,9})")
_RANGE = re.compile(rb"^<([0-9A-F]{2,4})> (?:<([0-9A-F]{2,4})> )?<([0-9A-F]{4}|[0-9A-F]{8})>$", re.MULTILINE)


class FontNames:
    """The named drawings of a file, each with the characters that it has."""

    def __init__(self, file: Path) -> None:
        content = file.read_bytes() if file.stat().st_size <= _LARGEST_FILE else b""
        self._fonts = list(_fonts(content)) if b"/Type3" in content else []

    def name(self, characters: set[str]) -> str:
        """The name of the font that has these characters and as few others as possible, or "".

        The tag before a name tells parts of one font apart, which are set alike.
        """
        found = [(len(known), name) for known, name in self._fonts if characters <= known]
        best = {name.rpartition("+")[2]: name for count, name in found if count == min(found)[0]}
        return best.popitem()[1] if characters and len(best) == 1 else ""


def _fonts(content: bytes) -> Iterator[tuple[frozenset[str], str]]:
    objects = {int(found[1]): found.end() for found in _OBJECT.finditer(content)}
    for number, found in enumerate(_FONT.finditer(content)):
        table, descriptor = (objects.get(int(group)) for group in found.groups())
        if number > _MOST or table is None or descriptor is None:
            continue
        name = _NAME.search(content, descriptor, descriptor + 500)
        if name:
            yield frozenset(_characters(content, table)), name[1].decode()


def _characters(content: bytes, start: int) -> Iterator[str]:
    """The characters in a table that leads from codes to Unicode."""
    stream = content.find(b"stream\n", start, start + 200)
    length = _LENGTH.search(content, start, max(start, stream))
    if stream < 0 or length is None:
        return
    packed = content[stream + 7 : stream + 7 + min(int(length[1]), _LARGEST_TABLE)]
    try:
        table = zlib.decompressobj().decompress(packed, _LARGEST_TABLE)
    except zlib.error:
        return
    for found in _RANGE.finditer(table):
        first, last = int(found[1], 16), int(found[2] or found[1], 16)
        character = bytes.fromhex(found[3].decode()).decode("utf-16-be", "replace")
        if len(character) == 1 and ord(character) + last - first < 0x110000:
            yield from (chr(ord(character) + step) for step in range(max(1, last - first + 1)))
