"""Tokens to HTML: every word is there, and nothing runs, loads or breaks out."""

import io
import re
import tarfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.markdown import parse
from studylog.core.markdown.context import PictureLink, RenderContext
from studylog.core.markdown.render import render
from tests.core.markdown.samples import EVERYTHING, MARKUP_PIECES, NOTHING, inside, shown
from tests.realdata import REAL, needs

VAULT = "vault/johngrib-md.tar.gz"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# 제목", "<h2>제목</h2>"),
        ("###### 여섯", "<h6>여섯</h6>"),
        ("<h1>큰</h1>", "<h2>큰</h2>"),
        (
            "- [x] 한 일",
            '<ul class="contains-task-list"><li class="task-list-item"><span class="task">☑</span> 한 일 '
            "</li> </ul>",
        ),
        ("3. 셋", '<ol start="3"><li>셋 </li> </ol>'),
        (
            "|a|b|\n|-|-:|\n|1|2|",
            '<div class="table" tabindex="0" role="group" aria-label="table"><table> <thead><tr><th>a</th> '
            '<th class="right">b</th> </tr> </thead> <tbody><tr><td>1</td> <td class="right">2</td> </tr> '
            "</tbody> </table></div>",
        ),
        ("```\n<b>\n```", '<div class="code"><pre tabindex="0"><code>&lt;b&gt; </code></pre></div>'),
        ("```math\nx\n```", '<div class="formula" tabindex="0">MATH</div>'),
        ("$$x$$", '<div class="formula" tabindex="0">MATH</div>'),
        ("가\n나  \n다", "<p>가 나<br> 다</p>"),
        # A label above another one begins a line; a word with a colon in running text does not.
        ("장소: 온라인\n**시간**: 18:00\n이후", "<p>장소: 온라인<br> <strong>시간</strong>: 18:00 이후</p>"),
        ("셋이 있다.\n하나: 문", "<p>셋이 있다. 하나: 문</p>"),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert html == shown(text)


@pytest.mark.parametrize(
    ("formula", "wide"),
    [
        ("+".join("x" * 30), False),
        ("+".join("x" * 40), True),
        (r"\begin{aligned}" + r"x+y+z&=1\\" * 30, False),
    ],
)
def test_a_formula_wider_than_paper_says_so_without_a_script(formula: str, wide: bool) -> None:
    end = r"\end{aligned}" if "begin" in formula else ""
    assert wide == ('<div class="formula wide"' in shown(f"$${formula}{end}$$"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "[가](https://a.b/가?x&y)",
            '<a href="https://a.b/%EA%B0%80?x&amp;y" rel="noopener noreferrer">가</a>',
        ),
        ("[가](<../나 다.md>)", '<a href="../%EB%82%98%20%EB%8B%A4.md">가</a>'),
        ("[가](//a.b/c)", '<a href="https://a.b/c" rel="noopener noreferrer">가</a>'),
        ("[가](ftp://a.b)", '<span class="broken-link" title="ftp://a.b">가</span>'),
        ("[가](a 't\"')", '<a href="a" title="t&quot;">가</a>'),
        ("<a href='b'>가</a>", '<a href="b">가</a>'),
        ("[[쪽|라벨]]", '<a href="../notes/%EC%AA%BD.html">라벨</a>'),
        ("![대신](그림.png)", '<img src="../assets/%EA%B7%B8%EB%A6%BC.png" alt="대신" loading="lazy">'),
        ("![[a.png|300]]", '<img src="../assets/a.png" alt="a.png" loading="lazy">'),
        (
            "![대신](https://a.b/c.png)",
            '<a class="remote-picture" href="https://a.b/c.png" rel="noopener noreferrer">대신</a>',
        ),
        (
            "[![](//a.b/c.png)](d)",
            '<a href="d"><span class="remote-picture" title="//a.b/c.png">c.png</span></a>',
        ),
        (
            "<img src='https://a.b/c.png'>",
            '<a class="remote-picture" href="https://a.b/c.png" rel="noopener noreferrer">c.png</a>',
        ),
        ("<b>굵게</b> <kbd>K</kbd> H<sub>2</sub>O<br>", "<b>굵게</b> <kbd>K</kbd> H<sub>2</sub>O<br>"),
        ("List<String>", "List&lt;String&gt;"),
        ("<!-- 비고 --> 끝", '<span class="raw-html">&lt;!-- 비고 --&gt;</span> 끝'),
        ("<font color=red>빨강</font>", "빨강"),
        (r"$\foo{<b>}$", r'<code class="math-error">\foo{&lt;b&gt;}</code>'),
    ],
)
def test_spans(text: str, html: str) -> None:
    assert html == inside(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[가](b)", '<span class="broken-link" title="b">가</span>'),
        ("[[쪽]]", '<span class="broken-link" title="쪽">쪽</span>'),
        ("![대신](b.png)", '<span class="missing-picture" title="b.png">대신</span>'),
        ("![](c/b.png)", '<span class="missing-picture" title="c/b.png">b.png</span>'),
        ("![[b.png]]", '<span class="missing-picture" title="b.png">b.png</span>'),
    ],
)
def test_what_leads_nowhere_is_marked(text: str, html: str) -> None:
    assert html == inside(text, NOTHING)


