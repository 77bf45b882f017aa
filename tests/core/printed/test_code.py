"""Blocks of code in print: every blank and every empty line counts, and long lines are whole again."""

import pytest

from studylog.core.printed.read import read_printed
from tests.core.printed import typeset
from tests.core.printed.forms import callout
from tests.core.printed.typeset import BOTTOM, NAMELESS, Run, Typesetter

LONG = (
    "    return self.shortcut(inputs) + self.residual(inputs) if stride != 1"
    " else self.identity(inputs)  # 더한 값"
)
CHARACTERS = 90  # as many fit into a line
CODE = f"""class Block(nn.Module):
    def forward(self, inputs):
        # 한글 주석을 쓴 줄


{LONG}

x = {{"a":  1}}"""


def body(t: Typesetter) -> str:
    return read_printed(t.printed(), "수식").body


@pytest.mark.parametrize("marked", [False, True])
def test_code_keeps_its_blanks_and_empty_lines_and_long_lines_are_whole(marked: bool) -> None:
    t = Typesetter(marked=marked)
    t.code(CODE)
    assert body(t) == f"```\n{CODE}\n```\n"


def test_hangul_belongs_to_code_that_is_set_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "CODE", 13.6)
    written = "# 왜 b도 바뀌나요?\nb = a[:]  # 얕은 복사라서 안쪽 목록은 하나"
    t = Typesetter()
    t.code(written)
    assert body(t) == f"```\n{written}\n```\n"


@pytest.mark.parametrize("marked", [False, True])
def test_a_single_long_line_is_one(marked: bool) -> None:
    t = Typesetter(marked=marked)
    t.code("Q = 디코더 셀의 은닉 상태 K = 인코더 셀의 은닉 상태들 V = 인코더 셀의 은닉 상태들 " * 2 + "끝")
    assert body(t).count("\n") == 3


def test_a_line_that_reaches_beyond_its_ground_is_one() -> None:
    t = Typesetter()
    line = "x" * 92 + " # it reaches"
    t.code(f"{line}\ny = 1", wraps=False)
    assert body(t) == f"```\n{line}\ny = 1\n```\n"


def test_code_is_cut_before_a_word_where_its_blanks_hang() -> None:
    t = Typesetter()
    first = "result = compute_the_answer(of_everything, and_more)  # this line is cut before the "
    t.code(f"{first}\nlast-words-of-it")
    assert body(t) == f"```\n{first}last-words-of-it\n```\n"


def test_code_is_cut_before_a_letter_that_signs_cling_to() -> None:
    t = Typesetter()
    first = "x" * (CHARACTERS - 2)
    t.code(f"{first}\na'): pass\nb()")
    assert body(t) == f"```\n{first}a'): pass\nb()\n```\n"


def test_a_short_line_before_a_letter_that_signs_cling_to_is_one() -> None:
    t = Typesetter()
    first = "x" * (CHARACTERS - 4)
    t.code(f"{first}\na'): pass\nb()")
    assert body(t) == f"```\n{first}\na'): pass\nb()\n```\n"


@pytest.mark.parametrize("marked", [False, True])
def test_code_goes_on_over_the_end_of_a_page(marked: bool) -> None:
    t = Typesetter(marked=marked)
    t.y = BOTTOM - 80
    t.code("\n".join(f"line_{number} = {number}" for number in range(8)))
    t.text("뒤")
    lines = "\n".join(f"line_{number} = {number}" for number in range(8))
    assert (len(t.sheets), body(t)) == (2, f"```\n{lines}\n```\n\n뒤\n")


def test_two_blocks_of_code_on_two_pages_are_two() -> None:
    t = Typesetter()
    t.y = BOTTOM - 90
    t.code("a = 1")
    t.new_page()
    t.code("b = 2")
    assert body(t) == "```\na = 1\n```\n\n```\nb = 2\n```\n"


def test_hangul_among_code_is_code_also_in_a_font_without_a_name() -> None:
    t = Typesetter(fonts=NAMELESS)
    t.text("글")
    t.code('print("한글")  # 주석')
    t.text(["여기 ", Run("한글 코드", code=True), " 있음"])
    assert body(t) == '글\n\n```\nprint("한글")  # 주석\n```\n\n여기 `한글 코드` 있음\n'


def test_fences_and_backticks_are_longer_than_those_within() -> None:
    t = Typesetter()
    t.code("```\na\n```")
    t.text([Run("a`b", code=True), " 끝"])
    assert body(t) == "````\n```\na\n```\n````\n\n``a`b`` 끝\n"


def test_code_in_a_line_and_in_a_heading_is_no_block() -> None:
    t = Typesetter()
    t.heading(1, [Run("batch_first=True", code=True), " 인 경우"])
    t.text([Run("batch_first", code=True), " ", Run("한글과 code", code=True), " 설명"])
    t.text([Run("only_code", code=True)])
    assert body(t) == "# `batch_first=True` 인 경우\n\n`batch_first` `한글과 code` 설명\n\n`only_code`\n"


def test_lines_full_of_code_are_one_paragraph() -> None:
    t = Typesetter()
    code = "a_very_long_name_of_a_function(with_arguments, and_more) " * 3
    t.text([Run(code.strip(), code=True), " 끝"])
    assert body(t) == f"`{code.strip()}` 끝\n"


def test_code_in_a_callout_is_code_and_the_rest_is_text() -> None:
    t = Typesetter()
    callout(t, lambda t: (t.text("설명"), t.code("a = 1\nb = 2")))
    assert body(t) == "> 설명\n>\n> ```\n> a = 1\n> b = 2\n> ```\n"
