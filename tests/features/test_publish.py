"""Nothing private is published: words put into private places, and names, are nowhere in a public site."""

import base64
import html
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import pytest

from studylog.core.publishing.labels import initials
from studylog.features.build import build
from studylog.features.publish import Publication, prepare, public_notebook
from studylog.store.index.opening import opened
from studylog.store.notebook import Notebook, find
from studylog.store.staged import staged
from tests.features.canaries import canaries, named, people

TODAY = date(2021, 8, 13)
SETTINGS = """\
name: 우리 스터디
start: 2021-08-02
roster:
{roster}
repositories: {{team/canary900kestrel: ../canary900kestrel}}
canary901kestrel: {{canary902kestrel: 1}}
rota: {{presenter: [canary903kestrel]}}
site: {{public: {{private: [mentoring, 인사]}}}}
"""


def put(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def prepared(notebook: Notebook) -> Publication:
    with opened(notebook, files=True) as index:
        return prepare(notebook, index.db)


def published(root: Path, site: Path) -> dict[str, bytes]:
    """The files of the public site of a notebook."""
    notebook = find(root)
    found = prepared(notebook)
    assert found.refused == ()
    with staged(root, found.texts, found.files) as folder:
        public = public_notebook(folder)
        with opened(public, files=True, search=True, hold=True) as index:
            build(public, index, site, TODAY)
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def encodings(word: str) -> Iterator[bytes]:
    """A word as it may be written in a file."""
    raw = word.encode()
    yield raw
    yield normalize("NFD", word).encode()
    yield quote(word).encode()
    yield quote(word).lower().encode()
    yield json.dumps(word)[1:-1].encode()
    yield html.escape(word).encode()
    yield "".join(f"&#{ord(char)};" for char in word).encode()
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield raw.hex().encode()
    for shift in range(3):
        # What stands around it decides how base64 divides it: the middle is always the same.
        yield base64.b64encode(b"x" * shift + raw)[4:-4]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("publish")
    root = folder / "notebook"
    roster = "\n".join(f"  - {{name: {name}, login: canary9{name[1]}kestrel}}" for name in people())
    put(root, {"studylog.yaml": SETTINGS.format(roster=roster), **named()})
    for canary in canaries():
        put(root, dict(canary.files))
    return published(root, folder / "site")


def test_there_are_two_hundred_private_places() -> None:
    found = list(canaries())
    assert len(found) >= 200
    assert len({(canary.place, *canary.files) for canary in found}) == len(found)


def test_no_word_of_a_private_place_is_in_the_site_in_any_encoding(site: dict[str, bytes]) -> None:
    everything = b"\n".join((*site.values(), *(name.encode() for name in site))).lower()
    found = {
        canary.place
        for canary in canaries()
        for written in encodings(canary.word)
        if written.lower() in everything
    }
    assert set() == found


def test_no_name_is_in_the_site_in_any_encoding(site: dict[str, bytes]) -> None:
    everything = b"\n".join((*site.values(), *(name.encode() for name in site)))
    found = {name for name in people() for written in encodings(name) if written in everything}
    assert set() == found
    assert not any(name[1:].encode() in everything for name in people())
    assert b"kestrel" not in everything


def test_what_is_public_is_there_and_everybody_has_initials(site: dict[str, bytes]) -> None:
    text = b"\n".join(site.values()).decode("utf-8", "replace")
    assert text.count("앞") > 10
    assert initials(people()[0]) in text
    assert "meetings/2021-09-01-meeting.html" in site


def test_links_to_what_stays_at_home_lead_to_a_page_that_says_so(site: dict[str, bytes]) -> None:
    assert "notes/not-public.html" in site
    page = next(text for name, text in site.items() if name.startswith("notes/to-"))
    assert page.decode().count("not-public.html") >= 6


@pytest.mark.parametrize(
    ("how", "seen", "unseen"),
    [
        ("full", "임꺽정", "사람1"),
        ("given", "꺽정", "임꺽정"),
        ("nicknames", "동동", "꺽정"),
        ("initials", "ㅇㄲㅈ", "꺽정"),
        ("hidden", "사람1", "꺽정"),
    ],
)
def test_people_are_called_as_the_settings_say(tmp_path: Path, how: str, seen: str, unseen: str) -> None:
    roster = "roster: [{name: 임꺽정, aliases: [동동]}, 성춘향]"
    note = "---\nauthor: 임꺽정\nattendees: [꺽정, 춘향]\n---\nQ. 왜요?\nA. (꺽정) 임꺽정이 봤습니다.\n"
    settings = f"{roster}\nsite: {{public: {{names: {how}}}}}\n"
    put(tmp_path / "n", {"studylog.yaml": settings, "notes/2021-08-12.md": note})
    text = b"\n".join(published(tmp_path / "n", tmp_path / "site").values()).decode("utf-8", "replace")
    assert seen in text
    assert unseen not in text


def test_two_people_are_never_called_alike(tmp_path: Path) -> None:
    put(tmp_path, {"studylog.yaml": "roster: [김민수, 강미선]\n", "notes/a.md": "# 쪽\n\n김민수와 강미선\n"})
    found = prepared(find(tmp_path))
    assert found.texts["notes/a.md"].decode().endswith("ㄱㅁㅅ와 ㄱㅁㅅ2\n")


def test_lines_stay_where_they_were(tmp_path: Path) -> None:
    text = "---\ntitle: 쪽\n방: 3호\ntags: [a]\n---\n앞\n\n::: private\n비밀\n:::\n\n뒤 임꺽정\n"
    put(tmp_path, {"studylog.yaml": "roster: [임꺽정]\n", "notes/a.md": text})
    left = prepared(find(tmp_path)).texts["notes/a.md"].decode()
    assert "뒤 ㅇㄲㅈ" == left.split("\n")[text.split("\n").index("뒤 임꺽정")]
    assert "비밀" not in left


def test_dry_run_tells_what_is_new_since_the_last_time(tmp_path: Path) -> None:
    put(tmp_path / "n", {"studylog.yaml": "", "notes/a.md": "# 가\n\n하나\n", "notes/b.md": "# 나\n"})
    notebook = find(tmp_path / "n")
    assert [("notes/a.md", 2), ("notes/b.md", 1)] == [
        (one.path, one.lines) for one in prepared(notebook).shown
    ]
    published(tmp_path / "n", tmp_path / "site")
    assert () == prepared(notebook).shown
    put(tmp_path / "n", {"notes/a.md": "# 가\n\n하나\n\n둘\n"})
    assert [("note", "notes/a.md", "가", 1)] == [
        (one.kind, one.path, one.title, one.lines) for one in prepared(notebook).shown
    ]


def test_what_is_taken_back_is_gone_from_the_public_notebook(tmp_path: Path) -> None:
    put(tmp_path / "n", {"studylog.yaml": "", "notes/a.md": "# 가\n", "notes/b.md": "# 나\n"})
    published(tmp_path / "n", tmp_path / "site")
    put(tmp_path / "n", {"notes/b.md": "---\nprivate: true\n---\n# 나\n"})
    site = published(tmp_path / "n", tmp_path / "site")
    assert "notes/a.html" in site
    assert "notes/b.html" not in site
    assert not (tmp_path / "n/.studylog/public/notes/b.md").exists()


def test_why_a_note_stays_at_home_that_cannot_be_read_is_said_at_its_place(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "studylog.yaml": "",
            "notes/a.md": "---\ntitle: 가: 나\n---\n글\n",
            "notes/b.md": "글\n\n<<<<<<< HEAD\n하나\n=======\n둘\n>>>>>>> b\n",
            "notes/c.md": "```\n<<<<<<< HEAD\n하나\n=======\n둘\n>>>>>>> b\n```\n",
            "notes/d.md": "---\nprivate: [true\ntitle: 가\n---\n글\n",
            "notes/e.md": "---\nprivate: true\nauthor: [a, [b]]\n---\n글\n",
        },
    )
    found = prepared(find(tmp_path))

    assert ["notes/a.md:2:9", "notes/b.md:3:1", "notes/d.md:2:10"] == [str(one.place) for one in found.doubts]
    assert ["notes/c.md"] == [one.path for one in found.shown if one.kind == "note"]
    assert 4 == found.left_out


