"""Pages of Notion's HTML export: each of its blocks as people write it in a note."""

import pytest

from studylog.core.notion.html import read_html
from tests.core.notion.html_pages import body_of, equation, page_html, read, readable, swallowed

BULLETS = (
    '<ul class="bulleted-list"><li style="list-style-type:disc">가중치 초기화<ul class="bulleted-list">'
    '<li style="list-style-type:circle">Xavier</li></ul><ul class="bulleted-list"><li>He</li></ul></li></ul>'
    '<ul class="bulleted-list"><li>배치 정규화</li></ul>'
)
CALLOUT = (
    '<figure class="block-color-gray_background callout" style="white-space:pre-wrap;display:flex">'
    '<div style="font-size:1.5em">{icon}</div><div style="width:100%">{inside}</div></figure>'
)
BOOKMARK = (
    '<figure><a href="https://example.com/xception" class="bookmark source"><div class="bookmark-info">'
    '<div class="bookmark-text"><div class="bookmark-title">{title}</div>'
    '<div class="bookmark-description">{description}</div></div><div class="bookmark-href">'
    '<img src="https://example.com/i.png" class="icon bookmark-icon"/>https://example.com/xception'
    "</div></div>"
    '<img src="https://example.com/b.png" class="bookmark-image"/></a>{caption}</figure>'
)
SIMPLE = (
    '<table class="simple-table"><thead class="simple-table-header"><tr id="r"><th '
    'class="simple-table-header-color '
    'simple-table-header">모델</th><th>정확도</th></tr></thead><tbody><tr><td>VGG | 16</td><td>71.5'
    "<br/>(top-1)</td>"
    "</tr><tr><td></td><td><code>a|b</code></td></tr></tbody></table>"
)
NEW_TABLE = (
    '<div style="display:contents" dir="ltr"><table class="simple-table"><tbody><div '
    'style="display:contents" '
    'dir="ltr"><tr><td>하나</td><td>둘</td></tr></div><div style="display:contents" dir="ltr"><tr>'
    "<td>셋</td></tr>"
    "</div></tbody></table></div>"
)
DATABASE = (
    '<div id="d" class="collection-content"><h4 class="collection-title">논문 목록</h4><div></div>'
    '<table class="collection-content"><thead><tr><th><span class="icon property-icon"><svg></svg>'
    "</span>제목</th>"
    "<th>태그</th><th>발표자</th><th>자료</th><th>완료</th></tr></thead><tbody><tr>"
    '<td class="cell-title"><a href="DB%20ab/Xception%20cd.html"><span class="icon">📄'
    "</span>Xception</a></td>"
    '<td class="cell-ab]"><span class="selected-value select-value-color-red">CNN</span>'
    '<span class="selected-value">경량화</span></td>'
    '<td class="cell-x"><span class="user"><span class="icon text-icon user-icon">몽</span>몽룡</span></td>'
    '<td class="cell-y"><span style="margin-right:6px"><a href="DB%20ab/a.pdf">a.pdf</a></span>'
    '<span style="margin-right:6px"><a href="DB%20ab/b.pdf">b.pdf</a></span></td>'
    '<td class="cell-z"><div class="checkbox checkbox-on"></div></td></tr></tbody></table></div>'
)

