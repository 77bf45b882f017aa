"""Pictures are published without what nobody sees of them, and otherwise byte for byte."""

import io
import random
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.pictures import bare, size_of
from studylog.core.pictures.turned import turn_of, words_of

SECRET = b"37.5665N 126.9780E"
PIL = pytest.importorskip("PIL.Image")


def drawn(form: str, **kept: object) -> bytes:
    """A picture of 6 by 4 pixels with a secret in every place that the form has for words."""
    from PIL import ExifTags, PngImagePlugin

    picture = PIL.new("RGB", (6, 4), "red")
    exif = picture.getexif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.ImageDescription] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = SECRET.decode()
    told: dict[str, object] = {"exif": exif.tobytes()} if form != "GIF" else {}
    if form == "PNG":
        told["pnginfo"] = PngImagePlugin.PngInfo()
        told["pnginfo"].add_text("Comment", SECRET.decode())  # type: ignore[attr-defined]
    if form in ("JPEG", "GIF"):
        told["comment"] = SECRET
    if form in ("JPEG", "WEBP"):
        told["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    file = io.BytesIO()
    picture.save(file, form, **told, **kept)
    return file.getvalue()


@pytest.mark.parametrize(
    ("form", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif")]
)
def test_words_go_and_pixels_stay(form: str, ending: str) -> None:
    content = drawn(form)
    assert SECRET in content
    found = bare(content)
    assert found and (ending, False) == (found.ending, SECRET in found.content)
    before, after = PIL.open(io.BytesIO(content)), PIL.open(io.BytesIO(found.content))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert ((4, 6) if form == "JPEG" else (6, 4)) == size_of(found.content)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_how_it_is_turned_is_known_and_only_a_jpeg_still_says_it(form: str) -> None:
    found = bare(drawn(form))
    assert found and 6 == found.turn
    exif = PIL.open(io.BytesIO(found.content)).getexif()
    assert ({0x0112: 6} if form == "JPEG" else {}) == dict(exif)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turn_is_read_as_it_is_written(turn: int) -> None:
    assert turn == turn_of(words_of(turn))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_comes_after_the_end(form: str) -> None:
    content = drawn(form)
    assert bare(content) == bare(content + b"another picture " + SECRET)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_is_bare_stays_as_it_is(form: str) -> None:
    once = bare(drawn(form))
    assert once and (again := bare(once.content)) and once.content == again.content


def test_a_progressive_jpeg_keeps_all_its_scans() -> None:
    content = drawn("JPEG", progressive=True)
    found = bare(content)
    assert found and PIL.open(io.BytesIO(found.content)).convert("RGB").getpixel((3, 2))[0] > 200


def test_a_printer_s_picture_is_known() -> None:
    file = io.BytesIO()
    PIL.new("CMYK", (3, 3)).save(file, "JPEG")
    found, usual = bare(file.getvalue()), bare(drawn("JPEG"))
    assert found and usual and (True, False) == (found.inks, usual.inks)


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_goes_on_moving(form: str) -> None:
    frames = [PIL.new("RGB", (16, 16), shade) for shade in ("red", "green", "blue")]
    file = io.BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:], loop=0, duration=100)
    found = bare(file.getvalue())
    assert found and found.moving
    assert getattr(PIL.open(io.BytesIO(file.getvalue())), "n_frames", 1) == getattr(
        PIL.open(io.BytesIO(found.content)), "n_frames", 1
    )


def test_a_smaller_version_in_the_head_of_a_jpeg_goes() -> None:
    head = b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02" + SECRET[:12]
    content = drawn("JPEG")
    with_it = content[:2] + b"\xff\xe0" + struct.pack(">H", len(head) + 2) + head + content[2:]
    found = bare(with_it)
    assert found and SECRET[:12] not in found.content


@pytest.mark.parametrize(
    "content", [b"", b"x", b"%PDF-1.4", b"\xff\xd8\xff", b"GIF89a", b"RIFF", b"<html>", b"PK\3\4"]
)
def test_what_is_no_picture_is_none(content: bytes) -> None:
    assert bare(content) is None


@given(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.integers(0, 1 << 30))
def test_damaged_ones_end_in_a_picture_or_in_none(form: str, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(drawn(form))
    for _ in range(chance.randint(1, 6)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    found = bare(bytes(content[: chance.randint(1, len(content))]))
    assert found is None or found.ending in ("jpg", "png", "webp", "gif")


SPACES = b'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = b"<svg " + SPACES + b' viewBox="0 0 9 9">%s</svg>'


def test_a_drawing_stays_what_it_is() -> None:
    shade = b'<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs>'
    inside = shade + b'<path d="M1 1h7" fill="url(#g)"/>'
    found = bare(
        b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">\n' + SVG % inside
    )
    assert found and "svg" == found.ending
    assert b'viewBox="0 0 9 9"' in found.content and b'fill="url(#g)"' in found.content


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        (b"<script>alert(1)</script>", b"alert"),
        (b'<rect onload="alert(1)"/>', b"alert"),
        (b'<a xlink:href="javascript:alert(1)"><text>t</text></a>', b"alert"),
        (b'<image href="https://a.example/x.png"/>', b"a.example"),
        (b'<image xlink:href="../../secret.png"/>', b"secret"),
        (b'<image href="data:image/svg+xml;base64,PHN2Zz4="/>', b"data:"),
        (b"<foreignObject><p>p</p></foreignObject>", b"foreign"),
        (b"<style>@import 'https://a.example/x.css';</style>", b"a.example"),
        (b'<rect style="fill:url(https://a.example/x)"/>', b"a.example"),
        (b'<use href="other.svg#a"/>', b"other"),
        (b'<g content="&lt;mxfile>secret" data-cell="secret"><path/></g>', b"secret"),
        (b'<animate attributeName="href" to="javascript:alert(1)"/>', b"alert"),
        (b'<set attributeName="onload" to="alert(1)"/>', b"alert"),
        (b'<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>', b"alert"),
        (b"<metadata>by somebody</metadata>", b"somebody"),
        (b"<!-- somebody -->", b"somebody"),
    ],
)
def test_what_a_drawing_would_do_besides_goes(inside: bytes, gone: bytes) -> None:
    found = bare(SVG % (inside + b'<path d="M1 1h7"/>'))
    assert found and gone not in found.content and b"M1 1h7" in found.content


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG % b"&a;",
        SVG % b"<path",
        SVG % b"&unknown;",
        (SVG % b"").decode().encode("utf-16"),
        b"<svg><path/></svg>",
    ],
)
def test_a_drawing_that_needs_to_be_looked_up_is_none(content: bytes) -> None:
    assert bare(content) is None


def test_a_png_with_a_packed_remark_says_nothing() -> None:
    content = drawn("PNG")
    packed = b"zTXt" + b"Author\0\0" + zlib.compress(SECRET)
    chunk = struct.pack(">I", len(packed) - 4) + packed + struct.pack(">I", zlib.crc32(packed))
    assert bare(content) == bare(content[:33] + chunk + content[33:])
