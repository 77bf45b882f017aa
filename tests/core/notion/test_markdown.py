"""Notion's Markdown, so that a note shows what the page showed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.markdown import parse, plain
from studylog.core.notion.markdown import mended, visible_words


def shown(text: str) -> list[str]:
    """The kinds of blocks that readers of Markdown see, with their words."""
    return [
        f"{token.type} {plain(token.children or []) or token.content}".strip()
        for token in parse(text)
        if token.content
    ]


@pytest.mark.parametrize(
    ("exported", "note"),
    [
        ("<aside>\n💡 **중요** 하다\n\n</aside>\n", "> [!TIP]\n> 💡 **중요** 하다\n"),
        ("<aside>\n💡\n\n중요하다\n\n- 하나\n</aside>\n", "> [!TIP]\n> 💡 중요하다\n>\n> - 하나\n"),
        ("<aside>\n💡\n\n- 하나\n\n</aside>\n", "> [!TIP]\n> 💡\n>\n> - 하나\n"),
        ("- 가\n    \n    <aside>\n    💡 안\n\n    </aside>\n", "- 가\n    \n    > [!TIP]\n    > 💡 안\n"),
        ("    <aside>\n    💡 안\n\n    </aside>\n", "> [!TIP]\n> 💡 안\n"),
        (
            '<aside>\n<img src="https://www.notion.so/icons/x.svg" alt="x" width="40px" />\n\n글\n</aside>\n',
            "> [!NOTE]\n> 글\n",
        ),
        (
            "<aside>\n밖\n<aside>\n안\n</aside>\n</aside>\n뒤\n",
            "> [!NOTE]\n> 밖\n> > [!NOTE]\n> > 안\n\n뒤\n",
        ),
        ("<aside>\n닫히지 않는다\n", "<aside>\n닫히지 않는다\n"),
        ("```\n<aside>\n</aside>\n```\n", "```\n<aside>\n</aside>\n```\n"),
    ],
)
def test_callouts_are_those_of_github(exported: str, note: str) -> None:
    assert mended(exported) == note


def test_callouts_in_callouts_have_an_end() -> None:
    exported = "<aside>\n" * 2000 + "글\n" + "</aside>\n" * 2000
    note = mended(exported)
    assert note.count("> [!NOTE]") == 12
    assert note.count("<aside>") == note.count("</aside>") == 1988


def test_what_is_indented_is_prose_and_no_code() -> None:
    exported = (
        "## 접는 제목\n    \n    안에 든 글\n    \n    - 목록\n        \n        목록 안\n    \n"
        "        더 깊이\n\n문단\n\n\t탭으로 들여 쓴 글\n"
    )
    assert shown(mended(exported)) == [
        "inline 접는 제목",
        "inline 안에 든 글",
        "inline 목록",
        "inline 목록 안",
        "inline 더 깊이",
        "inline 문단",
        "inline 탭으로 들여 쓴 글",
    ]


def test_code_in_a_fence_keeps_every_blank() -> None:
    exported = "- 목록\n    \n    ```python\n    def f():\n            return 1\n    ```\n"
    assert mended(exported) == exported
    nested = "문단\n\n    ```python\n    if x:\n        y\n    ```\n"
    assert shown(mended(nested)) == ["inline 문단", "fence if x:\n    y"]


@pytest.mark.parametrize(
    "exported",
    [
        "<details>\n<summary>Q. 왜?</summary>\n**그래서**\n</details>\n",
        "<details>\n<summary>Q. 왜?</summary>\n\n**그래서**\n\n</details>\n",
        "<details><summary>Q. 왜?</summary>\n\n\t**그래서**\n</details>\n",
        "> <details>\n> <summary>Q. 왜?</summary>\n> **그래서**\n> </details>\n",
    ],
)
def test_what_a_toggle_hides_is_markdown(exported: str) -> None:
    blocks = [(token.type, token.content) for token in parse(mended(exported)) if token.content]
    assert ("inline", "**그래서**") in blocks
    assert "Q. 왜?" in "".join(content for kind, content in blocks if kind == "html_block")


def test_other_text_stays_byte_for_byte() -> None:
    text = (
        "# 제목\n\n- [ ]  할 일\n- [x]  한 일\n    \n    ![그림](a%20b/Untitled%203.png)\n\n"
        "$$\nx^2\n$$\n\n| a | b |\n"
    )
    assert mended(text) == text


@given(st.text(alphabet="a <>/`~\n\t-#|*aside", max_size=80))
def test_no_word_gets_lost(text: str) -> None:
    words = re.sub(r"</?aside[^<>]*>", "", text)
    kept = re.sub(r"</?aside[^<>]*>|\[!NOTE\]", "", mended(text))
    assert re.sub(r"[\s>]", "", kept) == re.sub(r"[\s>]", "", words)


def test_the_words_that_a_reader_sees() -> None:
    page = (
        "## **굵은** 제목\n\n- [x]  [8/12(목) 회의](8%2012(%EB%AA%A9)%20x.md) 참고\n"
        "1. *첫째* a_b와 _둘째_\n---\n<aside>\n💡 `a_b` 설명 $x^2$ \\* <https://a.b>\n</aside>\n\n"
        "```python\nList<int>\n```\n| 가 | 나 |\n| --- | --- |\n| 1 | 2 |\n> 인용 a > b\n"
    )
    assert visible_words(page).split() == [
        *("굵은", "제목", "8/12(목)", "회의", "참고", "첫째", "a_b와", "둘째"),
        *("💡", "a_b", "설명", "x^2", "https://a.b", "List<int", "가", "나", "1", "2", "인용", "a", ">", "b"),
    ]