BLOCKS = {
    "headings keep their level, for the title is in the header": (
        "<h1>1. 강의 내용</h1><h2>7강 Further Questions</h2><h3>(1) Xception</h3><h4>작은 제목</h4>",
        "# 1. 강의 내용\n\n## 7강 Further Questions\n\n### (1) Xception\n\n#### 작은 제목\n",
    ),
    "a heading is not bold once more, and stands in one line": (
        "<h2><strong>4. <br/>성능 </strong><strong>비교</strong></h2><h3><strong>굵은</strong> 말"
        "</h3><h3></h3>",
        "## 4. 성능 비교\n\n### **굵은** 말\n",
    ),
    "a heading with an equation, and with a sign at its end": (
        f"<h3>{equation('L_2')} 정규화</h3><h3>C #</h3>",
        "### $L_2$ 정규화\n\n### C \\#\n",
    ),
    "paragraphs; the indented ones follow": (
        '<p>바깥<div class="indented"><p>안쪽<div class="indented"><p>더 안쪽</p></div></p></div>'
        "</p><p></p><p>끝</p>",
        "바깥\n\n안쪽\n\n더 안쪽\n\n끝\n",
    ),
    "a line break is one, two begin a paragraph, those at the end go": (
        "<p>첫 줄<br/>둘째 줄 <br/><strong>굵은 줄</strong><br/><br/>새 문단<br/></p><p>또\n한 줄</p>",
        "첫 줄  \n둘째 줄  \n**굵은 줄**\n\n새 문단\n\n또  \n한 줄\n",
    ),
    "bullets, of which Notion makes a list each": (
        BULLETS,
        "- 가중치 초기화\n  - Xavier\n  - He\n- 배치 정규화\n",
    ),
    "the wrappers of newer exports": (
        '<div style="display:contents" dir="auto"><ul class="bulleted-list"><li>하나</li></ul></div>'
        '<div style="display:contents" dir="auto"><ul class="bulleted-list"><li>둘</li></ul></div>'
        '<div style="display:contents" dir="auto"><p>글</p></div>',
        "- 하나\n- 둘\n\n글\n",
    ),
    "numbers go on where they are": (
        '<ol type="1" class="numbered-list" start="1"><li>하나</li></ol><ol type="1" '
        'class="numbered-list" start="2">'
        '<li>둘<ol type="a" class="numbered-list" start="1"><li>안</li></ol></li></ol><p>사이</p>'
        '<ol type="1" class="numbered-list" start="3"><li>셋</li></ol>',
        "1. 하나\n2. 둘\n   1. 안\n\n사이\n\n3. 셋\n",
    ),
    "a list that begins anew beside another": (
        '<ol start="1"><li>하나</li></ol><ol start="2"><li>둘</li></ol><ol start="1"><li>다시</li></ol>'
        '<ol start="2"><li>다시 둘</li></ol>',
        "1. 하나\n2. 둘\n\n1) 다시\n2) 다시 둘\n",
    ),
    "a nested list that cannot follow its words at once": (
        '<ul class="bulleted-list"><li>바깥<ol start="3"><li>안</li></ol></li></ul>',
        "- 바깥\n\n  3. 안\n",
    ),
    "a nested list that begins with nothing": (
        '<ul class="bulleted-list"><li>바깥<ol start="0"><li>영</li></ol><ol start="1"><li>하나'
        "</li></ol></li></ul>",
        "- 바깥\n\n  0. 영\n  1. 하나\n",
    ),
    "lists that an empty paragraph keeps apart, and empty items": (
        '<ul class="bulleted-list"><li>하나</li></ul><p></p><ul class="bulleted-list"><li>둘</li></ul>'
        '<ul class="bulleted-list"><li></li></ul>'
        '<ul class="bulleted-list"><li><ul class="bulleted-list"><li>아이</li></ul></li></ul>',
        "- 하나\n\n- 둘\n- 아이\n",
    ),
    "an item with several lines, and with code in it": (
        '<ul class="bulleted-list"><li>예:<br/>둘째 줄<pre class="code"><code '
        'class="language-Python">x = 1\n\ny = 2'
        "</code></pre></li></ul>",
        "- 예:  \n  둘째 줄\n\n  ```python\n  x = 1\n\n  y = 2\n  ```\n",
    ),
    "to-dos, done and not, with what lies in them": (
        '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span '
        'class="to-do-children-checked">'
        '슬라이드 올리기</span><div class="indented"><ul class="to-do-list"><li><div '
        'class="checkbox checkbox-off">'
        '</div> <span class="to-do-children-unchecked">링크 걸기</span><div class="indented"></div>'
        "</li></ul></div>"
        "</li></ul>",
        "- [x] 슬라이드 올리기\n  - [ ] 링크 걸기\n",
    ),
    "to-dos of newer exports": (
        '<ul class="to-do-list"><li><input type="checkbox" class="checkbox checkbox-on" '
        'disabled="" checked=""/> '
        '<span class="to-do-children-checked">했다</span></li></ul><ul class="to-do-list"><li>'
        '<input type="checkbox" '
        'class="checkbox checkbox-off"/> <span>남았다</span></li></ul>',
        "- [x] 했다\n- [ ] 남았다\n",
    ),
    "a toggle of a list": (
        '<ul class="toggle"><li><details open=""><summary>Q1. 왜 <strong>그런가요</strong>?'
        "</summary><p>답입니다.</p>"
        "<p>둘째 문단</p></details></li></ul>",
        "<details>\n<summary>Q1. 왜 <b>그런가요</b>?</summary>\n\n답입니다.\n\n둘째 문단\n\n</details>\n",
    ),
    "a toggle without a list, and an empty one": (
        '<details class="toggle" open=""><summary dir="auto">접힌 것</summary><div class="indented"><ul '
        'class="bulleted-list"><li>안</li></ul></div></details><details><summary>빈 것</summary></details>',
        "<details>\n<summary>접힌 것</summary>\n\n- 안\n\n</details>\n\n"
        "<details>\n<summary>빈 것</summary>\n</details>\n",
    ),
    "a toggle heading is a heading": (
        '<details open=""><summary '
        'style="font-weight:600;font-size:1.5em;line-height:1.3;margin:0">8강 강의/퀴즈'
        '</summary><div class="indented"><p>내용</p></div></details>',
        "## 8강 강의/퀴즈\n\n내용\n",
    ),
    "a toggle heading of newer exports": (
        '<details open=""><summary style="font-weight:600"><h3 style="display:inline-block">1단계 '
        "&amp; 2단계</h3>"
        '</summary><div class="indented"><p>내용</p></div></details>',
        "### 1단계 & 2단계\n\n내용\n",
    ),
    "a toggle in an item": (
        '<ul class="bulleted-list"><li>바깥<ul class="toggle"><li><details open=""><summary>접힘'
        "</summary><p>안</p>"
        "</details></li></ul></li></ul>",
        "- 바깥\n\n  <details>\n  <summary>접힘</summary>\n\n  안\n\n  </details>\n",
    ),
    "the line of a toggle is HTML": (
        f"<details><summary>a &lt;b&gt; &amp;amp; <code>x&lt;T&gt;</code> {equation('y')} "
        '<a href="Page%20ab.html">쪽</a><br/>둘째</summary></details>',
        "<details>\n<summary>a &lt;b> &amp;amp; <code>x&lt;T></code> $y$ "
        '<a href="Page%20ab.html">쪽</a> 둘째</summary>\n</details>\n',
    ),
    "a callout with its picture": (
        CALLOUT.format(icon='<span class="icon">💡</span>', inside="<p>기억하세요</p><p>둘째</p>"),
        "> [!TIP]\n> 💡 기억하세요\n>\n> 둘째\n",
    ),
    "callouts with a picture of Notion's, with none, and with nothing": (
        CALLOUT.format(
            icon='<img class="icon" src="https://www.notion.so/icons/info.svg"/>', inside="글<p>더</p>"
        )
        + CALLOUT.format(icon="", inside="<h3>제목</h3><ul><li>점</li></ul>")
        + CALLOUT.format(icon='<span class="icon">💡</span>', inside="<p>\n</p>"),
        "> [!NOTE]\n> 글\n>\n> 더\n\n> [!NOTE]\n> ### 제목\n>\n> - 점\n",
    ),
    "a callout of newer exports": (
        '<aside class="block-color-red callout"><div style="font-size:1.5em"><span class="icon" '
        'data-emoji="⚠️"></span>'
        '</div><div style="width:100%"><h2>주의</h2><p>글</p></div></aside>',
        "> [!WARNING]\n> ⚠️\n>\n> ## 주의\n>\n> 글\n",
    ),
    "quotes inside each other": (
        "<blockquote>바깥<br/>둘째 줄<blockquote>안</blockquote><p>다시 바깥</p></blockquote>",
        "> 바깥  \n> 둘째 줄\n>\n> > 안\n>\n> 다시 바깥\n",
    ),
    "code, its language and its fence": (
        '<script src="https://cdn.example.com/prism.js"></script><pre class="code code-wrap"><code '
        'class="language-C++" '
        'style="white-space:pre-wrap"><span class="token keyword">int</span> a&lt;b&gt;;\n\n```\n  '
        "*x*</code></pre>",
        "````cpp\nint a<b>;\n\n```\n  *x*\n````\n",
    ),
    "code of no language, and of one in two words": (
        '<pre class="code"><code class="language-Plain Text">그냥</code></pre><pre class="code" '
        'data-notion-code-syntax="jsx"><code>y</code></pre>',
        "```\n그냥\n```\n\n```jsx\ny\n```\n",
    ),
    "an equation on its own": (
        equation("f(x) = \\begin{cases}\n\n  1 &amp; x &gt; 0 \\\\\n  0\n\\end{cases}", block=True),
        "$$\nf(x) = \\begin{cases}\n  1 & x > 0 \\\\\n  0\n\\end{cases}\n$$\n",
    ),
    "an equation that two dollars cannot hold": (
        equation("a\n$$ b", block=True),
        "```math\na\n$$ b\n```\n",
    ),
    "columns stand one after the other": (
        '<div class="column-list"><div style="width:50%" class="column"><p>왼쪽</p></div><div '
        'class="column"><h2>오른쪽'
        "</h2></div></div>",
        "왼쪽\n\n## 오른쪽\n",
    ),
    "a bookmark": (
        BOOKMARK.format(
            title="Xception", description="깊이별 분리 합성곱", caption="<figcaption>읽을 것</figcaption>"
        ),
        "[Xception](https://example.com/xception)\n\n깊이별 분리 합성곱\n\n읽을 것\n",
    ),
    "a bookmark without a title": (
        BOOKMARK.format(title="", description="", caption=""),
        "https://example.com/xception\n",
    ),
    "a picture with its words": (
        '<figure class="image"><a href="8%2012%20ab/%EA%B7%B8%EB%A6%BC.png"><img style="width:480px" '
        'src="8%2012%20ab/%EA%B7%B8%EB%A6%BC.png"/></a><figcaption><em>수용 영역</em></figcaption></figure>',
        "![](8%2012%20ab/%EA%B7%B8%EB%A6%BC.png)\n\n*수용 영역*\n",
    ),
    "a file, and one that Notion calls by its own name": (
        '<figure><div class="source"><a href="dir%20ab/%EB%B0%9C%ED%91%9C.pdf">발표.pdf</a></div></figure>'
        '<figure><div class="source"><a '
        'href="dir%20ab/b.pdf">attachment:228e782a-c4d9-4f4b-a3af-2fe516a9af0f:b.pdf</a>'
        "</div></figure>",
        "[발표.pdf](dir%20ab/%EB%B0%9C%ED%91%9C.pdf)\n\n[b.pdf](dir%20ab/b.pdf)\n",
    ),
    "something embedded": (
        '<figure><div class="source"><a href="https://youtu.be/abc">https://youtu.be/abc</a></div></figure>'
        '<figure><div class="source">https://example.com/board</div></figure>'
        '<video controls src="dir%20ab/%EC%98%81%EC%83%81.mp4"></video>',
        "https://youtu.be/abc\n\nhttps://example.com/board\n\n[영상.mp4](dir%20ab/%EC%98%81%EC%83%81.mp4)\n",
    ),
    "a page below this one": (
        '<figure class="link-to-page"><a href="Hoe%20ab/%EC%A3%BC%EC%A0%9C%20cd.html"><span '
        'class="icon">📎</span>주제'
        "</a></figure>",
        "[주제](Hoe%20ab/%EC%A3%BC%EC%A0%9C%20cd.html)\n",
    ),
    "a table with a head": (
        SIMPLE,
        "| 모델 | 정확도 |\n| --- | --- |\n| VGG \\| 16 | 71.5<br>(top-1) |\n|  | `a\\|b` |\n",
    ),
    "a table without a head, whose rows are not full": (
        NEW_TABLE,
        "|  |  |\n| --- | --- |\n| 하나 | 둘 |\n| 셋 |  |\n",
    ),
    "a database": (
        DATABASE,
        "#### 논문 목록\n\n| 제목 | 태그 | 발표자 | 자료 | 완료 |\n| --- | --- | --- | --- | --- |\n"
        "| [Xception](DB%20ab/Xception%20cd.html) | CNN, 경량화 | 몽룡 | "
        "[a.pdf](DB%20ab/a.pdf), [b.pdf](DB%20ab/b.pdf) | ☑ |\n",
    ),
    "a database that is a file": (
        '<div class="collection-content"><h4 class="collection-title">논문</h4><a '
        'href="%EB%85%BC%EB%AC%B8%20ab.csv">'
        "<code>논문 ab.csv</code></a></div>",
        "#### 논문\n\n[`논문 ab.csv`](%EB%85%BC%EB%AC%B8%20ab.csv)\n",
    ),
    "a divider, also as the first thing": (
        "<hr/><p>글</p><hr/><ul class='bulleted-list'><li><hr/></li></ul>",
        "***\n\n글\n\n---\n\n- ***\n",
    ),
    "mentions": (
        '<p><span class="user">@몽룡</span> <time>@2021년 8월 12일</time> <a href="ab.html"><span '
        'class="icon">📎</span>'
        "쪽</a></p>",
        "@몽룡 @2021년 8월 12일 [쪽](ab.html)\n",
    ),
    "comments": (
        '<p>글</p><div class="comments"><div class="comment"><b>춘향</b><p>맞나요?</p></div></div>',
        "글\n\n> **춘향**\n>\n> 맞나요?\n",
    ),
    "what nobody knows yet": (
        '<section class="new"><x-panel>새 <x-tag>것</x-tag></x-panel><p>글</p></section>',
        "새 것\n\n글\n",
    ),
    "a page that somebody put in form": (
        "\n  <p>\n    글\n  </p>\n  <ul>\n    <li>\n      하나\n    </li>\n    <li>둘</li>\n  </ul>\n",
        "글\n\n- 하나\n- 둘\n",
    ),
}


