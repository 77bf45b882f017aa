"""Text of Notion's HTML pages in Markdown: marks that every reader takes, and no backslash too many."""

from html import escape

import pytest

from tests.core.notion.html_pages import body_of, equation, read, squeezed, swallowed

MARKS = {
    "marks next to Hangul": (
        "<strong>단어</strong>는 <em>기울임</em>은 <del>취소</del>선 <u>밑줄</u>",
        "**단어**는 *기울임*은 ~~취소~~선 <u>밑줄</u>",
    ),
    "marks in the names that HTML has for them, and in Notion's own": (
        "<b>가</b> <i>나</i> <s>다</s> <span style='border-bottom:0.05em solid'>라</span> "
        "<span style='font-weight:600'>마</span>",
        "**가** *나* ~~다~~ <u>라</u> **마**",
    ),
    "blanks stand outside of marks": (
        "<strong>굵은 </strong>글<em> 기울임</em>",
        "**굵은** 글 *기울임*",
    ),
    "a mark that goes on is one": (
        "<em><strong>두 번</strong></em><strong> </strong><em><strong>접힘</strong></em>, "
        "<strong>가</strong><strong>나</strong>",
        "***두 번* *접힘***, **가나**",
    ),
    "a bracket at the end keeps a mark from closing before a letter, so it is a tag": (
        "<strong>한국어(Korean)</strong>는 <em>(가)나</em>",
        "<b>한국어(Korean)</b>는 *(가)나*",
    ),
    "what closes a sentence, and a pair around the words, stand outside of the mark": (
        "<strong>중요!</strong>입니다, <strong>“단어”</strong>는 <em>(괄호)</em>도",
        "**중요**!입니다, “**단어**”는 (*괄호*)도",
    ),
    "brackets are inside where nothing is in the way": (
        "<strong>“단어”</strong> 와 <strong>한국어(Korean)</strong>",
        "**“단어”** 와 **한국어(Korean)**",
    ),
    "code, also with backticks, also where it was bold": (
        "<code>a_b*</code> <code>a`b</code> <code>`x`</code> <strong><code>y</code></strong>는 "
        "<strong>굵은 <code>z</code> 글</strong>",
        "`a_b*` ``a`b`` `` `x` `` `y`는 **굵은 `z` 글**",
    ),
    "colours go, the words stay": (
        '<mark class="highlight-red">빨강</mark> <mark class="highlight-yellow_background">'
        "<strong>노랑</strong></mark>",
        "빨강 **노랑**",
    ),
    "formulas, and digits beside them": (
        f"값 {equation('x_1')}은 3{equation('y')}2, {equation('a')}{equation('b')}",
        "값 $x_1$은 3 $y$ 2, $a$ $b$",
    ),
    "formulas in several lines, and one that ends in a blank": (
        " ".join((equation("f(x) =\n\n g(x)"), equation("h\\ "))),
        "$f(x) = g(x)$ $h\\ {}$",
    ),
    "links, their words and their brackets": (
        '<a href="https://a.example/b_(c)">[1] <strong>굵은</strong> 글</a>과 <strong>앞 <a '
        'href="b.html">뒤</a></strong>',
        "[\\[1\\] **굵은** 글](https://a.example/b_(c))과 **앞 [뒤](b.html)**",
    ),
    "addresses that show where they lead": (
        '<a href="https://a.example/b_c">https://a.example/b_c</a> <a '
        'href="https://a.example">https://a.example</a>를 '
        '<a href="mailto:hong@a.example">hong@a.example</a>',
        "https://a.example/b_c <https://a.example>를 hong@a.example",
    ),
    "an address in front of code": (
        '<a href="https://a.example">https://a.example</a><code> x</code>',
        "<https://a.example>`  x `",
    ),
    "a sign in front of a link": (
        '놀랍다!<a href="a.html">링크</a>',
        "놀랍다\\![링크](a.html)",
    ),
    "characters that nobody sees": (
        "가\u200b나&nbsp;다\ufeff \x07라",
        "가나 다 라",
    ),
    "pictures of several characters": (
        "👩‍👩‍👧 ⚠️ 1️⃣",
        "👩‍👩‍👧 ⚠️ 1️⃣",
    ),
}
PLAIN = [
    "Q. Decoder의 Self-Attention은 무엇인가요?",
    "Q1) 왜? A1. (춘향) 그래서.",
    "(1) Xception",
    "⇒ 정답",
    "snake_case와 batch_first=True",
    "2 * 3 = 6, 3*4",
    "*주의 하나만",
    "5$ 또는 $6",
    "1~3강, 10~20분",
    "a < b > c",
    "[1] 참고, [x]는 표시",
    "#태그",
    "A & B, AT&T",
    "C:\\Users\\me",
    "f(x) = x^2 + y_1",
    "100% - 50% + 1",
    "::: warning",
    "| 하나",
    "K : key, V : value",
    "2-1. 둘째 질문",
    "- ".strip() + "가",
    "https://a.example/b_c_d?x=1&y=2",
    "이메일 a@b.example",
    "※ 참고 · 예: …",
    "^q-k3f9a2bc",
]
ESCAPED = {
    "1. 하나": "1\\. 하나",
    "2) 둘": "2\\) 둘",
    "- 하나": "\\- 하나",
    "+ 하나": "\\+ 하나",
    "* 하나": "\\* 하나",
    "# 제목": "\\# 제목",
    "> 인용": "\\> 인용",
    "---": "\\---",
    "***": "\\***",
    "===": "\\===",
    "```": "\\`\\`\\`",
    "~~~": "\\~~~",
    "$$": "\\$$",
    "[ ] 할 일": "\\[ ] 할 일",
    "[!NOTE]": "\\[!NOTE]",
    "[Q]: 왜?": "\\[Q]: 왜?",
    "[^1]: 주": "\\[^1]: 주",
    "*굵게*": "\\*굵게\\*",
    "__init__": "\\_\\_init\\_\\_",
    "~~취소~~": "\\~\\~취소\\~\\~",
    "$x$는": "\\$x\\$는",
    "[글](a.html)": "\\[글](a.html)",
    "![글](a.png)": "!\\[글](a.png)",
    "[[쪽]]": "\\[[쪽]]",
    "List<String>": "List\\<String>",
    "<your name>": "\\<your name>",
    "<0@0>": "\\<0@0>",
    "&lt; 글": "\\&lt; 글",
    "`코드`": "\\`코드\\`",
    "\\*": "\\\\*",
    "끝\\": "끝\\\\",
    "^[주석]": "^\\[주석]",
}


