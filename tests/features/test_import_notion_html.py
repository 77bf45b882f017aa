"""Exports of Notion in HTML, alone and beside the Markdown of the same pages."""

from pathlib import Path

import pytest

from studylog.core.incoming.coverage import coverage
from studylog.core.incoming.drafts import note_text
from studylog.core.incoming.readable import readable
from studylog.features.imports.notion import is_export
from tests.features.notion_exports import (
    ELSEWHERE,
    FIRST,
    FIRST_PAGE,
    FORMS,
    INTRO,
    INTRO_PAGE,
    MEETINGS,
    PIXEL,
    SECOND,
    SECOND_PAGE,
    STUDY,
    Form,
    Found,
    attached,
    codes,
    html_page,
    link,
    links,
    named,
    nested,
    page_id,
    paragraph,
    read,
    study_in_html,
    study_in_markdown,
    written,
    zip_of,
)

PAGES = [
    f"{STUDY}.html",
    f"{INTRO_PAGE}.html",
    f"{MEETINGS}.html",
    f"{SECOND_PAGE}.html",
    f"{FIRST_PAGE}.html",
]


@pytest.mark.parametrize("form", FORMS)
def test_pages_come_in_the_order_of_their_list(tmp_path: Path, form: Form) -> None:
    folder = written(study_in_html(form), tmp_path / "a", form)
    assert is_export(folder)
    found = read(tmp_path, folder)
    assert (list(found.drafts), found.refused) == (PAGES, [])
    for draft in found.drafts.values():
        assert coverage(draft.visible, readable(note_text(draft))).missing == ()


def test_links_and_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(nested(study_in_html()))
    found = read(tmp_path / "scratch", tmp_path / "a.zip")
    study, first = found.drafts[f"{STUDY}.html"], found.drafts[f"{FIRST_PAGE}.html"]
    assert set(links(study).values()) == {f"{MEETINGS}.html", f"{INTRO_PAGE}.html"}
    assert f"](https://www.notion.so/{ELSEWHERE})" in study.text
    assert codes(study) == ["notion-link"]
    assert set(attached(first).values()) == {PIXEL, b"twice"}
    assert links(first) == {f"https://www.notion.so/{page_id(SECOND)}?pvs=21": f"{SECOND_PAGE}.html"}
    assert first.header["date"] == "2021-08-12T13:00"
    assert set(links(found.drafts[f"{MEETINGS}.html"]).values()) == {
        f"{FIRST_PAGE}.html",
        f"{SECOND_PAGE}.html",
    }


@pytest.fixture
def both(tmp_path: Path) -> Found:
    (tmp_path / "markdown.zip").write_bytes(zip_of(study_in_markdown()))
    html = written(study_in_html(), tmp_path / "html")
    return read(tmp_path / "scratch", tmp_path / "markdown.zip", html)


def test_a_page_in_both_forms_is_one_note(both: Found) -> None:
    assert (sorted(both.drafts), both.refused) == (sorted(PAGES), [])
    meetings = both.drafts[f"{MEETINGS}.html"]
    assert meetings.text.startswith(f"| 이름 | 담당 조 |\n| --- | --- |\n| [{FIRST}](")
    assert codes(meetings) == []


def test_markdown_adds_what_html_lacks(both: Found) -> None:
    first, second = both.drafts[f"{FIRST_PAGE}.html"], both.drafts[f"{SECOND_PAGE}.html"]
    assert (first.header["author"], first.header["attendees"]) == ("홍길동", ("홍길동", "성춘향"))
    assert (second.header["author"], second.header["메모"]) == ("이몽룡", "두 줄\n로 된 값")
    assert list(first.header)[-1] == "source"
    # The picture is in both exports; the paper is only beside the Markdown, where a property leads to it.
    assert sorted(attached(first).values()) == sorted([PIXEL, b"twice", b"%PDF-1.4"])
    assert codes(first) == []


def test_other_html_is_no_page(tmp_path: Path) -> None:
    report = written({"보고서.html": b"<html><body><p>x</p></body></html>"}, tmp_path / "a") / "보고서.html"
    found = read(tmp_path, report)
    assert ({}, ["import"]) == (found.drafts, [each.finding.code for each in found.refused])


def test_html_that_a_page_holds_is_a_file(tmp_path: Path) -> None:
    title = "보고"
    held = f"{named(title)}/보고서.html"
    page = html_page(title, paragraph(f'<a href="{link(held)}">보고서</a>'))
    found = read(tmp_path, written({f"{named(title)}.html": page, held: b"<p>x</p>"}, tmp_path / "a"))
    assert [attached(draft) for draft in found.drafts.values()] == [{held: b"<p>x</p>"}]


def test_a_page_by_itself_takes_its_files_along(tmp_path: Path) -> None:
    folder = written(study_in_html(), tmp_path / "a")
    found = read(tmp_path, folder / f"{STUDY}.html", folder / f"{FIRST_PAGE}.html")
    assert sorted(found.drafts) == sorted([f"{STUDY}.html", f"{named(FIRST)}.html"])
    assert set(attached(found.drafts[f"{named(FIRST)}.html"]).values()) == {PIXEL, b"twice"}
    study = found.drafts[f"{STUDY}.html"]
    assert f"[{INTRO}](https://www.notion.so/{page_id(INTRO)})" in study.text
    assert (attached(study), links(study), study.lost) == ({}, {}, ())