@pytest.mark.parametrize("html, markdown", BLOCKS.values(), ids=BLOCKS)
def test_blocks(html: str, markdown: str) -> None:
    assert markdown == body_of(html)


@pytest.mark.parametrize("html", [html for html, _ in BLOCKS.values()], ids=BLOCKS)
def test_no_block_swallows_anything(html: str) -> None:
    assert "" == swallowed(read(html))


def test_the_parts_of_a_page() -> None:
    page = read(
        '<p>글 <a href="ab.html">쪽</a></p><p class="">끝</p>',
        '<div class="page-header-icon"><span class="icon">📌</span></div><p '
        'class="page-description">설명</p>',
    )
    assert "0f1e2d3c4b5a69788796a5b4c3d2e1f0" == page.id
    assert "8/12(목) 회의록" == page.title
    assert {"title": "8/12(목) 회의록"} == page.header
    assert "설명\n\n글 [쪽](ab.html)\n\n끝\n" == page.body
    assert ("ab.html",) == page.references
    assert "8/12(목) 회의록\n설명\n글 쪽\n끝" == page.visible
    assert () == page.findings


def test_what_is_no_page_of_notion() -> None:
    assert None is read_html("<html><body><ul><li><a href='a.html'>a</a></li></ul></body></html>")
    assert None is read_html("<html><body><article id='news'><p>글</p></article></body></html>")
    assert None is read_html("")
    assert None is read_html("# 제목\n\n글")


