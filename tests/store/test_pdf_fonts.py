"""The names of fonts that are drawings: found again in the file by the characters that they have."""

import random
import zlib
from pathlib import Path

import pytest

from studylog.store.pdf.fontnames import FontNames


def font(number: int, name: str, characters: str, *, ranges: bool = False) -> bytes:
    """A font as Chromium writes it: an object, its descriptor, and the table of its characters."""
    rows = [f"<{code:02X}> <{ord(one):04X}>" for code, one in enumerate(characters)]
    if ranges:
        rows = [f"<00> <{len(characters) - 1:02X}> <{ord(characters[0]):04X}>"]
    table = zlib.compress("\n".join(["beginbfchar", *rows, "endbfchar"]).encode())
    return b"".join(
        (
            b"\n%d 0 obj\n<</Filter /FlateDecode\n/Length %d>> stream\n" % (number, len(table)),
            table,
            b"\nendstream\nendobj\n%d 0 obj\n<</Type /FontDescriptor\n/FontName /%s\n/Flags 4>>\nendobj\n"
            % (number + 1, name.encode()),
            b"%d 0 obj\n<</Type /Font\n/Subtype /Type3\n/FirstChar 0\n/ToUnicode %d 0 R\n"
            b"/FontDescriptor %d 0 R\n/Widths [1000]>>\nendobj\n" % (number + 2, number, number + 1),
        )
    )


@pytest.fixture
def names(tmp_path: Path) -> FontNames:
    file = tmp_path / "a.pdf"
    file.write_bytes(
        b"%PDF-1.4"
        + font(1, "AAAAAA+NotoSansCJKkr-Regular", "가나다")
        + font(11, "BAAAAA+NotoSansCJKkr-Bold", "가라")
        + font(21, "CAAAAA+NotoSansCJKkr-Light", "힝힣히", ranges=False)
        + font(31, "DAAAAA+Range", "마막맊", ranges=True)
    )
    return FontNames(file)


def test_a_font_is_the_one_with_these_characters(names: FontNames) -> None:
    assert names.name({"가", "나"}) == "AAAAAA+NotoSansCJKkr-Regular"
    assert names.name({"라"}) == "BAAAAA+NotoSansCJKkr-Bold"
    assert names.name({"힣"}) == "CAAAAA+NotoSansCJKkr-Light"


def test_of_several_it_is_the_one_with_the_fewest_others(names: FontNames) -> None:
    assert names.name({"가"}) == "BAAAAA+NotoSansCJKkr-Bold"


def test_characters_in_ranges_are_known(names: FontNames) -> None:
    assert names.name({"막", "맊"}) == "DAAAAA+Range"


def test_what_no_font_has_has_no_name(names: FontNames) -> None:
    assert (names.name({"없"}), names.name(set()), names.name({"가", "힣"})) == ("", "", "")


def test_two_fonts_that_cannot_be_told_apart_have_none(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(font(1, "Regular", "가나") + font(11, "Bold", "다라"))
    assert FontNames(file).name({"가"}) == "Regular"
    file.write_bytes(font(1, "Regular", "가나") + font(11, "Bold", "가라"))
    assert FontNames(file).name({"가"}) == ""


def test_two_parts_of_one_font_are_that_font(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(font(1, "AAAAAA+Regular", "가") + font(11, "BAAAAA+Regular", "가"))
    assert FontNames(file).name({"가"}).endswith("+Regular")
    file.write_bytes(font(1, "AAAAAA+Regular", "가") + font(11, "BAAAAA+Bold", "가"))
    assert FontNames(file).name({"가"}) == ""


def test_damaged_fonts_have_none(tmp_path: Path) -> None:
    good = font(1, "Regular", "가나") + font(11, "Bold", "다라", ranges=True)
    file = tmp_path / "a.pdf"
    for seed in range(300):
        chance = random.Random(seed)
        content = bytearray(good)
        for _ in range(chance.choice((1, 5, 30))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file.write_bytes(content[: chance.randrange(len(content))] if seed % 3 else content)
        assert isinstance(FontNames(file).name({"가"}), str)
