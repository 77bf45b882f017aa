"""Lists in print: discs, numbers, toggles and boxes before lines, and what belongs to an item."""

import pytest

from studylog.core.printed.blocks import Block
from studylog.core.printed.marks import Mark
from studylog.core.printed.outline import outline
from studylog.core.printed.read import read_printed
from tests.core.printed.typeset import BOTTOM, Run, Typesetter

LONG = (
    "이어지는 글이 한 줄에 다 들어가지 않아서 다음 줄로 넘어가야 하는 항목입니다 "
    "그리고 조금 더 길게 써 둡니다"
)


def body(t: Typesetter) -> str:
    return read_printed(t.printed(), "수식").body


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        ("-", "- "),
        (">", "- "),
        ("[ ]", "- [ ] "),
        ("[x]", "- [x] "),
        ("1.", "1. "),
        ("10.", "10. "),
        ("128.", "128. "),
        ("a.", "1. "),
        ("c.", "3. "),
        ("i.", "1. "),
    ],
)
def test_each_mark_makes_an_item_that_goes_on_in_its_own_column(mark: str, written: str) -> None:
    t = Typesetter()
    t.text("앞")
    t.item(mark, LONG)
    assert body(t) == f"앞\n\n{written}{LONG}\n"


def test_items_stay_together_and_nest_by_their_columns() -> None:
    t = Typesetter()
    t.item("-", "하나")
    t.item("-", LONG, 1)
    t.item("-", "셋", 2)
    t.item("-", "둘", 1)
    t.item("-", "다음")
    assert body(t) == f"- 하나\n  - {LONG}\n    - 셋\n  - 둘\n- 다음\n"


def test_the_ring_of_an_item_within_another_may_be_larger_than_a_disc() -> None:
    t = Typesetter()
    t.item("-", "하나")
    t.item("o", "둘", 1)
    assert body(t) == "- 하나\n  - 둘\n"


def test_numbers_letters_and_roman_numbers_nest_and_count() -> None:
    t = Typesetter()
    for mark, text, level in (
        ("1.", "첫째", 0),
        ("a.", "가", 1),
        ("i.", "ㄱ", 2),
        ("ii.", "ㄴ", 2),
        ("b.", "나", 1),
        ("2.", "둘째", 0),
    ):
        t.item(mark, text, level)
    assert body(t) == "1. 첫째\n   1. 가\n      1. ㄱ\n      2. ㄴ\n   2. 나\n2. 둘째\n"


def test_a_list_that_begins_anew_has_another_sign() -> None:
    t = Typesetter()
    for mark in ("1.", "2.", "1.", "2.", "5."):
        t.item(mark, "가")
    assert body(t) == "1. 가\n2. 가\n1) 가\n2) 가\n5. 가\n"


def test_a_list_within_an_item_that_does_not_begin_at_one_stands_apart() -> None:
    t = Typesetter()
    t.item("-", "가")
    t.item("3.", "나", 1)
    assert body(t) == "- 가\n\n  3. 나\n"


def test_numbers_that_somebody_typed_are_text() -> None:
    t = Typesetter()
    t.text("1. 모델")
    t.text("2.러닝레이트")
    t.heading(2, "3. 제목")
    t.item("1.", "항목")
    assert body(t) == "1\\. 모델\n\n2.러닝레이트\n\n## 3. 제목\n\n1. 항목\n"


def test_a_list_alone_is_a_list() -> None:
    t = Typesetter()
    t.item("1.", "하나")
    t.item("2.", LONG)
    t.item("10.", "열")
    assert body(t) == f"1. 하나\n2. {LONG}\n10) 열\n"


def test_the_text_of_toggles_and_tasks_goes_on_under_their_marks() -> None:
    for mark, written in ((">", "- "), ("[x]", "- [x] ")):
        t = Typesetter()
        t.item(mark, "첫 줄\n")
        t.y -= 32
        t.left -= 20
        t.text("둘째 줄", level=1)
        assert body(t) == f"{written}첫 줄\\\n  둘째 줄\n"


def test_paragraphs_pictures_code_and_lists_belong_to_their_item() -> None:
    t = Typesetter()
    t.item(">", "접기")
    t.text("안의 글", level=1)
    t.picture("a.png", level=1)
    t.code("x = 1", level=1)
    t.item("-", "안의 목록", 1)
    t.item("-", "다음")
    assert body(t) == (
        "- 접기\n\n  안의 글\n\n  ![](a.png)\n\n  ```\n  x = 1\n  ```\n\n  - 안의 목록\n\n- 다음\n"
    )


def test_what_stands_at_the_edge_again_is_in_no_list() -> None:
    t = Typesetter()
    t.item("-", "가")
    t.text("밖")
    t.item("-", "나")
    t.picture("a.png")
    t.item("-", "다")
    t.heading(3, "제목")
    assert body(t) == "- 가\n\n밖\n\n- 나\n\n![](a.png)\n\n- 다\n\n### 제목\n"


def test_a_list_goes_on_over_the_end_of_a_page() -> None:
    t = Typesetter()
    t.y = BOTTOM - 64
    t.item("1.", "가")
    t.item("a.", "나", 1)
    t.item("b.", "다", 1)
    t.item("2.", "라")
    assert (len(t.sheets), body(t)) == (2, "1. 가\n   1. 나\n   2. 다\n2. 라\n")


def test_an_item_may_begin_with_code_or_bold_words() -> None:
    t = Typesetter()
    t.item("1.", [Run("batch", code=True), " 크기"])
    t.item("-", [Run("굵게", bold=True), " 쓴 것"])
    assert body(t) == "1. `batch` 크기\n- **굵게** 쓴 것\n"


def test_levels_have_an_end() -> None:
    blocks = [Block("text", 0, 0.0, column * 10.0, 0.0, mark=Mark("bullet")) for column in range(2000)]
    depth, node = 0, outline(blocks)
    while node.children:
        depth, node = depth + 1, node.children[-1]
    assert depth == 31