def test_a_picture_keeps_its_size_and_never_leaves_the_site() -> None:
    sized = RenderContext(lambda url: url, lambda source: PictureLink("a.png", 3, 4), lambda target: None)
    assert '<img src="a.png" alt="" width="3" height="4" loading="lazy">' == inside("![](b)", sized)
    away = RenderContext(lambda url: url, lambda source: PictureLink("https://a.b/c"), lambda target: None)
    assert "<img" not in inside("![](b)", away)


def test_a_heading_of_a_table_that_says_nothing_is_none() -> None:
    assert "<tr><td></td> <th>b</th> </tr>" in shown("| | b |\n|-|-|\n| 1 | 2 |")


def test_code_is_coloured_in_known_languages_only() -> None:
    assert '<div class="code" data-language="python"><pre' in shown("```python\nx = 1\n```")
    assert '<span class="n">x</span>' in shown("```python\nx = 1\n```")
    assert '<div class="code-title">이런 말</div><pre tabindex="0"><code>x = 1' in shown(
        "```이런 말\nx = 1\n```"
    )
    assert '<div class="code-title">train.py</div>' in shown("```python train.py\nx\n```")


def test_code_of_any_length_is_shown() -> None:
    assert "<span" in shown("```rst\n" + "`a" * 100 + "\n```")
    assert "`a" * 20_000 in shown("```rst\n" + "`a" * 20_000 + "\n```")


def test_footnotes_lead_there_and_back() -> None:
    html = shown("가[^1] 나[^1]\n\n[^1]: 다\n\n[^메모]: 라")
    assert '<a href="#fn-1" id="fnref-1" title="1">1</a>' in html
    assert '<a href="#fn-1" id="fnref-1-2" title="1">1</a>' in html
    assert '<li id="fn-1" value="1"><p>다 <a class="footnote-back" href="#fnref-1">↩</a>' in html
    assert '<li id="fn-2" value="2">[^메모]: <p>라</p>' in html


def test_raw_html_holds_markdown_and_is_closed_where_its_surroundings_end() -> None:
    assert "<details><summary>왜?</summary> <p><strong>본문</strong></p> </details> <p>끝</p>" == shown(
        "<details><summary>왜?</summary>\n\n**본문**\n\n</details>\n\n끝"
    )
    assert "<blockquote><div> <p>가</p> </div></blockquote> <p>나</p>" == shown("> <div>\n>\n> 가\n\n나")
    assert "<div> <p>가</p> </div>" == shown("<div>\n\n가")
    assert "가" == shown("</div>\n\n</section></main>가")


