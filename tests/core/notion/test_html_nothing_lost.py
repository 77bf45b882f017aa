"""Whatever a page holds, no character of it is swallowed as markup when its note is read."""

import io
import zipfile
from collections.abc import Iterator
from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from studylog.core.incoming.coverage import coverage
from studylog.core.markdown import html_text, plain
from studylog.core.notion.html import read_html
from tests.core.notion.html_pages import equation, read, readable, squeezed, swallowed
from tests.realdata import REAL, needs

EXPORT = "notion/html-export.zip"

# Words, and everything that means something to one of the readers of Markdown.
_WORDS = """
가 나다 한국어(Korean) "단어" “말” 는 이 A b word 1 2 3 . ! ? : ; … · ' ’ Q. A1. Q1) (1) ⇒ 💡
👩‍👩‍👧 e\u0301 ᄒ ᅡ * ** ***
_ __ ~ ~~ ~~~ ` `` ``` $ $$ [ ] ( ) [x] [^1] [[a]] ![a](b) [a](b) ^[x] [!NOTE] <b> <br> </details> <!-- -->
&amp; &lt;
| |---| --- === + - # ## > ::: ^q-k3f9a2bc \\ \\\\ { } % = == 1. 1) 12. https://a.b/c_d https://x.y/가
www.a.b a@b.c
\\alpha \\( \\[ \u0338 \u3000 \u00a0 \u200b \u2028 \x00 \x0c
"""
WORDS = [word for line in _WORDS.strip("\n").split("\n") for word in line.split(" ")]
BLANKS = [" ", "  ", "\n", "\n\n", "\t", "- ", "# ", "1. ", "> "]
TEXTS = st.lists(st.sampled_from([*WORDS, *BLANKS]), max_size=7).map("".join) | st.text(max_size=12)
ESCAPED = TEXTS.map(escape)
ADDRESSES = [
    "https://a.b/c",
    "Page%20ab.html",
    "x(y.html",
    "a b.html",
    "javascript:x",
    "#x",
    "",
    "../가.pdf",
    "mailto:a@b.c",
]
MARKS = [
    "strong",
    "em",
    "del",
    "code",
    "u",
    'mark class="highlight-red"',
    'span style="border-bottom:0.05em solid"',
]
MEMBERS = [
    "<br/>",
    '<img src="a.png"/>',
    '<img src="https://a.b/c.png" alt="al]t*"/>',
    '<span class="user">@길동</span>',
    '<a href="https://a.b/c">https://a.b/c</a>',
]


def marked(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag.split()[0]}>"


def joined(parts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=most).map("".join)


def table(rows: list[list[str]], head: bool) -> str:
    cells = [f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows]
    first = f"<thead>{cells[0]}</thead>" if head and cells else "".join(cells[:1])
    return f"<table>{first}<tbody>{''.join(cells[1:])}</tbody></table>"


LINKS = st.builds(
    lambda href, words: f'<a href="{escape(href)}">{words}</a>', st.sampled_from(ADDRESSES), ESCAPED
)
LINES = joined(
    st.recursive(
        ESCAPED | LINKS | st.sampled_from(MEMBERS) | ESCAPED.map(equation),
        lambda parts: st.builds(marked, st.sampled_from(MARKS), joined(parts, 3)),
        max_leaves=6,
    ),
    4,
)
ROWS = st.lists(st.lists(LINES, min_size=1, max_size=3), max_size=3)
LEAVES = st.one_of(
    LINES,
    LINES.map(lambda line: f"<p>{line}</p>"),
    st.builds(lambda line, level: f"<h{level}>{line}</h{level}>", LINES, st.integers(1, 4)),
    st.sampled_from(["<hr/>", "<p></p>"]),
    ESCAPED.map(lambda code: f'<pre class="code"><code class="language-Python">{code}</code></pre>'),
    ESCAPED.map(lambda tex: equation(tex, block=True)),
    st.builds(table, ROWS, st.booleans()),
    LINES.map(
        lambda words: (
            f'<figure class="image"><a href="a.png"><img src="a.png"/></a><figcaption>{words}'
            f"</figcaption></figure>"
        )
    ),
    st.builds(
        lambda title, words: (
            '<figure><a href="https://w.w/x" class="bookmark source"><div class="bookmark-info">'
            '<div class="bookmark-text">'
            f'<div class="bookmark-title">{title}</div><div class="bookmark-description">{words}</div></div>'
            '<div class="bookmark-href">https://w.w/x</div></div></a></figure>'
        ),
        ESCAPED,
        ESCAPED,
    ),
)
AROUND = [
    '<ul class="bulleted-list"><li style="list-style-type:disc">{0}{1}</li></ul>',
    '<ol type="1" class="numbered-list" start="{2}"><li>{0}{1}</li></ol>',
    '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>{0}</span><div '
    'class="indented">{1}</div>'
    "</li></ul>",
    '<ul class="toggle"><li><details open=""><summary>{0}</summary>{1}</details></li></ul>',
    '<details open=""><summary style="font-size:1.5em">{0}</summary><div class="indented">{1}</div>'
    "</details>",
    '<figure class="callout"><div style="font-size:1.5em"><span class="icon">💡</span></div>'
    "<div>{0}{1}</div></figure>",
    "<blockquote>{0}{1}</blockquote>",
    '<p>{0}<div class="indented">{1}</div></p>',
    '<div class="column-list"><div class="column">{0}</div><div class="column">{1}</div></div>',
    '<mystery class="new">{0}{1}</mystery>',
]


