"""Boxes of Obsidian, GitHub and Notion, and marked words, as a page shows them."""

import pytest

from studylog.core.markdown import parse, plain
from studylog.core.markdown.context import RenderContext
from studylog.core.markdown.render import render

CONTEXT = RenderContext(link=lambda url: url, image=lambda source: None, wikilink=lambda target: None)


def html(text: str) -> str:
    return render(parse(text), CONTEXT).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "> [!info] 알아 둘 *것*\n> 글\n>\n> - 하나\n",
            '<div class="callout"><p><strong>알아 둘 <em>것</em></strong></p><p>글</p>'
            "<ul><li>하나</li></ul></div>",
        ),
        (
            "> [!warning]- 접힘\n> 글\n",
            '<details class="callout"><summary><strong>접힘</strong></summary><p>글</p></details>',
        ),
        (
            "> [!tip]+\n> 글\n",
            '<details class="callout" open><summary><strong>Tip</strong></summary><p>글</p></details>',
        ),
        ("> [!my-kind]\n", '<div class="callout"><p><strong>My-kind</strong></p></div>'),
        ("> [!NOTE]\n> 글\n", '<div class="callout"><p><strong>Note</strong></p><p>글</p></div>'),
        (
            "> [!a1] 밖\n> > [!info] 안\n> > 글\n>\n> > 인용\n",
            '<div class="callout"><p><strong>밖</strong></p><div class="callout"><p><strong>안</strong></p>'
            "<p>글</p></div><blockquote><p>인용</p></blockquote></div>",
        ),
    ],
)
def test_a_quote_that_says_its_kind_is_a_box(text: str, expected: str) -> None:
    assert expected == html(text)


@pytest.mark.parametrize(
    "text", ["> 글 [!info] 뒤", "> [!info]제목", "> [!] 글", "> `[!info]` 글", "[!info] 글"]
)
def test_another_quote_stays_one(text: str) -> None:
    assert "callout" not in html(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<aside>\n💡 **굵은** `글`\n\n</aside>\n\n뒤",
            '<div class="callout"><p>💡 <strong>굵은</strong> <code>글</code></p></div><p>뒤</p>',
        ),
        (
            "<aside>\n💡\n\n**제목**\n\n- 하나\n\n</aside>\n\n뒤",
            '<div class="callout"><p>💡</p><p><strong>제목</strong></p><ul><li>하나</li></ul></div><p>뒤</p>',
        ),
        ("<aside>\n글\n</aside>\n", '<div class="callout"><p>글</p></div>'),
        ("<aside>\n글\n", '<div class="callout"><p>글</p></div>'),
        ("앞 <aside>글</aside> 뒤\n", "<p>앞 글 뒤</p>"),
    ],
)
def test_what_stands_in_a_box_of_notion_is_markdown(text: str, expected: str) -> None:
    assert expected == html(text)


def test_nothing_runs_out_of_a_box_and_many_of_them_are_no_hindrance() -> None:
    shown = html(
        "<aside onclick=alert(1)>\n<script>alert(1)</script> [글](javascript:alert(1))\n\n</aside>\n"
    )
    assert not any(bad in shown for bad in ("<script", "onclick", "href"))
    deep = html("<aside>\n" * 5_000 + "글\n")
    assert "글" in deep


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("==중요==는 ==**굵은** 글==!", "<mark>중요</mark>는 <mark><strong>굵은</strong> 글</mark>!"),
        ("이것은==중요==합니다", "이것은<mark>중요</mark>합니다"),
        ("**굵은 ==글== 끝**", "<strong>굵은 <mark>글</mark> 끝</strong>"),
        ("==`a = b`==", "<mark><code>a = b</code></mark>"),
        ("[==글==](x.md)", '<a href="x.md"><mark>글</mark></a>'),
    ],
)
def test_marked_words_are_marked(text: str, expected: str) -> None:
    assert f"<p>{expected}</p>" == html(text)


@pytest.mark.parametrize(
    "text",
    [
        "a==b, c==d",
        "a == b == c",
        "== 7강 ==",
        "x ==y==z",
        "===글===",
        "==`a== b`",
        "====",
        "==",
        "==하나\n둘==",
    ],
)
def test_what_compares_or_divides_marks_nothing(text: str) -> None:
    assert "<mark>" not in html(text)


def test_marked_words_are_read_without_their_signs() -> None:
    assert "Q. 왜 셋인가요?" == plain(parse("Q. ==왜== 셋인가요?")[1].children or [])
