"""Running text in print: what is a title, a heading, a paragraph, and where its lines met."""

from studylog.core.printed.model import Glyph, Printed
from studylog.core.printed.read import PrintedNote, read_printed
from studylog.core.values import replace
from tests.core.printed.typeset import BLACK, BOTTOM, EMOJI, FONTS, LATIN, NAMELESS, Run, Typesetter

LONG = (
    "모델을 배우는 동안 손실이 줄지 않으면 학습률부터 살펴보고 그다음에는 데이터를 섞었는지 확인합니다 "
    "the quick brown fox jumps over the lazy dog 그리고 다시 처음부터"
)


def read(t: Typesetter) -> PrintedNote:
    return read_printed(t.printed(), "수식")


def test_the_title_is_the_first_large_line_and_headings_have_three_levels() -> None:
    t = Typesetter()
    t.title("8/12(목) 회의록")
    for level in (1, 2, 3):
        t.heading(level, f"{level}. 제목")
    note = read(t)
    assert (note.title, note.body) == ("8/12(목) 회의록", "# 1. 제목\n\n## 2. 제목\n\n### 3. 제목\n")


def test_a_second_line_of_the_size_of_a_title_is_a_heading() -> None:
    t = Typesetter()
    t.title("회의록")
    t.text("글")
    t.text("큰 글자", size=40, step=48)
    assert (read(t).title, read(t).body) == ("회의록", "글\n\n# 큰 글자\n")


def test_a_long_heading_is_one_line() -> None:
    t = Typesetter()
    t.heading(3, "Q1. 질문이 제목인데 한 줄에 다 들어가지 않으면 어떻게 되는지 궁금합니다 그리고 또 있나요?")
    assert read(t).body == (
        "### Q1. 질문이 제목인데 한 줄에 다 들어가지 않으면 어떻게 되는지 궁금합니다 그리고 또 있나요?\n"
    )


def test_a_note_without_a_title_has_none() -> None:
    t = Typesetter()
    t.text("글")
    assert (read(t).title, read(t).body) == ("", "글\n")


def test_nothing_gives_an_empty_note() -> None:
    assert read(Typesetter()) == PrintedNote("", (), "", (), "\n")


def test_wrapped_lines_are_one_paragraph_with_a_space_at_blanks_and_none_within_words() -> None:
    for cut in range(40):
        t = Typesetter()
        t.text(LONG[cut:])
        t.text("다음 문단")
        assert read(t).body == f"{LONG[cut:].strip()}\n\n다음 문단\n"


def test_a_line_that_somebody_ended_stays_ended() -> None:
    t = Typesetter()
    t.text("첫 줄\n둘째 줄은 빈칸으로 끝난다 \n셋째 줄")
    assert read(t).body == "첫 줄\\\n둘째 줄은 빈칸으로 끝난다\\\n셋째 줄\n"


def test_a_full_line_was_ended_where_no_browser_ends_one() -> None:
    t = Typesetter()
    line = "word " * 14 + "and the line is nearly full now."
    t.text(f"{line}\nNote: it goes on")
    assert read(t).body == f"{line}\\\nNote: it goes on\n"


def test_lines_that_begin_like_something_else_stay_text() -> None:
    t = Typesetter()
    t.text("순서\n1. 모델\n- 손실\n# 번호\n> 말")
    assert read(t).body == "순서\\\n1\\. 모델\\\n\\- 손실\\\n\\# 번호\\\n\\> 말\n"


def test_signs_of_markdown_are_text() -> None:
    t = Typesetter()
    t.text("a*b*c, __init__, [링크](주소), `코드`, <b>, 5$와 6$, ~~물결~~")
    assert read(t).body == (
        "a\\*b\\*c, \\_\\_init\\_\\_, \\[링크](주소), \\`코드\\`, \\<b>, 5\\$와 6\\$, \\~\\~물결\\~\\~\n"
    )


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    t = Typesetter()
    t.y = BOTTOM - 48
    t.text(f"{LONG} {LONG}")
    assert (len(t.sheets), read(t).body) == (2, f"{LONG} {LONG}\n")


