"""Slides in a site: page by page, one press from their place in the PDF, found by what they say."""

import io
import re
import shutil
from pathlib import Path

import pytest

from studylog.features.build import build
from studylog.features.search import search
from studylog.features.slides.thumbs import thumbs
from studylog.store.index.opening import opened
from studylog.store.index.search import StoredSource
from studylog.store.notebook import find
from studylog.store.pdf import children
from studylog.store.pictures import decks, dressing
from studylog.store.pictures.shelf import shelf_of
from tests.features.site_notebook import TODAY, build_site, tree
from tests.indexes import notebook
from tests.store.pdfs import document, parts

pytest.importorskip("pypdfium2")
PIL = pytest.importorskip("PIL.Image")

SETTINGS = "name: 우리\nlanguage: en\nroster: [홍길동, 성춘향]\n"
NOTE = """\
---
title: 8/12 회의록
date: 2021-08-12
type: daily
---
## 논문 리뷰

### (1) VGG-16

발표자: 홍길동
발표자료: [slides](../slides/VGG.pdf)

표는 슬라이드 2에 있고, 슬라이드 99는 없습니다. 다시 슬라이드 2를 봅니다.

Q. 슬라이드 1의 하늘은 왜 파란가요?

![사진](photo.jpg) [사진 파일](photo.jpg)
"""
LATER = NOTE.replace("8/12", "8/20").replace("08-12", "08-20")


def slides(*lines: str) -> bytes:
    """A PDF with a page for each line."""
    objects = dict(parts())
    numbers = range(20, 20 + 2 * len(lines), 2)
    for number, line in zip(numbers, lines, strict=True):
        objects[number] = parts()[3].replace(b"4 0 R", b"%d 0 R" % (number + 1))
        objects[number + 1] = parts(b"BT /F1 30 Tf 72 700 Td (%s) Tj ET" % line.encode())[4]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(lines))
    return document(objects)


def photo() -> bytes:
    exif = PIL.Exif()
    exif[0x010E] = "37.5665N"
    file = io.BytesIO()
    PIL.new("RGB", (3000, 20), "red").save(file, "JPEG", exif=exif)
    return file.getvalue()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(children, "_SECONDS", 60.0)
    root = tmp_path / "notebook"
    notebook(root, {"a.md": NOTE}, SETTINGS)
    (root / "slides").mkdir()
    (root / "slides/VGG.pdf").write_bytes(slides("Very deep networks", "Small filters"))
    (root / "notes/photo.jpg").write_bytes(photo())
    return root


def page(root: Path, name: str) -> str:
    return (root / "_site" / name).read_text("utf-8")


def images(html: str) -> list[dict[str, str]]:
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', one)) for one in re.findall(r"<img[^>]*>", html)]


def test_the_page_of_a_paper_has_all_pages_of_its_slides(root: Path) -> None:
    build_site(root, root / "_site")
    html = page(root, "papers/vgg-16.html")
    shown = [one for one in images(html) if "thumbs/" in one["src"] and one["alt"].startswith("Slide ")]
    assert ["Slide 1: Very deep networks", "Slide 2: Small filters"] == [one["alt"] for one in shown]
    assert {("283", "400", "lazy")} == {(one["width"], one["height"], one["loading"]) for one in shown}
    for number in (1, 2):
        assert re.search(rf'href="\.\./slides/vgg-\w+\.pdf#page={number}"', html)
    for one in shown:
        picture = PIL.open(root / "_site/papers" / one["src"])
        assert ("WEBP", (283, 400)) == (picture.format, picture.size)


def test_words_for_a_slide_lead_to_its_page_with_its_picture_once(root: Path) -> None:
    build_site(root, root / "_site")
    html = page(root, "meetings/2021-08-12-daily.html")
    found = re.findall(
        r'<a class="slide" href="\.\./slides/[^"#]*#page=(\d+)">(<img[^>]*>)?([^<]*)</a>', html
    )
    assert [("2", True, "슬라이드 2"), ("2", False, "슬라이드 2"), ("1", True, "슬라이드 1")] == [
        (number, bool(picture), words) for number, picture, words in found
    ]
    assert "슬라이드 99" in html