@pytest.mark.parametrize("html, markdown", MARKS.values(), ids=MARKS)
def test_marks(html: str, markdown: str) -> None:
    assert f"{markdown}\n" == body_of(f"<p>{html}</p>")


@pytest.mark.parametrize("html", [html for html, _ in MARKS.values()], ids=MARKS)
def test_no_mark_swallows_anything(html: str) -> None:
    assert "" == swallowed(read(f"<p>{html}</p>"))


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_means_nothing_stays_as_it_is(text: str) -> None:
    assert f"{text}\n" == body_of(f"<p>{escape(text)}</p>")


@pytest.mark.parametrize("text, markdown", ESCAPED.items(), ids=ESCAPED)
def test_text_that_looks_like_markdown_stays_text(text: str, markdown: str) -> None:
    page = read(f"<p>{escape(text)}</p>")
    assert (f"{markdown}\n", "") == (page.body, swallowed(page))


@pytest.mark.parametrize("text", [*ESCAPED, *PLAIN])
@pytest.mark.parametrize("around", ["<h2>{}</h2>", "<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>"])
@pytest.mark.parametrize("before", ["", "글<br/>", "<strong>굵은</strong> "])
def test_it_does_so_in_every_block(text: str, around: str, before: str) -> None:
    page = read(around.format(before + escape(text)))
    assert "" == swallowed(page)


@pytest.mark.parametrize("text", [*ESCAPED, *PLAIN])
def test_it_does_so_in_tables_and_toggles(text: str) -> None:
    page = read(
        f"<table><tr><td>{escape(text)}</td><td>a|{escape(text)}<br/>{escape(text)}</td></tr></table>"
        f"<details><summary>{escape(text)}</summary>{escape(text)}</details>"
    )
    assert "" == swallowed(page)


def test_signs_of_one_paragraph_are_seen_together() -> None:
    assert "2*3 그리고\n" == body_of("<p>2*3 그리고</p>")
    assert "2\\*3 그리고 *기울임*\n" == body_of("<p>2*3 그리고 <em>기울임</em></p>")
    assert "5$와 6\n" == body_of("<p>5$와 6</p>")
    assert "5\\$와 $x$\n" == body_of(f"<p>5$와 {equation('x')}</p>")


def test_a_formula_among_dollars_that_go_astray_is_code() -> None:
    page = read(f"<p>{equation('a$')}{equation('$b')}</p>")
    assert "" == swallowed(page)
    assert squeezed("a$$b") in squeezed(page.visible)


def test_text_is_composed() -> None:
    page = read("<p>\u1112\u1161\u11ab\u1100\u1173\u11af e\u0301</p>", "")
    assert "한글 é\n" == page.body
