"""What is set apart in print: tables, quotes, callouts, columns, pictures with captions, rules."""

import pytest

from studylog.core.printed.model import Picture
from studylog.core.printed.read import read_printed
from tests.core.printed.forms import Draw, callout, caption, columns, quote, table
from tests.core.printed.typeset import BOTTOM, MARGIN, Run, Text, Typesetter

LONG = (
    "한 줄에 다 들어가지 않는 글은 칸 안에서도 여러 줄이 되지만 "
    "읽을 때에는 한 문단이어야 합니다 그리고 조금 더"
)


def body(t: Typesetter) -> str:
    return read_printed(t.printed(), "수식").body


def paragraphs(*texts: str) -> Draw:
    return lambda t: [t.text(text) for text in texts]


def items(*texts: str) -> Draw:
    return lambda t: [t.item("-", text) for text in texts]


def test_a_table_is_a_table_with_wrapped_and_ended_lines_in_its_cells() -> None:
    t = Typesetter()
    link = Run("여기", url="https://example.com/a")
    rows: list[list[Text]] = [
        ["이름", "설명", "링크"],
        ["하나 | 둘", LONG[:40], [link, " 참고"]],
        ["", "첫 줄\n둘째 줄", [Run("굵게", bold=True), " x"]],
    ]
    t.text("앞")
    table(t, rows, [140, 264, 220])
    t.text("뒤")
    assert body(t) == (
        "앞\n\n"
        "| 이름 | 설명 | 링크 |\n"
        "| --- | --- | --- |\n"
        f"| 하나 \\| 둘 | {LONG[:40].strip()} | [여기](https://example.com/a) 참고 |\n"
        "|  | 첫 줄<br>둘째 줄 | **굵게** x |\n\n"
        "뒤\n"
    )


def test_a_table_without_sides_has_all_of_its_columns() -> None:
    t = Typesetter()
    table(t, [["가", "나"], ["다", "라"]], [100, 100])
    outer = (MARGIN, MARGIN + 200)
    t.sheet.boxes = [box for box in t.sheet.boxes if box.width > 2 or box.left not in outer]
    assert body(t) == "| 가 | 나 |\n| --- | --- |\n| 다 | 라 |\n"


@pytest.mark.parametrize("again", [True, False])
def test_a_table_goes_on_over_the_end_of_a_page_also_where_its_head_is_printed_again(again: bool) -> None:
    t = Typesetter()
    t.y = BOTTOM - 64
    head: list[Text] = ["질문", "답변"]
    rows: list[list[Text]] = [["하나인가요?", "네."], ["둘인가요?", ""]]
    table(t, [head, *rows[:1]], [200, 200])
    t.y = BOTTOM
    table(t, [*([head] if again else []), *rows[1:]], [200, 200])
    t.text("뒤")
    read = read_printed(t.printed(), "수식")
    assert len(t.sheets) == 2
    assert read.body == ("| 질문 | 답변 |\n| --- | --- |\n| 하나인가요? | 네. |\n| 둘인가요? |  |\n\n뒤\n")
    assert read.visible.count("질문") == 1


def test_tables_with_other_columns_on_the_next_page_are_tables_of_their_own() -> None:
    t = Typesetter()
    t.y = BOTTOM - 64
    table(t, [["질문", "답변"], ["하나", "둘"]], [200, 200])
    t.y = BOTTOM
    table(t, [["이름", "나이"], ["셋", "넷"]], [150, 200])
    assert body(t).count("| --- | --- |") == 2


def test_a_quote_stands_behind_a_bar_and_holds_what_it_held() -> None:
    t = Typesetter()
    quote(
        t,
        lambda t: (
            (
                t.text(LONG, size=20, step=30),
                t.text([Run("굵게", bold=True), " 쓴 것"], size=20, step=30),
                t.item("-", "목록"),
                t.picture("a.png"),
            )
        ),
    )
    t.text("밖")
    assert body(t) == f"> {LONG}\n>\n> **굵게** 쓴 것\n>\n> - 목록\n>\n> ![](a.png)\n\n밖\n"


@pytest.mark.parametrize("depth", [2, 5])
def test_quotes_in_quotes_grow_and_are_no_headings(depth: int) -> None:
    def deeper(t: Typesetter, level: int = 1) -> None:
        t.text(f"깊이 {level}", size=16 * 1.25**level, step=24 * 1.25**level)
        if level < depth:
            quote(t, lambda t: deeper(t, level + 1))

    t = Typesetter()
    quote(t, deeper)
    expected = "\n".join(
        f"{'> ' * level}깊이 {level}" + (f"\n{'> ' * level}>" if level < depth else "").replace(" >", " >")
        for level in range(1, depth + 1)
    )
    assert [line.replace(" ", "") for line in body(t).strip().split("\n") if "깊이" in line] == [
        line.replace(" ", "") for line in expected.split("\n") if "깊이" in line
    ]