def test_what_was_carried_from_a_private_note_stays_there(tmp_path: Path) -> None:
    block = """\
---
date: 2021-08-13
---
<!-- studylog:carry canary -->
## 지난 시간에 이어서

**아직 열린 질문**

- canary — 7강 · `q-aaaaaaaa`
  A. canary
- canary 숨긴 것 · `q-cccccccc`
1. canary · `q-aaaaaaaa`
   canary
 - canary · `q-aaaaaaaa`
- 왜 보이나요? — 8강 · `q-bbbbbbbb`
  A. 보여서요.
  - canary · `q-aaaaaaaa`
    canary
  - 덤

**오늘의 논문**

- canary
<!-- /studylog:carry -->

> - 덤
>   <!-- studylog:carry canary -->
>   - canary · `q-aaaaaaaa`
>     A. canary
>   - 왜 보이나요? · `q-bbbbbbbb`
>   <!-- /studylog:carry -->
"""
    put(
        tmp_path,
        {
            "studylog.yaml": "",
            "notes/a.md": "---\ndate: 2021-08-11\nprivate: true\n---\nQ. canary? ^q-aaaaaaaa\n",
            "notes/b.md": "---\ndate: 2021-08-12\n---\nQ. 왜 보이나요? ^q-bbbbbbbb\n\n"
            "::: private\nQ. canary? ^q-cccccccc\n:::\n",
            "notes/c.md": block,
        },
    )
    text = prepared(find(tmp_path)).texts["notes/c.md"].decode()
    assert "canary" not in text
    assert "- 왜 보이나요? — 8강 · `q-bbbbbbbb`\n  A. 보여서요.\n" in text
    assert "  - 덤\n" in text
    assert ">   <!-- studylog:carry -->\n\n\n>   - 왜 보이나요? · `q-bbbbbbbb`\n" in text
    assert len(block.split("\n")) == len(text.split("\n"))