def test_a_meeting_shows_the_first_page_of_what_was_presented(root: Path) -> None:
    build_site(root, root / "_site")
    html = page(root, "meetings/2021-08-12-daily.html")
    assert re.search(
        r'<a class="cover" href="\.\./slides/[^"]*#page=1"><img src="\.\./thumbs/\w+/1\.webp"', html
    )


def test_pictures_are_small_sized_and_say_nothing(root: Path) -> None:
    build_site(root, root / "_site")
    (shown,) = [
        one
        for one in images(page(root, "meetings/2021-08-12-daily.html"))
        if one["src"].startswith("../assets")
    ]
    assert ("1600", "11", "lazy", "사진") == (shown["width"], shown["height"], shown["loading"], shown["alt"])
    assert shown["src"].endswith(".webp")
    assert [] == [name for name, content in tree(root / "_site").items() if b"37.5665N" in content]


def test_a_page_of_a_short_note_is_light(root: Path) -> None:
    text = NOTE + "\n한 문장이 더 있습니다.\n" * 160
    (root / "notes/a.md").write_text(text, "utf-8")
    assert 5_000 <= len(text.encode()) <= 10_000
    build_site(root, root / "_site")
    assert len(page(root, "meetings/2021-08-12-daily.html").encode()) <= 60_000


def found(root: Path, query: str) -> list[tuple[str, str, int]]:
    with opened(find(root), search=True) as index:
        results = search(StoredSource(index.db), query).results
    return [(one.document.kind, one.document.path, one.document.line) for one in results]


def test_the_board_names_the_slides_of_a_paper_that_has_several(root: Path) -> None:
    """Those on the web that lie in the notebook, too, are named once."""
    board = re.compile(r'class="slides" href="([^"]*)"[^>]*>([^<]*)')
    build_site(root, root / "_site")
    assert ["slides"] == [name for _, name in board.findall(page(root, "papers/index.html"))]
    web = "https://github.com/team/papers/blob/main"
    again = f"발표자료: {web}/VGG.pdf\n발표자료: {web}/VGG-2.pdf"
    (root / "notes/a.md").write_text(NOTE.replace("발표자료: ", f"{again}\n발표자료: "), "utf-8")
    build_site(root, root / "_site")
    shown = dict((name, link) for link, name in board.findall(page(root, "papers/index.html")))
    assert ({"VGG.pdf", "VGG-2.pdf"}, "../slides/") == (set(shown), shown["VGG.pdf"][:10])


def test_slides_are_found_by_what_they_say_with_and_without_a_site(root: Path) -> None:
    assert [("slides", "slides/VGG.pdf", 2)] == found(root, "small filters")
    assert [("slides", "slides/VGG.pdf", 1)] == found(
        root, "kind:slides person:홍길동 since:2021-08 networks"
    )
    assert [] == found(root, "kind:slides until:2020 networks")
    build_site(root, root / "_site")
    scripts = b"".join(
        content for name, content in tree(root / "_site").items() if name.startswith("search/")
    )
    assert re.search(rb"slides/vgg-\w+\.pdf#page=2", scripts)


def test_other_slides_under_the_same_name_are_found_instead(root: Path) -> None:
    build_site(root, root / "_site")
    (root / "slides/VGG.pdf").write_bytes(slides("Something else"))
    build_site(root, root / "_site")
    assert [] == found(root, "small filters")
    assert [("slides", "slides/VGG.pdf", 1)] == found(root, "something")


