"""Pictures in PDFs become files: as they are where that is possible, else as they were printed, on white."""

import io
from pathlib import Path

import pytest

from tests.store.pdfs import document, parts, stream

pytest.importorskip("pypdfium2")
Image = pytest.importorskip("PIL.Image", reason="pillow is not installed")

from studylog.store.pdf.extract import extract  # noqa: E402

KIND = b"/Type/XObject/Subtype/Image/Width 4/Height 2/BitsPerComponent 8"
RED, BLUE = b"\xff\0\0", b"\0\0\xff"
PIXELS = RED * 2 + BLUE * 2 + RED * 4
DRAWN = b"BT /F1 12 Tf 72 650 Td (text) Tj ET q 80 0 0 40 72 500 cm /I1 Do Q"


def saved(tmp_path: Path, picture: bytes, text: bytes = DRAWN, **others: bytes) -> list[str]:
    """The names of the files of all pictures of a page, "" for one that was not saved."""
    objects = {**parts(text), 6: picture, **{int(key[1:]): one for key, one in others.items()}}
    file = tmp_path / "a.pdf"
    file.write_bytes(document(objects))
    return [picture.file for picture in extract(file, tmp_path).pages[0].pictures]


def pixels(file: Path) -> list[tuple[int, ...]]:
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("PNG", (4, 2))
        shown = picture.convert("RGB")
        return [shown.getpixel((x, y)) for y in range(2) for x in range(4)]


def test_a_picture_keeps_its_pixels(tmp_path: Path) -> None:
    (name,) = saved(tmp_path, stream(KIND + b"/ColorSpace/DeviceRGB", PIXELS))
    assert name == "1-1.png"
    assert pixels(tmp_path / name) == [(255, 0, 0)] * 2 + [(0, 0, 255)] * 2 + [(255, 0, 0)] * 4


def test_a_picture_in_grey_or_with_a_palette_is_shown_so(tmp_path: Path) -> None:
    (name,) = saved(tmp_path, stream(KIND + b"/ColorSpace/DeviceGray", bytes(range(0, 160, 20))))
    assert pixels(tmp_path / name) == [(grey, grey, grey) for grey in range(0, 160, 20)]
    palette = b"/ColorSpace[/Indexed/DeviceRGB 1<ff00000000ff>]"
    (name,) = saved(tmp_path, stream(KIND + palette, b"\0\0\1\1\0\0\0\0"))
    assert pixels(tmp_path / name) == [(255, 0, 0)] * 2 + [(0, 0, 255)] * 2 + [(255, 0, 0)] * 4


def test_what_lets_the_page_through_is_on_white_as_on_paper(tmp_path: Path) -> None:
    mask = stream(KIND + b"/ColorSpace/DeviceGray", b"\xff\xff\0\0" * 2)
    picture = stream(KIND + b"/ColorSpace/DeviceRGB/SMask 8 0 R", b"\0\0\0" * 8)
    (name,) = saved(tmp_path, picture, _8=mask)
    found = pixels(tmp_path / name)
    assert (found[0], found[3]) == ((0, 0, 0), (255, 255, 255))


def test_a_picture_that_was_turned_is_saved_as_it_was_seen(tmp_path: Path) -> None:
    upside_down = DRAWN.replace(b"80 0 0 40 72 500", b"80 0 0 -40 72 540")
    (name,) = saved(tmp_path, stream(KIND + b"/ColorSpace/DeviceRGB", PIXELS), upside_down)
    with Image.open(tmp_path / name) as picture:
        shown = picture.convert("RGB")
        right, lower = shown.width - 1, shown.height - 1
        assert shown.getpixel((right, lower)) == (0, 0, 255) != shown.getpixel((right, 0))


def test_a_photograph_is_saved_byte_by_byte(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 2), "green").save(buffer, "JPEG")
    photograph = stream(KIND + b"/Filter/DCTDecode/ColorSpace/DeviceRGB", buffer.getvalue(), packed=False)
    assert saved(tmp_path, photograph) == ["1-1.jpg"]
    assert (tmp_path / "1-1.jpg").read_bytes() == buffer.getvalue()


def test_a_picture_that_is_shown_twice_is_saved_once(tmp_path: Path) -> None:
    twice = DRAWN + b" q 80 0 0 40 72 300 cm /I1 Do Q"
    names = saved(tmp_path, stream(KIND + b"/ColorSpace/DeviceRGB", PIXELS), twice)
    assert (names, len(list(tmp_path.glob("*.png")))) == (["1-1.png", "1-1.png"], 1)


@pytest.mark.parametrize("size", [b"/Width 90000/Height 90000", b"/Width 0/Height 9", b"/Width -4/Height 2"])
def test_one_that_cannot_be_read_is_none(tmp_path: Path, size: bytes) -> None:
    kind = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceRGB"
    assert saved(tmp_path, stream(kind + size, PIXELS)) == [""]
    assert [] == list(tmp_path.glob("*.png"))


def test_there_is_an_end_to_how_much_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studylog.store.pdf.pictures.MOST_BYTES", 100)
    other = stream(KIND + b"/ColorSpace/DeviceRGB", PIXELS[::-1])
    text = DRAWN + b" q 80 0 0 40 72 300 cm /I2 Do Q"
    page = parts()[3].replace(b"/I1 6 0 R", b"/I1 6 0 R/I2 8 0 R")
    names = saved(tmp_path, stream(KIND + b"/ColorSpace/DeviceRGB", PIXELS), text, _3=page, _8=other)
    assert names == ["1-1.png", ""]