def around(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(str.format, st.sampled_from(AROUND), LINES, joined(blocks, 3), st.integers(0, 12))


PAGES = joined(st.recursive(LEAVES, around, max_leaves=8), 5)
relaxed = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@relaxed
@given(LINES)
def test_no_line_loses_anything(line: str) -> None:
    assert "" == swallowed(read(f"<p>{line}</p>"))


@relaxed
@given(PAGES)
def test_no_page_loses_anything(html: str) -> None:
    page = read(html)
    assert "" == swallowed(page)
    assert all(reference in page.body for reference in page.references)


@relaxed
@given(PAGES)
def test_reading_is_the_same_every_time(html: str) -> None:
    assert read(html) == read(html)


@relaxed
@given(
    st.lists(
        st.sampled_from(
            ["<b>", "</b>", "<li>", "</p>", "<", ">", "a", "<td>", "<!--", "<![", "&#", '"', "</", "<?x"]
        )
    )
)
def test_any_tags_give_a_page(parts: list[str]) -> None:
    assert read("".join(parts)).id


# What other readers of Markdown know, too: no formulas, and no mercy for marks next to Hangul.
PROSE = st.sampled_from([word for word in WORDS if "$" not in word and "^" not in word and "://" not in word])
PROSE_LINES = joined(
    st.recursive(
        st.lists(PROSE | st.sampled_from(BLANKS), max_size=5).map("".join).map(escape) | st.just("<br/>"),
        lambda parts: st.builds(marked, st.sampled_from(["strong", "em", "del", "code"]), joined(parts, 3)),
        max_leaves=6,
    ),
    4,
)


OWN_TAGS = {f"<{end}{name}>" for name in ("b", "i", "s", "br") for end in ("", "/")}


def as_others_read(markdown: str) -> str:
    """What a reader without anything of studylog's own sees; tags that are not ours are seen, too."""
    seen = []
    for token in MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(markdown):
        if token.type in ("html_block", "fence", "code_block"):
            seen.append(html_text(token.content))
        for part in token.children or ():
            is_foreign = part.type == "html_inline" and part.content not in OWN_TAGS
            seen.append(part.content if is_foreign else plain([part]))
    return squeezed("".join(seen))


@relaxed
@given(PROSE_LINES)
def test_other_readers_of_markdown_see_the_same(line: str) -> None:
    page = read(f"<p>{line}</p>")
    assert squeezed(page.visible.removeprefix(page.title)) == as_others_read(page.body)


@relaxed
@given(PROSE_LINES)
def test_no_line_gains_anything(line: str) -> None:
    page = read(f"<p>{line}</p>")
    assert squeezed(page.visible.removeprefix(page.title)) == readable(page.body)


def pages_of(archive: bytes) -> Iterator[tuple[str, str]]:
    """The pages of an export, also of the archives that lie in it."""
    with zipfile.ZipFile(io.BytesIO(archive)) as export:
        for name in export.namelist():
            if name.endswith(".zip"):
                yield from pages_of(export.read(name))
            elif name.endswith(".html"):
                yield name, export.read(name).decode()


@needs(EXPORT)
def test_a_real_export_loses_nothing() -> None:
    pages = {name: read_html(html, name) for name, html in pages_of((REAL / EXPORT).read_bytes())}
    assert ["index.html"] == [name.rpartition("/")[2] for name, page in pages.items() if page is None]
    assert {} == {name: swallowed(page) for name, page in pages.items() if page and swallowed(page)}
    assert {100.0} == {
        coverage(page.visible, f"{page.title}\n{page.body}").percent for page in pages.values() if page
    }
    assert all(page.body and squeezed(page.visible) for page in pages.values() if page)
