"""Pictures of notes as a site shows them: upright, in colours of screens, no larger than needed, and bare."""

import io
import struct
import zlib
from pathlib import Path

import pytest

from studylog.core.pictures import WIDEST
from studylog.store import files
from studylog.store.pdf import children
from studylog.store.pictures import dressing
from studylog.store.pictures.decks import Source
from studylog.store.pictures.dressing import Dressed, copy_of, dressed
from studylog.store.pictures.shelf import shelf_of

PIL = pytest.importorskip("PIL.Image")
pytest.importorskip("pypdfium2")
SECRET = b"37.5665N"


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A good file may take as long as a busy machine takes for it."""
    monkeypatch.setattr(children, "_SECONDS", 60.0)


def saved(picture: "PIL.Image", form: str, **told: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **told)
    return file.getvalue()


def halves(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> "PIL.Image":
    """A picture that is red above and blue below."""
    picture = PIL.new("RGB", size, "red")
    picture.paste("blue", (0, size[1] // 2, *size))
    return picture.convert(mode)


def turned(turn: int, form: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    exif = PIL.Exif()
    exif[0x0112], exif[0x010E] = turn, SECRET.decode()
    return saved(halves(size=size), form, exif=exif.tobytes())


def dress(tmp_path: Path, content: bytes) -> tuple[Dressed, bytes | None]:
    """A picture, and the content of its copy."""
    source = Source(files.sha256(content), tmp_path / "picture")
    source.file.write_bytes(content)
    ((_, found),) = dressed([source], shelf_of(tmp_path))
    copy = copy_of(source, found, shelf_of(tmp_path)) if found.name else None
    assert copy is None or files.sha256(copy) == found.sha256
    return found, copy


def shown(copy: bytes | None) -> "PIL.Image":
    assert copy
    assert SECRET not in copy
    return PIL.open(io.BytesIO(copy)).convert("RGB")


def is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 200 and colour[2] < 60


def test_one_that_is_fit_to_be_shown_keeps_its_pixels(tmp_path: Path) -> None:
    found, copy = dress(tmp_path, turned(1, "PNG"))
    assert (60, 40, False, True) == (found.width, found.height, found.redrawn, found.name.endswith(".png"))
    assert halves().tobytes() == shown(copy).tobytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_one_that_lies_on_its_side_is_set_upright(tmp_path: Path, form: str) -> None:
    found, copy = dress(tmp_path, turned(6, form))
    picture = shown(copy)
    assert ((40, 60), True) == ((found.width, found.height), found.redrawn)
    assert (40, 60) == picture.size
    # Turned to the right, what was above is at the right.
    assert is_red(picture.getpixel((35, 30))) and not is_red(picture.getpixel((5, 30)))
    assert 0x0112 not in PIL.open(io.BytesIO(copy or b"")).getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_wide_one_is_drawn_smaller(tmp_path: Path, form: str) -> None:
    found, copy = dress(tmp_path, turned(1, form, (4000, 2000)))
    assert (WIDEST, WIDEST // 2, True) == (found.width, found.height, found.redrawn)
    assert (WIDEST, WIDEST // 2) == shown(copy).size


def test_a_printer_s_colours_become_those_of_a_screen(tmp_path: Path) -> None:
    found, copy = dress(tmp_path, saved(halves("CMYK"), "JPEG"))
    assert found.redrawn and "RGB" == PIL.open(io.BytesIO(copy or b"")).mode


def test_what_is_seen_through_stays_so(tmp_path: Path) -> None:
    picture = PIL.new("RGBA", (2000, 10), (255, 0, 0, 0))
    _, copy = dress(tmp_path, saved(picture, "PNG"))
    assert 0 == PIL.open(io.BytesIO(copy or b"")).convert("RGBA").getpixel((5, 5))[3]


def test_a_moving_one_goes_on_moving(tmp_path: Path) -> None:
    frames = [PIL.new("RGB", (1700, 8), shade) for shade in ("red", "green", "blue")]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=SECRET)
    found, copy = dress(tmp_path, content)
    assert (False, 3) == (found.redrawn, PIL.open(io.BytesIO(copy or b"")).n_frames)
    assert SECRET not in (copy or b"")


def bomb(width: int, height: int) -> bytes:
    """A small file of a huge picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(width + 1) * min(height, 2000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (60_000, 60_000), (65_000, 700)])
def test_a_bomb_is_too_large(tmp_path: Path, width: int, height: int) -> None:
    assert (Dressed(trouble="large"), None) == dress(tmp_path, bomb(width, height))


def test_one_that_is_cut_off_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    content = turned(1, size=(3000, 400))
    found, copy = dress(tmp_path, content[: len(content) // 2])
    assert (3000, 400, False) == (found.width, found.height, found.redrawn)
    assert copy and SECRET not in copy


@pytest.mark.parametrize("content", [b"", b"x", b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"<svg>", b"PK\3\4"])
def test_what_is_no_picture_says_so(tmp_path: Path, content: bytes) -> None:
    assert (Dressed(trouble="damaged"), None) == dress(tmp_path, content)


def test_an_avif_is_drawn_as_a_webp(tmp_path: Path) -> None:
    found, copy = dress(tmp_path, turned(1, "AVIF"))
    assert (60, 40, True) == (found.width, found.height, found.redrawn)
    assert is_red(shown(copy).getpixel((30, 5)))


def test_without_a_painter_words_go_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dressing, "draws_pictures", lambda: False)
    found, copy = dress(tmp_path, turned(6, size=(3000, 400)))
    assert (False, 400, 3000) == (found.redrawn, found.width, found.height)
    assert copy and SECRET not in copy
    # A browser turns it: that is all that it still says.
    assert {0x0112: 6} == dict(PIL.open(io.BytesIO(copy)).getexif())


def test_without_a_painter_an_avif_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dressing, "draws_pictures", lambda: False)
    assert (Dressed(trouble="unread"), None) == dress(tmp_path, saved(halves(), "AVIF"))


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = turned(6)
    before = dress(tmp_path, content)
    monkeypatch.setattr(dressing, "_drawn", None)
    assert before == dress(tmp_path, content)


def test_what_could_not_be_kept_is_drawn_for_its_copy(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    before = dress(tmp_path / "a", turned(6))
    (tmp_path / ".studylog").write_text("no folder", "utf-8")
    assert before == dress(tmp_path, turned(6))