def test_depth_of_raw_html_is_bounded_and_loses_no_word() -> None:
    html = shown("\n\n".join(f"<div> w{i}" for i in range(300)))
    assert 100 == html.count("<div>") == html.count("</div>")
    assert [f"w{i}" for i in range(300)] == re.findall(r"w\d+", html)


def test_rendering_is_the_same_every_time() -> None:
    text = "<b>a</b> $x$ [a](b 'c') ![](d) [^1]\n\n[^1]: e\n\n```python\nx\n```"
    assert render(parse(text), EVERYTHING) == render(parse(text), EVERYTHING)


# Every word


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = ""

    def handle_data(self, data: str) -> None:
        self.found += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = ("title", "alt", "href", "data-language")
        self.found += " " if tag in ("p", "pre", "div", "li", "td", "th", "br") else ""
        self.found += "".join(f" {unquote(value or '')} " for name, value in attrs if name in kept)


def words(html: str) -> list[str]:
    reader = _Words()
    reader.feed(html)
    return re.findall(r"w\d+", reader.found)


MARKUP = st.sampled_from(
    [
        *MARKUP_PIECES,
        " ",
        "\n ",
        "\n- ",
        "\n - ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "- [ ] ",
        "](<x y>)",
        "\n\n[^1]: ",
        "\n\n[^2]: ",
    ]
)
NOTES = st.lists(st.one_of(MARKUP, st.just("w")), max_size=80)


@settings(max_examples=300)
@given(NOTES)
def test_every_word_of_a_note_is_on_its_page(pieces: list[str]) -> None:
    numbered = [f"w{i} " if piece == "w" else piece for i, piece in enumerate(pieces)]
    text = "".join(numbered)
    assert set(re.findall(r"w\d+", text)) <= set(words(render(parse(text), EVERYTHING)))


@needs(VAULT)
def test_every_word_of_real_notes_is_on_their_pages() -> None:
    with tarfile.open(REAL / VAULT) as archive:
        members = [member for member in archive if member.name.endswith(".md")][::25]
        notes = {member.name: archive.extractfile(member) for member in members}
        texts = {name: (file or io.BytesIO()).read().decode() for name, file in notes.items()}
    for name, text in texts.items():
        reader = _Words()
        reader.feed(render(parse(text), EVERYTHING))
        assert [] == [word for word in re.findall(r"[가-힣]{2,}", text) if word not in reader.found], name


# Nothing runs

PAYLOADS = Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "link",
            "meta",
            "base",
            "svg",
        }:
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in (
                "style",
                "srcset",
                "srcdoc",
                "formaction",
                "xlink:href",
                "action",
            ):
                self.found.append(name)
            if name == "src" and re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", address):
                self.found.append(address)
            if name == "href" and not re.match(r"https?:|mailto:|[^:]*$|[^:]*[/?#]", address):
                self.found.append(address)

    handle_startendtag = handle_starttag


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 60


@pytest.mark.parametrize(
    "around", ["{}", "글 {} 글", "> - {}", "<div>\n\n{}", "| a |\n|--|\n| {} |", "<p>{}", "$x$ {}"]
)
def test_nothing_from_a_note_runs_or_loads(around: str) -> None:
    for payload in PAYLOADS:
        html = render(parse(around.format(payload.replace("\\n", "\n"))), EVERYTHING)
        dangers = _Dangers()
        dangers.feed(html)
        assert [] == dangers.found, (payload, html)


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from([*PAYLOADS, "<b>", "</b>", "<table>", "<td>", "`", "$", "\n", "\n\n", '"', "'", ">"])
    )
)
def test_nor_do_they_together(pieces: list[str]) -> None:
    dangers = _Dangers()
    dangers.feed(render(parse("".join(pieces)), EVERYTHING))
    assert [] == dangers.found
