"""The HTML of a note, made before anybody knows where its links lead."""

from studylog.core.body.whole import Body, Reference, body_of
from studylog.core.digest.leads import Lead, placed
from studylog.core.markdown.context import PictureLink
from studylog.core.parse import read
from studylog.core.settings import Settings

LEADS = {
    Reference("link", "b.md#절"): Lead("../notes/b.html#절"),
    Reference("link", "#여기"): Lead("#여기"),
    Reference("wikilink", "용어집"): Lead("../notes/용어집.html"),
    Reference("picture", "a.png"): Lead(None, PictureLink("../assets/1.png", 3, 4)),
    Reference("picture", "쪽"): Lead("../notes/쪽.html"),
}


def body(text: str) -> Body:
    return body_of(read("notes/a.md", text.encode(), Settings()))


def html(text: str) -> str:
    made = body(text)
    whole = "".join(part.html for part in made.parts)
    return placed(whole, made.references, lambda one: LEADS.get(one, Lead()), "notes/a.html").strip()


def test_links_lead_where_they_are_said_to_lead() -> None:
    assert '<p><a href="../notes/b.html#%EC%A0%88" title="그">둘</a></p>' == html('[둘](b.md#절 "그")')
    assert '<p><a href="../notes/%EC%9A%A9%EC%96%B4%EC%A7%91.html">용어집</a></p>' == html("[[용어집]]")
    assert '<p><a href="#%EC%97%AC%EA%B8%B0">여기</a></p>' == html("[여기](#여기)")


def test_what_leads_nowhere_is_words() -> None:
    assert '<p><span class="broken-link" title="c.md">셋</span></p>' == html("[셋](c.md)")
    assert '<p><span class="missing-picture" title="d.png">그림</span></p>' == html("![그림](d.png)")


def test_links_to_the_web_are_whole_at_once() -> None:
    made = body("<https://a.b/c> [메일](mailto:a@b.c)")
    assert () == made.references
    assert "@" not in made.parts[0].html.replace("mailto:a@b.c", "")


def test_pictures_are_shown_with_their_size() -> None:
    assert (
        '<p><img src="../assets/1.png" alt="점" title="그" width="3" height="4" loading="lazy"></p>'
        == html('![점](a.png "그")')
    )
    assert '<img src="../assets/1.png" alt="a.png" width="3" height="4" loading="lazy">' in html("![[a.png]]")


def test_an_embed_of_a_page_is_a_link_to_it() -> None:
    assert '<p><a href="../notes/%EC%AA%BD.html">쪽</a></p>' == html("![[쪽]]")
    assert '<p><span class="broken-link" title="없음">없음</span></p>' == html("![[없음]]")
    assert '<p><span class="missing-picture" title="없음.png">없음.png</span></p>' == html("![[없음.png]]")


def test_a_picture_in_a_link_is_both() -> None:
    assert '<a href="#%EC%97%AC%EA%B8%B0"><img src="../assets/1.png"' in html("[![점](a.png)](#여기)")


def test_raw_html_is_placed_as_well() -> None:
    text = 'x <a href="b.md#절" title="t">둘</a> <img src="a.png" alt="점">'
    assert '<a href="../notes/b.html#%EC%A0%88" title="t">둘</a>' in html(text)
    assert '<img src="../assets/1.png" alt="점" width="3" height="4" loading="lazy">' in html(text)


def test_text_that_looks_like_a_place_stays_text() -> None:
    assert '<p>&lt;a href="@0"&gt; "@1" @page</p>' == html('\\<a href="@0"\\> "@1" @page')
    assert '<p><span class="broken-link" title="@7">@7</span></p>' == html("[@7](@7)")


def test_what_other_pages_show_leads_back_to_the_note() -> None:
    made = body("Q. 왜?[^1]\nA. 그래서[^1]\n\n[^1]: 각주\n")
    ((_, quote),) = made.quotes
    shown = placed(quote.html, made.references, lambda one: Lead(), "meetings/b.html")
    assert ' href="../meetings/b.html#fn-1"' in shown
