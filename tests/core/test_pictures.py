"""The size of a picture, from its bytes."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.pictures import Size, size_of


def png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_a_png_tells_its_size() -> None:
    assert Size(640, 480) == size_of(png(640, 480))


def test_a_gif_tells_its_size() -> None:
    assert Size(3, 2) == size_of(b"GIF89a" + struct.pack("<HH", 3, 2) + b"\x00" * 20)


def test_an_svg_tells_its_size() -> None:
    assert Size(40, 20) == size_of(b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>')


@pytest.mark.parametrize(
    "content", [b"", b"GIF", b"\x89PNG\r\n\x1a\n", b"no picture", png(0, 5), png(1 << 30, 5)]
)
def test_what_is_no_picture_or_lies_has_no_size(content: bytes) -> None:
    assert None is size_of(content)


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"RIFF", b"<svg "]),
)
def test_no_bytes_make_it_fail(rest: bytes, start: bytes) -> None:
    size_of(start + rest)
