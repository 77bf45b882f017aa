"""Pages printed by a browser as Notion prints them, and read again."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studylog.core.incoming.readable import readable
from studylog.core.printed.read import PrintedNote, read_printed

pytest.importorskip("pypdfium2")
pytest.importorskip("PIL")

from studylog.store.pdf.extract import extract

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The measures of Notion's pages. Code has 85 % of 13 pixels: a browser with a window gives it no more.
# A browser without one has no bold letters for Hangul, where no font is named that has them.
STYLE = """
@page { margin: 1in }
body { margin: 0; font: 16px/1.5 "Noto Sans CJK KR", sans-serif; white-space: pre-wrap }
h1, h2, h3 { line-height: 1.2; margin-bottom: 0 }
h1 { font-size: 30px; margin-top: 30px } h2 { font-size: 24px; margin-top: 24px }
h3 { font-size: 20px; margin-top: 20px }
.page-title { font-size: 40px; margin: 0 0 0.75em }
p { margin: 0.5em 0 }
ul, ol { margin: 0.6em 0; padding-left: 1.7em } ul > li { padding-left: 0.1em }
ol { padding-left: 1.6em } ol > li { padding-left: 0.2em }
a { color: inherit; text-decoration: underline }
code, pre { background: rgba(135, 131, 120, 0.15); font-size: 11.05px; border-radius: 3px }
code { padding: 0.2em 0.4em } pre { padding: 1.5em 1em; white-space: pre-wrap; word-break: break-all }
pre code { padding: 0; background: none; font-size: 100% }
blockquote { font-size: 1.25em; margin: 1em 0; padding-left: 1em; border-left: 3px solid rgb(55, 53, 47) }
.callout { display: flex; padding: 1rem; margin: 1.25em 0; background: rgb(241, 241, 239) }
.columns { display: flex } .columns > div { width: 50%; padding: 0 1em }
.columns > div:first-child { padding-left: 0 } .columns > div:last-child { padding-right: 0 }
table { border-collapse: collapse; font-size: 14px }
th, td { border: 1px solid rgba(55, 53, 47, 0.09); padding: 0.25em 0.5em }
th { color: rgba(55, 53, 47, 0.6); text-align: left; font-weight: normal }
.properties { font-size: 16px }
.selected { background: rgba(206, 205, 202, 0.5); padding: 0 0.5em; margin-right: 0.5em; border-radius: 3px }
hr { border: none; border-bottom: 1px solid rgba(55, 53, 47, 0.09) }
"""
LONG = (
    "이 글은 한 줄에 다 들어가지 않을 만큼 길어서 the browser has to break it "
    "두세 줄로 나누어야 합니다 그래도 한 문단입니다"
)
URL = "https://example.com/team/papers/blob/main/Some-Very-Long-Name-of-a-Paper_by_Somebody_else.pdf"

Print = Callable[[str], PrintedNote]


@pytest.fixture(scope="module")
def prints(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Print:
    folder = tmp_path_factory.mktemp("print")
    page = browser.new_page()

    def read(body: str) -> PrintedNote:
        page.set_content(f"<html lang='ko'><style>{STYLE}</style><body>{body}")
        page.pdf(path=folder / "a.pdf", prefer_css_page_size=True, print_background=True)
        return read_printed(extract(folder / "a.pdf", Path(folder)), "수식")

    if read("<p>가나다</p>").body != "가나다\n":
        pytest.skip("no font with Hangul is installed")
    return read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            f"<h1>하나</h1><h2>1. 둘</h2><h3>Q. 셋</h3><p>{LONG}</p>",
            f"# 하나\n\n## 1. 둘\n\n### Q. 셋\n\n{LONG}\n",
        ),
        ("<p>첫 줄<br>둘째 줄</p>", "첫 줄\\\n둘째 줄\n"),
        (
            "<p><b>굵은 글자</b>와 <i>기운 글자</i>, <del>지운 글자</del>, <code>코드 code</code>와</p>",
            "**굵은 글자**와 *기운 글자*, ~~지운 글자~~, `코드 code`와\n",
        ),
        (f"<p>발표자료 : <a href='{URL}'>{URL}</a> 참고</p>", f"발표자료 : {URL} 참고\n"),
        (
            f"<p>앞 <a href='https://example.com/a'>{LONG}</a> 뒤</p>",
            f"앞 [{LONG}](https://example.com/a) 뒤\n",
        ),
        (
            f"<ul><li>하나<ul><li>{LONG}</li></ul></li></ul>"
            "<ol><li>첫째<ol type='a'><li>둘째</li></ol></li></ol><ol start='10'><li>열째</li></ol>",
            f"- 하나\n  - {LONG}\n1. 첫째\n   1. 둘째\n10) 열째\n",
        ),
        (
            "<pre><code>def f(x):\n    # 주석\n\n    return x</code></pre>",
            "```\ndef f(x):\n    # 주석\n\n    return x\n```\n",
        ),
        (f"<blockquote>{LONG}<blockquote>안</blockquote></blockquote>", f"> {LONG}\n>\n> > 안\n"),
        (f"<div class='callout'><div>{LONG}<ul><li>목록</li></ul></div></div>", f"> {LONG}\n>\n> - 목록\n"),
        (
            f"<div class='columns'><div><p>{LONG}</p></div><div><p>오른쪽 {LONG}</p></div></div><p>뒤</p>",
            f"{LONG}\n\n오른쪽 {LONG}\n\n뒤\n",
        ),
        (
            "<table><tr><td>이름</td><td>값 | 둘</td></tr><tr><td></td><td>첫 줄<br>둘째</td></tr></table>",
            "| 이름 | 값 \\| 둘 |\n| --- | --- |\n|  | 첫 줄<br>둘째 |\n",
        ),
        ("<p>앞</p><hr><p>뒤</p>", "앞\n\n---\n\n뒤\n"),
    ],
)
def test_each_form_is_read_as_it_was_meant(prints: Print, printed: str, read: str) -> None:
    note = prints(f"<h1 class='page-title'>회의록</h1>{printed}")
    assert (note.title, note.body) == ("회의록", read)


def test_properties_are_read_with_their_values(prints: Print) -> None:
    rows = {
        "작성일시": "<time>@2021년 8월 6일 오전 12:52</time>",
        "참석자": "홍길동, 성춘향",
        "불참": "",
        "태그": "<span class='selected'>CNN</span><span class='selected'>논문 리뷰</span>",
    }
    table = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows.items())
    note = prints(
        f"<h1 class='page-title'>8/12(목) 회의록</h1><table class='properties'>{table}</table><p>글</p>"
    )
    assert (note.title, note.body) == ("8/12(목) 회의록", "글\n")
    assert note.properties == (
        ("작성일시", "@2021년 8월 6일 오전 12:52"),
        ("참석자", "홍길동, 성춘향"),
        ("불참", ""),
        ("태그", "CNN, 논문 리뷰"),
    )


@pytest.mark.parametrize("seed", range(3))
def test_random_paragraphs_come_back_word_by_word(prints: Print, seed: int) -> None:
    chance = random.Random(seed)
    signs = [
        "(괄호)",
        "3x3",
        "1.5%",
        '"따옴"',
        "batch_size",
        "a/b",
        "e-mail",
        "왜?",
        "A→B",
        "x=1",
        "[대괄호]",
    ]

    def word() -> str:
        letters = chance.choice(["가나다라마바사아자차카타파하은는이을", "abcdefghijklmnop"])
        written = "".join(chance.choice(letters) for _ in range(chance.randint(1, 8)))
        return chance.choice([written] * 5 + signs)

    texts = [" ".join(word() for _ in range(chance.randint(1, 60))) for _ in range(25)]
    note = prints("".join(f"<p>{text}.</p>" for text in texts))
    assert [f"{text}." for text in texts] == [line for line in readable(note.body).split("\n") if line]
