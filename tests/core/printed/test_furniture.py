"""What is printed on every page and around a title is no part of a note."""

import pytest

from studylog.core.printed.model import Glyph, Picture
from studylog.core.printed.read import read_printed
from tests.core.printed.typeset import BLACK, EMOJI, HEIGHT, LATIN, MARGIN, PALE, Typesetter, signs


def body(t: Typesetter) -> str:
    return read_printed(t.printed(), "수식").body


def pages(count: int, footer: str = "8/12(목) 회의록") -> Typesetter:
    t = Typesetter(footer=footer)
    t.title("8/12(목) 회의록")
    for number in range(count):
        t.text(f"글 {number}")
        if number < count - 1:
            t.new_page()
    return t


def margin(t: Typesetter, text: str, y: float) -> None:
    for sheet in t.sheets:
        t._put(sheet, list(signs(text, 10.0)), 40, y, PALE)


@pytest.mark.parametrize("count", [1, 2, 12])
def test_footers_and_page_numbers_are_dropped(count: int) -> None:
    assert body(pages(count)) == "\n\n".join(f"글 {number}" for number in range(count)) + "\n"


def test_what_stands_in_the_margin_of_all_pages_is_dropped() -> None:
    t = pages(3)
    margin(t, "21. 8. 12. 오후 6:00", 30)
    assert body(t) == "글 0\n\n글 1\n\n글 2\n"


def test_numbers_with_the_count_of_pages_are_dropped() -> None:
    t = pages(2)
    for number, sheet in enumerate(t.sheets):
        t._put(sheet, list(signs(f"{number + 1}/2", 10.0)), 700, HEIGHT - 30, PALE)
    assert body(t) == "글 0\n\n글 1\n"


def test_text_in_the_margin_of_one_page_is_kept_and_so_is_a_number_that_counts_no_pages() -> None:
    t = pages(2)
    t._put(t.sheets[0], list(signs("각주", 16.0)), MARGIN, 60, BLACK)
    t._put(t.sheets[1], list(signs("2021", 16.0)), MARGIN, 60, BLACK)
    assert body(t) == "각주\n\n글 0\n\n2021\n\n글 1\n"


def test_an_emoji_that_the_end_of_the_page_cut_off_is_dropped() -> None:
    t = pages(2)
    t.sheets[0].glyphs.append(Glyph("🙋", MARGIN, MARGIN + 24, HEIGHT - 60, 24.0, EMOJI, BLACK))
    assert body(t) == "글 0\n\n글 1\n"


def test_the_icon_and_the_cover_above_the_title_are_dropped() -> None:
    t = Typesetter()
    t.sheet.glyphs.append(Glyph("🌱", MARGIN, MARGIN + 48, 140.0, 48.0, EMOJI, BLACK))
    t.sheet.pictures.append(Picture(0, 0, 816, 120, "cover.png"))
    t.y = 160
    t.title("회의록")
    t.picture("a.png")
    note = read_printed(t.printed(), "수식")
    assert (note.title, note.body, note.pictures) == ("회의록", "![](a.png)\n", ("a.png",))


def test_the_first_picture_of_a_page_without_a_title_is_kept() -> None:
    t = Typesetter()
    t.picture("a.png")
    t.text("글")
    assert body(t) == "![](a.png)\n\n글\n"


def test_a_page_of_no_size_holds_nothing() -> None:
    t = Typesetter()
    t.sheet.glyphs.append(Glyph("가", 1.0, 2.0, float("nan"), 16.0, LATIN, BLACK))
    t.sheet.glyphs.append(Glyph("나", float("inf"), 2.0, 10.0, 16.0, LATIN, BLACK))
    assert body(t) == ""