def test_two_quotes_are_two() -> None:
    t = Typesetter()
    quote(t, lambda t: t.text("하나", size=20, step=30))
    quote(t, lambda t: t.text("둘", size=20, step=30))
    assert body(t) == "> 하나\n\n> 둘\n"


def test_a_callout_is_a_quote_that_begins_with_its_sign() -> None:
    t = Typesetter()
    callout(t, lambda t: (t.text(LONG), t.item("-", "목록"), t.heading(3, "제목")), "💡")
    assert body(t) == f"> 💡 {LONG}\n>\n> - 목록\n>\n> ### 제목\n"


def test_a_callout_in_an_item_belongs_to_it() -> None:
    t = Typesetter()
    t.item("-", "항목")
    t.left += 28.8
    callout(t, paragraphs("안"))
    t.left -= 28.8
    t.text("밖")
    assert body(t) == "- 항목\n\n  > 안\n\n밖\n"


def test_quotes_and_callouts_go_on_over_the_end_of_a_page_and_two_of_them_do_not() -> None:
    for frame in (quote, callout):
        t = Typesetter()
        t.y = BOTTOM - 70
        frame(t, paragraphs(LONG, LONG))
        t.new_page()
        frame(t, paragraphs("다른 것"))
        assert (len(t.sheets), body(t)) == (3, f"> {LONG}\n>\n> {LONG}\n\n> 다른 것\n")


def test_columns_are_read_one_after_the_other() -> None:
    t = Typesetter()
    t.text("앞의 글")
    columns(t, lambda t: (t.text(LONG), t.item("-", "왼쪽")), paragraphs(f"오른쪽 {LONG}", "끝"))
    t.text("뒤의 글")
    t.text(LONG)
    assert body(t) == (f"앞의 글\n\n{LONG}\n\n- 왼쪽\n\n오른쪽 {LONG}\n\n끝\n\n뒤의 글\n\n{LONG}\n")


def test_three_columns_are_read_from_left_to_right() -> None:
    t = Typesetter()
    columns(t, paragraphs("가", LONG[:30]), paragraphs("나", LONG[:45]), paragraphs("다", LONG[:20]))
    assert body(t) == f"가\n\n{LONG[:30].strip()}\n\n나\n\n{LONG[:45].strip()}\n\n다\n\n{LONG[:20].strip()}\n"


def test_lists_in_columns_stay_lists_and_count_from_their_own_edge() -> None:
    t = Typesetter()
    t.text("앞")
    columns(
        t,
        items("가", LONG, "나"),
        lambda t: ((t.item("1.", "하나"), t.item("2.", LONG), t.item("a.", "안", 1), t.item("3.", "셋"))),
    )
    t.heading(2, "제목")
    assert body(t) == (f"앞\n\n- 가\n- {LONG}\n- 나\n1. 하나\n2. {LONG}\n   1. 안\n3. 셋\n\n## 제목\n")


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        (
            (paragraphs("가"), items("나")),
            (paragraphs(LONG), items("다", "라")),
            f"가\n\n{LONG}\n\n- 나\n- 다\n- 라",
        ),
        ((paragraphs("가"), paragraphs("나")), (paragraphs(LONG, LONG), ()), f"가\n\n{LONG}\n\n{LONG}\n\n나"),
        ((paragraphs("가"), paragraphs("나")), ((), items("다")), "가\n\n나\n\n- 다"),
        (
            (paragraphs("가"), paragraphs("나"), paragraphs("다")),
            (items("라"), items("마"), paragraphs("바")),
            "가\n\n- 라\n\n나\n\n- 마\n\n다\n\n바",
        ),
    ],
)
def test_columns_go_on_over_the_end_of_a_page(
    before: tuple[Draw, ...], after: tuple[Draw | tuple[()], ...], read: str
) -> None:
    t = Typesetter()
    columns(t, *before)
    t.new_page()
    columns(t, *(draw or (lambda t: None) for draw in after))
    t.heading(2, "뒤")
    assert body(t) == f"{read}\n\n## 뒤\n"


def test_columns_that_end_with_their_page_take_nothing_of_the_next() -> None:
    for draws in ([items("라"), paragraphs("마"), items("바")], []):
        t = Typesetter()
        columns(t, paragraphs("가"), paragraphs("나"))
        t.new_page()
        t.text("다")
        columns(t, *draws) if draws else t.heading(3, "라")
        assert body(t).startswith("가\n\n나\n\n다\n\n")


def test_a_left_column_that_is_longer_goes_on_as_far_as_its_lines_are_narrow_or_close() -> None:
    t = Typesetter()
    columns(t, paragraphs("가", LONG, LONG, "나"), paragraphs("다", "라"))
    t.text("뒤")
    assert body(t) == f"가\n\n{LONG}\n\n{LONG}\n\n나\n\n다\n\n라\n\n뒤\n"