def test_an_untitled_page() -> None:
    page = read_html(page_html("<p>글</p>", title=""))
    assert page is not None
    assert ("", {"title": "Untitled"}) == (page.title, page.header)


def test_a_title_is_text() -> None:
    page = read_html(page_html("", title=f"<strong>손실</strong> &amp; {equation('L_2')} "))
    assert page is not None
    assert "손실 & $L_2$" == page.title


def test_what_a_person_sees_is_taken_from_the_source() -> None:
    icon = '<span class="icon">💡</span>'
    page = read(
        f"<script>let x</script><p>글{equation('a^2')}"
        f"</p>{BOOKMARK.format(title='제목', description='', caption='')}"
        f"{CALLOUT.format(icon=icon, inside='<p>알림</p>')}"
        '<nav class="table_of_contents"><a href="#a">차례</a></nav><pre class="code"><code>x = 1</code></pre>'
    )
    assert ["8/12(목) 회의록", "글a^2", "제목", "알림", "x = 1"] == page.visible.split("\n")


def test_references_are_the_relative_destinations_as_they_stand() -> None:
    page = read(
        '<p><a href="../%EB%85%B8%ED%8A%B8.html#a">1</a> <a href="https://a.example/b">2</a> <a '
        'href="a b(1).pdf">3</a>'
        '<img src="c.png"/></p><details><summary><a href="d&amp;e.html">4</a></summary></details>'
        '<p><a href="c.png">5'
        "</a></p>"
    )
    assert ("../%EB%85%B8%ED%8A%B8.html#a", "a%20b(1).pdf", "c.png", "d&e.html") == page.references
    assert all(reference in page.body for reference in page.references)


