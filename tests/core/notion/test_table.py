"""Databases: what a CSV file says, and the same as a table of a note."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.markdown import parse, plain
from studylog.core.notion.table import Table, cell, literal, markdown_table, read_table

VALUES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\t"))


def test_values_may_hold_commas_quotes_and_lines() -> None:
    assert read_table('이름,내용\r\n"회의, 하나","그는 ""네""라고\n답했다"\r\n둘,\r\n') == Table(
        ("이름", "내용"), (("회의, 하나", '그는 "네"라고\n답했다'), ("둘", ""))
    )


def test_what_is_torn_is_read_as_far_as_it_goes() -> None:
    assert read_table("") == Table((), ())
    assert read_table("이름\n") == Table(("이름",), ())
    assert read_table("가,나\n1\n1,2,3\n\n") == Table(("가", "나", ""), (("1", "", ""), ("1", "2", "3")))
    assert read_table('가\n"열린') == Table(("가",), (("열린",),))
    assert read_table('가,나\n"닫힌" 뒤,2') == Table(("가", "나"), (("닫힌 뒤", "2"),))


@given(st.lists(st.tuples(VALUES.filter(bool), VALUES, VALUES), min_size=1))
def test_whatever_is_written_as_csv_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([("ㄱ", "ㄴ", "ㄷ"), *rows])
    assert read_table(written.getvalue()) == Table(("ㄱ", "ㄴ", "ㄷ"), tuple(rows))


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    table = read_table(text)
    assert all(len(row) == len(table.columns) for row in table.rows)


def shown(markdown: str) -> str:
    return "".join(plain(token.children or []) for token in parse(markdown) if token.type == "inline")


@pytest.mark.parametrize(
    "text",
    [
        "a_b_c와 _d_",
        "3 * 4 = 12, **굵게**가 아님",
        "List<String> <b>",
        "<0@0> <.a@b.c>",
        "$x$ 와 100$",
        "[[링크]] [a](b)",
        "a | b",
        "`코드`",
        "~~지움~~ 1~2강",
        "&amp; C:\\temp",
        "![x](y.png)",
    ],
)
def test_signs_in_a_value_are_no_markup(text: str) -> None:
    assert shown(f"가 {literal(text)}\n") == f"가 {text}"


def test_a_table_keeps_lines_and_addresses() -> None:
    link = "https://example.com/a_b_c"
    table = markdown_table([cell("이름"), cell("링크|메모")], [[cell("한 줄\n두 줄"), cell(f"{link} 참고")]])
    assert table == (
        "| 이름 | 링크\\|메모 |\n| --- | --- |\n| 한 줄<br>두 줄 | https://example.com/a_b_c 참고 |\n"
    )
    tokens = [child for token in parse(table) for child in token.children or []]
    assert [token.attrs["href"] for token in tokens if token.type == "link_open"] == [link]


@given(st.lists(VALUES, min_size=2, max_size=2))
def test_a_row_keeps_its_cells(values: list[str]) -> None:
    tokens = parse(markdown_table(["a", "b"], [[cell(value) for value in values]]))
    assert sum(token.type == "td_open" for token in tokens) == 2