def test_settings_and_papers_are_looked_through_as_well_but_not_their_comments(tmp_path: Path) -> None:
    settings = "# someone@example.org\ncourses: [{name: A, lectures: {1: {title: 010-1234-5678}}}]\n"
    papers = "- title: Maple\n  authors: [someone@example.org]\n"
    put(tmp_path, {"studylog.yaml": settings, "papers.yaml": papers, "notes/a.md": "# 가\n"})
    refused = prepared(find(tmp_path)).refused
    assert {("studylog.yaml", 2), ("papers.yaml", 2)} == {(one.place.path, one.place.line) for one in refused}


def test_the_papers_of_the_list_are_there_with_people_by_their_public_names(tmp_path: Path) -> None:
    papers = "- title: Maple\n  presenters: [임꺽정]\n"
    put(
        tmp_path / "n", {"studylog.yaml": "roster: [임꺽정]\n", "papers.yaml": papers, "notes/a.md": "# 가\n"}
    )
    text = b"\n".join(published(tmp_path / "n", tmp_path / "site").values()).decode("utf-8", "replace")
    assert "Maple" in text
    assert "꺽정" not in text


def test_a_logo_that_is_a_link_out_of_the_notebook_stays_where_it_is(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"secret.png": "canary", "n/studylog.yaml": "site: {logo: logo.png}\n", "n/notes/a.md": "# 가\n"},
    )
    (tmp_path / "n/logo.png").symlink_to(tmp_path / "secret.png")
    assert {} == prepared(find(tmp_path / "n")).files


def test_slides_that_the_list_of_papers_names_go_out_where_slides_do(tmp_path: Path) -> None:
    papers = "- title: Oak\n  slides: slides/Oak.pdf\n"
    put(
        tmp_path,
        {"studylog.yaml": "", "notes/a.md": "# 가\n", "papers.yaml": papers, "slides/Oak.pdf": "%PDF-"},
    )
    assert {} == prepared(find(tmp_path)).files
    put(tmp_path, {"studylog.yaml": "site: {public: {slides: true}}\n"})
    assert ["slides/Oak.pdf"] == list(prepared(find(tmp_path)).files)


