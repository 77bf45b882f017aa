"""A text is its lines."""

from hypothesis import example, given
from hypothesis import strategies as st

from studylog.core.textlines import lines_of


def test_every_ending_ends_a_line_and_stays_on_it() -> None:
    assert ["Q.\r\n", "\r", "A.\n", "\n", "end"] == lines_of("Q.\r\n\rA.\n\nend")


def test_nothing_has_no_line() -> None:
    assert [] == lines_of("")


def test_what_ends_no_line_in_markdown_ends_none() -> None:
    assert ["a\x0bb\x0cc\x85d\u2028e\n"] == lines_of("a\x0bb\x0cc\x85d\u2028e\n")


@given(st.text(st.sampled_from("가a \t\r\n\u2028")))
@example("\r\n\r")
def test_the_lines_are_the_text(text: str) -> None:
    lines = lines_of(text)
    assert text == "".join(lines)
    assert text.replace("\r\n", "\n").replace("\r", "\n") == "".join(
        line.rstrip("\r\n") + ("\n" if line.endswith(("\r", "\n")) else "") for line in lines
    )