def test_a_sentence_at_the_end_of_a_page_ends_its_paragraph() -> None:
    t = Typesetter()
    t.y = BOTTOM - 24
    t.text("the words of this line fill nearly all of it, up to the end of the page on its right.")
    t.text("다음 쪽의 문단")
    assert read(t).body.endswith("on its right.\n\n다음 쪽의 문단\n")


def test_bold_slanted_struck_and_code_are_marked() -> None:
    t = Typesetter()
    t.text(
        [
            Run("굵은 글자", bold=True),
            "와 ",
            Run("기운 글자", italic=True),
            ", ",
            Run("지운 말 gone", struck=True),
            ", ",
            Run("batch_first=True", code=True),
            "인 경우 ",
            Run("한글 코드", code=True),
            "와 ",
            Run("bold", bold=True),
            " ",
            Run("italic", italic=True),
        ]
    )
    assert read(t).body == (
        "**굵은 글자**와 *기운 글자*, ~~지운 말 gone~~, `batch_first=True`인 경우 "
        "`한글 코드`와 **bold** *italic*\n"
    )


def test_bold_fonts_without_a_name_are_known_by_the_headings() -> None:
    t = Typesetter(fonts=NAMELESS)
    t.heading(1, "제목")
    for _ in range(8):
        t.text("보통 글자로 쓴 긴 문단이 여러 번 나온다")
    t.text(["여기 ", Run("제목", bold=True), " 처럼"])
    assert read(t).body.endswith("여기 **제목** 처럼\n")


def test_a_font_without_a_name_within_words_of_plain_text_is_plain_though_bold_text_is_in_the_line() -> None:
    t = Typesetter(fonts=NAMELESS)
    t.heading(1, "제목")
    for _ in range(8):
        t.text("보통 글자로 쓴 긴 문단이 여러 번 나온다")
    t.text([Run("제목", bold=True), " 다음에 오는 긴 낱말"])
    printed = t.printed()
    # Where a font has many glyphs, some of them make a font of their own.
    own = [
        replace(
            page, glyphs=tuple(g._replace(font=len(FONTS)) if g.text in "음는" else g for g in page.glyphs)
        )
        for page in printed.pages
    ]
    note = read_printed(Printed(tuple(own), (*printed.fonts, "")), "수식")
    assert note.body.endswith("**제목** 다음에 오는 긴 낱말\n")


def test_emphasis_goes_on_over_lines() -> None:
    t = Typesetter()
    t.text([Run(f"{LONG}\n끝", bold=True)])
    assert read(t).body == f"**{LONG}\\\n끝**\n"


def test_an_emoji_stands_where_it_stood() -> None:
    t = Typesetter()
    t.heading(2, "2. 논문 리뷰 🧐")
    t.text("답변 😆 (감사)")
    assert read(t).body == "## 2. 논문 리뷰 🧐\n\n답변 😆 (감사)\n"


def test_large_text_anywhere_is_not_taken_for_an_icon() -> None:
    t = Typesetter()
    t.title("회의록")
    t.text("아주 큰 글자", size=49, step=60)
    assert read(t).body == "# 아주 큰 글자\n"


def test_glyphs_outside_of_the_page_and_of_no_size_are_not_read() -> None:
    t = Typesetter()
    t.text("글")
    for left, top, size in (
        (-20.0, 300.0, 16.0),
        (900.0, 300.0, 16.0),
        (100.0, 2000.0, 16.0),
        (100.0, 300.0, 0.0),
    ):
        t.sheet.glyphs.append(Glyph("밖", left, left + 10, top, size, LATIN, BLACK))
    t.sheet.glyphs.append(Glyph("🙂", 100.0, 120.0, 1050.0, 16.0, EMOJI, BLACK))
    assert (read(t).body, read(t).visible.split()) == ("글\n", ["글"])


def test_after_a_comma_a_blank_is_read_where_none_was_drawn() -> None:
    t = Typesetter()
    text = "가나다라, " * 30 + "끝."
    t.text(text)
    lasts = {glyph.baseline: glyph for glyph in t.sheet.glyphs}
    assert any(glyph.text == " " for glyph in lasts.values())
    t.sheet.glyphs = [
        glyph for glyph in t.sheet.glyphs if glyph.text != " " or glyph is not lasts[glyph.baseline]
    ]
    assert read(t).body == f"{text}\n"
