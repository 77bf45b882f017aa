"""Where links lead, found at the very place where it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.markdown import parse
from studylog.core.notion.links import destinations, relinked, safe

ID = "0123456789abcdef0123456789abcdef"
HERE = f"https://www.notion.so/team/Title-{ID}?pvs=4"


def found(text: str, *known: str) -> list[str]:
    return [text[each.start : each.end] for each in destinations(text, lambda written: written in known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[가](a.md)와 ![나](b%20c.png)", ["a.md", "b%20c.png"]),
        ("[8/12(목)](8%2012(%EB%AA%A9).md)은", ["8%2012(%EB%AA%A9).md"]),
        ('[가](a.md "제목") [나](<b c.md>)', ["a.md", "b c.md"]),
        ('<img src="a.png" width="3"> <a class="x" href="b.md">', ["a.png", "b.md"]),
        ("[`코드`](a.md) `[나](b.md)`", ["a.md"]),
        ("[가](열린 괄호 [나](b.md)", ["b.md"]),
        ("```\n[가](a.md)\n```\n[나](b.md)", ["b.md"]),
        ("~~~~\n[가](a.md)\n~~~\n[나](b.md)\n~~~~\n", []),
        ("[가]()", []),
        (f"{HERE}에서", [HERE]),
        (f"<{HERE}>", [f"<{HERE}>"]),
        (f"[{HERE}]({HERE})", [HERE]),
    ],
)
def test_destinations_stand_where_readers_of_markdown_see_them(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        (f"[1) 소개](1)%20%EC%86%8C%EA%B0%9C%20{ID}.md) 뒤", f"1)%20%EC%86%8C%EA%B0%9C%20{ID}.md"),
        (f"[가 (나](x%20(y%20{ID}.md)", f"x%20(y%20{ID}.md"),
        ("(참고: [그림](1)/a.png))", "1)/a.png"),
    ],
)
def test_single_brackets_in_a_title_do_not_cut_it(text: str, destination: str) -> None:
    assert found(text, destination) == [destination]
    (only,) = destinations(text, lambda written: written == destination)
    (token,) = [
        child
        for token in parse(relinked(text, [(only, safe(destination))]))
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert token.attrs["href"] == safe(destination)


def test_new_destinations_stand_in_the_place_of_the_old_ones() -> None:
    text = f"[가](a.md) {HERE} [나](a.md)\n"
    first, bare, last = destinations(text, lambda _: True)
    assert relinked(text, [(last, "c.md"), (first, "b.md"), (bare, bare.written)]) == (
        f"[가](b.md) [{HERE}]({HERE}) [나](c.md)\n"
    )


@given(st.text(alphabet='a[]()!`"<>/ \n=srcimg~', max_size=60), st.booleans())
def test_whatever_is_found_is_in_the_text(text: str, known: bool) -> None:
    for destination in destinations(text, lambda _: known):
        assert destination.written == text[destination.start : destination.end] != ""