def test_a_list_that_goes_on_below_the_end_of_the_right_column_stays_whole() -> None:
    t = Typesetter()
    columns(t, items("가", "나", "다", "라"), paragraphs("오른쪽"))
    t.text("뒤")
    assert body(t) == "- 가\n- 나\n- 다\n- 라\n\n오른쪽\n\n뒤\n"


def test_short_words_below_columns_are_in_none() -> None:
    t = Typesetter()
    columns(t, paragraphs("왼쪽"), paragraphs("오른쪽"))
    t.text("뒤")
    t.heading(3, "제목")
    columns(t, paragraphs("왼쪽 둘"), paragraphs("오른쪽 둘"))
    assert body(t) == "왼쪽\n\n오른쪽\n\n뒤\n\n### 제목\n\n왼쪽 둘\n\n오른쪽 둘\n"


def test_pictures_in_columns_keep_the_text_below_them() -> None:
    def shown(file: str, text: str) -> Draw:
        return lambda t: (t.picture(file, 200), t.text(text))

    t = Typesetter()
    columns(t, shown("a.png", "왼 그림"), shown("b.png", "오른 그림"))
    assert body(t) == "![](a.png)\n\n왼 그림\n\n![](b.png)\n\n오른 그림\n"


def test_pictures_with_captions_in_columns_keep_the_text_below_them() -> None:
    def shown(file: str, text: str) -> Draw:
        return lambda t: (
            t.picture(file, 200),
            caption(t, f"그림 {text}", (t.left + t.right - 200) / 2, 200),
            t.text(text),
        )

    t = Typesetter()
    columns(t, shown("a.png", "하나"), shown("b.png", "둘"))
    assert body(t) == "![](a.png)\n\n그림 하나\n\n하나\n\n![](b.png)\n\n그림 둘\n\n둘\n"


def test_a_caption_below_the_end_of_the_right_column_stays_with_its_picture() -> None:
    def with_caption(t: Typesetter) -> None:
        t.text("왼쪽 글")
        t.picture("1.png", 200, 100)
        caption(t, "그림 하나", (t.left + t.right - 200) / 2, 200)

    t = Typesetter()
    columns(
        t, with_caption, lambda t: (t.text("오른쪽 글"), table(t, [["가", "나"], ["다", "라"]], [60, 60]))
    )
    t.text("뒤")
    left = "왼쪽 글\n\n![](1.png)\n\n그림 하나"
    assert body(t) == f"{left}\n\n오른쪽 글\n\n| 가 | 나 |\n| --- | --- |\n| 다 | 라 |\n\n뒤\n"


def test_callouts_and_code_in_columns() -> None:
    t = Typesetter()
    columns(t, lambda t: callout(t, paragraphs("왼쪽")), lambda t: t.code("b = 2"))
    assert body(t) == "> 왼쪽\n\n```\nb = 2\n```\n"


def test_words_with_a_few_blanks_between_them_are_no_columns() -> None:
    t = Typesetter()
    t.text("이름        점수")
    t.text("가나다라마바   90")
    assert body(t) == "이름 점수\n\n가나다라마바 90\n"


def test_a_picture_stands_where_it_stood_and_its_caption_below() -> None:
    t = Typesetter()
    t.item("-", "항목")
    t.picture("a.png", level=1)
    caption(t, "그림 설명", (MARGIN + 28.8 + 720 - 300) / 2, 300)
    t.picture("b.png", 600, 200)
    t.text("끝")
    assert body(t) == "- 항목\n\n  ![](a.png)\n\n  그림 설명\n\n![](b.png)\n\n끝\n"


def test_small_pictures_are_icons_and_one_that_is_lost_is_counted() -> None:
    t = Typesetter()
    t.text("글")
    t.sheet.pictures.append(Picture(100, 200, 116, 216, "icon.png"))
    t.sheet.pictures.append(Picture(100, 300, 400, 400, ""))
    note = read_printed(t.printed(), "수식")
    assert (note.body, note.pictures, note.lost) == ("글\n", (), 1)


def test_a_rule_is_a_rule_and_lines_under_words_are_none() -> None:
    t = Typesetter()
    t.text("앞")
    t.rule()
    t.text(
        [
            Run(
                "이 링크는 거의 한 줄을 다 채울 만큼 길어서 밑줄도 그만큼 길게 그어지는데 그래도 줄이 아니다",
                url="https://a.bc/d",
            )
        ]
    )
    t.text([Run("지운 글도 거의 한 줄을 다 채울 만큼 길게 써서 그은 줄이 길지만 줄이 아니다", struck=True)])
    assert body(t).count("---") == 1
