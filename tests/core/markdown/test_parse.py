"""Markdown to tokens: places, links, formulas, footnotes, and limits that lose no word."""

import pickle
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.markdown import Token, html_text, parse, plain
from tests.core.markdown.samples import MARKUP_PIECES
from tests.effort import within


def kinds(text: str) -> list[str]:
    return [token.type for token in parse(text)]


def children(text: str) -> list[Token]:
    return [child for token in parse(text) for child in token.children or []]


def links(text: str) -> list[str]:
    return [str(child.attrs["href"]) for child in children(text) if child.type == "link_open"]


def words_of(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        yield from re.findall(r"w\d+", plain(token.children) if token.children else token.content)


# Places


def test_lines_are_those_of_the_file() -> None:
    tokens = parse("# 제목\n\n- 하나\n  - 둘\n\n> 셋\n> 넷\n", first_line=5)
    assert [(4, "제목"), (6, "하나"), (7, "둘"), (9, "셋\n넷")] == [
        (token.map[0], token.content) for token in tokens if token.type == "inline" and token.map
    ]


def test_parsing_is_pure_and_its_result_can_be_sent_elsewhere() -> None:
    text = "[^1] [a](b) $x$\n\n[^1]: 각주"
    assert parse(text) == parse(text) == pickle.loads(pickle.dumps(parse(text)))


# Links


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://a.b/c를 보세요", "https://a.b/c"),
        ("https://a.b/c에서는", "https://a.b/c"),
        ("https://a.b/c입니다.", "https://a.b/c"),
        ("https://a.b/c(참고)를", "https://a.b/c"),
        ("https://a.b/c」는", "https://a.b/c"),
        ("(https://a.b/c)를", "https://a.b/c"),
        ("“https://a.b/c”라는", "https://a.b/c"),
        ("**https://a.b/c**를", "https://a.b/c"),
        ("https://a.b/c, https", "https://a.b/c"),
        ("https://github.com에서", "https://github.com"),
        ("https://a.b/에서", "https://a.b/"),
        ("https://x/blob/main/Xception_이몽룡.pdf를", "https://x/blob/main/Xception_이몽룡.pdf"),
        ("https://x/blob/main/Xception_이몽룡.pdf참고", "https://x/blob/main/Xception_이몽룡.pdf"),
        (
            "https://x/main/%EC%9D%B4%EB%AA%BD%EB%A3%A1.pdf를",
            "https://x/main/%EC%9D%B4%EB%AA%BD%EB%A3%A1.pdf",
        ),
        ("https://x/Xception_이몽룡 참고", "https://x/Xception_이몽룡"),
        ("https://x/이몽룡/자료 참고", "https://x/이몽룡/자료"),
        ("https://ko.wikipedia.org/wiki/C언어 참고", "https://ko.wikipedia.org/wiki/C언어"),
        (
            "https://ko.wikipedia.org/wiki/변환기_(기계_학습)",
            "https://ko.wikipedia.org/wiki/변환기_(기계_학습)",
        ),
        ("https://a.b/?q=한글", "https://a.b/?q=한글"),
        ("http://localhost:8000/x_y_z", "http://localhost:8000/x_y_z"),
    ],
)
def test_a_bare_url_ends_where_the_particle_begins(text: str, url: str) -> None:
    assert [url] == links(text)
    assert text.replace("**", "") == plain(children(text))


def test_links_stay_as_written() -> None:
    assert ["../슬라이드/가 나.pdf", "https://a.b/%EC%9D%B4?x=이#장", "https://한글.kr/"] == links(
        "[가](<../슬라이드/가 나.pdf>) [나](https://a.b/%EC%9D%B4?x=이#장) <https://한글.kr/>"
    )


def test_names_of_hosts_without_a_scheme_are_no_links() -> None:
    assert [] == links("torch.nn www.a.com 10.5 3.14 a.py //comment")


@pytest.mark.parametrize(
    "url", ["javascript:x", "JaVaScRiPt:x", "java&Tab;script:x", "data:text/html,x", "file:///x"]
)
def test_schemes_that_run_or_read_are_no_links(url: str) -> None:
    assert [] == links(f"[a]({url}) <{url}>")
    assert "image" not in [child.type for child in children(f"![a]({url})")]