STEPS = (
    ("slides/VGG.pdf", slides("Other words", "Small filters", "A third page")),
    ("slides/VGG.pdf", b"no PDF"),
    ("notes/photo.jpg", b"no picture"),
    ("notes/b.md", LATER.encode()),
    ("slides/other.pdf", slides("Other words", "Small filters", "A third page")),
    ("notes/b.md", LATER.replace("VGG.pdf", "other.pdf").encode()),
    ("slides/VGG.pdf", slides("Other words", "Small filters", "A third page")),
    ("notes/photo.jpg", photo()),
    ("notes/a.md", b"# nothing\n"),
    ("slides/other.pdf", None),
    ("notes/b.md", NOTE.replace("발표자: 홍길동", "발표자: 성춘향").encode()),
)


def test_built_again_with_other_slides_is_built_anew(root: Path) -> None:
    build_site(root, root / "_site")
    for number, (name, content) in enumerate(STEPS):
        if content is None:
            (root / name).unlink()
        else:
            (root / name).write_bytes(content)
        build_site(root, root / "_site")
        fresh = root.with_name(f"fresh-{number}")
        # What was drawn may be known; the index and the site are made anew.
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("_site", "index.*", "site-*"))
        build_site(fresh, fresh / "_site")
        expected, again = tree(fresh / "_site"), tree(root / "_site")
        assert sorted(expected) == sorted(again), name
        assert [] == [one for one in expected if expected[one] != again[one]], name


def test_when_nothing_changed_no_pdf_and_no_picture_is_opened(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(root, root / "_site")
    for module, name in ((decks, "_at_once"), (dressing, "_plain")):
        monkeypatch.setattr(module, name, None)
    assert 0 == build_site(root, root / "_site").written
    note = root / "notes/a.md"
    note.write_text(note.read_text("utf-8") + "\n한 문장이 더 있습니다.\n", "utf-8")
    assert 0 < build_site(root, root / "_site").written


def test_what_was_lost_from_the_shelf_is_drawn_again_for_a_new_site(root: Path) -> None:
    build_site(root, root / "_site")
    before = tree(root / "_site")
    for file in shelf_of(root).folder.iterdir():
        file.write_bytes(b"damaged")
    build_site(root, root / "_other")
    assert before == tree(root / "_other")


def test_without_what_draws_there_is_everything_but_the_pictures(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (decks, dressing):
        monkeypatch.setattr(module, "draws_pictures", lambda: False)
    report = build_site(root, root / "_site")
    assert 1 == report.site.undrawn
    meeting, files = page(root, "meetings/2021-08-12-daily.html"), tree(root / "_site")
    assert re.search(r'<a class="slide" href="\.\./slides/[^"]*#page=2">슬라이드 2</a>', meeting)
    assert [] == [name for name in files if name.startswith("thumbs/")]
    assert 1 == sum(name.startswith("slides/") for name in files)
    assert [] == [name for name, content in files.items() if b"37.5665N" in content]


def test_what_became_of_slides_is_told(root: Path) -> None:
    (root / "slides/locked.pdf").write_bytes(b"%PDF-1.4 broken")
    (root / "notes/b.md").write_text("[a](/slides/locked.pdf)\n", "utf-8")
    with opened(find(root), files=True, again=True) as index:
        found = thumbs(index.db)
    assert [("slides/VGG.pdf", 2, 2, ""), ("slides/locked.pdf", 0, 0, "damaged")] == [
        (one.path, one.pages, one.drawn, one.trouble) for one in found
    ]


def test_what_took_too_long_is_tried_again_when_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(children, "_SECONDS", 0.0)
        hurried.setattr(children, "_SECONDS_PER_MEGABYTE", 0.0)
        with opened(find(root), files=True) as index:
            assert ["slow"] == [one.trouble for one in thumbs(index.db)]
    with opened(find(root), files=True) as index:
        assert ["slow"] == [one.trouble for one in thumbs(index.db)]
    with opened(find(root), files=True, again=True) as index:
        assert [""] == [one.trouble for one in thumbs(index.db)]
        assert 0 == build(find(root), index, root / "_site", TODAY, search=False).site.undrawn