@pytest.mark.parametrize(
    ("written", "public"),
    [
        ("slides/Oak.pdf", "[@]"),
        ("slides/Oak.pdf  # ours", "[@]  # ours"),
        ("[slides/Oak.pdf, 'https://example.com/oak.pdf']", "[@, 'https://example.com/oak.pdf']"),
        ("\n    - https://a.b/oak.pdf\n    - slides/Oak.pdf", "\n    - https://a.b/oak.pdf\n    - @"),
        ("\n    - slides/Oak.pdf\n    - slides/nowhere.pdf", "\n    - @"),
        ("slides/nowhere.pdf", "[]"),
        ("https://example.com/oak.pdf", "https://example.com/oak.pdf"),
    ],
)
@pytest.mark.parametrize("key", ["slides", "발표자료"])
def test_slides_that_stay_at_home_are_not_named_in_the_list_of_papers(
    tmp_path: Path, key: str, written: str, public: str
) -> None:
    papers = "- title: Oak\n  {}: {}\n- Elm\n"
    put(
        tmp_path,
        {
            "studylog.yaml": "",
            "notes/a.md": "# 가\n",
            "papers.yaml": papers.format(key, written),
            "slides/Oak.pdf": "%PDF-",
        },
    )
    public = public.replace("@", "notes/not-public-slides.md")
    assert papers.format(key, public) == prepared(find(tmp_path)).texts["papers.yaml"].decode()


PRESENTED = """\
---
title: 8/12(목) 회의록
date: 2021-08-12
type: daily
---
### 논문 리뷰

#### (1) Oak

발표자료: [느릅](../slides/canary-elm.pdf)

#### (2) Elm

#### (3) Ash

코드 설명은 [[용어집]]에 있습니다. [덤](../slides/canary.zip)
"""


def test_a_paper_whose_slides_stay_at_home_says_so_and_others_have_none(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "studylog.yaml": "language: ko\n",
            "notes/2021-08-12.md": PRESENTED,
            "notes/용어집.md": "---\nprivate: true\n---\n",
            "papers.yaml": "- title: Birch\n  slides: slides/canary-birch.pdf\n",
            "slides/canary-elm.pdf": "%PDF-",
            "slides/canary-birch.pdf": "%PDF-",
            "slides/canary.zip": "PK",
        },
    )
    site = published(tmp_path, tmp_path / "site")
    told = {
        name: next((word for word in ("발표 자료 없음", "비공개") if word in page.decode()), "")
        for name, page in site.items()
        if name.startswith("papers/") and name != "papers/index.html"
    }
    assert {
        "papers/oak.html": "비공개",
        "papers/elm.html": "발표 자료 없음",
        "papers/ash.html": "발표 자료 없음",
        "papers/birch.html": "비공개",
    } == told
    assert "발표 자료 비공개" in site["papers/index.html"].decode()
    assert "팀 안에서만" in site["notes/not-public-slides.html"].decode()
    assert "notes/not-public.html" in site
    statuses = {
        item["title"]: [one["status"] for one in item["slides"]]
        for item in json.loads(site["data/papers.json"])["items"]
    }
    assert {"Oak": ["private"], "Elm": [], "Ash": [], "Birch": ["private"]} == statuses
    assert not [name for name, page in site.items() if b"canary" in page]


@pytest.mark.parametrize(
    ("taken", "page"), [("", "not-public-slides"), ("not-public-slides", "not-public-slides-2")]
)
def test_the_page_for_slides_takes_no_place_of_a_note(tmp_path: Path, taken: str, page: str) -> None:
    note = {f"notes/{taken}.md": "# 우리 노트\n"} if taken else {}
    files = {"studylog.yaml": "", "notes/2021-08-12.md": PRESENTED, "slides/canary-elm.pdf": "%PDF-"}
    put(tmp_path, files | note)
    texts = prepared(find(tmp_path)).texts
    assert f"[느릅]({page}.md)".encode() in texts["notes/2021-08-12.md"]
    assert f"notes/{page}.md" in texts


def test_a_list_of_papers_outside_of_the_notebook_stays_there(tmp_path: Path) -> None:
    put(tmp_path, {"outside.yaml": "- title: canary\n", "n/studylog.yaml": "", "n/notes/a.md": "# 가\n"})
    (tmp_path / "n/papers.yaml").symlink_to(tmp_path / "outside.yaml")
    assert "papers.yaml" not in prepared(find(tmp_path / "n")).texts
