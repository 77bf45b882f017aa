"""Text as wide as a terminal shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.cli.printable import one_line, printable
from studylog.cli.shown.width import pad, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("한글", 4), ("a한", 3), ("🙂", 2), ("e\u0301", 1), ("", 0)]
)
def test_hangul_and_emoji_take_two_columns(text: str, columns: int) -> None:
    assert columns == width(text)
    assert 6 == width(pad(text, 6))


@given(st.text(st.characters(categories=("L", "Zs", "Nd"))), st.integers(2, 40))
def test_wrapping_loses_no_word_and_keeps_within_the_columns(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert text.split() == " ".join(lines).split()
    assert [] == [line for line in lines if width(line) > columns and " " in line]


@given(st.text())
def test_nothing_that_is_printed_steers_the_terminal(text: str) -> None:
    steering = {*map(chr, (*range(0x20), *range(0x7F, 0xA0)))} - {"\n"}
    assert set() == steering & {*printable(text)}
    assert 1 >= len(one_line(text).splitlines())


def test_lines_end_however_they_are_ended() -> None:
    assert "Q. 왜?\n\nA. 그래서." == printable("Q. 왜?\r\n\rA. 그래서.")


def test_what_steers_a_terminal_is_shown_as_a_sign() -> None:
    assert ("�[31mred�\n    x", "�[31mred�  x") == (
        printable("\x1b[31mred\x07\n\tx"),
        one_line("\x1b[31mred\x07\n\tx"),
    )