def test_destinations_that_would_break_markdown_are_encoded() -> None:
    assert "[a](b%29%28.html)\n" == body_of('<p><a href="b)(.html">a</a></p>')
    assert "[a](b%3Cc%3E%5C%60.html)\n" == body_of('<p><a href="b&lt;c&gt;\\`.html">a</a></p>')
    assert "[a](https://a.example/?x=1&y=2)\n" == body_of(
        '<p><a href="https://a.example/?x=1&amp;y=2">a</a></p>'
    )
    assert "[a](https://a.example/b)\n" == body_of('<p><a href="//a.example/b">a</a></p>')


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "java\tscript:x",
        "data:text/html,x",
        "about:blank#b",
        "file:///etc/passwd",
        "https://app.notion.comundefined",
    ],
)
def test_what_no_note_may_lead_to_is_text_and_is_said(address: str) -> None:
    page = read(f'<p>앞 <a href="{address}">말</a> 뒤</p>')
    assert "앞 말 뒤\n" == page.body
    assert ["address"] == [finding.code for finding in page.findings]
    assert "page.html" == page.findings[0].place.path


def test_a_place_in_the_page_is_text() -> None:
    page = read('<p><a href="#0f1e">위</a>와 <a href="">아래</a></p>')
    assert ("위와 아래\n", ()) == (page.body, page.findings)


