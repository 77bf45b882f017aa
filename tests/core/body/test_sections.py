"""What stands under a heading, cut out of a note for another page."""

import pytest

from studylog.core.body.sections import section_of
from studylog.core.model import Part

PARTS = [
    Part('<h3 id="a">가</h3>\n<p>하나 <a href="#b">x</a></p>\n'),
    Part("<p>질문</p>", 0, "", ("<h3>답 속 제목</h3>",)),
    Part('<p>둘<br></p>\n<h4 id="a1">가의 일</h4><p>셋</p><blockquote><h2 id="q">인용</h2></blockquote>'),
    Part('<h3 id="b">나</h3>\n<p>넷</p>'),
]


def test_a_section_ends_at_the_next_heading_of_its_rank_and_leaves_questions_out() -> None:
    assert (
        '<p>하나 <a href="../meetings/m.html#b">x</a></p>\n<p>둘<br></p>\n'
        "<h3>가의 일</h3><p>셋</p><blockquote><h3>인용</h3></blockquote>"
    ) == section_of(PARTS, "a", "meetings/m.html")


@pytest.mark.parametrize(
    ("anchor", "text"), [("a1", "<p>셋</p>"), ("b", "<p>넷</p>"), ("q", ""), ("none", "")]
)
def test_a_section_is_found_by_its_anchor_at_the_top_only(anchor: str, text: str) -> None:
    assert section_of(PARTS, anchor, "m.html").startswith(text)
    assert bool(text) == bool(section_of(PARTS, anchor, "m.html"))


def test_a_formula_does_not_keep_a_section_open() -> None:
    formula = '<p><math><mrow><mspace width="1em"/><mi>x</mi></mrow></math></p>'
    parts = [Part(f'<h3 id="a">가</h3>{formula}<h3 id="b">나</h3>{formula}'), Part('<h3 id="c">다</h3>')]
    assert [formula, formula] == [section_of(parts, anchor, "m.html") for anchor in ("a", "b")]


def test_a_section_goes_on_behind_questions_and_through_parts_without_headings() -> None:
    parts = [
        Part('<h3 id="a">가</h3><p>하나</p>'),
        Part("<p>질문</p>", 0),
        Part("<p>둘</p>"),
        Part("<hr><p>셋</p>"),
    ]
    assert "<p>하나</p><p>둘</p><hr><p>셋</p>" == section_of([*parts, *PARTS], "a", "m.html")