def test_wikilinks_and_embeds() -> None:
    found = [
        (child.type, child.content, child.meta["target"], child.meta["page"], child.meta["heading"])
        for child in children("[[쪽]] [[쪽#절|라벨]] ![[그림.png|300]] [[1]](https://a.b) [[]] [[ ]]")
        if child.meta
    ]
    assert [
        ("wikilink", "쪽", "쪽", "쪽", ""),
        ("wikilink", "라벨", "쪽#절", "쪽", "절"),
        ("embed", "300", "그림.png", "그림.png", ""),
    ] == found


def test_a_wikilink_in_a_table_may_have_a_label() -> None:
    assert "라벨" in plain(children("| a |\n|--|\n| [[쪽\\|라벨]] |"))


# Formulas


def formulas(text: str) -> list[tuple[str, str]]:
    tokens = [each for token in parse(text) for each in (token, *(token.children or []))]
    return [(token.type, token.content) for token in tokens if token.type.startswith("math")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5 and $6", []),
        ("$5 and $6 and $x$", [("math_inline", "x")]),
        ("$x$ 는 5", [("math_inline", "x")]),
        ("값은 $W^O$를", [("math_inline", "W^O")]),
        (r"\$x\$ 와 $a\$b$", [("math_inline", r"a\$b")]),
        ("`$x$`", []),
        ("한 줄에 $$a + b$$ 그리고", [("math_inline_double", "a + b")]),
        ("$$\na\n$$", [("math_block", "a")]),
        ("$$a\n+ b$$", [("math_block", "a\n+ b")]),
        ("글\n$$\n- a\n$$\n글", [("math_block", "- a")]),
        ("$$\na\n\nb\n$$", [("math_block", "a\n\nb")]),
        ("- 목록\n  $$\n  x\n  $$", [("math_block", "x")]),
        ("> $$x$$", [("math_block", "x")]),
        ("$$\n닫히지 않은", []),
        ("$$ $$", []),
    ],
)
def test_formulas(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == formulas(text)


# Tasks, footnotes, definitions, tables, raw HTML


def test_task_lists() -> None:
    items = [
        token.meta.get("checked")
        for token in parse("- [ ] 가\n- [x] 나\n- 다")
        if token.type == "list_item_open"
    ]
    assert [False, True, None] == items


def test_every_footnote_stands_at_the_end() -> None:
    text = "가[^1] 나^[w0]\n\n[^1]: w1\n\n[^1]: w2\n\n[^2]: w3\n\n끝"
    tokens = parse(text)
    start = next(i for i, token in enumerate(tokens) if token.type == "footnote_block_open")
    assert ["w1", "w0", "w2", "w3"] == list(words_of(tokens[start:]))
    assert [] == list(words_of(tokens[:start]))


def test_a_definition_that_nothing_uses_is_a_paragraph() -> None:
    text = '[Q]: 왜?\n\n[가]: https://a.b "w1"\n\n[나]: https://c.d\n\n[나]'
    assert ["[Q]: 왜?", '[가]: https://a.b "w1"', "나"] == [
        plain(token.children or []) for token in parse(text) if token.type == "inline"
    ]


def test_a_row_keeps_its_extra_cells() -> None:
    tokens = parse("| a | b |\n|--|--|\n| 1 | 2 | 셋 | `|` |", first_line=3)
    assert ["1", "2", "셋", "`", "`"] == [t.content for t in tokens if t.type == "inline" and t.map == [4, 5]]


def test_what_is_no_markup_is_text() -> None:
    text = "List<String> vector<b> <your name> <b>굵게</b><br>끝"
    assert "List<String> vector<b> <your name> 굵게\n끝" == plain(children(text))
    assert ["html_inline"] * 3 == [child.type for child in children(text) if child.type == "html_inline"]


def test_a_line_that_begins_with_no_markup_is_a_paragraph() -> None:
    assert ["paragraph_open", "inline", "paragraph_close"] == kinds("<your name>\n**b**")


def test_the_text_of_html() -> None:
    html = "<details>\n<summary>Q. 왜 &lt;a&gt;?</summary>\n<table><td>a</td><td>b</td></table><!-- c -->"
    assert "Q. 왜 <a>?\na  b" == html_text(html)


def test_a_block_id_stays() -> None:
    assert "Q. 뭐죠? ^q-k3f9a2bc" == plain(children("Q. 뭐죠? ^q-k3f9a2bc"))


# Limits

DEEP = {
    "lists": "".join(f"{'  ' * i}- w{i}\n" for i in range(250)),
    "loose lists": "".join(f"{'  ' * i}- w{i}\n\n" for i in range(210)),
    "numbered lists": "".join(f"{'   ' * i}1. w{i}\n" for i in range(210)),
    "quotes": "".join(f"{'> ' * (i + 1)}w{i}\n" for i in range(250)),
    "mixtures": "".join(f"{'> - ' * (i // 2)}w{i}\n\n" for i in range(300)),
    "one line": f"{'- ' * 500}w1 [w2](x) **w3**",
    "footnotes": f"{'[^a]:' * 300} w1",
    "brackets": f"{'[' * 500}w1{']' * 500} w2 [w3](x)",
    "pictures": "".join(f"![w{i} " for i in range(150)) + "](b)" * 150,
    "emphasis": "".join(f"**w{i} *w{i + 1000} " for i in range(500)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_no_depth_loses_a_word(text: str) -> None:
    assert sorted(re.findall(r"w\d+", text)) == sorted(words_of(parse(text)))


N = 5_000
PATHOLOGICAL = {
    "nested strong emphasis": "*a **a " * N + "b" + " a** a*" * N,
    "closers without openers": "a_ " * N,
    "openers without closers": "_a " * N,
    "link closers": "a]" * N,
    "link openers": "[a" * N,
    "mismatched": "*a_ " * N,
    "multiples of three": "a**b" + "c* " * N,
    "links over emphasis": "[ a_" * N,
    "[ (](": "[ (](" * N,
    "![[]()": "![[]()" * N,
    "emphasis in links": "**x [a*b**c*](d)" * 1_000,
    "nested brackets": "[" * N + "a" + "]" * N,
    "nested quotes": "> " * N + "a",
    "nested lists": "- " * N + "a",
    "backticks": "".join("e" + "`" * i for i in range(200)),
    "unclosed links": "[a](<b" * N,
    "unclosed comments": "x </" + "<!--" * N,
    "unclosed CDATA": "x <![CDATA[" * (N // 2),
    "entities": "&" * N * 4,
    "references": "".join(f"[{i}]: /u\n" for i in range(1_500)) + "[0] " * N,
    "tables": "|" + "x|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "|x" * 1_000,
    "many tables": "a|b\n-|-\n\n" * 1_000,
    "dollars": "$a " * N + "\n\n" + "$$a" * N + "\n\n" + "$$\na\n\nb$$ c\n" * 500,
    "wikilinks": "[[a|" * N,
    "schemes": "://" * N + "http://" * N,
    "bare URLs": "http://a.b/c를" * 1_000,
    "addresses": "a@b." * N,
    "tags": "<i>" * N + "</b>" * N,
    "attributes": "<a " + "b " * N + '<a b="' * N,
    "footnotes": "[^1] " * N + "\n\n[^1]: x",
}


@pytest.mark.parametrize("text", PATHOLOGICAL.values(), ids=PATHOLOGICAL.keys())
def test_no_text_takes_long(text: str) -> None:
    with within(seconds=5):
        parse(text)


PIECES = st.sampled_from(
    [
        *MARKUP_PIECES,
        "가",
        "a",
        "1",
        " ",
        "\t",
        " ",
        "- ",
        "1. ",
        "https://",
        "[^1]: ",
        "[a]: ",
        "&",
        "\r",
        "\x00",
        "\ud800",
        "@",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_reading_never_raises(text: str) -> None:
    for token in parse(text, first_line=3):
        assert token.map is None or 2 <= token.map[0] <= token.map[1]
        assert isinstance(plain(token.children or []), str)