def test_a_picture_inside_the_page_leaves_its_words() -> None:
    page = read('<figure class="image"><img alt="수용 영역" src="data:image/png;base64,AAAA"/></figure>')
    assert "수용 영역\n" == page.body
    assert ["address"] == [finding.code for finding in page.findings]


def test_what_was_not_understood_is_said_once() -> None:
    page = read(
        '<nav class="block-color-gray table_of_contents"><a href="#a">차례</a></nav><x-new>a'
        "</x-new><x-new>b</x-new>"
        '<figure class="map3d">c</figure>'
    )
    assert ["contents", "unknown-block", "unknown-block"] == [finding.code for finding in page.findings]
    assert "ab\n\nc\n" == page.body


def test_an_equation_without_its_source_stays_as_it_looks() -> None:
    page = read(
        '<p>값 <span class="katex"><span class="katex-mathml"><math><mi>x</mi><mo>=</mo></math></span>'
        '<span class="katex-html">x=1</span></span></p>'
    )
    assert "값 x=1\n" == page.body
    assert "값 x=1" == page.visible.split("\n")[-1]
    assert ["equation-source"] == [finding.code for finding in page.findings]


def test_an_equation_that_notion_could_not_set_is_one_all_the_same() -> None:
    error = (
        '<span class="notion-text-equation-token"><span class="katex-error" title="x">\\frac{1</span></span>'
    )
    assert "값 $\\frac{1$\n" == body_of(f"<p>값 {error}</p>")


def test_everything_at_once_reads_as_it_was_written() -> None:
    page = read("".join(html for html, _ in BLOCKS.values()))
    assert "" == swallowed(page)
    assert readable(page.body)
