"""Where the links of notes lead."""

from urllib.parse import unquote

import pytest

from studylog.core.body.links import Destination, destination, inside
from studylog.core.digest.lectures.video import video_at
from studylog.core.digest.notes.page import note_page
from studylog.core.digest.weblinks import host, shown
from tests.core.digest_cases import made, notes

SITE = made(
    {
        "notes/2021/a.md": "# 가\n\n[용어](../용어집.md#뜻) [[용어집]] [[없는 것]]",
        "notes/용어집.md": "# 용어집\n\n[자신](용어집.md)",
    }
)
PATHS = ("notes/2021/a.md", "notes/용어집.md")


def text_of(path: str) -> str:
    entry = next(entry for entry in notes(SITE) if entry.note.path == path)
    return "".join(block.html for block in note_page(SITE, entry).blocks)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("../용어집.md", Destination("note", "notes/용어집.md")),
        ("../%EC%9A%A9%EC%96%B4%EC%A7%91.md#%EB%9C%BB", Destination("note", "notes/용어집.md", "뜻")),
        ("/notes/용어집.md", Destination("note", "notes/용어집.md")),
        ("#가", Destination("note", "notes/2021/a.md", "가")),
        ("../../slides/a b.pdf", Destination("file", "slides/a b.pdf")),
        ("https://a.example/x", Destination("web", "https://a.example/x")),
        ("mailto:a@b.example", Destination("web", "mailto:a@b.example")),
        ("../../../etc/passwd", Destination("nowhere")),
        ("javascript:alert(1)", Destination("nowhere")),
        ("JaVaScRiPt:alert(1)", Destination("nowhere")),
        ("file:///etc/passwd", Destination("nowhere")),
        ("//a.example/x", Destination("nowhere")),
        ("http://[", Destination("nowhere")),
        ("", Destination("nowhere")),
    ],
)
def test_a_link_leads_to_a_page_a_file_the_web_or_nowhere(url: str, expected: Destination) -> None:
    assert expected == destination(PATHS, "notes/2021/a.md", url)


def test_no_way_leads_out_of_the_notebook() -> None:
    assert None is inside("notes/a.md", "../../x")
    assert None is inside("notes/a.md", "..\\..\\x")
    assert None is inside("notes/a.md", "%2e%2e/%2e%2e/x")


def test_links_and_wikilinks_lead_to_pages_or_nowhere() -> None:
    html = text_of("notes/2021/a.md")
    assert ' href="../notes/용어집.html#뜻">용어<' in unquote(html)
    assert ' href="../notes/용어집.html">용어집<' in unquote(html)
    assert '<span class="broken-link" title="없는 것">없는 것</span>' in html


def test_a_note_knows_who_links_to_it_but_not_itself() -> None:
    first, second = notes(SITE)
    assert [("가", 1), (None, 0)] == [
        (page.backlinks[0].text if page.backlinks else None, page.backlinks_total)
        for page in (note_page(SITE, second), note_page(SITE, first))
    ]


@pytest.mark.parametrize(
    ("video", "at", "expected"),
    [
        ("https://www.youtube.com/watch?v=a&t=3s", "00:24:37", "https://www.youtube.com/watch?v=a&t=1477s"),
        ("https://youtu.be/a", "00:06:00", "https://youtu.be/a?t=360s"),
        ("https://video.example/a.mp4", "01:00:00", "https://video.example/a.mp4#t=3600"),
        ("https://video.example/a.mp4", None, "https://video.example/a.mp4"),
        ("javascript:alert(1)", "00:06:00", None),
        (None, "00:06:00", None),
    ],
)
def test_a_video_opens_at_the_minute(video: str | None, at: str | None, expected: str | None) -> None:
    assert expected == video_at(video, at)


def test_only_the_web_has_hosts() -> None:
    assert "a.example" == host("https://www.A.example/x")
    assert [None, None, None] == [host("mailto:a@b.example"), host("a.md"), host("http://[")]


def test_an_address_is_shown_as_people_read_it() -> None:
    assert "a.example/가/b?q=1" == shown("https://www.a.example/%EA%B0%80/b/?q=1")
