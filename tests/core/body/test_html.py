"""What pages change in the HTML of notes: levels and anchors; never a word."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.body.html import Outline, dressed, elsewhere, heading


def levels(html: str) -> list[int]:
    return [int(level) for level in re.findall(r"<h(\d)", dressed(html, Outline()))]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([2, 3, 4], [2, 3, 4]),
        ([1, 2, 2], [2, 3, 3]),
        ([2, 4, 3], [2, 3, 3]),
        ([4, 2], [2, 2]),
        ([3, 1, 6, 2], [2, 2, 3, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_headings_go_at_most_one_deeper(written: list[int], shown: list[int]) -> None:
    assert shown == levels("".join(f"<h{level}>a</h{level}>" for level in written))


@given(st.lists(st.integers(1, 6)))
def test_no_order_of_headings_skips_a_level(written: list[int]) -> None:
    shown = [1, *levels("".join(f"<h{level}>a</h{level}>" for level in written))]
    assert all(later <= before + 1 for before, later in pairwise(shown))


def test_a_heading_closes_at_the_level_at_which_it_opened() -> None:
    assert '<h2 id="가">가 <code>x</code></h2>' == dressed('<h4 id="가">가 <code>x</code></h4>', Outline())


def test_an_empty_corner_of_a_table_heads_nothing() -> None:
    assert '<td class="left"></td><th>가</th>' == dressed('<th class="left"> </th><th>가</th>', Outline())


def test_a_link_that_is_its_own_address_is_marked_for_print() -> None:
    html = '<a href="https://a.example" rel="x">https://a.example</a> <a href="https://b.example">나</a>'
    assert html.replace("<a ", '<a class="bare" ', 1) == dressed(html, Outline())


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/learning-rate", "https://a|.example/|learning-rate"),
        (
            "https://b.example/a_long.path/?q=1&amp;b=2#x",
            "https://b|.example/|a|_long|.path/|?q|=1|&amp;b|=2#x",
        ),
        ("https://a.example/short", "https://a.example/short"),
    ],
)
def test_a_long_address_ends_a_line_between_its_words(address: str, shown: str) -> None:
    assert shown == dressed(f"<a>{address}</a>", Outline())[len('<a class="bare">') : -4].replace(
        "<wbr>", "|"
    )


@given(st.text(alphabet="<>\"'&h1 2tablepre/=가\n"))
def test_escaped_text_stays_as_it_is(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert escaped == dressed(escaped, Outline()) == elsewhere(escaped, "notes/a.html")


def test_anchors_lead_back_to_their_note_and_ids_stay_there() -> None:
    html = '<p id="a">x<a href="#fn1" title="&gt;">1</a> <a href="../b.html#c">y</a> href="#z"</p>'
    assert (
        '<p>x<a href="../meetings/m.html#fn1" title="&gt;">1</a> <a href="../b.html#c">y</a> href="#z"</p>'
        == elsewhere(html, "meetings/m.html")
    )


@pytest.mark.parametrize(
    ("html", "inside"),
    [
        ("<p>왜 <code>a</code>인가요?</p>\n", "왜 <code>a</code>인가요?"),
        ('<p><span class="marker">Q1.</span> 왜요?</p>', "왜요?"),
        ('<p><a href="https://a.example">여기</a> 말인가요?</p>', "여기 말인가요?"),
        ("<p>하나</p><p>둘</p>", None),
        ("<ul><li>하나</li></ul>", None),
        ('<p><math display="block"><mi>x</mi></math></p>', None),
        ("", None),
    ],
)
def test_a_single_paragraph_can_be_a_heading(html: str, inside: str | None) -> None:
    assert inside == heading(html)
