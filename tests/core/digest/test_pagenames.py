"""Each page has a name of its own, whatever files are called."""

import unicodedata

import pytest

from studylog.core.digest.pagenames import course_names, paper_id, paper_name, part_name, whole_name
from studylog.core.digest.site import Site, site_of
from studylog.store.index.reading import IndexLibrary
from tests.core.digest_cases import SETTINGS, TODAY, NoFiles, made, notes
from tests.indexes import indexed

MEETING = """\
---
date: 2021-08-12
type: daily
---
"""


def pages(site: Site) -> dict[str, str]:
    return {entry.note.path: entry.page for entry in notes(site)}


def doubts(site: Site) -> list[tuple[str, str]]:
    groups = site.library.findings.groups(site.today, 9)
    found = [finding for group in groups for finding in group.first if group.code == "page-name"]
    return [(finding.place.path, finding.code) for finding in found]


def test_a_meeting_is_named_by_day_and_type() -> None:
    site = made({"notes/a.md": MEETING})
    assert {"notes/a.md": "meetings/2021-08-12-daily.html"} == pages(site)


def test_a_meeting_without_a_type_is_a_meeting() -> None:
    site = made({"notes/a.md": MEETING.replace("type: daily", "title: 8/12(목) 회의록")})
    assert {"notes/a.md": "meetings/2021-08-12-meeting.html"} == pages(site)


def test_a_second_meeting_of_a_day_and_type_is_counted_and_nothing_to_mend() -> None:
    site = made({"notes/b.md": MEETING, "notes/a.md": MEETING})
    assert "meetings/2021-08-12-daily.html" == pages(site)["notes/a.md"]
    assert "meetings/2021-08-12-daily-2.html" == pages(site)["notes/b.md"]
    assert [] == doubts(site)


def test_other_notes_keep_their_path_and_their_hangul() -> None:
    site = made({"notes/용어집.md": "# 용어집", "notes/papers/ResNet 읽기.md": "# ResNet"})
    assert {
        "notes/용어집.md": "notes/용어집.html",
        "notes/papers/ResNet 읽기.md": "notes/papers-resnet-읽기.html",
    } == pages(site)


def test_upper_and_lower_case_get_two_pages_and_a_finding() -> None:
    site = made({"notes/cnn.md": "# a", "notes/CNN.md": "# b"})
    assert {"notes/CNN.md": "notes/cnn.html", "notes/cnn.md": "notes/cnn-2.html"} == pages(site)
    assert [("notes/cnn.md", "page-name")] == doubts(site)


@pytest.mark.parametrize("second", ["용어집", unicodedata.normalize("NFD", "용어집")])
def test_two_files_that_read_as_one_path_get_two_pages_and_a_finding(second: str) -> None:
    texts = [("notes/용어집.md", "# a"), (f"notes/{second}.md", "# b")]
    site = site_of(IndexLibrary(indexed(texts, SETTINGS)), SETTINGS, NoFiles(), TODAY)
    assert {"notes/용어집.html", "notes/용어집-2.html"} == set(site.library.notes.pages())
    assert 1 == len(doubts(site))


def test_a_note_called_index_does_not_take_the_place_of_the_list() -> None:
    site = made({"notes/index.md": "# Index"})
    assert {"notes/index.md": "notes/index-2.html"} == pages(site)


def test_lectures_are_named_by_course_and_number() -> None:
    note = MEETING + "\n## 7강 Further Questions\n\n- 왜 그런가요?\n"
    site = made({"notes/a.md": note, "notes/b.md": note.replace("08-12", "08-05")})
    assert ["lectures/ai-math-7.html", "lectures/dl-basic-7.html"] == list(site.library.lectures.pages())


def test_names_are_bounded_however_long_a_title_is() -> None:
    site = made({f"notes/{'가' * 80}/{'나' * 80}.md": "# 긴 이름"})
    assert all(len(page.encode()) < 160 for page in site.library.notes.pages())


def test_a_paper_called_index_leaves_the_list_its_name() -> None:
    assert ["papers/vgg.html", "papers/index.0.html"] == [paper_name("vgg"), paper_name("index")]
    assert ["vgg", "index"] == [paper_id(paper_name(id_)) for id_ in ("vgg", "index")]


def test_courses_that_would_be_called_alike_are_counted() -> None:
    courses = ["DL Basic", "dl-basic", "other", None]
    assert [
        "questions/courses/dl-basic.html",
        "questions/courses/dl-basic.2.html",
        "questions/courses/other.html",
        "questions/courses/other.2.html",
    ] == list(course_names("questions", courses).values())


@pytest.mark.parametrize("page", ["lectures/dl-basic-8.html", "questions/courses/other.2.html"])
def test_a_part_of_a_page_leads_back_to_it(page: str) -> None:
    assert [(page, 1), (page, 2), (page, 12)] == [whole_name(part_name(page, n)) for n in (1, 2, 12)]


@pytest.mark.parametrize("name", ["a.html", "a.p1.html", "a.p02.html", "a.p².html", "a.pp.html"])
def test_what_is_called_like_no_part_is_none(name: str) -> None:
    assert (name, 1) == whole_name(name)
