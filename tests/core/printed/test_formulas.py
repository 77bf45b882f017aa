"""Formulas in print: as TeX where a line is enough for them, else as pictures with their characters."""

from studylog.core.printed.formulas import linear
from studylog.core.printed.islands import islands
from studylog.core.printed.model import Box, Glyph
from studylog.core.printed.read import PrintedNote, read_printed
from tests.core.printed.forms import display, table
from tests.core.printed.typeset import BLACK, FONTS, MARGIN, MATH, NAMELESS, Run, Typesetter


def read(t: Typesetter) -> PrintedNote:
    return read_printed(t.printed(), "수식")


def formula(*pieces: tuple[str, float]) -> Run:
    return Run("", formula=pieces)


X0 = formula(("x", 0), ("0", -3), ("=1", 0))
POWER = formula(("e", 0), ("ix", 7), ("+1=0", 0))


def test_a_formula_in_a_line_is_tex_with_what_stands_lower_and_higher() -> None:
    t = Typesetter()
    t.text(["확률분포에서 ", X0, "이 나올 가능도는 ", POWER, "."])
    note = read(t)
    assert (note.body, note.formulas) == ("확률분포에서 $x_0=1$이 나올 가능도는 $e^{ix}+1=0$.\n", 0)


def test_what_stands_above_and_below_a_sign_follows_it_though_it_is_drawn_last() -> None:
    drawn = [("∑", 0, 16, 0), ("γ", 30, 16, 0), ("r", 46, 16, 0), ("k", 16, 11, 5), ("=0", 22, 11, 5)]
    late = [("∞", 16, 11, -7), ("k", 39, 11, -7), ("t", 54, 11, 3)]
    members = [
        Glyph(text, left, left + 7.0 * len(text), 100.0 + down, size, MATH, BLACK)
        for text, left, size, down in (*drawn, *late)
    ]
    assert linear(members) == "∑_{k=0}^∞γ^kr_t"


def test_hangul_in_a_formula_is_text_in_it_also_in_a_font_without_a_name() -> None:
    for fonts in (FONTS, NAMELESS):
        t = Typesetter(fonts=fonts)
        t.text(["여기 ", formula(("x", 0), ("이고", 0), ("y", 0)), " 끝"])
        assert read(t).body == "여기 $x\\text{이고}y$ 끝\n"


def test_signs_that_tex_would_swallow_are_kept() -> None:
    t = Typesetter()
    t.text(["집합 ", formula(("{a#b}%", 0)), " 끝"])
    assert read(t).body == "집합 $\\{a\\#b\\}\\%$ 끝\n"


def test_a_formula_alone_is_a_picture_with_its_characters_as_code() -> None:
    t = Typesetter()
    t.text("앞")
    display(t, [("f(x)=", 0), ("x", 7)], [("g(x)=y", 0)])
    t.text("뒤")
    note = read(t)
    assert (note.body, note.pictures, note.formulas) == (
        "앞\n\n![수식](formula-1.png)\n\n`f(x)=xg(x)=y`\n\n뒤\n",
        ("formula-1.png",),
        1,
    )
    assert "f(x)=xg(x)=y" in note.visible


def test_words_in_a_formula_alone_stay_apart_also_where_nothing_is_drawn_between_them() -> None:
    t = Typesetter()
    display(t, [("f(x)=y", 0)], [("또 넣으면", 0), (" z", 0)])
    t.sheet.late[:] = [drawn for drawn in t.sheet.late if drawn.text != " "]
    assert read(t).body == "![수식](formula-1.png)\n\n`f(x)=y 또 넣으면z`\n"


def test_a_fraction_in_a_line_is_a_picture_in_that_line() -> None:
    t = Typesetter()
    t.text(["절반은 ", formula(("a", 8), ("b", -8)), " 이다"])
    bar = next(one for one in t.sheet.late if one.text == "a")
    t.sheet.boxes.append(Box(bar.left, bar.baseline + 3, bar.right, bar.baseline + 4, BLACK, 5))
    note = read(t)
    assert (note.body, note.pictures, note.formulas) == (
        "절반은 ![ab](formula-1.png) 이다\n",
        ("formula-1.png",),
        1,
    )


def test_a_root_in_a_line_is_a_picture_too() -> None:
    t = Typesetter()
    t.text(["길이는 ", formula(("x+y", 0)), " 이다"])
    first = t.sheet.late[0]
    t.sheet.boxes.append(Box(first.left - 16, first.baseline - 18, 7000, first.baseline + 4, BLACK, 63))
    assert read(t).body == "길이는 ![x+y](formula-1.png) 이다\n"


def test_a_formula_that_begins_a_line_like_text_is_in_that_line() -> None:
    t = Typesetter()
    t.text("글")
    t.text([formula(("a+b", 0))])
    t.item("-", [formula(("W", 0), ("Q", -3)), "와"])
    assert read(t).body == "글\n\n$a+b$\n\n- $W_Q$와\n"


def test_a_formula_that_is_all_of_a_cell_is_in_that_cell() -> None:
    t = Typesetter()
    table(t, [["식", "값"], [[X0], [POWER]], ["나", [X0]]], [120, 120])
    note = read(t)
    head = "| 식 | 값 |\n| --- | --- |\n"
    assert (note.body, note.formulas) == (f"{head}| $x_0=1$ | $e^{{ix}}+1=0$ |\n| 나 | $x_0=1$ |\n", 0)


def test_dollars_beside_a_formula_are_no_part_of_it() -> None:
    t = Typesetter()
    t.text(["값은 5$이고 ", X0, " 이다"])
    assert read(t).body == "값은 5\\$이고 $x_0=1$ 이다\n"


def test_a_formula_in_bold_text_or_in_a_heading_is_one() -> None:
    t = Typesetter()
    t.heading(2, ["제목의 ", formula(("x", 0)), " 수식"])
    t.text([Run("굵은 ", bold=True), X0])
    assert read(t).body == "## 제목의 $x$ 수식\n\n**굵은** $x_0=1$\n"


def test_text_of_an_odd_size_alone_is_no_formula() -> None:
    t = Typesetter(fonts=NAMELESS)
    t.text("작은 한글", size=19.4)
    assert read(t).body == "### 작은 한글\n"


def test_a_page_full_of_formulas_is_not_sorted_out_for_ever() -> None:
    glyphs = [
        Glyph("x", MARGIN + n % 60 * 9, MARGIN + n % 60 * 9 + 8, n // 60 * 7.0, 19.36, MATH, BLACK)
        for n in range(5000)
    ]
    assert islands(glyphs, FONTS) == []
